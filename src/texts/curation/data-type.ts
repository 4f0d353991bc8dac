import type { DataDescription } from "../../core/personal-data.ts";

type Timed = Omit<DataDescription, "kept"> & { readonly kept: (days: number) => string };

/** What is said about people's part in proposals, and in questions that nobody could answer. */
export type CurationDataTexts = {
  readonly drafts: Timed;
  readonly gaps: Timed;
  readonly lines: {
    readonly proposed: (title: string, day: string) => string;
    readonly decided: (title: string) => string;
    readonly isAbout: (name: string) => string;
    readonly sawTo: (question: string) => string;
  };
};

import type { DataDescription } from "../../core/personal-data.ts";

/** What is said about people's part in questions of the forum. */
export type DiscussionDataTexts = {
  readonly about: Omit<DataDescription, "kept"> & { readonly kept: (days: number) => string };
  readonly lines: {
    readonly asked: (question: string, day: string) => string;
    readonly answered: (reply: string, day: string) => string;
    readonly replied: (reply: string, day: string) => string;
    readonly marked: (question: string) => string;
  };
};

import type { DataDescription } from "../../core/personal-data.ts";

/** What is said about who changed a term. */
export type TermDataTexts = {
  readonly about: Omit<DataDescription, "kept"> & { readonly kept: (days: number) => string };
  /** `day` is "" if nobody knows it. */
  readonly lines: { readonly changed: (term: string, day: string) => string };
};

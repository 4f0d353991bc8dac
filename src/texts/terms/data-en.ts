import type { TermDataTexts } from "./data-type.ts";

export const personalData: TermDataTexts = {
  about: {
    title: "Terms you have changed",
    why: "So that a change can be traced and taken back.",
    kept: (days) => `Your part in it ${days} days; the last twenty versions of each term stay.`,
  },
  lines: { changed: (term, day) => (day ? `Changed ${term} on ${day}` : `Changed ${term}`) },
};

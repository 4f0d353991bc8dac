import type { CurationDataTexts } from "./data-type.ts";

export const personalData: CurationDataTexts = {
  drafts: {
    title: "Proposals you made or decided",
    why: "So that the coordinator can review the proposal and you hear what became of it.",
    kept: (days) => `Until it is decided, and ${days} days after that.`,
  },
  gaps: {
    title: "Questions without an answer that you saw to",
    why: "So that two coordinators do not do the same work.",
    kept: (days) => `${days} days after the question was asked.`,
  },
  lines: {
    proposed: (title, day) => `Proposed on ${day}: ${title}`,
    decided: (title) => `Decided: ${title}`,
    isAbout: (name) => `A proposed contact entry: ${name}`,
    sawTo: (question) => `Took off the list: “${question}”`,
  },
};

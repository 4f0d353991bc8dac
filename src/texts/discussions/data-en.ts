import type { DiscussionDataTexts } from "./data-type.ts";

export const personalData: DiscussionDataTexts = {
  about: {
    title: "Questions and answers in the forum",
    why: "So that the network can answer, and whoever wonders the same finds the answer.",
    kept: (days) =>
      `Accepted answers until further notice; questions without an answer ${days} days.`,
  },
  lines: {
    asked: (question, day) => `Asked on ${day}: “${question}”`,
    answered: (reply, day) => `Answered on ${day}: “${reply}”`,
    replied: (reply, day) => `Wrote in the thread on ${day}: “${reply}”`,
    marked: (question) => `Marked the answer to “${question}”`,
  },
};

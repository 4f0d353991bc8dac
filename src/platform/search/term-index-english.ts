import type { Inflection } from "./term-index-inflection.ts";

const endings = /^(?:s|es|d|ed|ing|ings)?$/;

function stemsOf(word: string): readonly string[] {
  const before = word.slice(0, -1);
  // authority, authorities; procure, procuring; submit, submitted
  if (word.endsWith("y")) return [`${before}i`];
  if (word.endsWith("e")) return [before];
  return /[^aeiou][aeiou][bdgmnprt]$/.test(word) ? [word + word.slice(-1)] : [];
}

export const english: Inflection = {
  stemsOf,
  isEnding: (end) => endings.test(end),
  links: [],
};

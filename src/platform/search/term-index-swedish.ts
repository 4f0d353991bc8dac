import type { Inflection } from "./term-index-inflection.ts";

/** Plurals with another vowel, by the end of the word: stad, städer. */
const umlauts: readonly (readonly [string, readonly string[]])[] = [
  ["stad", ["städ"]],
  ["man", ["män", "männ", "mann"]],
  ["bok", ["böck"]],
  ["hand", ["händ"]],
  ["land", ["länd"]],
  ["kraft", ["kräft"]],
  ["son", ["sön"]],
];

const endings =
  /^(?:(?:en|et|n|t|na|ena|er|ar|or|r|erna|arna|orna|a|e|an|d|de|da|ade|at|are|ast|aste|ande|nde)?s?)$/;

function stemsOf(word: string): readonly string[] {
  const before = word.slice(0, -1);
  const changed = umlauts.flatMap(([end, others]) =>
    word.endsWith(end) ? others.map((other) => word.slice(0, -end.length) + other) : [],
  );
  // stadga, stadgor; beredare, beredarna
  if (/[ae]$/.test(word)) return [before, ...changed];
  // medel, medlet; nummer, numret
  if (/[^aeiouyåäö]e[lnr]$/.test(word)) return [word.slice(0, -2) + word.slice(-1), ...changed];
  // kriterium, kriterier
  if (word.endsWith("um")) return [word.slice(0, -2), ...changed];
  // medlem, medlemmar
  if (/[^aeiouyåäö]?[aeiouyåäö][mn]$/.test(word)) return [word + word.slice(-1), ...changed];
  return changed;
}

export const swedish: Inflection = {
  stemsOf,
  isEnding: (end) => endings.test(end),
  links: ["s", "e", "a", "o", "u"],
};

/**
 * The stems that Finnish case endings hang on. A term is known by its nominative, and text has it in any of fifteen
 * cases whose stem may change twice: hankinta, hankinnan, hankintojen; peruste, perusteen; päätös, päätöksessä.
 */
import type { Inflection } from "./term-index-inflection.ts";

const weakGrade: readonly (readonly [string, readonly string[]])[] = [
  ["kk", ["k"]],
  ["pp", ["p"]],
  ["tt", ["t"]],
  ["nk", ["ng"]],
  ["nt", ["nn"]],
  ["mp", ["mm"]],
  ["lt", ["ll"]],
  ["rt", ["rr"]],
  ["ht", ["hd"]],
  ["lk", ["l", "lj"]],
  ["rk", ["r", "rj"]],
  ["hk", ["h"]],
  ["st", []],
  ["sk", []],
  ["tk", ["d"]],
  ["k", [""]],
  ["p", ["v"]],
  ["t", ["d"]],
];

const strongGrade: readonly (readonly [string, readonly string[]])[] = [
  ["ng", ["nk"]],
  ["nn", ["nt"]],
  ["mm", ["mp"]],
  ["ll", ["lt"]],
  ["rr", ["rt"]],
  ["hd", ["ht"]],
  ["d", ["t"]],
  ["v", ["p"]],
  ["k", ["kk"]],
  ["p", ["pp"]],
  ["t", ["tt"]],
];

/** What stands before a word's last vowel, in this grade and in the other one. */
function grades(before: string, rules: typeof weakGrade): readonly string[] {
  const rule = rules.find(([end]) => before.endsWith(end));
  if (!rule) return [before];
  const stem = before.slice(0, before.length - rule[0].length);
  return [before, ...rule[1].map((end) => stem + end)];
}

const isVowel = /[aeiouyäöå]$/;

function stemsOf(word: string): readonly string[] {
  if (word.endsWith("nen")) {
    const before = word.slice(0, -3);
    return [`${before}se`, `${before}s`, `${before}si`];
  }
  return isVowel.test(word) ? stemsOfVowel(word) : stemsOfConsonant(word);
}

function stemsOfVowel(word: string): readonly string[] {
  const last = word.slice(-1);
  const before = word.slice(0, -1);
  const weak = grades(before, weakGrade);
  if (last === "e") return grades(before, strongGrade).flatMap((one) => [`${one}e`, `${one}ee`]);
  if (last === "i") {
    const changed = before.endsWith("s") ? stemsOfSi(before.slice(0, -1)) : [];
    return [...weak.flatMap((one) => [`${one}i`, `${one}e`]), ...changed];
  }
  if (last === "a" || last === "ä") {
    const round = last === "a" ? "o" : "ö";
    return weak.flatMap((one) => [one + last, `${one}i`, `${one}${round}i`, `${one}${round}j`]);
  }
  return weak.map((one) => one + last);
}

/** vuosi, vuoden, vuotta; kansi, kannen. */
function stemsOfSi(before: string): readonly string[] {
  const doubled = before.slice(-1);
  const weak = /[nlr]$/.test(before) ? `${before}${doubled}e` : `${before}de`;
  return [weak, `${before}te`, `${before}t`];
}

function stemsOfConsonant(word: string): readonly string[] {
  const before = word.slice(0, -1);
  const generic = [`${word}e`, `${word}i`];
  if (word.endsWith("s")) {
    const vowel = before.slice(-1);
    const long = grades(before.slice(0, -1), strongGrade).map((one) => one + vowel + vowel);
    const plural = grades(before.slice(0, -1), strongGrade).map((one) => `${one}${vowel}i`);
    const abstract = [`${before}de`, `${before}te`, `${before}t`];
    return [`${before}kse`, `${before}ksi`, ...abstract, ...long, ...plural, ...generic];
  }
  if (/t[oö]n$/.test(word)) {
    const end = word.endsWith("ton") ? ["ttoma", "ttomi"] : ["ttömä", "ttömi"];
    return end.map((one) => word.slice(0, -3) + one);
  }
  if (word.endsWith("in")) return [`${before}me`, `${before}mi`, ...generic];
  if (/[uy]t$/.test(word)) return [`${word.slice(0, -2)}ee`, `${word.slice(0, -2)}ei`, ...generic];
  return generic;
}

const cases =
  "n|t|a|ä|ta|tä|tta|ttä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|kse|na|nä|h?[aeiouyäö]n|seen|siin|den|tten|en|ien|in|iin|ihin|a|ä";
const endings = new RegExp(
  `^(?:[ij]?(?:${cases})?)(?:ni|si|nsa|nsä|mme|nne)?(?:kin|kaan|kään|ko|kö|han|hän)?$`,
  "u",
);

export const finnish: Inflection = {
  stemsOf,
  isEnding: (end) => endings.test(end),
  links: ["n", "s"],
};

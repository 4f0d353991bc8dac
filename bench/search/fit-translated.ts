/** How translated findings should count beside those in the question's own language (find-in-languages.ts). */
import { type TranslatedWeights, translated } from "../../src/features/ask/ask-feature.ts";
import type { HouseWords } from "../../src/platform/search/translate/dictionary-file.ts";
import { type Asked, recallAt } from "./ask-collection.ts";
import { memberQuestions, readPractices } from "./ask-sample-content.ts";
import { type Collection, contentFolder, readUnrelated } from "./collections.ts";
import { decide, meanShares, percent } from "./decisions.ts";
import {
  askEverything,
  askMixed,
  askUnrelatedAcross,
  askWithoutOwnVersion,
} from "./mixed-languages.ts";

/** Of the unrelated questions this share must be refused although they are translated. */
const unrelatedRefused = 0.975;

/** What is measured for some weights; undefined: without translation. */
type Tried = {
  readonly own: readonly Asked[];
  readonly members: Asked;
  /** NaN without translation: nothing was asked. */
  readonly refused: number;
};

export type Trial = (weights: TranslatedWeights | undefined) => Tried;

/** `collections`: of one language each, asked together. */
export function tryTranslated(
  collections: readonly Collection[],
  folder: string,
  words: HouseWords,
): Trial {
  const everything = askEverything(
    collections.flatMap(({ items }) => items),
    words,
  );
  const unrelated = askUnrelatedAcross(collections, words, readUnrelated(folder));
  const members = askWithoutOwnVersion(readPractices(contentFolder), memberQuestions(), words);
  return (weights) => ({
    own: askMixed(collections, everything, weights),
    members: members(weights),
    refused: decide({ answerable: [], unrelated: weights ? unrelated(weights) : [] })
      .refusedUnrelated,
  });
}

const steps = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / 0.05) + 1 }, (_, at) =>
    Number((from + at * 0.05).toFixed(2)),
  );

const contained = (own: readonly Asked[]): number =>
  meanShares(own.map((asked) => decide(asked))).choicesContain;

/**
 * The lowest threshold that refuses enough of the unrelated, then as much weight beside the own language's findings as
 * leaves the three choices of its questions as good as they were.
 */
export function fitTranslated(trial: Trial): TranslatedWeights {
  const instead =
    steps(0.8, 1.6)
      .filter((one) => trial({ beside: 0.5, instead: one }).refused >= unrelatedRefused)
      .at(-1) ?? 0.8;
  const before = contained(trial(undefined).own);
  const beside =
    steps(0.5, 1)
      .filter((one) => contained(trial({ beside: one, instead }).own) >= before - 1e-9)
      .at(-1) ?? 0.5;
  return { beside, instead };
}

/** What translation costs questions in their own language, and what it brings those that have no text in it. */
export function printTranslated(
  trial: Trial,
  rows: readonly (readonly [string, TranslatedWeights | undefined])[],
): void {
  console.log(
    `
Three collections of three languages in one index, asked the whole way, and members' questions whose answer has no version in
their language; in %. "Own language": R@1 / R@3, single right, three contain it, answerable refused, unrelated refused.`,
  );
  console.table(
    rows.map(([name, weights]) => {
      const { own, members, refused } = trial(weights);
      const shares = meanShares(own.map((asked) => decide(asked)));
      const mean = (rank: number) =>
        own.reduce((sum, asked) => sum + recallAt(asked, rank), 0) / own.length;
      const across = decide(members);
      return {
        "": name,
        "own language": [
          `${percent(mean(1))} / ${percent(mean(3))}`,
          percent(shares.singleRight),
          percent(shares.choicesContain),
          percent(shares.refusedAnswerable),
          percent(shares.refusedUnrelated),
        ].join("  "),
        "each R@3": own.map((asked) => percent(recallAt(asked, 3))).join(" / "),
        "members across R@1 / R@3": `${percent(recallAt(members, 1))} / ${percent(recallAt(members, 3))}`,
        "… refused": percent(across.refusedAnswerable),
        "unrelated refused, translated": percent(refused),
      };
    }),
  );
}

export const inForce: readonly (readonly [string, TranslatedWeights | undefined])[] = [
  ["one language alone", undefined],
  [`in force: beside ${translated.beside}, instead ${translated.instead}`, translated],
];

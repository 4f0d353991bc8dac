import { chooseAnswer, type Thresholds } from "../../src/features/ask/choose-answer.ts";
import type { Asked } from "./ask-collection.ts";

/** How a decision rule does on one collection; shares from 0 to 1. */
export type DecisionShares = {
  readonly single: number;
  /** Of the single answers. */
  readonly singleRight: number;
  readonly choices: number;
  /** Of the choices: the right one is among the three. */
  readonly choicesContain: number;
  readonly refusedAnswerable: number;
  /** NaN where none were asked. */
  readonly refusedUnrelated: number;
};

/** What the rule decides for each of a collection's questions, answerable and unrelated. */
export function decide({ answerable, unrelated }: Asked, thresholds?: Thresholds): DecisionShares {
  const count = { answer: 0, choices: 0, none: 0, right: 0, contain: 0, refused: 0 };
  for (const { scores, rank } of answerable) {
    const decision = chooseAnswer(scores, thresholds);
    count[decision]++;
    if (decision === "answer" && rank === 1) count.right++;
    if (decision === "choices" && rank <= 3) count.contain++;
  }
  for (const scores of unrelated) {
    if (chooseAnswer(scores, thresholds) === "none") count.refused++;
  }
  const share = (part: number, of: number) => (of === 0 ? 1 : part / of);
  return {
    single: share(count.answer, answerable.length),
    singleRight: share(count.right, count.answer),
    choices: share(count.choices, answerable.length),
    choicesContain: share(count.contain, count.choices),
    refusedAnswerable: share(count.none, answerable.length),
    refusedUnrelated: count.refused / unrelated.length,
  };
}

/** The mean of each share over the collections. */
export function meanShares(all: readonly DecisionShares[]): DecisionShares {
  const mean = (of: (shares: DecisionShares) => number) =>
    all.reduce((sum, shares) => sum + of(shares), 0) / all.length;
  return {
    single: mean((shares) => shares.single),
    singleRight: mean((shares) => shares.singleRight),
    choices: mean((shares) => shares.choices),
    choicesContain: mean((shares) => shares.choicesContain),
    refusedAnswerable: mean((shares) => shares.refusedAnswerable),
    refusedUnrelated: mean((shares) => shares.refusedUnrelated),
  };
}

export const percent = (share: number): string =>
  Number.isNaN(share) ? "–" : (100 * share).toFixed(1);

/** The rows of a decision table, in percent. */
export const decisionRow = (name: string, shares: DecisionShares): Record<string, string> => ({
  collection: name,
  "single answer": percent(shares.single),
  "… right": shares.single === 0 ? "–" : percent(shares.singleRight),
  "three choices": percent(shares.choices),
  "… contain it": shares.choices === 0 ? "–" : percent(shares.choicesContain),
  "refused answerable": percent(shares.refusedAnswerable),
  "refused unrelated": percent(shares.refusedUnrelated),
});

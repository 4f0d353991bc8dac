/** Which thresholds of src/features/ask/choose-answer.ts a collection would choose, and what the others cost it. */
import type { Thresholds } from "../../src/features/ask/choose-answer.ts";
import type { Asked } from "./ask-collection.ts";
import { type DecisionShares, decide, meanShares, percent } from "./decisions.ts";

/** What each collection must reach, with some room for collections not seen here. */
const wanted = {
  singleRight: 0.88,
  choicesContain: 0.755,
  refusedAnswerable: 0.045,
  refusedUnrelated: 0.84,
};

/** What no choice of thresholds may fall below, on each of the collections it is held against. */
const floors = {
  singleRight: 0.86,
  choicesContain: 0.75,
  refusedAnswerable: 0.05,
  refusedUnrelated: 0.8,
  refusedUnrelatedInTheMean: 0.88,
};

/** A right single answer is worth most, a wrong one costs as much; the right one among three is half the way. */
const usefulness = ({ single, singleRight, choices, choicesContain }: DecisionShares) =>
  single * singleRight - single * (1 - singleRight) + 0.6 * choices * choicesContain;

function usefulnessWhereWanted(shares: DecisionShares): number {
  const missing =
    Math.max(0, wanted.singleRight - shares.singleRight) +
    Math.max(0, wanted.choicesContain - shares.choicesContain) +
    2 * Math.max(0, shares.refusedAnswerable - wanted.refusedAnswerable) +
    Math.max(0, wanted.refusedUnrelated - shares.refusedUnrelated);
  return usefulness(shares) - 3 * missing;
}

/** What is below its floor on these collections, in words; empty when every floor holds. */
export function belowFloors(shares: readonly DecisionShares[]): readonly string[] {
  const worst = (of: (one: DecisionShares) => number) => Math.min(...shares.map(of));
  const checks = [
    ["single right", worst((one) => one.singleRight), floors.singleRight],
    ["three contain it", worst((one) => one.choicesContain), floors.choicesContain],
    [
      "answerable not refused",
      worst((one) => 1 - one.refusedAnswerable),
      1 - floors.refusedAnswerable,
    ],
    ["unrelated refused", worst((one) => one.refusedUnrelated), floors.refusedUnrelated],
    [
      "unrelated refused in the mean",
      meanShares(shares).refusedUnrelated,
      floors.refusedUnrelatedInTheMean,
    ],
  ] as const;
  return checks
    .filter(([, reached, floor]) => reached < floor - 1e-9)
    .map(([what, reached, floor]) => `${what} ${percent(reached)} (floor ${percent(floor)})`);
}

// What a grid tries: from, to, step.
type Range = readonly [number, number, number];

const choicesOfDev: Range = [0.3, 0.45, 0.01];
/** Questions worded unlike the text score far lower, so what they ask for is looked for further down. */
const choicesOfSample: Range = [0.1, 0.45, 0.01];

function* steps([from, to, step]: Range): Generator<number> {
  for (let at = 0; from + at * step <= to + 1e-9; at++) {
    yield Math.round((from + at * step) * 1_000) / 1_000;
  }
}

function* grid(ofChoices: Range): Generator<Thresholds> {
  for (const answer of steps([0.4, 1, 0.05])) {
    for (const lead of steps([0.3, 1, 0.02])) {
      for (const choices of steps(ofChoices)) {
        if (choices <= answer) yield { answer, lead, choices };
      }
    }
  }
}

function best(
  candidates: Iterable<Thresholds>,
  worthOf: (thresholds: Thresholds) => number,
): Thresholds | undefined {
  let found: Thresholds | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const thresholds of candidates) {
    const value = worthOf(thresholds);
    if (value > most) {
      found = thresholds;
      most = value;
    }
  }
  return found;
}

const total = (
  all: readonly Asked[],
  thresholds: Thresholds,
  of: (shares: DecisionShares) => number,
): number => all.reduce((sum, asked) => sum + of(decide(asked, thresholds)), 0);

/** The thresholds that serve these collections best. */
export function fitThresholds(
  all: readonly Asked[],
  { areSamples = false }: { readonly areSamples?: boolean } = {},
): Thresholds | undefined {
  return best(grid(areSamples ? choicesOfSample : choicesOfDev), (thresholds) =>
    total(all, thresholds, usefulnessWhereWanted),
  );
}

/** The thresholds that serve `samples` best of those that keep the floors on `held`. */
export function fitWithinFloors(
  samples: readonly Asked[],
  held: readonly Asked[],
): Thresholds | undefined {
  return best(grid(choicesOfDev), (thresholds) => {
    const shares = held.map((asked) => decide(asked, thresholds));
    return belowFloors(shares).length > 0
      ? Number.NEGATIVE_INFINITY
      : total(samples, thresholds, usefulness);
  });
}

export const written = ({ answer, lead, choices }: Thresholds): string =>
  `answer ${answer.toFixed(2)}, lead ${lead.toFixed(2)}, choices ${choices.toFixed(2)}`;

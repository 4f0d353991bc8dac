/**
 * Fits the thresholds of src/features/ask/choose-answer.ts to the development collections and prints how they do.
 * Run: node bench/fit.ts [--data DIR]
 */
import type { Thresholds } from "../src/features/ask/choose-answer.ts";
import { thresholds as current } from "../src/features/ask/choose-answer.ts";
import { createSearchIndex } from "../src/platform/search/create-search-index.ts";
import { type Asked, askAll } from "./search/ask-collection.ts";
import { dataFolder, readCollections } from "./search/collections.ts";
import { type DecisionShares, decide, decisionRow, meanShares } from "./search/decisions.ts";

/** What each collection must reach, with some room for collections not seen here. */
const wanted: Readonly<Record<keyof DecisionShares, number>> = {
  single: 0,
  singleRight: 0.88,
  choices: 0,
  choicesContain: 0.755,
  refusedAnswerable: 0.045,
  refusedUnrelated: 0.84,
};

/** A right single answer is worth most, a wrong one costs as much; the right one among three is half the way. */
function usefulness(shares: DecisionShares): number {
  const { single, singleRight, choices, choicesContain } = shares;
  const value = single * singleRight - single * (1 - singleRight) + 0.6 * choices * choicesContain;
  const missing =
    Math.max(0, wanted.singleRight - singleRight) +
    Math.max(0, wanted.choicesContain - choicesContain) +
    2 * Math.max(0, shares.refusedAnswerable - wanted.refusedAnswerable) +
    Math.max(0, wanted.refusedUnrelated - shares.refusedUnrelated);
  return value - 3 * missing;
}

function* grid(): Generator<Thresholds> {
  for (let answer = 0.4; answer <= 1.001; answer += 0.05) {
    for (let lead = 0.3; lead <= 1.001; lead += 0.02) {
      for (let choices = 0.3; choices <= Math.min(answer, 0.45); choices += 0.01) {
        yield { answer, lead, choices };
      }
    }
  }
}

function fitted(all: readonly Asked[]): Thresholds {
  let best = current;
  let most = Number.NEGATIVE_INFINITY;
  for (const thresholds of grid()) {
    const value = all.reduce((sum, asked) => sum + usefulness(decide(asked, thresholds)), 0);
    if (value > most) {
      best = thresholds;
      most = value;
    }
  }
  return best;
}

const rounded = ({ answer, lead, choices }: Thresholds) =>
  `answer ${answer.toFixed(2)}, lead ${lead.toFixed(2)}, choices ${choices.toFixed(2)}`;

const collections = readCollections(dataFolder(process.argv.slice(2)));
const asked = collections.map((collection) => {
  const index = createSearchIndex();
  index.putTexts(collection.items);
  const { language } = collection;
  return askAll(collection, (text) =>
    index.searchTexts({ text, language, networks: [], limit: 10 }),
  );
});
const names = collections.map(({ name }) => name);

const print = (title: string, thresholds: Thresholds) => {
  const shares = asked.map((one) => decide(one, thresholds));
  console.log(`\n${title}: ${rounded(thresholds)}`);
  console.table([
    ...shares.map((one, at) => decisionRow(names[at] ?? "", one)),
    decisionRow("mean", meanShares(shares)),
  ]);
};

print("In use now", current);
print("Fitted on all", fitted(asked));
for (const [left, name] of names.entries()) {
  const thresholds = fitted(asked.filter((_, at) => at !== left));
  const held = asked[left];
  if (!held) continue;
  console.log(`\nFitted without ${name}: ${rounded(thresholds)}`);
  console.table([decisionRow(name, decide(held, thresholds))]);
}

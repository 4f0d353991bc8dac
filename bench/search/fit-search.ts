/**
 * Fits the thresholds of src/features/ask/choose-answer.ts to the development collections and to the sample content,
 * and prints how they do. What is in force is the last: the best for the sample content that keeps the floors. Then the
 * weights of translated findings (find-in-languages.ts).
 */

import { thresholds as current, type Thresholds } from "../../src/features/ask/choose-answer.ts";
import { createSearchIndex } from "../../src/platform/search/create-search-index.ts";
import { shippedWords } from "../../src/platform/search/translate/dictionary-file.ts";
import { askAll } from "./ask-collection.ts";
import { askSampleContent } from "./ask-sample-content.ts";
import { contentFolder, dataFolder, readCollections, readUnrelated } from "./collections.ts";
import { decide, decisionRow, meanShares } from "./decisions.ts";
import { fitThresholds, written } from "./fit-thresholds.ts";
import { fitTranslated, inForce, printTranslated, tryTranslated } from "./fit-translated.ts";
import { printChoiceOfThresholds, printSamples } from "./print-samples.ts";

/** `args`: [--data DIR] */
export function fitSearch(args: readonly string[]): void {
  const folder = dataFolder(args);
  const collections = readCollections(folder);
  const asked = collections.map((collection) => {
    const index = createSearchIndex();
    index.putTexts(collection.items);
    const { language } = collection;
    return askAll(collection, (text) =>
      index.searchTexts({ text, language, networks: [], limit: 10 }),
    );
  });
  const names = collections.map(({ name }) => name);

  const print = (title: string, thresholds: Thresholds | undefined) => {
    if (!thresholds) return;
    const shares = asked.map((one) => decide(one, thresholds));
    console.log(`\n${title}: ${written(thresholds)}`);
    console.table([
      ...shares.map((one, at) => decisionRow(names[at] ?? "", one)),
      decisionRow("mean", meanShares(shares)),
    ]);
  };

  print("In use now", current);
  print("Fitted on all", fitThresholds(asked));
  for (const [left, name] of names.entries()) {
    const thresholds = fitThresholds(asked.filter((_, at) => at !== left));
    const held = asked[left];
    if (!held || !thresholds) continue;
    console.log(`\nFitted without ${name}: ${written(thresholds)}`);
    console.table([decisionRow(name, decide(held, thresholds))]);
  }

  const samples = askSampleContent(contentFolder, readUnrelated(folder));
  printSamples(samples);
  printChoiceOfThresholds(samples, asked);

  const trial = tryTranslated(collections.slice(0, 3), folder, shippedWords());
  const fitted = fitTranslated(trial);
  const others = [1, 1.2, 1.3, 1.4].map(
    (instead) => [`instead ${instead}`, { ...fitted, instead }] as const,
  );
  printTranslated(trial, [
    ...inForce,
    [`fitted: beside ${fitted.beside}, instead ${fitted.instead}`, fitted],
    ...others,
  ]);
}

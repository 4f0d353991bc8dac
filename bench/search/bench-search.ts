/**
 * Measures the search: npm run bench -- search [--data DIR], or node bench/search/bench-search.ts.
 * What it prints is explained by the headings; what was tried on the way stands in TRIED.md.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { thresholds } from "../../src/features/ask/choose-answer.ts";
import { createSearchIndex } from "../../src/platform/search/create-search-index.ts";
import {
  type Asked,
  askAll,
  meanReciprocalRank,
  recallAt,
  type Search,
  separation,
} from "./ask-collection.ts";
import { askSampleContent } from "./ask-sample-content.ts";
import {
  type Collection,
  contentFolder,
  dataFolder,
  readCollections,
  readSampleContent,
  readUnrelated,
} from "./collections.ts";
import { decide, decisionRow, meanShares, percent } from "./decisions.ts";
import { manyTexts } from "./many-texts.ts";
import { askForPlaces } from "./place-names.ts";
import { printAcross } from "./print-across.ts";
import { printChoiceOfThresholds, printSamples } from "./print-samples.ts";
import { defaultMiniSearch, miniSearchSettings, tunedMiniSearch } from "./tuned-minisearch.ts";

export async function benchSearch(args: readonly string[]): Promise<void> {
  const folder = dataFolder(args);
  const hasData = existsSync(join(folder, "unrelated.jsonl"));
  if (!hasData) {
    console.log(`No data in ${folder}: measuring on the sample content of content/ instead.`);
  }
  const collections = hasData ? readCollections(folder) : readSampleContent(contentFolder);
  if (collections.length === 0) {
    console.log("There is no sample content either: nothing to measure.");
    return;
  }

  const ours = collections.map((collection) => askAll(collection, kollega(collection)));
  printRanks(collections, ours);
  if (hasData) printDecisions(collections, ours);
  const samples = askSampleContent(contentFolder, readUnrelated(folder));
  printSamples(samples);
  if (hasData) printChoiceOfThresholds(samples, ours);
  if (hasData) printAcross(folder, collections.slice(0, 3));
  printTimes(collections);
  const municipalities = join(folder, "../municipalities.jsonl");
  if (existsSync(municipalities)) {
    const { finnish, swedish } = askForPlaces(municipalities);
    console.log(
      `People by place, first: ${percent(finnish)} % by inflected Finnish names, ${percent(swedish)} % by undotted Swedish ones.`,
    );
  }
}

function kollega({ items, language }: Collection): Search {
  const index = createSearchIndex();
  index.putTexts(items);
  return (text) => index.searchTexts({ text, language, networks: [], limit: 10 });
}

function printRanks(collections: readonly Collection[], ours: readonly Asked[]): void {
  const defaults = collections.map((one) => askAll(one, defaultMiniSearch(one.items)));
  const tuned = bestMiniSearch(collections);
  console.log(
    "\nFinding the answer, in %: R@1 / R@3 / MRR, then AUROC of answerable against unrelated questions",
  );
  console.table([
    ...collections.map(({ name, items, questions }, at) => ({
      collection: name,
      texts: items.length,
      questions: questions.length,
      Kollega: ranks([ours[at]]),
      "MiniSearch defaults": ranks([defaults[at]]),
      "MiniSearch tuned": ranks([tuned[at]]),
    })),
    {
      collection: "mean",
      Kollega: ranks(ours),
      "MiniSearch defaults": ranks(defaults),
      "MiniSearch tuned": ranks(tuned),
    },
  ]);
}

/** The setting that does best over all collections together, so a real rival. */
function bestMiniSearch(collections: readonly Collection[]): readonly Asked[] {
  let best: readonly Asked[] = [];
  let most = -1;
  for (const setting of miniSearchSettings) {
    const asked = collections.map((one) =>
      askAll(one, tunedMiniSearch(one.items, one.language, setting)),
    );
    const value = asked.reduce((sum, one) => sum + recallAt(one, 3) + recallAt(one, 1), 0);
    if (value > most) {
      most = value;
      best = asked;
    }
  }
  return best;
}

function ranks(all: readonly (Asked | undefined)[]): string {
  const asked = all.filter((one) => one !== undefined);
  const mean = (of: (one: Asked) => number) =>
    asked.reduce((sum, one) => sum + of(one), 0) / asked.length;
  const figures = [
    percent(mean((one) => recallAt(one, 1))),
    percent(mean((one) => recallAt(one, 3))),
    percent(mean(meanReciprocalRank)),
  ].join(" / ");
  const unrelated = asked.every((one) => one.unrelated.length > 0);
  return unrelated ? `${figures}  ${mean(separation).toFixed(3)}` : figures;
}

function printDecisions(collections: readonly Collection[], ours: readonly Asked[]): void {
  const shares = ours.map((asked) => decide(asked, thresholds));
  console.log("\nDeciding, in % (thresholds of choose-answer.ts)");
  console.table([
    ...shares.map((one, at) => decisionRow(collections[at]?.name ?? "", one)),
    decisionRow("mean", meanShares(shares)),
  ]);
}

function printTimes(collections: readonly Collection[]): void {
  console.log("\nTime: one question's p50 and p99, the first build, one changed text until found");
  const rows = [];
  for (const collection of largestOfEachLanguage(collections)) {
    for (const count of [1_000, 2_000, 20_000]) {
      rows.push({ language: collection.language, ...timesOf(collection, count) });
    }
  }
  console.table(rows);
}

function largestOfEachLanguage(collections: readonly Collection[]): readonly Collection[] {
  const largest = new Map<string, Collection>();
  for (const one of collections) {
    const known = largest.get(one.language);
    if (!known || known.questions.length < one.questions.length) largest.set(one.language, one);
  }
  return [...largest.values()];
}

function timesOf(collection: Collection, count: number): Record<string, string | number> {
  const { language, questions } = collection;
  const items = manyTexts(collection, count);
  const index = createSearchIndex();
  const ask = (text: string) => index.searchTexts({ text, language, networks: [], limit: 10 });
  const build = millisecondsOf(() => {
    index.putTexts(items);
    ask("warm up");
  });
  for (const { text } of questions) ask(text);
  const times = Array.from({ length: 5 }, () => questions)
    .flat()
    .map(({ text }) => millisecondsOf(() => ask(text)))
    .sort((one, other) => one - other);
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(2);
  const changed = millisecondsOf(() => {
    index.putTexts(items.slice(0, 1));
    ask("warm up");
  });
  return {
    texts: count,
    "p50 ms": at(0.5),
    "p99 ms": at(0.99),
    "build ms": Math.round(build),
    "change ms": changed.toFixed(1),
    "RSS MB": Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}

function millisecondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

if (import.meta.main) await benchSearch(process.argv.slice(2));

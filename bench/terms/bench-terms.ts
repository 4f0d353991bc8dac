/**
 * Measures the look-up of terms: npm run bench -- terms. On the shipped collections and a thousand made-up concepts of
 * a network's own: how long reading them takes, what they weigh, how long one look-up takes, how often the right
 * concept comes first.
 */
import { collectionIds } from "../../src/core/collections.ts";
import type { Term } from "../../src/core/content.ts";
import type { Language } from "../../src/core/language.ts";
import type { TermHit, TermIndex, TermItem } from "../../src/core/ports.ts";
import { namesOf } from "../../src/core/term-names.ts";
import { shippedCollections } from "../../src/platform/files/collections.ts";
import { createTermIndex } from "../../src/platform/search/term-index.ts";
import { createRandom } from "../turns/random.ts";
import { misspelt, withEnding } from "./slips.ts";

const ownConcepts = 1_000;
const questionsOfEachKind = 1_500;
const rounds = 3;
const sliceMs = 8;
const network = "oversattare";

type Question = { readonly text: string; readonly key: string };

export async function benchTerms(): Promise<void> {
  const items = await readItems();
  const { index, slices, megabytes } = built(items);
  const total = slices.reduce((sum, ms) => sum + ms, 0);
  console.log(
    `${items.length} concepts with ${items.flatMap(({ term }) => namesOf(term)).length} names: ` +
      `built in ${Math.round(total)} ms, in ${slices.length} slices of at most ${Math.max(...slices).toFixed(0)} ms; ` +
      `${megabytes.toFixed(0)} MB.`,
  );
  console.log(
    "\nOne look-up: p50 and p99 in ms; how often a concept of that name comes first, in %",
  );
  const kinds = questionsOn(items);
  // The compiler needs to have seen each kind of question before any is timed.
  for (const questions of Object.values(kinds)) askAll(index, questions.slice(0, 300));
  console.table(
    Object.entries(kinds).map(([kind, questions]) => ({ kind, ...askAll(index, questions) })),
  );
}

async function readItems(): Promise<readonly TermItem[]> {
  const collections = await Promise.all(
    shippedCollections().map(async ({ id, read }) =>
      (await read()).map((term): TermItem => ({ key: `${id}:${term.id}`, collection: id, term })),
    ),
  );
  const shipped = collections.flat();
  return [...shipped, ...madeUp(shipped.map(({ term }) => term))];
}

/** Concepts whose names join the words of two others, as those of a municipality's own might. */
function madeUp(terms: readonly Term[]): readonly TermItem[] {
  const random = createRandom(1);
  const lastWord = (text = "") => text.split(/\s/u).at(-1) ?? text;
  return Array.from({ length: ownConcepts }, (_, at): TermItem => {
    const [one, other] = [random.pick(terms), random.pick(terms)];
    const term: Term = {
      ...one,
      id: `own-${at}`,
      network,
      sv: `${lastWord(one.sv)} ${lastWord(other.sv)}`.toLowerCase(),
      fi: `${lastWord(one.fi)}${lastWord(other.fi)}`.toLowerCase(),
      en: `${lastWord(one.en)} ${lastWord(other.en)}`.toLowerCase(),
    };
    return { key: `own:${at}`, network, term };
  });
}

function built(items: readonly TermItem[]) {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const index = createTermIndex();
  const slices: number[] = [];
  index.put(items);
  for (let isMore = true; isMore; ) {
    const began = performance.now();
    isMore = index.build(sliceMs);
    slices.push(performance.now() - began);
  }
  globalThis.gc?.();
  return { index, slices, megabytes: (process.memoryUsage().heapUsed - before) / 2 ** 20 };
}

function questionsOn(items: readonly TermItem[]): Readonly<Record<string, readonly Question[]>> {
  const random = createRandom(2);
  const some = () => {
    const { key, term } = random.pick(items);
    const { text, language } = random.pick(namesOf(term));
    return { key, text: text.toLowerCase(), language };
  };
  const many = (make: (text: string, language: Language) => string): readonly Question[] =>
    Array.from({ length: questionsOfEachKind }, () => {
      const { key, text, language } = some();
      return { key, text: make(text, language) };
    });
  const short = items.filter(({ term }) => namesOf(term).some(({ text }) => !/\s/u.test(text)));
  return {
    "as it stands": many((text) => text),
    "with an ending": many((text, language) => withEnding(text, language, random)),
    "with a slip": many((text) => misspelt(text, random)),
    "with two slips": many((text) => misspelt(misspelt(text, random), random)),
    "a word of it": many((text) => random.pick(text.split(/\s+/u))).map(({ text }) => ({
      key: "",
      text,
    })),
    "two joined": Array.from({ length: questionsOfEachKind }, () => {
      const [one, other] = [random.pick(short), random.pick(short)];
      const first = namesOf(one.term).find(({ text }) => !/\s/u.test(text))?.text ?? "";
      const last = namesOf(other.term).find(({ text }) => !/\s/u.test(text))?.text ?? "";
      return { key: "", text: `${first}${last}`.toLowerCase() };
    }),
  };
}

/** Each question is asked in several rounds: the best of them is what it costs when no other program is in the way. */
function askAll(index: TermIndex, questions: readonly Question[]) {
  const times: number[] = [];
  const best = questions.map(() => Number.POSITIVE_INFINITY);
  let first = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [place, { text, key }] of questions.entries()) {
      const began = performance.now();
      const hits = lookUp(index, text);
      const took = performance.now() - began;
      times.push(took);
      best[place] = Math.min(best[place] as number, took);
      if (isFirst(hits, key)) first++;
    }
  }
  return {
    "p50 ms": at(times, 0.5),
    "p99 ms": at(times, 0.99),
    "p99 ms, best of three": at(best, 0.99),
    "first %": questions[0]?.key === "" ? "" : ((100 * first) / times.length).toFixed(1),
  };
}

/** As the feature does it: where nothing is found, the parts of a compound are looked for. */
function lookUp(index: TermIndex, text: string): readonly TermHit[] {
  const whose = { networks: [network], collections: collectionIds };
  const hits = index.find({ text, ...whose, limit: 12 });
  if (hits.every(({ match }) => match === "part")) index.partsOf({ text, ...whose });
  return hits;
}

/** Several concepts may bear the name: any of them is right. */
const isFirst = ([first, ...others]: readonly TermHit[], key: string): boolean =>
  first?.item.key === key ||
  others.some(({ item, name }) => item.key === key && name.text === first?.name.text);

const at = (times: readonly number[], share: number): string =>
  ([...times].sort((one, other) => one - other)[Math.floor(share * times.length)] ?? 0).toFixed(2);

/** A dictionary learnt from texts that say the same in several languages. */
import { type Language, languages } from "../../src/core/language.ts";
import { stopWords } from "../../src/platform/search/stop-words.ts";
import {
  type DictionaryTables,
  type Direction,
  type Rendering,
  stemKey,
  type WordTable,
} from "../../src/platform/search/translate/dictionary.ts";
import type { Names } from "../../src/platform/search/translate/dictionary-file.ts";
import { wordsOf } from "../../src/platform/search/words.ts";
import { alignWords, type Pair } from "./align-words.ts";

const most = 3;
/** A rendering is kept if it is this likely … */
const least = 0.05;
/** … and this likely in comparison with the likeliest. */
const leastOfBest = 0.15;
/** How much the other direction's opinion counts. */
const backward = 0.3;
/** How much the words given by hand count beside those learnt. */
const hand = 0.7;

/** Words that stand for the same, each language's several. */
export type WordEntry = Readonly<Record<Language, readonly string[]>>;

/** The pairs of languages there are to learn, each once. */
const pairs = [
  ["sv", "fi"],
  ["sv", "en"],
  ["fi", "en"],
] as const;

/** What the texts themselves teach. */
export function learnTables(
  texts: readonly Names[],
  wanted: readonly (readonly [Language, Language])[] = pairs,
): DictionaryTables {
  const tables: Partial<Record<Direction, WordTable>> = {};
  const surfaces = surfacesOf(texts);
  const stemmed = texts.map(stemsOf);
  for (const [a, b] of wanted) {
    const both = stemmed.flatMap((stems): Pair[] => {
      const from = stems[a];
      const to = stems[b];
      return from && to ? [{ from, to }] : [];
    });
    const there = alignWords(both);
    const back = alignWords(both.map(({ from, to }) => ({ from: to, to: from })));
    tables[`${a}-${b}`] = tableOf(there, back, surfaces[b]);
    tables[`${b}-${a}`] = tableOf(back, there, surfaces[a]);
  }
  return tables;
}

/** The words given by hand, before and beside what was learnt. */
export const withWords = (
  learnt: DictionaryTables,
  words: readonly WordEntry[],
): DictionaryTables =>
  Object.fromEntries(
    languages.flatMap((from) =>
      languages
        .filter((to) => to !== from)
        .map((to) => {
          const direction: Direction = `${from}-${to}`;
          return [direction, joined(learnt[direction] ?? new Map(), byHand(words, from, to))];
        }),
    ),
  );

type Stems = Partial<Record<Language, readonly string[]>>;

const topicWords = (text: string, language: Language): readonly string[] =>
  wordsOf(text).filter((word) => !stopWords[language].has(word) && /\p{L}{2}/u.test(word));

const stemsOf = (text: Names): Stems =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const own = text[language];
      return own === undefined
        ? []
        : [[language, topicWords(own, language).map((word) => stemKey(word, language))]];
    }),
  );

/** For each stem the word that has it most often, the shortest of several. */
function surfacesOf(texts: readonly Names[]): Record<Language, ReadonlyMap<string, string>> {
  const surfaces = (language: Language) => {
    const counts = new Map<string, Map<string, number>>();
    for (const text of texts) {
      for (const word of topicWords(text[language] ?? "", language)) {
        const stem = stemKey(word, language);
        const words = counts.get(stem) ?? new Map<string, number>();
        counts.set(stem, words.set(word, (words.get(word) ?? 0) + 1));
      }
    }
    return new Map(
      [...counts].map(([stem, words]) => {
        const [[word] = [""]] = [...words].sort(
          ([a, times], [b, others]) => others - times || a.length - b.length,
        );
        return [stem, word];
      }),
    );
  };
  return { sv: surfaces("sv"), fi: surfaces("fi"), en: surfaces("en") };
}

function tableOf(
  there: ReturnType<typeof alignWords>,
  back: ReturnType<typeof alignWords>,
  surfaces: ReadonlyMap<string, string>,
): WordTable {
  const table = new Map<string, readonly Rendering[]>();
  for (const [stem, words] of there) {
    const found = [...words]
      .map(([to, share]) => ({
        word: surfaces.get(to) ?? to,
        share: share ** (1 - backward) * (back.get(to)?.get(stem) ?? 0) ** backward,
      }))
      .sort((a, b) => b.share - a.share)
      .slice(0, most);
    const best = found[0]?.share ?? 0;
    const kept = found.filter(({ share }) => share >= least && share >= leastOfBest * best);
    const sum = kept.reduce((total, { share }) => total + share, 0);
    if (sum > 0)
      table.set(
        stem,
        kept.map(({ word, share }) => ({ word, share: share / sum })),
      );
  }
  return table;
}

/** What the entries say of each word that stands alone; what is said by several words counts as one. */
function byHand(words: readonly WordEntry[], from: Language, to: Language): WordTable {
  const found = new Map<string, Map<string, number>>();
  for (const entry of words) {
    const sources = new Set(
      entry[from]
        .map((form) => topicWords(form, from))
        .flatMap((form) => (form.length === 1 ? [stemKey(form[0] ?? "", from)] : [])),
    );
    const forms = entry[to].map((form) => topicWords(form, to)).filter(({ length }) => length > 0);
    for (const source of sources) {
      const shares = found.get(source) ?? new Map<string, number>();
      found.set(source, shares);
      for (const form of forms) {
        for (const word of form) {
          shares.set(word, (shares.get(word) ?? 0) + 1 / (forms.length * form.length));
        }
      }
    }
  }
  return new Map(
    [...found].map(([stem, shares]) => [
      stem,
      scaled([...shares].map(([word, share]) => ({ word, share }))),
    ]),
  );
}

function scaled(renderings: readonly Rendering[]): readonly Rendering[] {
  const sum = renderings.reduce((total, { share }) => total + share, 0);
  return renderings.map(({ word, share }) => ({ word, share: share / sum }));
}

function joined(learnt: WordTable, given: WordTable): WordTable {
  const all = new Map(learnt);
  for (const [stem, own] of given) {
    const known = learnt.get(stem);
    if (!known) {
      all.set(stem, own);
      continue;
    }
    const shares = new Map<string, number>();
    for (const { word, share } of own) shares.set(word, share * hand);
    for (const { word, share } of known) {
      shares.set(word, (shares.get(word) ?? 0) + share * (1 - hand));
    }
    const best = [...shares].sort(([, a], [, b]) => b - a).slice(0, most + 1);
    all.set(stem, scaled(best.map(([word, share]) => ({ word, share }))));
  }
  return all;
}

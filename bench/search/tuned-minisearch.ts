import MiniSearch from "minisearch";
import type { Language } from "../../src/core/language.ts";
import type { SearchItem } from "../../src/core/ports.ts";
import { stemOf } from "../../src/platform/search/stems.ts";
import { stopWords } from "../../src/platform/search/stop-words.ts";
import type { Search } from "./ask-collection.ts";

type Document = { readonly id: string; readonly title: string; readonly text: string };

const documentOf = ({ key, title, questions, text }: SearchItem): Document => ({
  id: key,
  title: [title, ...questions].join("\n"),
  text,
});

/** MiniSearch as it comes. */
export function defaultMiniSearch(items: readonly SearchItem[]): Search {
  const index = new MiniSearch<Document>({ fields: ["title", "text"] });
  index.addAll(items.map(documentOf));
  return (question) => hits(index.search(question));
}

/** What was tried to bring the best out of MiniSearch. */
export type MiniSearchSetting = {
  readonly titleBoost: number;
  readonly prefixFrom: number;
  readonly fuzzy: number;
  readonly fuzzyWeight: number;
  readonly prefixWeight: number;
};

export const miniSearchSettings: readonly MiniSearchSetting[] = [1, 2, 3].flatMap((titleBoost) =>
  [
    { prefixFrom: 4, fuzzy: 0.2 },
    { prefixFrom: 4, fuzzy: 0.1 },
    { prefixFrom: 5, fuzzy: 0.2 },
    { prefixFrom: 100, fuzzy: 0.2 },
    { prefixFrom: 4, fuzzy: 0 },
    { prefixFrom: 100, fuzzy: 0 },
  ].flatMap((how) =>
    [0.45, 0.2].map((fuzzyWeight) => ({ titleBoost, ...how, fuzzyWeight, prefixWeight: 0.375 })),
  ),
);

/** MiniSearch with our stemmer and stop words, prefixes, fuzzy matching and a boosted title. */
export function tunedMiniSearch(
  items: readonly SearchItem[],
  language: Language,
  setting: MiniSearchSetting,
): Search {
  const { titleBoost, prefixFrom, fuzzy, fuzzyWeight, prefixWeight } = setting;
  const index = new MiniSearch<Document>({
    fields: ["title", "text"],
    processTerm: (term) => {
      const word = term.toLowerCase();
      return word === "" || stopWords[language].has(word) ? null : stemOf(word, language);
    },
    searchOptions: {
      boost: { title: titleBoost },
      prefix: (term) => term.length >= prefixFrom,
      fuzzy: fuzzy === 0 ? false : fuzzy,
      weights: { fuzzy: fuzzyWeight, prefix: prefixWeight },
    },
  });
  index.addAll(items.map(documentOf));
  return (question) => hits(index.search(question));
}

const hits = (results: ReturnType<MiniSearch["search"]>) =>
  results.slice(0, 10).map(({ id, score }) => ({ key: String(id), score }));

/** Collections of several languages in one index, asked the whole way (find-answers.ts): what the others cost one's own. */
import type { Practice } from "../../src/core/content.ts";
import { type Language, languages } from "../../src/core/language.ts";
import type { SearchItem } from "../../src/core/ports.ts";
import { findAnswers, type TranslatedWeights } from "../../src/features/ask/ask-feature.ts";
import { createSearchIndex } from "../../src/platform/search/create-search-index.ts";
import type { HouseWords } from "../../src/platform/search/translate/dictionary-file.ts";
import { type Asked, askAll, type Search } from "./ask-collection.ts";
import type { Indexed, MemberQuestion } from "./ask-sample-content.ts";
import type { Collection } from "./collections.ts";

/** Asks the whole way; `asked` is the question's language. Cheap to ask again with other weights. */
export type AskAll = (
  text: string,
  asked: Language,
  /** Undefined: in one language alone. */
  weights: TranslatedWeights | undefined,
) => ReturnType<Search>;

/** A text as findings tell it. */
const practiceOf = ({ key, language, title }: SearchItem): Practice => ({
  id: key,
  language,
  title,
  body: "",
  questions: [],
  tags: [],
  contacts: [],
  status: "published",
});

/** Asks like the bot does, of texts without versions in other languages. */
export function askEverything(items: readonly SearchItem[], words: HouseWords): AskAll {
  const index = createSearchIndex(words);
  index.putTexts(items);
  const practices = new Map(items.map((item) => [item.key, practiceOf(item)]));
  const networks = [...new Set(items.flatMap(({ network }) => network ?? []))];
  const libraryWith = (acrossLanguages: boolean) => ({
    findTexts: (query: Parameters<typeof index.searchTexts>[0]) =>
      index.searchTexts(query).flatMap(({ key, score }) => {
        const practice = practices.get(key);
        return practice ? [{ kind: "practice" as const, score, practice }] : [];
      }),
    findContacts: () => [],
    hasOnlyIn: () => acrossLanguages,
    practiceVersions: () => [],
  });
  return (text, language, weights) =>
    findAnswers(
      libraryWith(weights !== undefined),
      { text, language, networks },
      weights,
    ).results.flatMap((found) =>
      found.kind === "practice" ? [{ key: found.practice.id, score: found.score }] : [],
    );
}

/** Each collection's questions, asked in its language of everything there is. */
export const askMixed = (
  collections: readonly Collection[],
  ask: AskAll,
  weights: TranslatedWeights | undefined,
): readonly Asked[] =>
  collections.map((one) => askAll(one, (text) => ask(text, one.language, weights)));

/** The unrelated questions of the other languages, for each collection alone. */
export function askUnrelatedAcross(
  collections: readonly Collection[],
  words: HouseWords,
  unrelatedIn: (language: Language) => readonly string[],
): (weights: TranslatedWeights) => readonly (readonly number[])[] {
  const asks = collections.map(({ items, language }) => ({
    language,
    ask: askEverything(items, words),
  }));
  return (weights) =>
    asks.flatMap(({ language: own, ask }) =>
      languages
        .filter((language) => language !== own)
        .flatMap((language) =>
          unrelatedIn(language).map((text) =>
            ask(text, language, weights).map(({ score }) => score),
          ),
        ),
    );
}

/** Members' questions, while what answers them has no version in the asker's language but in one other. */
export function askWithoutOwnVersion(
  practices: readonly Indexed[],
  members: readonly MemberQuestion[],
  words: HouseWords,
): (weights: TranslatedWeights | undefined) => Asked {
  const asks = members.flatMap(({ text, language, relevant }) =>
    languages
      .filter((to) => to !== language)
      .flatMap((to) => {
        const isRight = ({ practice, item }: Indexed) =>
          relevant.includes(practice) && item.language === to;
        const right = new Set(practices.filter(isRight).map(({ item }) => item.key));
        if (right.size === 0) return [];
        const kept = practices.filter((one) => !relevant.includes(one.practice) || isRight(one));
        const ask = askEverything(
          kept.map(({ item }) => ({ ...item, questions: [] })),
          words,
        );
        return [{ text, language, right, ask }];
      }),
  );
  return (weights) => ({
    answerable: asks.map(({ text, language, right, ask }) => {
      const hits = ask(text, language, weights);
      const place = hits.findIndex(({ key }) => right.has(key));
      return {
        scores: hits.map(({ score }) => score),
        rank: place < 0 ? Number.POSITIVE_INFINITY : place + 1,
      };
    }),
    unrelated: [],
  });
}

/** A text cut into sentences, with the stems of its words: what a passage is looked for in. */
import type { Language } from "../../core/language.ts";
import { createMemo } from "./memo.ts";
import { type Span, sentencesOf } from "./sentences.ts";
import { stemOf } from "./stems.ts";
import { fold, wordsOf } from "./words.ts";

export type ReadText = {
  readonly sentences: readonly Span[];
  /** The folded stems, each with the sentences that have it, by their first letters. */
  readonly stems: ReadonlyMap<string, readonly Stem[]>;
};

export type Stem = { readonly letters: string; readonly sentences: readonly number[] };

const mostTexts = 500;
const mostWords = 50_000;

/** The texts that were asked for last are the ones asked for next. */
const texts = {
  sv: createMemo(mostTexts, (text: string) => read(text, "sv")),
  fi: createMemo(mostTexts, (text: string) => read(text, "fi")),
  en: createMemo(mostTexts, (text: string) => read(text, "en")),
} as const;

const stems = {
  sv: createMemo(mostWords, (word: string) => fold(stemOf(word, "sv"))),
  fi: createMemo(mostWords, (word: string) => fold(stemOf(word, "fi"))),
  en: createMemo(mostWords, (word: string) => fold(stemOf(word, "en"))),
} as const;

export const readText = (text: string, language: Language): ReadText => texts[language](text);

export const foldedStem = (word: string, language: Language): string => stems[language](word);

function read(text: string, language: Language): ReadText {
  const sentences = sentencesOf(text);
  const having = new Map<string, number[]>();
  for (const [at, { start, end }] of sentences.entries()) {
    for (const stem of new Set(
      wordsOf(text.slice(start, end)).map((word) => foldedStem(word, language)),
    )) {
      const known = having.get(stem);
      if (known) known.push(at);
      else having.set(stem, [at]);
    }
  }
  const stems = Array.from(having, ([letters, places]) => ({ letters, sentences: places }));
  return { sentences, stems: Map.groupBy(stems, ({ letters }) => letters.charAt(0)) };
}

/**
 * Every distinct word is analysed once: its stem and its character n-grams become small numbers.
 * A lexicon grows with the texts that are put in, never with the questions asked.
 */
import { gramsOf } from "./grams.ts";
import { fold } from "./words.ts";

/** A word as an index sees it; a number below 0 stands for a stem or n-gram that no text has. */
export type Analysis = {
  readonly stem: number;
  readonly grams: Int32Array;
  /** It carries no topic. */
  readonly isStopWord: boolean;
};

export type Lexicon = {
  /** The number of a text's word, given to it when it is first seen. */
  numberOf(word: string): number;
  /** A numbered word's analysis. */
  at(number: number): Analysis;
  /** The analysis of a question's word. */
  look(word: string): Analysis;
  /** How many different stems and n-grams there are by now. */
  readonly sizes: { readonly stem: number; readonly gram: number };
};

export type LexiconOptions = {
  readonly stopWords: ReadonlySet<string>;
  readonly stemOf: (word: string) => string;
  readonly gramSizes: readonly [shortest: number, longest: number];
  /** Told of each new word. */
  readonly onNewWord?: (word: string, stem: number) => void;
};

export function createLexicon(options: LexiconOptions): Lexicon {
  const { stopWords, stemOf, gramSizes, onNewWord } = options;
  const numbers = new Map<string, number>();
  const analyses: Analysis[] = [];
  const stems = new Map<string, number>();
  const grams = new Map<string, number>();
  const numbered = (map: Map<string, number>, token: string): number => {
    const known = map.get(token);
    if (known !== undefined) return known;
    map.set(token, map.size);
    return map.size - 1;
  };
  const analyse = (
    word: string,
    number: (map: Map<string, number>, token: string) => number,
  ): Analysis => {
    const isStopWord = stopWords.has(word);
    return {
      stem: number(stems, fold(stemOf(word))),
      grams: Int32Array.from(gramsOf(fold(word), ...gramSizes), (gram) => number(grams, gram)),
      isStopWord,
    };
  };

  return {
    numberOf(word) {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      const analysis = analyse(word, numbered);
      numbers.set(word, analyses.length);
      analyses.push(analysis);
      onNewWord?.(word, analysis.stem);
      return analyses.length - 1;
    },
    at: (number) => analyses[number] as Analysis,
    look(word) {
      const known = numbers.get(word);
      if (known !== undefined) return analyses[known] as Analysis;
      return analyse(word, (map, token) => map.get(token) ?? -1);
    },
    get sizes() {
      return { stem: stems.size, gram: grams.size };
    },
  };
}

/**
 * Every distinct word is analysed once: its stem and its character n-grams become small numbers.
 * A lexicon grows with the texts that are put in, never with the questions asked.
 */
import { fold } from "./words.ts";
import { gramsOf } from "./grams.ts";

/** A word as an index sees it; a number below 0 stands for a stem or n-gram that no text has. */
export type Analysis = { readonly stem: number; readonly grams: Int32Array };

export type Lexicon = {
  /** The number of a word of a text, or -1 for a stop word. */
  numberOf(word: string): number;
  /** A numbered word's analysis. */
  at(number: number): Analysis;
  /** The analysis of a question's word, or undefined for a stop word. */
  look(word: string): Analysis;
  isStopWord(word: string): boolean;
  /** How many different stems and n-grams there are by now. */
  readonly sizes: { readonly stem: number; readonly gram: number };
};

export type LexiconOptions = {
  readonly stopWords: ReadonlySet<string>;
  readonly stem: (word: string) => string;
  readonly gramSizes: readonly [number, number];
};

export function createLexicon({ stopWords, stem, gramSizes }: LexiconOptions): Lexicon {
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
  const partsOf = (word: string) => gramsOf(fold(word), gramSizes[0], gramSizes[1]);

  return {
    numberOf(word) {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      if (stopWords.has(word)) {
        numbers.set(word, -1);
        return -1;
      }
      const analysis = {
        stem: numbered(stems, fold(stem(word))),
        grams: Int32Array.from(partsOf(word), (gram) => numbered(grams, gram)),
      };
      numbers.set(word, analyses.length);
      analyses.push(analysis);
      return analyses.length - 1;
    },
    at: (number) => analyses[number] as Analysis,
    look(word) {
      const known = numbers.get(word);
      if (known !== undefined && known >= 0) return analyses[known] as Analysis;
      return {
        stem: stems.get(fold(stem(word))) ?? -1,
        grams: Int32Array.from(partsOf(word), (gram) => grams.get(gram) ?? -1),
      };
    },
    isStopWord: (word) => stopWords.has(word),
    get sizes() {
      return { stem: stems.size, gram: grams.size };
    },
  };
}

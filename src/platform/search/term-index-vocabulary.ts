/** The distinct words of all terms, found again in any form and through slips of the pen. */
import { type Language, languages } from "../../core/language.ts";
import { gramsOf } from "./grams.ts";
import { distanceOf, mostSlips } from "./term-index-distance.ts";
import { english } from "./term-index-english.ts";
import { finnish } from "./term-index-finnish.ts";
import { type Inflection, longestEnding, shortestStem } from "./term-index-inflection.ts";
import { swedish } from "./term-index-swedish.ts";
import { fold } from "./words.ts";

const inflections: Readonly<Record<Language, Inflection>> = {
  sv: swedish,
  fi: finnish,
  en: english,
};

/** A known word, by its number, and how alike it is to the one that was sought. */
export type LikeWord = { readonly word: number; readonly alike: number };

export type Vocabulary = {
  /** The number of a word, which is new if it was not known. */
  readonly add: (word: string, language: Language) => number;
  readonly numberOf: (word: string) => number | undefined;
  /** How many letters a known word has. */
  readonly lettersOf: (word: number) => number;
  /** Known words of which this one is a form. */
  readonly formsOf: (word: string) => readonly number[];
  /** The same for the pieces of a word, asked one after the other. */
  readonly formsWithin: (word: string) => (start: number, end: number) => readonly number[];
  /** Known words that somebody may have meant who wrote this one. */
  readonly likeSlips: (word: string) => readonly LikeWord[];
  /** Known words that begin or end with this one, or hold it. */
  readonly holding: (word: string) => readonly LikeWord[];
};

const gramSize = 3;
/** So many words that have most of the same letters in the same order are looked at closely. */
const mostCandidates = 60;
const leastAlike = 0.72;
const mostHolding = 400;
/** As wordsOf cuts them. */
const longestWord = 40;
const nobody: readonly number[] = [];
/** A slip that is only a missing dot or accent hardly counts. */
const missingDots = 0.02;

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const folded: string[] = [];
  const isKnownIn = new Set<number>();
  /** Words by their stems; each word times three, plus the place of the language whose stem it is. */
  const byStem = new Map<string, number[]>();
  const byGram = new Map<string, number[]>();
  let shared = new Uint8Array(1024);
  let lengths = new Uint8Array(1024);

  function add(word: string, language: Language): number {
    const known = numbers.get(word);
    const number = known ?? texts.length;
    if (known === undefined) {
      numbers.set(word, number);
      texts.push(word);
      const plain = fold(word);
      folded.push(plain);
      if (lengths.length <= number) lengths = enlarged(lengths);
      lengths[number] = plain.length;
      for (const gram of new Set(gramsOf(plain, gramSize, gramSize))) append(byGram, gram, number);
    }
    const place = number * languages.length + languages.indexOf(language);
    if (!isKnownIn.has(place)) {
      isKnownIn.add(place);
      const stems = new Set([word, ...inflections[language].stemsOf(word)]);
      for (const stem of stems) {
        if (stem.length >= shortestStem) append(byStem, stem, place);
      }
    }
    return number;
  }

  const formsOf = (word: string): readonly number[] => formsWithin(word)(0, word.length);

  function formsWithin(word: string): (start: number, end: number) => readonly number[] {
    const looked = new Map<number, readonly number[]>();
    const havingStem = (start: number, cut: number): readonly number[] => {
      const place = start * word.length + cut;
      const before = looked.get(place);
      if (before) return before;
      const having = byStem.get(word.slice(start, cut)) ?? nobody;
      looked.set(place, having);
      return having;
    };
    return (start, end) => {
      const found = new Set<number>();
      const shortest = start + Math.max(shortestStem, end - start - longestEnding);
      for (let cut = end; cut >= shortest; cut--) {
        for (const one of havingStem(start, cut)) {
          const language = languages[one % languages.length] as Language;
          const isForm = cut === end || inflections[language].isEnding(word.slice(cut, end));
          if (isForm) found.add(Math.floor(one / languages.length));
        }
      }
      return [...found];
    };
  }

  /** The words of so many letters with at least so many n-grams in common, each with how many. */
  function withGrams(
    plain: string,
    least: number,
    shortest: number,
    longest: number,
  ): { word: number; common: number }[] {
    if (shared.length < texts.length) shared = new Uint8Array(lengths.length);
    const touched: number[] = [];
    for (const gram of new Set(gramsOf(plain, gramSize, gramSize))) {
      for (const word of byGram.get(gram) ?? nobody) {
        const length = lengths[word] as number;
        if (length < shortest || length > longest) continue;
        const common = shared[word] as number;
        if (common === 0) touched.push(word);
        shared[word] = common + 1;
      }
    }
    const found: { word: number; common: number }[] = [];
    for (const word of touched) {
      const common = shared[word] as number;
      if (common >= least) found.push({ word, common });
      shared[word] = 0;
    }
    return found;
  }

  function likeSlips(word: string): readonly LikeWord[] {
    const plain = fold(word);
    const most = mostSlips(plain.length);
    if (most === 0) return [];
    // Each slip costs at most as many n-grams as one has letters.
    const least = Math.max(1, plain.length - gramSize * most);
    return withGrams(plain, least, plain.length - most, plain.length + most)
      .sort((one, other) => other.common - one.common)
      .slice(0, mostCandidates)
      .flatMap(({ word: number }) => {
        const known = folded[number] as string;
        const distance = distanceOf(plain, known, most);
        const longest = Math.max(plain.length, known.length);
        const dots = texts[number] === word ? 0 : missingDots;
        const alike = 1 - distance / longest - dots;
        return distance <= most && alike >= leastAlike ? [{ word: number, alike }] : [];
      });
  }

  function holding(word: string): readonly LikeWord[] {
    const plain = fold(word);
    if (plain.length <= shortestStem) return [];
    const inner = plain.length - gramSize + 1;
    return withGrams(plain, inner - 1, plain.length + 1, longestWord)
      .flatMap(({ word: number }) => {
        const known = folded[number] as string;
        const isInside = known.length > plain.length && known.includes(plain);
        const isAtEdge = known.startsWith(plain) || known.endsWith(plain);
        if (!isInside || (!isAtEdge && plain.length <= shortestStem + 1)) return [];
        return [{ word: number, alike: plain.length / known.length }];
      })
      .sort((one, other) => other.alike - one.alike)
      .slice(0, mostHolding);
  }

  return {
    add,
    numberOf: (word) => numbers.get(word),
    lettersOf: (word) => (texts[word] ?? "").length,
    formsOf,
    formsWithin,
    likeSlips,
    holding,
  };
}

function append(lists: Map<string, number[]>, key: string, number: number): void {
  const known = lists.get(key);
  if (known) known.push(number);
  else lists.set(key, [number]);
}

function enlarged(lengths: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * lengths.length);
  larger.set(lengths);
  return larger;
}

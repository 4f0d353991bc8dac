/**
 * What the words of one language are in another, as learnt from texts that say the same (bench/dictionary). Words are
 * looked up by their folded stems; what they become are words as they are written.
 */
import type { Language } from "../../../core/language.ts";
import { createMemo } from "../memo.ts";
import { stemOf } from "../stems.ts";
import { fold } from "../words.ts";
import { splitCompound } from "./split-compound.ts";

/** A word of the other language, with how much of the asked word it stands for: about 0 to 1. */
export type Rendering = { readonly word: string; readonly share: number };

/** One direction of a dictionary: by stem what it becomes, in full or as the file has it (dictionary-file.ts). */
export type WordTable<T = readonly Rendering[]> = ReadonlyMap<string, T>;

export type Direction = `${Language}-${Language}`;
export type DictionaryTables<T = readonly Rendering[]> = Readonly<
  Partial<Record<Direction, WordTable<T>>>
>;

/**
 * What a word of a question becomes: what its stem does, else what the parts of the compound do, else what the known
 * stem does that begins most alike. Nothing is known of a word without renderings.
 */
export type Dictionary = (word: string) => readonly Rendering[];

export type Dictionaries = (from: Language, to: Language) => Dictionary;

/** All parts of a compound together say a little more than one word. */
const compoundShare = 1.2;
// Snowball leaves several stems to a Finnish word whose consonants change; this much of the longer one is alike.
const leastAlike = 0.7;
const shortestBeginning = 4;
const mostWords = 10_000;

export function createDictionaries<T>(
  tables: DictionaryTables<T>,
  read: (renderings: T) => readonly Rendering[],
): Dictionaries {
  const opened = new Map<Direction, Dictionary>();
  return (from, to) => {
    const direction: Direction = `${from}-${to}`;
    const known = opened.get(direction) ?? openTable(tables[direction] ?? new Map(), read, from);
    opened.set(direction, known);
    return known;
  };
}

function openTable<T>(
  table: WordTable<T>,
  read: (renderings: T) => readonly Rendering[],
  from: Language,
): Dictionary {
  let byBeginning: ReadonlyMap<string, readonly string[]> | undefined;
  const beginningOf = (stem: string) => stem.slice(0, shortestBeginning);
  const look = (stem: string): readonly Rendering[] => {
    const found = table.get(stem);
    return found === undefined ? [] : read(found);
  };
  const isKnown = (part: string) => table.has(stemKey(part, from));

  const nearest = (stem: string): string => {
    byBeginning ??= Map.groupBy(table.keys(), beginningOf);
    let best = "";
    let most = leastAlike;
    for (const other of byBeginning.get(beginningOf(stem)) ?? []) {
      const alike = commonBeginning(stem, other) / Math.max(stem.length, other.length);
      if (alike < most) continue;
      most = alike;
      best = other;
    }
    return best;
  };

  return createMemo(mostWords, (word) => {
    const stem = stemKey(word, from);
    if (table.has(stem)) return look(stem);
    const parts = splitCompound(word, isKnown);
    if (parts.length === 0) return stem.length < shortestBeginning ? [] : look(nearest(stem));
    return parts.flatMap((part) =>
      look(stemKey(part, from)).map((one) => ({
        ...one,
        share: (one.share * compoundShare) / parts.length,
      })),
    );
  });
}

function commonBeginning(a: string, b: string): number {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return common;
}

/** A word as dictionaries and phrases know it. */
export const stemKey = (word: string, language: Language): string => fold(stemOf(word, language));

/** All names of all concepts, by their words. Names of what was taken out stay until the next rebuild. */
import type { TermItem } from "../../core/ports.ts";
import { namesOf, type TermName } from "../../core/term-names.ts";
import { createVocabulary, type Vocabulary } from "./term-index-vocabulary.ts";
import { fold, wordsOf } from "./words.ts";

/** A name of a concept, with its words by their numbers. */
export type KnownName = {
  readonly item: TermItem;
  readonly name: TermName;
  readonly words: readonly number[];
  readonly letters: number;
};

export type Names = {
  readonly vocabulary: Vocabulary;
  readonly size: number;
  readonly add: (item: TermItem) => void;
  /** Names that are written so, but for spaces, hyphens, dots and accents. */
  readonly written: (words: readonly string[]) => readonly KnownName[];
  /** Names with a word. */
  readonly having: (word: number) => readonly KnownName[];
  /** Names that begin with a word. */
  readonly beginningWith: (word: number) => readonly KnownName[];
};

const none: readonly KnownName[] = [];

export function createNames(): Names {
  const vocabulary = createVocabulary();
  const byLetters = new Map<string, KnownName[]>();
  const byWord: KnownName[][] = [];
  const byFirst: KnownName[][] = [];
  let size = 0;

  function addName(item: TermItem, name: TermName): void {
    const texts = wordsOf(name.text);
    if (texts.length === 0) return;
    const words = texts.map((text) => vocabulary.add(text, name.language));
    const letters = texts.join("").length;
    const known: KnownName = { item, name, words, letters };
    size++;
    const key = lettersOf(texts);
    const alike = byLetters.get(key);
    if (alike) alike.push(known);
    else byLetters.set(key, [known]);
    for (const word of new Set(words)) at(byWord, word).push(known);
    at(byFirst, words[0] as number).push(known);
  }

  return {
    vocabulary,
    get size() {
      return size;
    },
    add(item) {
      for (const name of namesOf(item.term)) addName(item, name);
    },
    written: (words) => byLetters.get(lettersOf(words)) ?? none,
    having: (word) => byWord[word] ?? none,
    beginningWith: (word) => byFirst[word] ?? none,
  };
}

const lettersOf = (words: readonly string[]): string => fold(words.join(""));

function at(lists: KnownName[][], place: number): KnownName[] {
  lists[place] ??= [];
  return lists[place];
}

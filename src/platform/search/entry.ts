import type { Language } from "../../core/language.ts";
import type { SearchItem } from "../../core/ports.ts";
import { type Bag, bagOf, countWords } from "./bags.ts";
import type { Lexicon } from "./lexicon.ts";
import { namesTime } from "./time-words.ts";
import type { Weights } from "./weights.ts";
import { wordsOf } from "./words.ts";

/** An item as the index keeps it. */
export type Entry = {
  readonly key: string;
  readonly network: string | undefined;
  /** The title, if it tells anything, and each alternative question; whichever fits best counts. */
  readonly titles: readonly Title[];
  readonly body: Bag;
  readonly namesTime: boolean;
  /** Set when the item is taken out: its postings stay until the next rebuild. */
  removed: boolean;
};

/** A title by its topic words and by all of its words. */
export type Title = {
  readonly topic: Bag;
  readonly all: Bag;
  /** One of the item's other questions. They are many, and worded as people talk. */
  readonly isQuestion: boolean;
};

export function entryOf(
  item: SearchItem,
  language: Language,
  lexicon: Lexicon,
  weights: Weights,
): Entry {
  const numbers = (text: string) => wordsOf(text).map(lexicon.numberOf);
  const carriesTopic = (word: number) => !lexicon.at(word).isStopWord;

  const titles: Title[] = [];
  const inBody = new Map<number, number>();
  if (!tellsNothing(item.title, item.text)) {
    const all = numbers(item.title);
    const topic = all.filter(carriesTopic);
    titles.push({ topic: countedBag(topic), all: countedBag(all), isQuestion: false });
    countWords(inBody, topic, weights.titleInBody);
  }
  for (const question of item.questions) {
    const all = numbers(question);
    const topic = all.filter(carriesTopic);
    if (topic.length === 0) continue;
    titles.push({ topic: countedBag(topic), all: countedBag(all), isQuestion: true });
  }
  for (const text of [item.text, ...item.tags, ...item.names]) {
    countWords(inBody, numbers(text).filter(carriesTopic), 1);
  }
  return {
    key: item.key,
    network: item.network,
    titles,
    body: bagOf(inBody),
    namesTime: namesTime(item.text, language),
    removed: false,
  };
}

// A text hardly begins with its subject in so many letters: this is its beginning, cut off.
const longHeading = 40;

/**
 * Whether a title is only a stand-in: an id, or the text's own first sentence. Texts that merely begin with
 * their subject, and headings repeated on a line of their own, have a title.
 */
function tellsNothing(title: string, text: string): boolean {
  const name = title.trim();
  if (name === "" || (/[\d_]/.test(name) && !/\s/.test(name))) return true;
  const beginning = name.replace(/\s*(?:…|\.{3})$/, "");
  const whole = text.trimStart();
  if (!whole.startsWith(beginning)) return false;
  const after = whole.slice(beginning.length);
  const isOwnLine = /^[^\S\n]*\n/.test(after);
  const isCut = beginning !== name || (name.length >= longHeading && !isOwnLine);
  const isSentence = /[.!]$/.test(name) || /^[.!?]/.test(after);
  return isCut || isSentence || (name.endsWith("?") && !isOwnLine);
}

function countedBag(words: readonly number[]): Bag {
  const counts = new Map<number, number>();
  countWords(counts, words, 1);
  return bagOf(counts);
}

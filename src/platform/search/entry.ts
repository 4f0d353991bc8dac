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
  /** The title and each alternative question; whichever fits best counts. */
  readonly titles: readonly TitleBags[];
  readonly body: Bag;
  readonly namesTime: boolean;
  /** Set when the item is taken out: its postings stay until the next rebuild. */
  removed: boolean;
};

/** A title by its topic words, and by all of its words. */
export type TitleBags = { readonly topic: Bag; readonly all: Bag };

export function entryOf(
  item: SearchItem,
  language: Language,
  lexicon: Lexicon,
  weights: Weights,
): Entry {
  const numbers = (text: string) => wordsOf(text).map(lexicon.numberOf);
  const carriesTopic = (word: number) => !lexicon.at(word).isStopWord;

  const titles: TitleBags[] = [];
  const inBody = new Map<number, number>();
  const mostInTitles = new Map<number, number>();
  const heading = tellsNothing(item.title, item.text) ? [] : [item.title];
  for (const title of [...heading, ...item.questions]) {
    const all = numbers(title);
    const topic = all.filter(carriesTopic);
    if (all.length === 0) continue;
    titles.push({ topic: countedBag(topic), all: countedBag(all) });
    for (const [word, times] of counted(topic)) {
      mostInTitles.set(word, Math.max(mostInTitles.get(word) ?? 0, times));
    }
  }
  for (const [word, times] of mostInTitles) inBody.set(word, times * weights.titleInBody);
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
  const isCut = beginning !== name;
  const isSentence = /[.!]$/.test(name) || /^[.!?]/.test(after);
  return isCut || isSentence || (name.endsWith("?") && !/^[^\S\n]*\n/.test(after));
}

function counted(words: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  countWords(counts, words, 1);
  return counts;
}

const countedBag = (words: readonly number[]): Bag => bagOf(counted(words));

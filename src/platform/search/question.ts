import type { Language } from "../../core/language.ts";
import { asWritten } from "./spoken-words.ts";
import { stopWords } from "./stop-words.ts";
import { asksForTime } from "./time-words.ts";
import { wordsOf } from "./words.ts";

/** A question's words, each with how often it counts. */
export type Question = {
  /** The words that carry the topic. */
  readonly topic: ReadonlyMap<string, number>;
  /** All of its words. */
  readonly all: ReadonlyMap<string, number>;
  /** Asks when, how long or how often. */
  readonly asksForTime: boolean;
};

// A question longer than this is a pasted text: its beginning tells the topic, and the search stays quick.
const mostCharacters = 2_000;
const mostWords = 64;
const mostTimes = 2;
const longestAsking = 200;

/** Reads a question. A lone stop word is its own topic. */
export function readQuestion(text: string, language: Language): Question {
  const words = asWritten(wordsOf(text.slice(0, mostCharacters)), language);
  const isStopWord = stopWords[language];
  const topic = new Map<string, number>();
  const all = new Map<string, number>();
  for (const word of words) {
    count(all, word);
    if (words.length === 1 || !isStopWord.has(word)) count(topic, word);
  }
  return { topic, all, asksForTime: asksForTime(text.slice(0, longestAsking), language) };
}

function count(times: Map<string, number>, word: string): void {
  if (times.size === mostWords) return;
  times.set(word, Math.min((times.get(word) ?? 0) + 1, mostTimes));
}

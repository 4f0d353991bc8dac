import type { Language } from "../../../core/language.ts";
import type { Question } from "../question.ts";
import { type Dictionaries, stemKey } from "./dictionary.ts";
import type { Phrases } from "./phrases.ts";

// Chosen by measurement: see bench/search/TRIED.md. A word counts as it is, for it may be a name or alike in both
// languages, beside what it is in the other, and more where nothing is known of it.
const original = 0.3;
const unknown = 0.8;
/** What hardly counts costs time and finds nothing. */
const leastShare = 0.1;

export type Translator = {
  readonly dictionaries: Dictionaries;
  readonly phrases: Pick<Phrases, "at">;
};

export type Translation = {
  readonly from: Language;
  readonly to: Language;
  /** Whose names for things count, besides the shared ones. */
  readonly networks: readonly string[];
};

/**
 * A question in another language: its telling words by the longest known name, else by the dictionary, else by the
 * parts of the compound, each with how much it counts.
 */
export function translateQuestion(
  question: Question,
  { from, to, networks }: Translation,
  { dictionaries, phrases }: Translator,
): Question {
  const dictionary = dictionaries(from, to);
  const words = [...question.topic];
  const stems = words.map(([word]) => stemKey(word, from));
  const topic = new Map<string, number>();
  const add = (word: string, by: number) => topic.set(word, (topic.get(word) ?? 0) + by);

  for (let at = 0; at < words.length; ) {
    const phrase = phrases.at({ stems, from, to, networks }, at);
    const length = phrase?.length ?? 1;
    for (const word of phrase?.words ?? []) add(word, length / (phrase?.words.length ?? 1));
    for (const [word, times] of words.slice(at, at + length)) {
      const found = phrase ? [] : dictionary(word);
      for (const one of found) if (one.share >= leastShare) add(one.word, times * one.share);
      const isUnknown = !phrase && found.length === 0;
      add(word, times * (isUnknown ? unknown : original));
    }
    at += length;
  }
  return { topic, all: topic, asksForTime: question.asksForTime };
}

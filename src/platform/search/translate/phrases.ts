/** Names of things, as networks and the house know them: what is said by several words is translated as one. */
import { type Language, languages } from "../../../core/language.ts";
import type { TermItem } from "../../../core/ports.ts";
import { namesIn } from "../../../core/term-names.ts";
import { stopWords } from "../stop-words.ts";
import { wordsOf } from "../words.ts";
import { stemKey } from "./dictionary.ts";

/** A name of the language of the question, and what it is called in the other one. */
export type Phrase = {
  /** How many of the question's words it takes. */
  readonly length: number;
  readonly words: readonly string[];
};

export type Phrases = {
  put(item: TermItem): void;
  remove(key: string): void;
  /** The longest name that begins at a place of the question, as the networks know it. */
  at(question: PhraseQuestion, place: number): Phrase | undefined;
};

export type PhraseQuestion = {
  /** The stems of its words without stop words. */
  readonly stems: readonly string[];
  readonly from: Language;
  readonly to: Language;
  readonly networks: readonly string[];
};

const longestPhrase = 6;
const join = "\u0001";

/** The words of a name that carry its topic. */
const telling = (text: string, language: Language): readonly string[] =>
  wordsOf(text).filter((word) => !stopWords[language].has(word));

export function createPhrases(): Phrases {
  const byName: Readonly<Record<Language, Map<string, TermItem[]>>> = {
    sv: new Map(),
    fi: new Map(),
    en: new Map(),
  };
  const items = new Map<string, TermItem>();

  const namesOf = (item: TermItem) =>
    languages.flatMap((language) =>
      namesIn(item.term, language).flatMap(({ text }) => {
        const stems = telling(text, language).map((word) => stemKey(word, language));
        // Single words of the house's own are in the dictionary, which knows more of what they become.
        const isAmongWords = item.collection !== undefined && stems.length === 1;
        return stems.length === 0 || stems.length > longestPhrase || isAmongWords
          ? []
          : [{ language, name: stems.join(join) }];
      }),
    );

  const remove = (key: string) => {
    const item = items.get(key);
    if (!item) return;
    items.delete(key);
    for (const { language, name } of namesOf(item)) {
      const rest = byName[language].get(name)?.filter((one) => one !== item) ?? [];
      if (rest.length > 0) byName[language].set(name, rest);
      else byName[language].delete(name);
    }
  };

  return {
    put(item) {
      remove(item.key);
      items.set(item.key, item);
      for (const { language, name } of namesOf(item)) {
        const known = byName[language].get(name);
        if (known) known.push(item);
        else byName[language].set(name, [item]);
      }
    },
    remove,
    at({ stems, from, to, networks }, place) {
      for (let length = Math.min(longestPhrase, stems.length - place); length > 0; length--) {
        const known = byName[from].get(stems.slice(place, place + length).join(join)) ?? [];
        const own = known.filter(
          ({ network }) => network !== undefined && networks.includes(network),
        );
        const shared = known.filter(({ network }) => network === undefined);
        const words = (own.length > 0 ? own : shared).flatMap(({ term }) =>
          // What is to be avoided is understood, never said.
          namesIn(term, to).flatMap(({ text, status }) =>
            status === "avoid" ? [] : telling(text, to),
          ),
        );
        if (words.length > 0) return { length, words: [...new Set(words)] };
      }
      return undefined;
    },
  };
}

import { type Language, languages } from "../../core/language.ts";
import { gramsOfWord, lettersOnly, sample } from "./language-grams.ts";
import { profileGrams, profileRarities } from "./language-profiles.ts";
import { createMemo } from "./memo.ts";
import { spokenWords } from "./spoken-words.ts";
import { stopWords } from "./stop-words.ts";
import { wordsOf } from "./words.ts";

// In units of ln: what a function word of one language alone says for it, and what the prior does.
const functionWord = 3;
const greeting = 6;
const priorWeight = 2;
// Neighbouring n-grams overlap, so their evidence is counted in part.
const gramWeight = 0.4;

const greetings: Readonly<Record<Language, readonly string[]>> = {
  sv: ["hej", "hejsan", "tjena", "tack", "hjälp", "ja", "nej", "god", "morgon"],
  fi: ["moi", "moikka", "hei", "terve", "kiitos", "apua", "kyllä", "joo", "huomenta"],
  en: ["hello", "hi", "thanks", "thank", "help", "yes", "please", "hey"],
};

const rarities: ReadonlyMap<string, readonly number[]> = new Map(
  profileGrams
    .split(" ")
    .map((gram, at) => [
      gram,
      languages.map((language) => (profileRarities[language].charCodeAt(at) - 97) / 2),
    ]),
);

/** What a word says for each language by being a function word or a spoken form in it, and not in the others. */
const tellingWords = tellingWordsOf(
  languages.map((language) => [...stopWords[language], ...spokenWords(language)]),
);
const tellingGreetings = tellingWordsOf(languages.map((language) => greetings[language]));

/** What the letters of a word say for each language. */
const evidenceOfGrams = createMemo(20_000, (word: string): readonly number[] => {
  const evidence = languages.map(() => 0);
  for (const gram of gramsOfWord(word)) {
    for (const [at, rarity] of (rarities.get(gram) ?? []).entries()) {
      evidence[at] = (evidence[at] as number) - gramWeight * rarity;
    }
  }
  return evidence;
});

/** See `SearchIndex.detectLanguage`. Without a prior, what cannot be told is Swedish. */
export function detectLanguage(text: string, prior?: Language): Language {
  const words = wordsOf(sample(text));
  const scores: number[] = languages.map((language) => (language === prior ? priorWeight : 0));
  const add = (at: number, evidence: number) => {
    scores[at] = (scores[at] as number) + evidence;
  };
  for (const word of words) {
    const greeted = tellingGreetings.get(word);
    if (greeted !== undefined) add(greeted, greeting);
    else {
      const told = tellingWords.get(word);
      if (told !== undefined) add(told, functionWord);
    }
  }
  // One word may be a name, or a term asked for in another language: then the member's own language stands.
  if (words.length > 1 || prior === undefined) {
    for (const word of lettersOnly(sample(text))) {
      const evidence = evidenceOfGrams(word);
      for (let at = 0; at < evidence.length; at++) add(at, evidence[at] as number);
    }
  }
  const best = scores.indexOf(Math.max(...scores));
  const tied = scores.filter((score) => score === scores[best]).length > 1;
  return tied ? (prior ?? "sv") : (languages[best] as Language);
}

/** The words that one list alone has, with the number of the list. */
function tellingWordsOf(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  const sets = lists.map((list) => new Set(list));
  for (const [at, words] of sets.entries()) {
    for (const word of words) {
      if (sets.every((others, other) => other === at || !others.has(word))) owners.set(word, at);
    }
  }
  return owners;
}

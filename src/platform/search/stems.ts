import { newStemmer } from "snowball-stemmers";
import type { Language } from "../../core/language.ts";
import { createMemo } from "./memo.ts";

const mostWords = 50_000;

/** Stemming costs more than all else in a search. */
const remembering = (name: Parameters<typeof newStemmer>[0]) => {
  const stemmer = newStemmer(name);
  return createMemo(mostWords, (word) => stemmer.stem(word));
};

const stemmers = {
  sv: remembering("swedish"),
  fi: remembering("finnish"),
  en: remembering("english"),
};

/** The Snowball stem of a word in lower case. */
export const stemOf = (word: string, language: Language): string => stemmers[language](word);

import { newStemmer } from "snowball-stemmers";
import type { Language } from "../../core/language.ts";

const stemmers = {
  sv: newStemmer("swedish"),
  fi: newStemmer("finnish"),
  en: newStemmer("english"),
};

/** The Snowball stem of a word in lower case. */
export const stemOf = (word: string, language: Language): string => stemmers[language].stem(word);

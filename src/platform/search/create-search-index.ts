import { type Language, languages } from "../../core/language.ts";
import type { SearchIndex } from "../../core/ports.ts";
import { detectLanguage } from "./detect-language.ts";
import { passageOf } from "./passage.ts";
import { createPeopleIndex } from "./people-index.ts";
import { readQuestion } from "./question.ts";
import { createTextIndex, type TextIndex } from "./text-index.ts";
import { createDictionaries } from "./translate/dictionary.ts";
import type { HouseWords } from "./translate/dictionary-file.ts";
import { createPhrases } from "./translate/phrases.ts";
import { translateQuestion } from "./translate/translate-question.ts";

const noWords: HouseWords = {
  dictionaries: createDictionaries({}, () => []),
  names: [],
};

/**
 * An empty index. It lives in memory only and is filled at start (retrieval.md 1). Without `words` questions are
 * translated by the networks' terms alone.
 */
export function createSearchIndex({ dictionaries, names }: HouseWords = noWords): SearchIndex {
  const texts: Readonly<Record<Language, TextIndex>> = {
    sv: createTextIndex("sv"),
    fi: createTextIndex("fi"),
    en: createTextIndex("en"),
  };
  const people = createPeopleIndex();
  const phrases = createPhrases();
  for (const name of names) phrases.put(name);

  const remove = (key: string) => {
    for (const language of languages) texts[language].remove(key);
    people.remove(key);
    phrases.remove(key);
  };

  return {
    putTexts(items) {
      for (const item of items) {
        remove(item.key);
        texts[item.language].put(item);
      }
    },
    putPeople(items) {
      for (const item of items) {
        remove(item.key);
        people.put(item);
      }
    },
    putTerms(items) {
      for (const item of items) phrases.put(item);
    },
    remove(keys) {
      for (const key of keys) remove(key);
    },
    searchTexts({ text, language, from = language, ...query }) {
      const question = readQuestion(text, from);
      const { networks } = query;
      return texts[language].search(
        from === language
          ? question
          : translateQuestion(
              question,
              { from, to: language, networks },
              { dictionaries, phrases },
            ),
        query,
      );
    },
    searchPeople: (query) => people.search(query),
    passage: passageOf,
    detectLanguage,
  };
}

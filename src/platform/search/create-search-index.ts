import { type Language, languages } from "../../core/language.ts";
import type { SearchIndex } from "../../core/ports.ts";
import { detectLanguage } from "./detect-language.ts";
import { passageOf } from "./passage.ts";
import { createPeopleIndex } from "./people-index.ts";
import { createTextIndex, type TextIndex } from "./text-index.ts";

/** An empty index. It lives in memory only and is filled at start (retrieval.md 1). */
export function createSearchIndex(): SearchIndex {
  const texts: Readonly<Record<Language, TextIndex>> = {
    sv: createTextIndex("sv"),
    fi: createTextIndex("fi"),
    en: createTextIndex("en"),
  };
  const people = createPeopleIndex();

  const remove = (key: string) => {
    for (const language of languages) texts[language].remove(key);
    people.remove(key);
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
    remove(keys) {
      for (const key of keys) remove(key);
    },
    searchTexts: (query) => texts[query.language].search(query),
    searchPeople: (query) => people.search(query),
    passage: passageOf,
    detectLanguage,
  };
}

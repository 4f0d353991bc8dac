import type { Language } from "../../core/language.ts";
import { asWritten } from "./spoken-words.ts";
import { stopWords } from "./stop-words.ts";
import { wordsOf } from "./words.ts";

/** A word of a question that carries its topic. */
export type QuestionWord = { readonly word: string; readonly times: number };

// A question longer than this is a pasted text: its beginning tells the topic, and the search stays quick.
const mostCharacters = 2_000;
const mostWords = 64;

/** The words that carry a question's topic; a lone stop word stands for itself. */
export function questionWords(question: string, language: Language): readonly QuestionWord[] {
  const words = asWritten(wordsOf(question.slice(0, mostCharacters)), language);
  const times = new Map<string, number>();
  for (const word of words) {
    if (words.length > 1 && stopWords[language].has(word)) continue;
    times.set(word, (times.get(word) ?? 0) + 1);
    if (times.size === mostWords) break;
  }
  return [...times].map(([word, count]) => ({ word, times: Math.min(count, 2) }));
}

import type { Language } from "../../src/core/language.ts";
import type { createRandom } from "../turns/random.ts";

type Random = ReturnType<typeof createRandom>;

const letters = "abcdefghijklmnoprstuvyäöå";

/** The text with one letter too many, too few, wrong, or swapped with its neighbour. */
export function misspelt(text: string, random: Random): string {
  const at = 1 + Math.floor(random.next() * Math.max(text.length - 2, 1));
  const before = text.slice(0, at);
  const after = text.slice(at);
  switch (Math.floor(random.next() * 4)) {
    case 0:
      return before + letters[Math.floor(random.next() * letters.length)] + after;
    case 1:
      return before + after.slice(1);
    case 2:
      return before + letters[Math.floor(random.next() * letters.length)] + after.slice(1);
    default:
      return before + (after[1] ?? "") + (after[0] ?? "") + after.slice(2);
  }
}

const endings: Readonly<Record<Language, readonly string[]>> = {
  sv: ["en", "et", "s", "er", "n"],
  fi: ["n", "ssa", "sta", "a", "lle"],
  en: ["s"],
};

/** The text with an ending, as a form of it often has; not each is a form that exists. */
export const withEnding = (text: string, language: Language, random: Random): string =>
  text + random.pick(endings[language]);

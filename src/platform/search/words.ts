/** How a text falls into words: the same for texts, questions and people. */
import { createMemo } from "./memo.ts";

const longestWord = 40;

/** Folded for comparison: lower case, dots and accents taken off ("Söderström" → "soderstrom"). */
export function fold(word: string): string {
  if (plainLetters.test(word)) return word;
  return word
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[øŒœæßłđ]/g, (letter) => unaccented[letter] ?? letter);
}

const plainLetters = /^[\0-\x7f]*$/;

const unaccented: Readonly<Record<string, string>> = {
  ø: "o",
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ł: "l",
  đ: "d",
};

/**
 * The words of a text in order, in lower case and without endings that hang on an apostrophe or colon ("EU:n" → "eu").
 * One question is read for its language, for terms, for texts, for people and for a passage.
 */
export const wordsOf = createMemo(32, readWords);

function readWords(text: string): readonly string[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/<\/?[a-z][^<>]{0,200}>/g, " ")
    .replace(/[’´`]/g, "'");
  const words: string[] = [];
  for (const match of plain.matchAll(wordPattern)) words.push(wordOf(match[0]));
  return words;
}

// Groups of three digits first ("60 000"), then a word with what hangs on it ("kunta:lla", "don't").
const wordPattern =
  /\d{1,3}(?:[ .]\d{3})+(?![\d\p{L}])|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}])*(?:[':]\p{L}{1,8}(?!\p{L}))?/gu;

function wordOf(match: string): string {
  const hanging = match.search(/[':]/);
  const word = hanging > 0 ? match.slice(0, hanging) : match;
  const code = word.charCodeAt(0);
  const whole = code >= 48 && code <= 57 ? word.replace(/(?<=\d)[ .](?=\d)/g, "") : word;
  return whole.length > longestWord ? whole.slice(0, longestWord) : whole;
}

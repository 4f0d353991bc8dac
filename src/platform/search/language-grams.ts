const longestText = 1_000;

/** The pairs and triples of letters in each word of a text, edges marked by `_`. */
export const languageGrams = (text: string): string[] => lettersOnly(text).flatMap(gramsOfWord);

/** The words of a text as far as they are letters, in lower case. */
export const lettersOnly = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize("NFC")
    .match(/\p{L}+/gu) ?? [];

/** The pairs and triples of letters in one word, edges marked by `_`. */
export function gramsOfWord(word: string): readonly string[] {
  const grams: string[] = [];
  const wrapped = `_${word}_`;
  for (let at = 0; at + 2 <= wrapped.length; at++) {
    grams.push(wrapped.slice(at, at + 2));
    if (at + 3 <= wrapped.length) grams.push(wrapped.slice(at, at + 3));
  }
  return grams;
}

/** As much of a text as is needed to tell its language. */
export const sample = (text: string): string => text.slice(0, longestText);

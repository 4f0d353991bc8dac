const longestText = 1_000;

/** The pairs and triples of letters in each word of a text, edges marked by `_`. */
export function languageGrams(text: string): string[] {
  const grams: string[] = [];
  for (const [word] of text
    .toLowerCase()
    .normalize("NFC")
    .matchAll(/\p{L}+/gu)) {
    const wrapped = `_${word}_`;
    for (let at = 0; at + 2 <= wrapped.length; at++) {
      grams.push(wrapped.slice(at, at + 2));
      if (at + 3 <= wrapped.length) grams.push(wrapped.slice(at, at + 3));
    }
  }
  return grams;
}

/** As much of a text as is needed to tell its language. */
export const sample = (text: string): string => text.slice(0, longestText);

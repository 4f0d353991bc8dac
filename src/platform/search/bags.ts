/** Words with how often each occurs, in two parallel arrays; a word is its number in the lexicon. */
export type Bag = { readonly words: Int32Array; readonly counts: Uint8Array };

export function bagOf(counts: ReadonlyMap<number, number>): Bag {
  return {
    words: Int32Array.from(counts.keys()),
    counts: Uint8Array.from(counts.values(), (count) => Math.min(count, 255)),
  };
}

/** Adds words to a count, each `times` times. */
export function countWords(
  counts: Map<number, number>,
  words: Iterable<number>,
  times: number,
): void {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + times);
}

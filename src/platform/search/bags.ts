/** Words of a text with how often each occurs, in two parallel arrays. */
export type Bag = { readonly words: Int32Array; readonly counts: Uint8Array };

/** Counts words, each by its number; `times` is how much one occurrence counts. */
export type BagBuilder = {
  add(word: number, times: number): void;
  bag(): Bag;
};

export function createBag(): BagBuilder {
  const counts = new Map<number, number>();
  return {
    add(word, times) {
      if (word >= 0) counts.set(word, (counts.get(word) ?? 0) + times);
    },
    bag: () => ({
      words: Int32Array.from(counts.keys()),
      counts: Uint8Array.from(counts.values(), (count) => Math.min(count, 255)),
    }),
  };
}

/** Which word stands for which in texts that say the same in two languages: IBM Model 1 (Brown et al. 1993). */

/** Two texts that say the same, as words. */
export type Pair = { readonly from: readonly string[]; readonly to: readonly string[] };

/** How likely each word is to be said by each other one; the shares of a word add up to at most 1. */
export type Likely = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What has no counterpart on the other side is said to come from here. */
const nothing = "";
const rounds = 8;
const least = 1e-4;

/** For each word of `from` the words of `to`. Pairs without a word on one side teach nothing. */
export function alignWords(pairs: readonly Pair[]): Likely {
  const usable = pairs.filter(({ from, to }) => from.length > 0 && to.length > 0);
  let likely = new Map<string, Map<string, number>>();
  for (let round = 0; round < rounds; round++) {
    const counts = new Map<string, Map<string, number>>();
    for (const { from, to } of usable) {
      const sources = [nothing, ...from];
      for (const word of to) {
        const shares = sources.map(
          (source) => likely.get(source)?.get(word) ?? (round === 0 ? 1 : 0),
        );
        const sum = shares.reduce((total, share) => total + share, 0);
        if (sum === 0) continue;
        for (const [at, source] of sources.entries())
          add(counts, source, word, (shares[at] ?? 0) / sum);
      }
    }
    likely = normalised(counts);
  }
  likely.delete(nothing);
  return likely;
}

function add(
  counts: Map<string, Map<string, number>>,
  source: string,
  word: string,
  by: number,
): void {
  if (by < least) return;
  const known = counts.get(source);
  if (known) known.set(word, (known.get(word) ?? 0) + by);
  else counts.set(source, new Map([[word, by]]));
}

function normalised(counts: Map<string, Map<string, number>>): Map<string, Map<string, number>> {
  for (const words of counts.values()) {
    const sum = [...words.values()].reduce((total, count) => total + count, 0);
    for (const [word, count] of words) words.set(word, count / sum);
  }
  return counts;
}

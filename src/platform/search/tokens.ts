import type { Field, WeightedToken } from "./field.ts";
import type { Lexicon } from "./lexicon.ts";
import type { TokenKind } from "./token-counter.ts";

const mostTimes = 2;

// In a large collection, what half of the texts have costs the most time and tells the least (in a small one it
// still helps). ln 2 is the idf at one half.
const manyUnits = 5_000;
const leastTelling = Math.LN2;

/** What a question looks for in a field, and what a text that has all of it would score. */
export type Wanted = { readonly tokens: readonly WeightedToken[]; readonly mass: number };

/**
 * The tokens of a question's words, weighed by how rare they are in the field. Tokens that no text has count
 * into the mass, so that a score is the share of the question that a text covers.
 */
export function wantedTokens(
  words: ReadonlyMap<string, number>,
  lexicon: Lexicon,
  kind: TokenKind,
  field: Field,
): Wanted {
  const counts = new Map<number, number>();
  let unknown = 0;
  const add = (token: number, times: number) => {
    if (token < 0) unknown += times;
    else counts.set(token, (counts.get(token) ?? 0) + times);
  };
  for (const [word, times] of words) {
    const analysis = lexicon.look(word);
    if (kind === "stem") add(analysis.stem, times);
    else for (const gram of analysis.grams) add(gram, times);
  }
  let mass = unknown * field.idf(-1);
  const tokens: WeightedToken[] = [];
  for (const [token, times] of counts) {
    const idf = field.idf(token);
    const weight = idf * Math.min(times, mostTimes);
    mass += weight;
    if (field.size < manyUnits || idf > leastTelling) tokens.push({ token, weight });
  }
  return { tokens, mass };
}

/** The same tokens with their weights scaled to add up to `share` for a full match of the whole question. */
export function shared({ tokens, mass }: Wanted, share: number): readonly WeightedToken[] {
  const scale = share / (mass || 1);
  return tokens.map(({ token, weight }) => ({ token, weight: weight * scale }));
}

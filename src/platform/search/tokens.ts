import type { Field, WeightedTokens } from "./field.ts";
import type { Analysis } from "./lexicon.ts";
import type { TokenKind } from "./token-counter.ts";

const mostTimes = 2;

// In a large collection, what half of the texts have costs the most time and tells the least (in a small one it
// still helps). ln 2 is the idf at one half.
const manyUnits = 5_000;
const leastTelling = Math.LN2;

/** What an index knows about a word of a question. */
export type KnownWord = {
  readonly analysis: Analysis;
  /** Stems that stand for other words for the same. */
  readonly alternatives: ReadonlySet<number>;
};

export type AskedWord = { readonly known: KnownWord; readonly times: number };

/** A question's different tokens with how often each occurs, the same for every field. */
export type CountedTokens = {
  readonly tokens: readonly number[];
  readonly times: readonly number[];
  /** How often it has a token that no text has. */
  readonly unknown: number;
};

/** What a question looks for in a field, and what a text that has all of it would score. */
export type Wanted = { readonly weighted: WeightedTokens; readonly mass: number };

/** Where each token of the question at hand stands in its list, plus one; all zero between two questions. */
let places = new Uint16Array(4_096);

/** `size` is how many tokens of the kind there are. */
export function countTokens(
  words: readonly AskedWord[],
  size: number,
  kind: TokenKind,
): CountedTokens {
  if (places.length < size) places = new Uint16Array(2 * size);
  const tokens: number[] = [];
  const times: number[] = [];
  let unknown = 0;
  const add = (token: number, by: number) => {
    if (token < 0) {
      unknown += by;
      return;
    }
    const place = places[token] as number;
    if (place > 0) times[place - 1] = (times[place - 1] as number) + by;
    else places[token] = tokens.push(token);
    if (place === 0) times.push(by);
  };
  for (const { known, times: by } of words) {
    if (kind === "stem") add(known.analysis.stem, by);
    else for (const gram of known.analysis.grams) add(gram, by);
  }
  for (const token of tokens) places[token] = 0;
  return { tokens, times, unknown };
}

/**
 * The tokens weighed by how rare they are in a field, scaled so that a full match of the whole question adds up to
 * `share`. Tokens that no text has count into the mass, so that a score is the share of the question that a text covers.
 */
export function weigh(counted: CountedTokens, field: Field, share: number): Wanted {
  const { tokens, times, unknown } = counted;
  const weights = field.idfs(tokens);
  const keepsAll = field.size < manyUnits;
  let mass = unknown * field.idf(-1);
  for (let at = 0; at < tokens.length; at++) {
    const idf = weights[at] as number;
    const weight = idf * Math.min(times[at] as number, mostTimes);
    mass += weight;
    weights[at] = keepsAll || idf > leastTelling ? weight : 0;
  }
  const scale = share / (mass || 1);
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) * scale;
  return { weighted: { tokens, weights }, mass };
}

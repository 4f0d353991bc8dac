import type { Bag } from "./bags.ts";
import type { Lexicon } from "./lexicon.ts";
import { createTokenCounter, grown, type TokenKind } from "./token-counter.ts";

/** BM25's two knobs: how soon repetition stops to count, and how much length does. */
export type Bm25 = { readonly k1: number; readonly b: number };

const usualBm25: Bm25 = { k1: 1.2, b: 0.75 };

/** A question's tokens, each with its weight: how much a full match of it adds to the score; 0 is passed over. */
export type WeightedTokens = {
  readonly tokens: readonly number[];
  readonly weights: ArrayLike<number>;
};

/** What BM25 needs to know of one kind of token in one part of all texts, and the postings of it. */
export type Field = {
  /** Counts a unit (a title, a body …) in or out of the statistics. */
  count(bag: Bag, by: 1 | -1): void;
  /** How many units there are. */
  readonly size: number;
  /** Inverse document frequency; an unknown token (below 0) has the highest. */
  idf(token: number): number;
  /** The same of many tokens. A plain array: a typed one of some size lives outside the heap, which costs more. */
  idfs(tokens: readonly number[]): number[];
  /** Fixed postings of some units, which score by the statistics of all. */
  post(bags: readonly Bag[]): Postings;
};

export type Postings = {
  /** Adds each unit's BM25 to `scores`. */
  score(sought: WeightedTokens, scores: Float64Array): void;
};

export function createField(lexicon: Lexicon, kind: TokenKind, { k1, b }: Bm25 = usualBm25): Field {
  const counter = createTokenCounter(lexicon, kind);
  let frequencies = new Int32Array(1024);
  let units = 0;
  let length = 0;
  // Tells postings that the average length has changed.
  let version = 0;
  // By how many units have the token: a logarithm for each n-gram of each question would cost more than the search.
  const byFrequency: number[] = [];
  let byFrequencyOf = -1;
  const idfOf = (found: number): number => {
    byFrequency[found] ??= Math.log(1 + (units - found + 0.5) / (found + 0.5));
    return byFrequency[found];
  };
  const forgetOld = () => {
    if (byFrequencyOf === version) return;
    byFrequencyOf = version;
    byFrequency.length = 0;
  };

  const frequenciesOf = (bags: readonly Bag[]): Int32Array => {
    const found = new Int32Array(lexicon.sizes[kind]);
    for (const bag of bags) {
      counter.count(bag);
      for (let at = 0; at < counter.distinct; at++) {
        const token = counter.tokens[at] as number;
        found[token] = (found[token] as number) + 1;
      }
    }
    return found;
  };

  return {
    count(bag, by) {
      counter.count(bag);
      frequencies = grown(frequencies, lexicon.sizes[kind]);
      for (let at = 0; at < counter.distinct; at++) {
        const token = counter.tokens[at] as number;
        frequencies[token] = (frequencies[token] as number) + by;
      }
      units += by;
      length += by * counter.total;
      version++;
    },
    get size() {
      return units;
    },
    idf(token) {
      forgetOld();
      return idfOf(token < 0 ? 0 : (frequencies[token] ?? 0));
    },
    idfs(tokens) {
      forgetOld();
      return tokens.map((token) => idfOf(token < 0 ? 0 : (frequencies[token] ?? 0)));
    },
    post(bags) {
      const starts = new Int32Array(lexicon.sizes[kind] + 1);
      const lengths = new Int32Array(bags.length);
      const known = bags.length === units ? frequencies : frequenciesOf(bags);
      for (let token = 0; token + 1 < starts.length; token++) {
        starts[token + 1] = (starts[token] as number) + (known[token] ?? 0);
      }
      const size = starts[starts.length - 1] as number;
      const where = bags.length <= 0x10000 ? new Uint16Array(size) : new Int32Array(size);
      const times = new Uint8Array(size);
      const ends = starts.slice();
      for (const [unit, bag] of bags.entries()) {
        counter.count(bag);
        lengths[unit] = counter.total;
        for (let at = 0; at < counter.distinct; at++) {
          const token = counter.tokens[at] as number;
          const place = ends[token] as number;
          ends[token] = place + 1;
          where[place] = unit;
          times[place] = Math.min(counter.timesOf(token), 255);
        }
      }

      const norms = new Float64Array(bags.length);
      let normsOf = -1;
      const refreshNorms = () => {
        if (normsOf === version) return;
        normsOf = version;
        const average = length / units || 1;
        for (let unit = 0; unit < norms.length; unit++) {
          norms[unit] = k1 * (1 - b + (b * (lengths[unit] as number)) / average);
        }
      };

      return {
        score({ tokens, weights }, scores) {
          refreshNorms();
          for (let number = 0; number < tokens.length; number++) {
            const token = tokens[number] as number;
            const weight = weights[number] as number;
            if (weight === 0 || token < 0 || token + 1 >= starts.length) continue;
            const full = weight * (k1 + 1);
            const end = starts[token + 1] as number;
            for (let place = starts[token] as number; place < end; place++) {
              const unit = where[place] as number;
              const found = times[place] as number;
              const share = found / (found + (norms[unit] as number));
              scores[unit] = (scores[unit] as number) + full * share;
            }
          }
        },
      };
    },
  };
}

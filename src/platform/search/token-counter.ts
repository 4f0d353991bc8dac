import type { Bag } from "./bags.ts";
import type { Lexicon } from "./lexicon.ts";

export type TokenKind = "stem" | "gram";

/** Turns a bag of words into its tokens of one kind. The arrays are reused by the next call. */
export type TokenCounter = {
  count(bag: Bag): void;
  /** After `count`: how many distinct tokens there are, which, how often, and how many altogether. */
  readonly distinct: number;
  readonly tokens: Int32Array;
  readonly total: number;
  timesOf(token: number): number;
};

export function createTokenCounter(lexicon: Lexicon, kind: TokenKind): TokenCounter {
  let tokens = new Int32Array(1024);
  let times = new Int32Array(1024);
  const single = new Int32Array(1);
  let distinct = 0;
  let total = 0;

  return {
    count({ words, counts }) {
      for (let at = 0; at < distinct; at++) times[tokens[at] as number] = 0;
      distinct = 0;
      total = 0;
      times = grown(times, lexicon.sizes[kind]);
      for (let at = 0; at < words.length; at++) {
        const { stem, grams } = lexicon.at(words[at] as number);
        const count = counts[at] as number;
        const found = kind === "gram" ? grams : single;
        single[0] = stem;
        total += found.length * count;
        if (tokens.length < distinct + found.length)
          tokens = grown(tokens, distinct + found.length);
        for (let place = 0; place < found.length; place++) {
          const token = found[place] as number;
          if (times[token] === 0) tokens[distinct++] = token;
          times[token] = (times[token] as number) + count;
        }
      }
    },
    get distinct() {
      return distinct;
    },
    get tokens() {
      return tokens;
    },
    get total() {
      return total;
    },
    timesOf: (token) => times[token] as number,
  };
}

/** The array itself if it is long enough, else a longer copy. */
export function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (array.length >= length) return array;
  const longer = new Int32Array(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}

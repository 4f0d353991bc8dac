import type { Bag } from "./bags.ts";
import { createField, type Postings, type WeightedTokens } from "./field.ts";
import type { Lexicon } from "./lexicon.ts";
import { type AskedWord, type CountedTokens, weigh } from "./tokens.ts";
import type { Weights } from "./weights.ts";

/** One part of every text, its titles or its body, by stems and by character n-grams. */
export type Part = {
  count(bag: Bag, by: 1 | -1): void;
  post(bags: readonly Bag[]): PartPostings;
  prepare(question: CountedQuestion): Prepared;
};

/** The words that carry a question's topic, and what they are in tokens. */
export type CountedQuestion = {
  readonly topic: readonly AskedWord[];
  readonly stems: CountedTokens;
  readonly grams: CountedTokens;
};

/** A question as a part looks for it. */
export type Prepared = {
  readonly stems: WeightedTokens;
  readonly grams: WeightedTokens;
  /** Stems of other words for the same. */
  readonly synonyms: WeightedTokens;
};

export type PartPostings = {
  /** Each unit's share of the question, in an array that the next call reuses. */
  score(prepared: Prepared): Float64Array;
};

export function createPart(lexicon: Lexicon, weights: Weights): Part {
  const stem = createField(lexicon, "stem");
  const gram = createField(lexicon, "gram");

  return {
    count(bag, by) {
      stem.count(bag, by);
      gram.count(bag, by);
    },
    post(bags) {
      const stems = stem.post(bags);
      const grams = gram.post(bags);
      return createPostings(stems, grams, bags.length, weights);
    },
    prepare({ topic, stems, grams }) {
      const wanted = weigh(stems, stem, weights.stem);
      const own = new Set(stems.tokens);
      const synonyms = new Map<number, number>();
      for (const {
        known: { analysis, alternatives },
      } of topic) {
        if (alternatives.size === 0) continue;
        const most = stem.idf(analysis.stem);
        for (const token of alternatives) {
          if (own.has(token)) continue;
          const weight = Math.min(most, stem.idf(token)) / (wanted.mass || 1);
          if (weight > (synonyms.get(token) ?? 0)) synonyms.set(token, weight);
        }
      }
      return {
        stems: wanted.weighted,
        grams: weigh(grams, gram, weights.gram).weighted,
        synonyms: { tokens: [...synonyms.keys()], weights: [...synonyms.values()] },
      };
    },
  };
}

function createPostings(
  stems: Postings,
  grams: Postings,
  size: number,
  weights: Weights,
): PartPostings {
  const scores = new Float64Array(size);
  const others = new Float64Array(size);
  return {
    score(prepared) {
      scores.fill(0);
      stems.score(prepared.stems, scores);
      grams.score(prepared.grams, scores);
      if (prepared.synonyms.tokens.length === 0) return scores;
      others.fill(0);
      stems.score(prepared.synonyms, others);
      for (let unit = 0; unit < size; unit++) {
        const found = others[unit] as number;
        // Several synonyms of one word are one finding: more of them add ever less.
        if (found > 0) {
          scores[unit] =
            (scores[unit] as number) + (weights.stem * weights.synonym * found) / (1 + found);
        }
      }
      return scores;
    },
  };
}

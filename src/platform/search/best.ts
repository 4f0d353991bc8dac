import type { SearchHit } from "../../core/ports.ts";

/** Keeps the best hits that are offered. */
export type Best = {
  offer(key: string, score: number): void;
  /** Best first. */
  hits(): readonly SearchHit[];
};

// Scores are rounded and equals stand in the order of their keys, so that the order in which texts came in
// cannot change an answer.
const precision = 1e9;

export function createBest(limit: number): Best {
  const hits: SearchHit[] = [];
  let least = 0;

  return {
    offer(key, exactScore) {
      if (exactScore < least && hits.length >= limit) return;
      const score = Math.round(exactScore * precision) / precision;
      let place = hits.length;
      while (place > 0 && isBefore(key, score, hits[place - 1] as SearchHit)) place--;
      if (place >= limit) return;
      hits.splice(place, 0, { key, score });
      if (hits.length > limit) hits.pop();
      if (hits.length >= limit) least = (hits[limit - 1] as SearchHit).score - 1 / precision;
    },
    hits: () => hits,
  };
}

const isBefore = (key: string, score: number, other: SearchHit): boolean =>
  score > other.score || (score === other.score && key < other.key);

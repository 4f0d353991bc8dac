import type { SearchHit } from "../../core/ports.ts";

/**
 * The `limit` best hits, best first. Scores are rounded and equals stand in the order of their keys, so that
 * the order in which texts came in cannot change an answer.
 */
export function best(hits: readonly SearchHit[], limit: number): readonly SearchHit[] {
  return hits
    .map(({ key, score }) => ({ key, score: Math.round(score * precision) / precision }))
    .sort((one, other) => other.score - one.score || (one.key < other.key ? -1 : 1))
    .slice(0, Math.max(0, limit));
}

const precision = 1e9;

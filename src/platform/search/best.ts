import type { SearchHit } from "../../core/ports.ts";

/** The `limit` best hits, best first; equals stand in the order of their keys, so that answers do not change by chance. */
export function best(hits: SearchHit[], limit: number): readonly SearchHit[] {
  return hits
    .sort((one, other) => other.score - one.score || (one.key < other.key ? -1 : 1))
    .slice(0, Math.max(0, limit));
}

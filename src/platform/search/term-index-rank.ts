import type { TermHit, TermItem, TermMatch, TermQuery } from "../../core/ports.ts";
import type { TermStatus } from "../../core/term-names.ts";

const matches: Readonly<Record<TermMatch, number>> = {
  exact: 0,
  inflected: 1,
  misspelt: 2,
  part: 3,
};
const statuses: Readonly<Record<TermStatus, number>> = { recommended: 0, accepted: 1, avoid: 2 };

export const mayFind = (item: TermItem, { networks, collections }: TermQuery): boolean =>
  item.collection !== undefined
    ? collections.includes(item.collection)
    : item.network === undefined || networks.includes(item.network);

/** A network's own before shared ones before a collection's. */
const distanceFrom = ({ network, collection }: TermItem): number =>
  collection !== undefined ? 2 : network === undefined ? 1 : 0;

/** Guesses that are about as good as each other count as equal: then it matters whose they are. */
const roughly = ({ match, score }: TermHit): number =>
  match === "exact" || match === "inflected" ? 0 : Math.round(score * 10);

/** Negative: `one` stands before `other`. */
function byRank(one: TermHit, other: TermHit): number {
  return (
    matches[one.match] - matches[other.match] ||
    roughly(other) - roughly(one) ||
    distanceFrom(one.item) - distanceFrom(other.item) ||
    statuses[one.name.status] - statuses[other.name.status] ||
    other.score - one.score ||
    one.name.text.length - other.name.text.length ||
    (one.item.key < other.item.key ? -1 : one.item.key > other.item.key ? 1 : 0)
  );
}

/** Each concept once, by its best name. */
export function bestOfEach(hits: Iterable<TermHit>): readonly TermHit[] {
  const best = new Map<TermItem, TermHit>();
  for (const hit of hits) {
    const known = best.get(hit.item);
    if (!known || byRank(hit, known) < 0) best.set(hit.item, hit);
  }
  return [...best.values()].sort(byRank);
}

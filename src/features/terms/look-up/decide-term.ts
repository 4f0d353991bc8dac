/** From what the index found to what is said: one term, several, a guess, parts, or that there is none. */
import type { Term } from "../../../core/content.ts";
import { languages } from "../../../core/language.ts";
import type { TermHit, TermPlace } from "../../../core/ports.ts";

export type TermDecision =
  | { readonly kind: "one"; readonly hit: TermHit; readonly others: readonly TermHit[] }
  /** Several concepts of one bank bear the name. */
  | { readonly kind: "several"; readonly hits: readonly TermHit[] }
  /** Written a little differently, and nothing else comes near. */
  | { readonly kind: "slip"; readonly hit: TermHit }
  | { readonly kind: "guesses"; readonly hits: readonly TermHit[] }
  | { readonly kind: "parts"; readonly hits: readonly TermHit[] }
  /** `near`: terms with the word in them. */
  | { readonly kind: "missing"; readonly near: readonly TermHit[] };

const mostShown = 5;
const mostOthers = 3;
/** A slip of the pen that leaves so much of the word alone, and no other word as near. */
const sureSlip = 0.84;
const clearLead = 0.06;

export const isSure = ({ match }: TermHit): boolean => match === "exact" || match === "inflected";

/** Hits best first; `parts` is only asked for where nothing else was found. */
export function decideTerm(
  hits: readonly TermHit[],
  parts: () => readonly TermPlace[],
): TermDecision {
  const [first] = hits;
  if (first && isSure(first)) return decideSure(first, hits.filter(isSure));
  const guesses = hits.filter(({ match }) => match === "misspelt");
  const [guess, next] = guesses;
  if (guess) {
    const isClear = guess.score >= sureSlip && guess.score - (next?.score ?? 0) >= clearLead;
    return isClear ? { kind: "slip", hit: guess } : { kind: "guesses", hits: top(guesses) };
  }
  const inIt = parts().flatMap(({ hits: [best] }) => (best ? [best] : []));
  const different = inIt.filter(
    (hit, at) => inIt.findIndex(({ item }) => item === hit.item) === at,
  );
  if (different.length > 0) return { kind: "parts", hits: top(different) };
  return { kind: "missing", near: top(hits) };
}

function decideSure(first: TermHit, sure: readonly TermHit[]): TermDecision {
  const equals = sure.filter((hit) => hit.match === first.match && isOfSameBank(hit, first));
  const isSettled = equals.every(({ item }) => saysTheSame(item.term, first.item.term));
  if (!isSettled) return { kind: "several", hits: top(equals) };
  const others = sure.filter((hit) => hit !== first && hit.match === first.match);
  return { kind: "one", hit: first, others: others.slice(0, mostOthers) };
}

/** All networks' own terms count as one bank: which of them is meant is the reader's to say. */
const isOfSameBank = ({ item: one }: TermHit, { item: other }: TermHit): boolean =>
  (one.collection === undefined) === (other.collection === undefined) &&
  (one.network === undefined) === (other.network === undefined);

/** Two networks recommend the same: either of their entries answers. */
const saysTheSame = (one: Term, other: Term): boolean =>
  languages.every((language) => one[language] === other[language]);

const top = <T>(hits: readonly T[]): readonly T[] => hits.slice(0, mostShown);

/** From what somebody wrote to the names they may have meant. */
import type { TermHit, TermMatch } from "../../core/ports.ts";
import type { KnownName, Names } from "./term-index-names.ts";
import { wordsOf } from "./words.ts";

type MayFind = (name: KnownName) => boolean;

/** The known words that a sought one may stand for. */
type Meant = ReadonlyMap<number, { readonly match: TermMatch; readonly alike: number }>;

const mostCharacters = 200;
const mostWords = 8;
/** Written as one word or as two, with or without its dots: surely meant. */
const sameLetters = 0.98;
const aForm = 0.95;
const longestJoined = 40;
const shortestPart = 3;
const leastShare = 0.15;
const mostParts = 60;
const steps = 50;
const order: readonly TermMatch[] = ["exact", "inflected", "misspelt", "part"];

export function findNames(
  names: Names,
  text: string,
  mayFind: MayFind,
  sureOnly = false,
): readonly TermHit[] {
  const words = wordsOf(text.slice(0, mostCharacters)).slice(0, mostWords);
  if (words.length === 0) return [];
  const hits = written(names, words, mayFind);
  const forms: Meant[] = [];
  for (const word of words) {
    const meant = formsOf(names, word);
    // No name has every word then, and only slips could help.
    if (sureOnly && meant.size === 0) return hits.filter(isSure);
    forms.push(meant);
  }
  hits.push(...aligned(names, forms, mayFind));
  if (sureOnly) return hits.filter(isSure);
  if (!hits.some(isSure)) hits.push(...demoted(spacedOtherwise(names, words, mayFind)));
  if (!hits.some(isSure)) {
    const slips = words.map((word, at) => withSlips(names, word, forms[at] as Meant));
    hits.push(...aligned(names, slips, mayFind));
  }
  const [only] = words;
  if (words.length === 1 && only !== undefined) hits.push(...holding(names, only, mayFind));
  return hits;
}

const isSure = ({ match }: TermHit): boolean => match === "exact" || match === "inflected";

function written(names: Names, words: readonly string[], mayFind: MayFind): TermHit[] {
  return names
    .written(words)
    .filter(mayFind)
    .map(({ item, name, words: own }): TermHit => {
      const isSame =
        own.length === words.length &&
        words.every((word, at) => names.vocabulary.numberOf(word) === own[at]);
      return isSame
        ? { item, name, match: "exact", score: 1 }
        : { item, name, match: "misspelt", score: sameLetters };
    });
}

function formsOf(names: Names, word: string): Meant {
  const meant = new Map<number, { match: TermMatch; alike: number }>();
  for (const form of names.vocabulary.formsOf(word)) {
    meant.set(form, { match: "inflected", alike: aForm });
  }
  const same = names.vocabulary.numberOf(word);
  if (same !== undefined) meant.set(same, { match: "exact", alike: 1 });
  return meant;
}

function withSlips(names: Names, word: string, forms: Meant): Meant {
  const meant = new Map(forms);
  for (const { word: number, alike } of names.vocabulary.likeSlips(word)) {
    if (!meant.has(number)) meant.set(number, { match: "misspelt", alike });
  }
  return meant;
}

/** Names that have every sought word: all of them in their order and no other, or else as a part. */
function aligned(names: Names, sought: readonly Meant[], mayFind: MayFind): readonly TermHit[] {
  const rarest = [...sought].sort((one, other) => countOf(names, one) - countOf(names, other))[0];
  if (!rarest || rarest.size === 0) return [];
  const hits: TermHit[] = [];
  const parts: Part[] = [];
  for (const word of rarest.keys()) {
    for (const known of names.having(word)) {
      if (known.words.length < sought.length || !mayFind(known)) continue;
      if (known.words.length > sought.length) {
        const share = shareIn(names, known, sought);
        if (share >= leastShare) parts.push({ known, share });
        continue;
      }
      const hit = whole(known, sought);
      if (hit) hits.push(hit);
    }
  }
  for (const { known, share } of largest(parts)) {
    hits.push({ item: known.item, name: known.name, match: "part", score: share });
  }
  return hits;
}

type Part = { readonly known: KnownName; readonly share: number };

/** Words such as "services" stand in thousands of names: only those of which they are most are worth a look. */
function largest(parts: readonly Part[]): readonly Part[] {
  if (parts.length <= mostParts) return parts;
  const counts = new Uint16Array(steps + 1);
  const stepOf = ({ share }: Part): number => Math.floor(share * steps);
  for (const one of parts) counts[stepOf(one)] = (counts[stepOf(one)] as number) + 1;
  let least = steps;
  for (let kept = counts[least] as number; kept < mostParts && least > 0; ) {
    least--;
    kept += counts[least] as number;
  }
  return parts.filter((one) => stepOf(one) >= least);
}

function countOf(names: Names, meant: Meant): number {
  let count = 0;
  for (const word of meant.keys()) count += names.having(word).length;
  return count;
}

function whole({ item, name, words }: KnownName, sought: readonly Meant[]): TermHit | undefined {
  let match: TermMatch = "exact";
  let alike = 0;
  for (const [at, word] of words.entries()) {
    const meant = sought[at]?.get(word);
    if (!meant) return undefined;
    if (order.indexOf(meant.match) > order.indexOf(match)) match = meant.match;
    alike += meant.alike;
  }
  return { item, name, match, score: alike / words.length };
}

/** How much of the name was sought, by letters. A guess within a guess is none, so no word may be a misspelt one. */
function shareIn(names: Names, known: KnownName, sought: readonly Meant[]): number {
  let letters = 0;
  for (const meant of sought) {
    const word = known.words.find((one) => {
      const match = meant.get(one)?.match;
      return match === "exact" || match === "inflected";
    });
    if (word === undefined) return 0;
    letters += names.vocabulary.lettersOf(word);
  }
  return Math.min(letters / known.letters, 1);
}

/** A form of a name that is written as one word but was looked up as two, or the other way round. */
function spacedOtherwise(
  names: Names,
  words: readonly string[],
  mayFind: MayFind,
): readonly TermHit[] {
  const joined = words.join("").slice(0, longestJoined);
  if (words.length > 1) return aligned(names, [formsOf(names, joined)], mayFind);
  return Array.from({ length: joined.length }, (_, cut) => cut)
    .filter((cut) => cut >= shortestPart && cut <= joined.length - shortestPart)
    .filter((cut) => names.vocabulary.numberOf(joined.slice(0, cut)) !== undefined)
    .flatMap((cut) => {
      const [first, last] = [joined.slice(0, cut), joined.slice(cut)];
      return aligned(names, [formsOf(names, first), formsOf(names, last)], mayFind);
    });
}

const demoted = (hits: readonly TermHit[]): readonly TermHit[] =>
  hits.filter(isSure).map((hit) => ({ ...hit, match: "misspelt", score: hit.score * sameLetters }));

/** Compounds with the sought word in them. */
const holding = (names: Names, word: string, mayFind: MayFind): readonly TermHit[] =>
  names.vocabulary.holding(word).flatMap(({ word: number, alike }) =>
    names
      .having(number)
      .filter(mayFind)
      .map(
        ({ item, name, letters }): TermHit => ({
          item,
          name,
          match: "part",
          score: (alike * names.vocabulary.lettersOf(number)) / letters,
        }),
      ),
  );

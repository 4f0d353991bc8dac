/** A compound that is no term, taken apart into those that are: sysselsättningsvillkorsmall → sysselsättningsvillkor. */
import type { TermHit } from "../../core/ports.ts";
import type { KnownName, Names } from "./term-index-names.ts";
import type { NamedPlace } from "./term-index-text.ts";

const shortestPart = 4;
/** So few letters between two parts are what joins them; more must be enough to be a word. */
const longestLink = 2;
const shortestRest = 3;
const longestCompound = 60;
/** Fewer and longer parts tell more. */
const costOfPart = 2;
const costOfRest = 3;
const leastShare = 0.4;

type Split = { readonly worth: number; readonly parts: readonly NamedPlace[] };

export function partsOfCompound(
  names: Names,
  text: string,
  mayFind: (name: KnownName) => boolean,
): readonly NamedPlace[] {
  const word = text.trim().normalize("NFC").toLowerCase().slice(0, longestCompound);
  const formsAt = names.vocabulary.formsWithin(word);
  const best: (Split | undefined)[] = [{ worth: 0, parts: [] }];
  for (let end = 1; end <= word.length; end++) {
    best[end] = bestUpTo(end);
  }
  const parts = best[word.length]?.parts ?? [];
  const letters = parts.reduce((sum, part) => sum + part.text.length, 0);
  return letters >= leastShare * word.length ? parts : [];

  function bestUpTo(end: number): Split | undefined {
    let found: Split | undefined;
    const offer = (split: Split) => {
      if (!found || split.worth > found.worth) found = split;
    };
    for (let start = 0; start < end; start++) {
      const before = best[start];
      if (!before) continue;
      const length = end - start;
      const isLink = length <= longestLink && start > 0 && end < word.length;
      if (isLink || length >= shortestRest) {
        offer({ worth: before.worth - (isLink ? 0 : costOfRest), parts: before.parts });
      }
      const hits = length >= shortestPart && length < word.length ? hitsOf(start, end) : [];
      if (hits.length > 0) {
        const part = { text: word.slice(start, end), start, hits };
        offer({ worth: before.worth + length - costOfPart, parts: [...before.parts, part] });
      }
    }
    return found;
  }

  function hitsOf(start: number, end: number): readonly TermHit[] {
    const piece = word.slice(start, end);
    return formsAt(start, end).flatMap((number) =>
      names
        .beginningWith(number)
        .filter((known) => known.words.length === 1 && mayFind(known))
        .map(
          ({ item, name }): TermHit => ({
            item,
            name,
            match: "part",
            score: piece.length / word.length,
          }),
        ),
    );
  }
}

import type { SynonymGroup } from "./synonyms.ts";

/** Knows which stems of the texts mean about the same as a question's word. */
export type Thesaurus = {
  /** A word that the texts have, with the number of its stem. */
  learn(word: string, stem: number): void;
  /** The stems that stand for other words of the word's groups. */
  alternatives(word: string): ReadonlySet<number>;
};

// In a compound the last part names the thing ("städupphandling"): it must be this long to be told from an ending.
const shortestFirst = 3;
const shortestLast = 5;

/** A group's form with the stems in the texts that are written so. */
type Known = { readonly group: number; readonly stems: Set<number> };

export function createThesaurus(
  groups: readonly SynonymGroup[],
  stemOf: (word: string) => string,
): Thesaurus {
  const beginnings = new Map<string, Known[]>();
  const whole = new Map<string, Known[]>();
  const members = groups.map((forms, group) =>
    forms.map(({ letters, anyEnding }) => {
      const known: Known = { group, stems: new Set() };
      const key = anyEnding ? letters : stemOf(letters);
      const map = anyEnding ? beginnings : whole;
      map.set(key, [...(map.get(key) ?? []), known]);
      return known;
    }),
  );
  const longest = Math.max(0, ...[...beginnings.keys()].map((letters) => letters.length));

  const add = (found: Known[], word: string, start: number, shortest: number) => {
    for (let end = start + shortest; end <= Math.min(word.length, start + longest); end++) {
      const known = beginnings.get(word.slice(start, end));
      if (known) found.push(...known);
    }
  };
  const formsOf = (word: string): Known[] => {
    const found = [...(whole.get(stemOf(word)) ?? [])];
    add(found, word, 0, 2);
    for (let start = shortestFirst; start + shortestLast <= word.length; start++) {
      add(found, word, start, shortestLast);
    }
    return found;
  };

  const alternatives = (word: string): ReadonlySet<number> => {
    const own = formsOf(word);
    const stems = new Set<number>();
    for (const { group } of own) {
      for (const member of members[group] ?? []) {
        if (!own.includes(member)) for (const stem of member.stems) stems.add(stem);
      }
    }
    return stems;
  };

  return {
    learn(word, stem) {
      for (const { stems } of formsOf(word)) stems.add(stem);
    },
    alternatives,
  };
}

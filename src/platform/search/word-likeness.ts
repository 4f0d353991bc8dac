import { gramsOf } from "./grams.ts";
import { createMemo } from "./memo.ts";

const mostAsked = 5_000;
const shortestGram = 2;
const longestGram = 5;

// How much of the sought word must be in the other, against the other way round: who asks writes less than a
// record says, and the other way only in inflections.
const soughtShare = 0.7;
// Below this two words have only chance in common.
const leastLikeness = 0.25;

// What Finnish and Swedish hang on a name or a noun.
const endings = new Set(
  "n s ssa sta lla lta lle an en in ksi na seen hin ens et ets ar ars nas".split(" "),
);
const withEnding = 0.95;
const shortestWord = 2;
const shortestBeginning = 3;

/** A known word by its place in the list, with how alike it is, up to 1. */
export type Alike = { readonly number: number; readonly alike: number };

/** Finds the words that look like a given one: inflected, misspelt, or a part of a compound. */
export type Likeness = {
  like(folded: string): readonly Alike[];
};

/** The known words that have an n-gram, and how much it tells. */
type Having = { readonly numbers: readonly number[]; readonly rarity: number };

/** `words` are folded. */
export function createLikeness(words: readonly string[]): Likeness {
  const numbersOf = new Map<string, number[]>();
  const gramsOfWords = words.map((word) => new Set(gramsOf(word, shortestGram, longestGram)));
  for (const [number, grams] of gramsOfWords.entries()) {
    for (const gram of grams) {
      const numbers = numbersOf.get(gram);
      if (numbers) numbers.push(number);
      else numbersOf.set(gram, [number]);
    }
  }
  const rarity = (found: number): number =>
    Math.log(1 + (words.length - found + 0.5) / (found + 0.5));
  const having = new Map<string, Having>();
  for (const [gram, numbers] of numbersOf) {
    having.set(gram, { numbers, rarity: rarity(numbers.length) });
  }
  const nobody: Having = { numbers: [], rarity: rarity(0) };
  const massOf = (grams: Iterable<string>): number => {
    let mass = 0;
    for (const gram of grams) mass += (having.get(gram) ?? nobody).rarity;
    return mass;
  };
  const masses = gramsOfWords.map(massOf);
  /** How much each known word has of the sought one; used anew for each. */
  const common = new Float64Array(words.length);

  return {
    like: createMemo(mostAsked, (folded): readonly Alike[] => {
      const grams = new Set(gramsOf(folded, shortestGram, longestGram));
      let soughtMass = 0;
      common.fill(0);
      for (const gram of grams) {
        const { numbers, rarity: weight } = having.get(gram) ?? nobody;
        soughtMass += weight;
        for (const number of numbers) common[number] = (common[number] as number) + weight;
      }
      const found: Alike[] = [];
      for (let number = 0; number < common.length; number++) {
        const mass = common[number] as number;
        if (mass === 0) continue;
        const whole = soughtShare * soughtMass + (1 - soughtShare) * (masses[number] as number);
        const known = words[number] as string;
        const likeness = Math.max(mass / whole, likenessOfBeginnings(folded, known));
        if (likeness >= leastLikeness) found.push({ number, alike: likeness });
      }
      return found;
    }),
  };
}

/** Long words that begin alike are alike, whatever happens at their end ("hallinta", "hallinnasta"). */
function likenessOfBeginnings(sought: string, known: string): number {
  if (softened(sought[0]) !== softened(known[0])) return 0;
  if (sought === known) return 1;
  if (known.length >= shortestWord && sought.startsWith(known)) {
    if (endings.has(sought.slice(known.length))) return withEnding;
  }
  let same = 0;
  while (same < known.length && softened(sought[same]) === softened(known[same])) same++;
  return same < shortestBeginning ? 0 : (same / sought.length) * (same / known.length);
}

// Letters that stand for each other when a Finnish stem changes: Lahti, Lahden; Helsinki, Helsingin.
const softer: Readonly<Record<string, string>> = { t: "d", k: "g", i: "e" };
const softened = (letter: string | undefined) => (letter && softer[letter]) ?? letter;

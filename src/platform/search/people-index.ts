import type { PersonItem, SearchHit, SearchQuery } from "../../core/ports.ts";
import { createBest } from "./best.ts";
import { isFiller } from "./people-filler.ts";
import { nationalDigits, soughtDigits } from "./phone-digits.ts";
import { createLikeness, type Likeness } from "./word-likeness.ts";
import { fold, wordsOf } from "./words.ts";

/** The people of all networks, found in any language. */
export type PeopleIndex = {
  put(item: PersonItem): void;
  remove(key: string): void;
  search(query: SearchQuery): readonly SearchHit[];
};

type Person = {
  readonly key: string;
  readonly network: string | undefined;
  readonly words: ReadonlySet<string>;
  readonly nameWords: readonly string[];
  readonly phone: string;
};

/** The words of all records, and who has each. Built at the first search after a change. */
type Directory = {
  readonly people: readonly Person[];
  readonly likeness: Likeness;
  /** For each word the places of the people who have it. */
  readonly having: readonly (readonly number[])[];
  readonly nameWords: ReadonlySet<string>;
  /** Used anew for each question, one place for each person. */
  readonly scores: Float64Array;
  readonly likest: Float64Array;
};

const mostCharacters = 500;
const mostWords = 24;
// Someone who shares less than this of the question was found by chance.
const leastScore = 0.1;
// People tell a story around their question, so words that no record has count less against it.
const unknownWeight = 0.5;

export function createPeopleIndex(): PeopleIndex {
  const people = new Map<string, Person>();
  let directory: Directory | undefined;

  return {
    put(item) {
      people.set(item.key, personOf(item));
      directory = undefined;
    },
    remove(key) {
      if (people.delete(key)) directory = undefined;
    },
    search({ text, networks, limit }) {
      directory ??= directoryOf([...people.values()]);
      const question = text.slice(0, mostCharacters);
      const scores = scoresByWords(directory, soughtWords(question, directory.nameWords));
      const digits = soughtDigits(question);
      const best = createBest(limit);
      for (let at = 0; at < directory.people.length; at++) {
        const { key, network, phone } = directory.people[at] as Person;
        const byPhone =
          digits !== undefined && phone.includes(digits) ? digits.length / phone.length : 0;
        const score = Math.max(scores[at] as number, byPhone);
        if (score < leastScore) continue;
        if (network === undefined || networks.includes(network)) best.offer(key, score);
      }
      return best.hits();
    },
  };
}

const foldedWords = (text: string): readonly string[] => wordsOf(text).map(fold);

function personOf({ key, network, name, organisations, role, topics, phone }: PersonItem): Person {
  const nameWords = foldedWords(name);
  const others = [...organisations, role, ...topics]
    .flatMap(wordsOf)
    .filter((word) => !isFiller(word));
  return {
    key,
    network,
    words: new Set([...nameWords, ...others.map(fold)]),
    nameWords,
    phone: nationalDigits(phone ?? ""),
  };
}

function directoryOf(people: readonly Person[]): Directory {
  const numbers = new Map<string, number>();
  const having: number[][] = [];
  for (const [at, { words }] of people.entries()) {
    for (const word of words) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      const places = having[number];
      if (places) places.push(at);
      else having[number] = [at];
    }
  }
  return {
    people,
    likeness: createLikeness([...numbers.keys()]),
    having,
    nameWords: new Set(people.flatMap(({ nameWords }) => nameWords)),
    scores: new Float64Array(people.length),
    likest: new Float64Array(people.length),
  };
}

/** What is left of a question without its filler. A name is never filler: there are people called Kai. */
function soughtWords(question: string, nameWords: ReadonlySet<string>): readonly string[] {
  const words = wordsOf(question).filter((word) => !isFiller(word) || nameWords.has(fold(word)));
  return [...new Set(words.map(fold))].slice(0, mostWords);
}

/** For each person the share of the sought words that the record has, rare words counting more. */
function scoresByWords(directory: Directory, words: readonly string[]): Float64Array {
  const { people, likeness, having, scores, likest } = directory;
  scores.fill(0);
  let mass = 0;
  for (const word of words) {
    likest.fill(0);
    for (const { number, alike } of likeness.like(word)) {
      for (const at of having[number] ?? []) {
        if (alike > (likest[at] as number)) likest[at] = alike;
      }
    }
    let found = 0;
    let most = unknownWeight;
    for (const alike of likest) {
      found += alike * alike;
      if (alike > most) most = alike;
    }
    const rarity = Math.log(1 + (people.length - found + 0.5) / (found + 0.5));
    const weight = rarity * most;
    mass += weight;
    for (let at = 0; at < scores.length; at++) {
      scores[at] = (scores[at] as number) + weight * (likest[at] as number);
    }
  }
  if (mass > 0)
    for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / mass;
  return scores;
}

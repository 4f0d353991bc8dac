import type { Language } from "../../core/language.ts";
import type { SearchHit, SearchItem, SearchQuery } from "../../core/ports.ts";
import { type Bag, createBag } from "./bags.ts";
import { best } from "./best.ts";
import { createField, type Field, type Postings, type WeightedToken } from "./field.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import { questionWords } from "./question.ts";
import { stemOf } from "./stems.ts";
import { stopWords } from "./stop-words.ts";
import { wordsOf } from "./words.ts";

/** The texts of one language. */
export type TextIndex = {
  put(item: SearchItem): void;
  remove(key: string): void;
  search(query: SearchQuery): readonly SearchHit[];
};

/** How the parts of the score weigh; found by `bench/search/bench-search.ts` (see bench/search/TRIED.md). */
export const defaultWeights = {
  stem: 0.35,
  gram: 0.65,
  title: 0.4,
  body: 0.6,
  titleInBody: 2,
  /** What the title part is at least, as a share of the body part: so an untitled text can reach the same scores. */
  bodyAsTitle: 0.8,
};
export type Weights = typeof defaultWeights;

type Entry = {
  readonly key: string;
  readonly network: string | undefined;
  /** The title and each alternative question: whichever fits best counts. */
  readonly titles: readonly Bag[];
  readonly body: Bag;
  alive: boolean;
};

type Part = { readonly stem: Field; readonly gram: Field };
type PartPostings = { readonly stem: Postings; readonly gram: Postings };
type Segment = {
  readonly entries: readonly Entry[];
  /** For each title unit the place of its entry. */
  readonly owners: Int32Array;
  readonly titles: PartPostings;
  readonly bodies: PartPostings;
  readonly titleScores: Float64Array;
  readonly titleOf: Float64Array;
  readonly bodyScores: Float64Array;
};

// New entries go to a small segment of their own, rebuilt at the next search; it joins the big one when it has grown.
const recentAtMost = 64;

export function createTextIndex(language: Language, weights: Weights = defaultWeights): TextIndex {
  const lexicon = createLexicon({
    stopWords: stopWords[language],
    stem: (word) => stemOf(word, language),
    gramSizes: [3, 5],
  });
  const titles = createPart(lexicon);
  const bodies = createPart(lexicon);
  const entries = new Map<string, Entry>();
  let settled: Segment | undefined;
  let recent: Segment | undefined;
  let recentEntries: Entry[] = [];
  let stale = false;
  let dead = 0;

  const count = (entry: Entry, by: 1 | -1) => {
    for (const bag of entry.titles) countIn(titles, bag, by);
    countIn(bodies, entry.body, by);
  };

  const remove = (key: string) => {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    entry.alive = false;
    dead++;
    count(entry, -1);
  };

  const segmentOf = (list: readonly Entry[]): Segment => {
    const owners = list.flatMap((entry, at) => entry.titles.map(() => at));
    return {
      entries: list,
      owners: Int32Array.from(owners),
      titles: postingsOf(titles, list.flatMap((entry) => entry.titles)),
      bodies: postingsOf(bodies, list.map((entry) => entry.body)),
      titleScores: new Float64Array(owners.length),
      titleOf: new Float64Array(list.length),
      bodyScores: new Float64Array(list.length),
    };
  };

  const settle = () => {
    const size = settled?.entries.length ?? 0;
    if (recentEntries.length > Math.max(recentAtMost, size / 10) || dead > Math.max(recentAtMost, size / 4)) {
      settled = segmentOf([...entries.values()]);
      recent = undefined;
      recentEntries = [];
      dead = 0;
    } else if (stale) {
      recentEntries = recentEntries.filter((entry) => entry.alive);
      recent = segmentOf(recentEntries);
    }
    stale = false;
  };

  return {
    put(item) {
      remove(item.key);
      const entry = entryOf(item, lexicon, weights);
      entries.set(item.key, entry);
      recentEntries.push(entry);
      stale = true;
      count(entry, 1);
    },
    remove,
    search({ text, networks, limit }) {
      settle();
      const words = questionWords(text, language);
      if (words.length === 0) return [];
      const titleTokens = tokensOf(words, lexicon, titles, weights);
      const bodyTokens = tokensOf(words, lexicon, bodies, weights);
      const hits: SearchHit[] = [];
      for (const segment of [settled, recent]) {
        if (!segment) continue;
        scorePart(segment.titles, titleTokens, segment.titleScores);
        scorePart(segment.bodies, bodyTokens, segment.bodyScores);
        const { owners, titleOf, titleScores, bodyScores } = segment;
        titleOf.fill(0);
        for (let unit = 0; unit < owners.length; unit++) {
          const owner = owners[unit] as number;
          const score = titleScores[unit] as number;
          if (score > (titleOf[owner] as number)) titleOf[owner] = score;
        }
        for (const [at, entry] of segment.entries.entries()) {
          const body = bodyScores[at] as number;
          const title = Math.max(titleOf[at] as number, body * weights.bodyAsTitle);
          const score = weights.title * title + weights.body * body;
          if (score <= 0 || !entry.alive) continue;
          if (entry.network !== undefined && !networks.includes(entry.network)) continue;
          hits.push({ key: entry.key, score });
        }
      }
      return best(hits, limit);
    },
  };
}

function createPart(lexicon: Lexicon): Part {
  return { stem: createField(lexicon, "stem"), gram: createField(lexicon, "gram") };
}

function countIn(part: Part, bag: Bag, by: 1 | -1): void {
  part.stem.count(bag, by);
  part.gram.count(bag, by);
}

function postingsOf(part: Part, bags: readonly Bag[]): PartPostings {
  return { stem: part.stem.post(bags), gram: part.gram.post(bags) };
}

function scorePart(
  postings: PartPostings,
  tokens: { readonly stem: readonly WeightedToken[]; readonly gram: readonly WeightedToken[] },
  scores: Float64Array,
): void {
  scores.fill(0);
  postings.stem.score(tokens.stem, scores);
  postings.gram.score(tokens.gram, scores);
}

function entryOf(item: SearchItem, lexicon: Lexicon, weights: Weights): Entry {
  const body = createBag();
  const titles: Bag[] = [];
  const leads = new Map<number, number>();
  for (const lead of [item.title, ...item.questions]) {
    const bag = createBag();
    for (const word of wordsOf(lead)) bag.add(lexicon.numberOf(word), 1);
    const built = bag.bag();
    if (built.words.length === 0) continue;
    titles.push(built);
    for (const [at, word] of built.words.entries()) {
      leads.set(word, Math.max(leads.get(word) ?? 0, built.counts[at] as number));
    }
  }
  for (const [word, times] of leads) body.add(word, times * weights.titleInBody);
  for (const text of [item.text, ...item.tags, ...item.names]) {
    for (const word of wordsOf(text)) body.add(lexicon.numberOf(word), 1);
  }
  return { key: item.key, network: item.network, titles, body: body.bag(), alive: true };
}

/** The question's tokens, weighed so that a score is the share of the question's possible mass. */
function tokensOf(
  words: ReturnType<typeof questionWords>,
  lexicon: Lexicon,
  part: Part,
  weights: Weights,
): { readonly stem: WeightedToken[]; readonly gram: WeightedToken[] } {
  const stems = new Map<number, number>();
  const grams = new Map<number, number>();
  let unknownStems = 0;
  let unknownGrams = 0;
  for (const { word, times } of words) {
    const analysis = lexicon.look(word);
    if (analysis.stem < 0) unknownStems += times;
    else stems.set(analysis.stem, (stems.get(analysis.stem) ?? 0) + times);
    for (const gram of analysis.grams) {
      if (gram < 0) unknownGrams += times;
      else grams.set(gram, (grams.get(gram) ?? 0) + times);
    }
  }
  return {
    stem: weighed(stems, unknownStems, part.stem, weights.stem),
    gram: weighed(grams, unknownGrams, part.gram, weights.gram),
  };
}

function weighed(
  tokens: ReadonlyMap<number, number>,
  unknown: number,
  field: Field,
  share: number,
): WeightedToken[] {
  let mass = unknown * field.idf(-1);
  const list: WeightedToken[] = [];
  for (const [token, times] of tokens) {
    const weight = field.idf(token) * Math.min(times, 2);
    mass += weight;
    list.push({ token, weight });
  }
  return list.map(({ token, weight }) => ({ token, weight: (weight * share) / mass }));
}

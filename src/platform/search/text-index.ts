import type { Language } from "../../core/language.ts";
import type { SearchHit, SearchItem, SearchQuery } from "../../core/ports.ts";
import { createBest } from "./best.ts";
import { type Entry, entryOf } from "./entry.ts";
import { createField } from "./field.ts";
import { createLexicon } from "./lexicon.ts";
import { createMemo } from "./memo.ts";
import { createPart } from "./part.ts";
import type { Question } from "./question.ts";
import { createSegment, type Parts, type Segment } from "./segment.ts";
import { stemOf } from "./stems.ts";
import { stopWords } from "./stop-words.ts";
import { synonymGroups } from "./synonyms.ts";
import { createThesaurus } from "./thesaurus.ts";
import { type AskedWord, countTokens, type KnownWord, weigh } from "./tokens.ts";
import { defaultWeights, type Weights } from "./weights.ts";

/** The texts of one language. */
export type TextIndex = {
  put(item: SearchItem): void;
  remove(key: string): void;
  /** Best first. */
  search(question: Question, query: Pick<SearchQuery, "networks" | "limit">): readonly SearchHit[];
};

const mostAsked = 5_000;

// What is put in goes to a small segment that is rebuilt at the next search, so that a change stays cheap;
// when it or the share of removed entries has grown, everything is built anew.
const fewEntries = 64;
const largestRecentShare = 0.1;
const largestRemovedShare = 0.25;

export function createTextIndex(language: Language, weights: Weights = defaultWeights): TextIndex {
  const stem = (word: string) => stemOf(word, language);
  const thesaurus = createThesaurus(synonymGroups[language], stem);
  const lexicon = createLexicon({
    stopWords: stopWords[language],
    stemOf: stem,
    gramSizes: [3, 5],
    onNewWord: thesaurus.learn,
  });
  const parts: Parts = {
    titles: createPart(lexicon, weights),
    titleWords: createField(lexicon, "stem"),
    bodies: createPart(lexicon, weights),
  };
  // A question's words are looked for in several parts of the texts, and most of them in the next question, too.
  const known = createMemo(
    mostAsked,
    (word): KnownWord => ({
      analysis: lexicon.look(word),
      alternatives: thesaurus.alternatives(word),
    }),
  );
  const entries = new Map<string, Entry>();
  let settled: Segment | undefined;
  let recent: Segment | undefined;
  let recentEntries: Entry[] = [];
  let removed = 0;

  const count = (entry: Entry, by: 1 | -1) => {
    for (const { topic, all } of entry.titles) {
      parts.titles.count(topic, by);
      parts.titleWords.count(all, by);
    }
    parts.bodies.count(entry.body, by);
  };

  const remove = (key: string) => {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    entry.removed = true;
    removed++;
    count(entry, -1);
  };

  const looked = (words: ReadonlyMap<string, number>): readonly AskedWord[] =>
    Array.from(words, ([word, times]) => ({ known: known(word), times }));

  const segments = (): readonly Segment[] => {
    const size = settled?.entries.length ?? 0;
    if (
      recentEntries.length > Math.max(fewEntries, size * largestRecentShare) ||
      removed > Math.max(fewEntries, size * largestRemovedShare)
    ) {
      settled = createSegment([...entries.values()], parts, weights);
      recent = undefined;
      recentEntries = [];
      removed = 0;
    } else if (recentEntries.length > 0 && recent === undefined) {
      recentEntries = recentEntries.filter((entry) => !entry.removed);
      recent = createSegment(recentEntries, parts, weights);
    }
    return [settled, recent].filter((segment) => segment !== undefined);
  };

  return {
    put(item) {
      remove(item.key);
      known.clear();
      const entry = entryOf(item, language, lexicon, weights);
      entries.set(item.key, entry);
      recentEntries.push(entry);
      recent = undefined;
      count(entry, 1);
    },
    remove,
    search(question, { networks, limit }) {
      if (question.topic.size === 0) return [];
      const all = looked(question.all);
      const topic = looked(question.topic);
      const { stem, gram } = lexicon.sizes;
      const counted = {
        topic,
        stems: countTokens(topic, stem, "stem"),
        grams: countTokens(topic, gram, "gram"),
      };
      const words = countTokens(all, stem, "stem");
      const sought = {
        title: parts.titles.prepare(counted),
        titleWords: weigh(words, parts.titleWords, 1).weighted,
        body: parts.bodies.prepare(counted),
        asksForTime: question.asksForTime,
      };
      const best = createBest(limit);
      for (const segment of segments()) {
        segment.search(sought, ({ key, network }, score) => {
          if (network === undefined || networks.includes(network)) best.offer(key, score);
        });
      }
      return best.hits();
    },
  };
}

import type { Entry } from "./entry.ts";
import type { Field, WeightedToken } from "./field.ts";
import type { Part, Prepared } from "./part.ts";
import type { Weights } from "./weights.ts";

/** What every segment of an index counts and looks in. */
export type Parts = { readonly titles: Part; readonly titleWords: Field; readonly bodies: Part };

/** A question as the parts look for it. */
export type Sought = {
  readonly title: Prepared;
  readonly titleWords: readonly WeightedToken[];
  readonly body: Prepared;
  readonly asksForTime: boolean;
};

/** The fixed postings of some entries. */
export type Segment = {
  readonly entries: readonly Entry[];
  /** Calls `found` with each entry that has anything of what is sought. */
  search(sought: Sought, found: (entry: Entry, score: number) => void): void;
};

export function createSegment(entries: readonly Entry[], parts: Parts, weights: Weights): Segment {
  const owners = Int32Array.from(entries.flatMap(({ titles }, at) => titles.map(() => at)));
  const titleBags = entries.flatMap(({ titles }) => titles);
  const titles = parts.titles.post(titleBags.map(({ topic }) => topic));
  const titleWords = parts.titleWords.post(titleBags.map(({ all }) => all));
  const bodies = parts.bodies.post(entries.map(({ body }) => body));
  const wordScores = new Float64Array(owners.length);
  const bestTitles = new Float64Array(entries.length);
  const { title, titleWords: words, body, untitled, time } = weights;

  return {
    entries,
    search(sought, found) {
      const bodyScores = bodies.score(sought.body);
      const titleScores = titles.score(sought.title);
      wordScores.fill(0);
      titleWords.score(sought.titleWords, wordScores);
      bestTitles.fill(0);
      for (let unit = 0; unit < owners.length; unit++) {
        const owner = owners[unit] as number;
        const score = title * (titleScores[unit] as number) + words * (wordScores[unit] as number);
        if (score > (bestTitles[owner] as number)) bestTitles[owner] = score;
      }
      for (let at = 0; at < entries.length; at++) {
        const entry = entries[at] as Entry;
        const bodyScore = bodyScores[at] as number;
        if (bodyScore === 0 || entry.removed) continue;
        const titleScore =
          entry.titles.length > 0
            ? (bestTitles[at] as number)
            : (title + words) * untitled * bodyScore;
        const score = titleScore + body * bodyScore;
        found(entry, sought.asksForTime && entry.namesTime ? score * (1 + time) : score);
      }
    },
  };
}

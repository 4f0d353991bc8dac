import type { Entry } from "./entry.ts";
import type { Field, WeightedTokens } from "./field.ts";
import type { Part, Prepared } from "./part.ts";
import type { Weights } from "./weights.ts";

/** About what the body of a text scores whose title is the question asked, for a title part of 1. */
const fullBody = 1.4;

/** What every segment of an index counts and looks in. */
export type Parts = { readonly titles: Part; readonly titleWords: Field; readonly bodies: Part };

/** A question as the parts look for it. */
export type Sought = {
  readonly title: Prepared;
  readonly titleWords: WeightedTokens;
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
  const units = entries.flatMap(({ titles }) => titles);
  const isQuestion = Uint8Array.from(units, (unit) => (unit.isQuestion ? 1 : 0));
  const isUntitled = Uint8Array.from(entries, (entry) => (entry.titles.length === 0 ? 1 : 0));
  const titles = parts.titles.post(units.map(({ topic }) => topic));
  const titleWords = parts.titleWords.post(units.map(({ all }) => all));
  const bodies = parts.bodies.post(entries.map(({ body }) => body));
  const wordScores = new Float64Array(units.length);
  const scores = new Float64Array(entries.length);
  const { title, titleWords: words, body, untitled, time } = weights;

  return {
    entries,
    search(sought, found) {
      const bodyScores = bodies.score(sought.body);
      const titleScores = titles.score(sought.title);
      wordScores.fill(0);
      titleWords.score(sought.titleWords, wordScores);

      for (let at = 0; at < entries.length; at++) {
        const bodyScore = bodyScores[at] as number;
        scores[at] = bodyScore * (isUntitled[at] ? body + (title + words) * untitled : body);
      }
      for (let unit = 0; unit < owners.length; unit++) {
        const at = owners[unit] as number;
        const titleScore = titleScores[unit] as number;
        const bodyScore = bodyScores[at] as number;
        const inBody = isQuestion[unit] ? liftedBody(bodyScore, titleScore) : bodyScore;
        const inTitle = title * titleScore + words * (wordScores[unit] as number);
        const score = inTitle + body * inBody;
        if (score > (scores[at] as number)) scores[at] = score;
      }
      for (let at = 0; at < entries.length; at++) {
        const score = scores[at] as number;
        const entry = entries[at] as Entry;
        if (score > 0 && !entry.removed) {
          found(entry, sought.asksForTime && entry.namesTime ? score * (1 + time) : score);
        }
      }
    },
  };
}

/**
 * A title's words count in the body as well, those of an alternative question do not: a few chance words would
 * lift the text. So the nearer a question comes to the asked one, the more it speaks for the body too.
 */
const liftedBody = (body: number, question: number): number =>
  body + Math.min(1, question) * Math.max(0, fullBody * question - body);

import type { SearchHit } from "../../src/core/ports.ts";
import type { Collection } from "./collections.ts";

/** Searches one collection: best hits first, at most ten. */
export type Search = (question: string) => readonly SearchHit[];

/** What a search engine found for every question of a collection. */
export type Asked = {
  readonly answerable: readonly { readonly scores: readonly number[]; readonly rank: number }[];
  /** The scores found for questions that nothing answers. */
  readonly unrelated: readonly (readonly number[])[];
};

export function askAll(collection: Collection, search: Search): Asked {
  return {
    answerable: collection.questions.map(({ text, relevant }) => {
      const hits = search(text);
      const place = hits.findIndex(({ key }) => relevant.includes(key));
      return {
        scores: hits.map(({ score }) => score),
        rank: place < 0 ? Number.POSITIVE_INFINITY : place + 1,
      };
    }),
    unrelated: collection.unrelated.map((text) => search(text).map(({ score }) => score)),
  };
}

export const recallAt = ({ answerable }: Asked, rank: number): number =>
  answerable.filter((one) => one.rank <= rank).length / answerable.length;

export const meanReciprocalRank = ({ answerable }: Asked): number =>
  answerable.reduce((sum, { rank }) => sum + 1 / rank, 0) / answerable.length;

/** How often an answerable question scores above an unrelated one, ties counting half. */
export function separation({ answerable, unrelated }: Asked): number {
  let above = 0;
  for (const { scores } of answerable) {
    for (const others of unrelated) {
      const difference = (scores[0] ?? 0) - (others[0] ?? 0);
      above += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
    }
  }
  return above / (answerable.length * unrelated.length);
}

/** The terms somebody may look up: those of their networks, shared ones, and the collections their networks use. */
import type { CollectionId } from "../../../core/collections.ts";
import type { Term } from "../../../core/content.ts";
import type { TermHit, TermItem, TermPlace } from "../../../core/ports.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { Turn } from "../../../core/turn.ts";
import { termKey, termType } from "../term-place.ts";
import type { TermsDeps } from "../terms-deps.ts";

/** What names a term on a button: looked up anew for whoever presses. */
export type TermReference = {
  readonly id: string;
  readonly network?: string;
  readonly collection?: string;
};

export type TermBook = ReturnType<typeof createTermBook>;

/** Whose terms: what a turn's actor may see. */
export type Readers = Pick<Turn, "networks">;

const mostHits = 12;
const mostPlaces = 100;

export function createTermBook(
  deps: Pick<TermsDeps, "library" | "terms" | "collections" | "collectionsOf" | "clock">,
) {
  const { library, terms, collections } = deps;
  const read = new Map<CollectionId, ReadonlyMap<string, TermItem>>();

  const whose = ({ networks }: Readers) => ({
    networks: networks.map(({ id }) => id),
    collections: [...new Set(networks.flatMap(({ id }) => deps.collectionsOf(id)))],
  });

  /** A collection is read when the first network uses it, and stays. */
  async function readCollections(): Promise<void> {
    const used = new Set(library.networks().flatMap(({ id }) => deps.collectionsOf(id)));
    for (const { id, read: readAll } of collections) {
      if (!used.has(id) || read.has(id)) continue;
      const items = (await readAll()).map(
        (term): TermItem => ({ key: `${id}:${term.id}`, collection: id, term }),
      );
      terms.put(items);
      read.set(id, new Map(items.map((item) => [item.term.id, item])));
    }
  }

  return {
    find: (reader: Readers, text: string): readonly TermHit[] =>
      terms.find({ text, ...whose(reader), limit: mostHits }),
    /** Exact and inflected ones alone. */
    findSure: (reader: Readers, text: string): readonly TermHit[] =>
      terms.find({ text, ...whose(reader), limit: mostHits, sureOnly: true }),
    inText: (reader: Readers, text: string): readonly TermPlace[] =>
      terms.inText({ text, ...whose(reader), limit: mostPlaces }),
    partsOf: (reader: Readers, text: string): readonly TermPlace[] =>
      terms.partsOf({ text, ...whose(reader) }),

    /** Undefined: there is no such term, or it is not for this reader. */
    referred(reader: Readers, { id, network, collection }: TermReference): TermItem | undefined {
      const { networks, collections: used } = whose(reader);
      if (collection === undefined) {
        const places = network === undefined ? [undefined, ...networks] : [network];
        const named = library.contentOf<Term>(termType).filter(({ value }) => value.id === id);
        for (const place of places.filter((one) => one === undefined || networks.includes(one))) {
          const term = named.find(({ value }) => value.network === place)?.value;
          if (term)
            return { key: termKey(term), ...(place !== undefined && { network: place }), term };
        }
      }
      // What is remembered of a term does not say which collection it is in.
      const shelves =
        network === undefined ? used.filter((one) => one === (collection ?? one)) : [];
      return shelves.map((one) => read.get(one)?.get(id)).find((item) => item !== undefined);
    },

    /** Reads what is to be read and goes on building the index, in slices so short that no turn notices. */
    async prepare(): Promise<void> {
      await readCollections();
      while (terms.build(sliceMs)) await deps.clock.sleep(pauseMs);
    },
  };
}

const sliceMs = 10;
const pauseMs = 5;

export const referenceOf = ({ term, network, collection }: TermItem): TermReference => ({
  id: term.id,
  ...(network !== undefined && { network }),
  ...(collection !== undefined && { collection }),
});

/** A reference as a button carries it. */
export const dataOf = (item: TermItem): JsonObject => ({ kind: "term", ...referenceOf(item) });

export function readReference({
  kind,
  id,
  network,
  collection,
}: JsonObject): TermReference | undefined {
  if ((kind !== undefined && kind !== "term") || typeof id !== "string") return undefined;
  return {
    id,
    ...(typeof network === "string" && { network }),
    ...(typeof collection === "string" && { collection }),
  };
}

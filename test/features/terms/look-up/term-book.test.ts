import type { CollectionId } from "../../../../src/core/collections.ts";
import type { Network, Term } from "../../../../src/core/content.ts";
import type { Library } from "../../../../src/core/library.ts";
import { createTermBook } from "../../../../src/features/terms/look-up/term-book.ts";
import { createTermIndex } from "../../../../src/platform/search/term-index.ts";
import { createFixedClock } from "../../../fakes/fixed-clock.ts";

const none = {
  svAlso: [],
  fiAlso: [],
  enAlso: [],
  svAvoid: [],
  fiAvoid: [],
  enAvoid: [],
  usedBy: [],
} as const;
const lot: Term = { ...none, id: "eforms-BG-36", sv: "Delkontrakt", fi: "Erä", en: "Lot" };
const own: Term = { ...none, id: "anbud", network: "alfa", sv: "anbud", fi: "tarjous" };

const network = (id: string) => ({ id }) as Network;
const reader = (...ids: readonly string[]) => ({ networks: ids.map(network) });

function open(used: Record<string, readonly CollectionId[]>) {
  let reads = 0;
  const terms = createTermIndex();
  terms.put([{ key: "term:alfa/anbud", network: "alfa", term: own }]);
  const library = {
    networks: () => Object.keys(used).map(network),
    contentOf: () => [{ id: "term:anbud", type: "term", v: 1, value: own }],
  } as unknown as Library;
  const book = createTermBook({
    library,
    terms,
    clock: createFixedClock(),
    collections: [
      {
        id: "eforms",
        read: async () => {
          reads++;
          return [lot];
        },
      },
    ],
    collectionsOf: (id) => used[id] ?? [],
  });
  return { book, reads: () => reads };
}

describe("the term book", () => {
  it("when a network uses a collection, then its members find it, and nobody else does", async () => {
    const { book } = open({ alfa: ["eforms"], beta: [] });
    await book.prepare();

    expect(book.find(reader("alfa"), "delkontrakt")[0]?.item.term).toBe(lot);
    expect(book.find(reader("beta"), "delkontrakt")).toEqual([]);
    const reference = { id: "eforms-BG-36", collection: "eforms" };
    expect(book.referred(reader("alfa"), reference)?.term).toBe(lot);
    expect(book.referred(reader("beta"), reference)).toBeUndefined();
  });

  it("when a term of a collection is only remembered by its id, then it is found", async () => {
    const { book } = open({ alfa: ["eforms"] });
    await book.prepare();

    expect(book.referred(reader("alfa"), { id: "eforms-BG-36" })?.term).toBe(lot);
  });

  it("when no network uses a collection, then it is not read; when several do, once", async () => {
    const unused = open({ alfa: [], beta: [] });
    await unused.book.prepare();
    expect(unused.reads()).toBe(0);

    const used = open({ alfa: ["eforms"], beta: ["eforms"] });
    await used.book.prepare();
    await used.book.prepare();
    expect(used.reads()).toBe(1);
  });

  it("when it stops being used, then it is found no more, without being read again", async () => {
    const used: Record<string, readonly CollectionId[]> = { alfa: ["eforms"] };
    const { book, reads } = open(used);
    await book.prepare();

    used["alfa"] = [];
    await book.prepare();

    expect(book.find(reader("alfa"), "delkontrakt")).toEqual([]);
    expect(reads()).toBe(1);
  });

  it.each([
    [{ id: "anbud", network: "alfa" }, ["alfa"], true],
    [{ id: "anbud" }, ["alfa"], true],
    [{ id: "anbud", network: "alfa" }, ["beta"], false],
    [{ id: "anbud" }, ["beta"], false],
    [{ id: "anbud", network: "beta" }, ["beta"], false],
    [{ id: "anbud", collection: "eforms" }, ["alfa"], false],
    [{ id: "anbud", collection: "__proto__" }, ["alfa"], false],
  ])("when %j is looked up by a member of %j, then it is there: %s", (reference, ids, isThere) => {
    const { book } = open({ alfa: ["eforms"], beta: [] });

    expect(book.referred(reader(...ids), reference) !== undefined).toBe(isThere);
  });
});

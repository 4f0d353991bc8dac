import type { ContentDocument, Term } from "../../../src/core/content.ts";
import type { Stored } from "../../../src/core/ports.ts";
import { historyOf, mostVersions } from "../../../src/features/terms/term-history.ts";
import {
  changeTerm,
  readTerm,
  removeTerm,
  type TermStore,
  undoTerm,
} from "../../../src/features/terms/term-store.ts";
import { bothStores, type OpenDocuments } from "../../app/both-stores.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";
import { term } from "../../platform/files/tbx/make-term.ts";

const log = { info() {}, warn() {}, error() {} };
const place = { id: "a", network: "n1" };
const by = "t:anna";

describe.each(bothStores)("terms and what they were, on $name", (testStore) => {
  beforeAll(() => testStore.start());
  afterAll(() => testStore.stop());

  let files: ReturnType<typeof testStore.newPlace>;
  let documents: OpenDocuments;
  let store: TermStore;
  let seen: Stored<ContentDocument>[];
  const clock = createFixedClock();
  beforeEach(async () => {
    files = testStore.newPlace();
    clock.set(new Date("2026-03-02T08:00:00.000Z"));
    documents = await files.open({ clock, log });
    seen = [];
    store = { documents, clock, library: { saw: (_, written) => seen.push(written) } };
  });
  afterEach(async () => {
    await documents.close();
    files.remove();
  });

  const version = (sv: string): Term => term({ ...place, sv });
  const current = async () => (await readTerm(documents, place))?.doc.value.sv;
  const earlier = async () => (await historyOf(documents, place)).map(({ value }) => value.sv);
  async function change(sv: string) {
    const before = await readTerm(documents, place);
    return changeTerm(store, { ...(before && { before }), after: version(sv), by });
  }

  it("when a term is made and changed, then it is that, and what it was is kept with who and when", async () => {
    expect(await change("one")).toBe("saved");
    clock.advance(60_000);
    expect(await change("two")).toBe("saved");

    expect(await current()).toBe("two");
    expect(await historyOf(documents, place)).toEqual([
      { value: version("one"), replacedAt: "2026-03-02T08:01:00.000Z", replacedBy: by },
    ]);
    expect(seen.map(({ doc }) => (doc.value as Term).sv)).toEqual(["one", "two"]);
  });

  it("when somebody else was faster, then that is said, and nothing is written over", async () => {
    await change("one");
    const before = await readTerm(documents, place);
    await change("two");

    expect(await changeTerm(store, { after: version("three"), by })).toBe("stale");
    expect(await changeTerm(store, { before: before!, after: version("three"), by })).toBe("stale");
    expect(await current()).toBe("two");
  });

  it("when a change is undone, then the earlier version is there, and the undoing can be undone", async () => {
    for (const sv of ["one", "two", "three"]) await change(sv);

    expect(await undoTerm(store, { ...place, version: 1, by })).toBe("saved");
    expect([await current(), await earlier()]).toEqual(["one", ["three", "two", "one"]]);
    expect(await undoTerm(store, { ...place, version: 0, by })).toBe("saved");
    expect([await current(), await earlier()]).toEqual(["three", ["one", "three", "two", "one"]]);
    expect(await undoTerm(store, { ...place, version: 9, by })).toBe("none");
    expect(await undoTerm(store, { id: "b", network: "n1", version: 0, by })).toBe("none");
  });

  it("when a term is taken away, then it is gone, and can be brought back or made anew", async () => {
    await change("one");
    const before = await readTerm(documents, place);

    expect(await removeTerm(store, { before: before!, by })).toBe("saved");
    expect(await current()).toBeUndefined();
    expect(seen.at(-1)?.doc.deleted).toBe(true);
    expect(await undoTerm(store, { ...place, version: 0, by })).toBe("saved");
    expect(await current()).toBe("one");
    await removeTerm(store, { before: (await readTerm(documents, place))!, by });
    expect(await change("two")).toBe("saved");
    expect(await current()).toBe("two");
  });

  it("when a change did not come about, then what it would have replaced is kept once", async () => {
    await change("one");
    const before = (await readTerm(documents, place))!;
    const failing: TermStore = {
      ...store,
      documents: {
        ...documents,
        replace: async (...args) =>
          args[2].type === "term" ? "stale" : documents.replace(...args),
      },
    };

    expect(await changeTerm(failing, { before, after: version("two"), by })).toBe("stale");
    await change("two");

    expect(await earlier()).toEqual(["one"]);
  });

  it("when a term changes often, then only the last versions are kept", async () => {
    for (let n = 0; n <= mostVersions + 3; n++) await change(`v${n}`);

    const kept = await earlier();
    expect(kept).toHaveLength(mostVersions);
    expect(kept[0]).toBe(`v${mostVersions + 2}`);
  });

  it("when versions are long, then as many are kept as a document holds, the newest always", async () => {
    const long = "å".repeat(150_000);
    const big = (sv: string) => ({ ...version(sv), note: long });
    for (const sv of ["one", "two", "three", "four"]) {
      const before = await readTerm(documents, place);
      await changeTerm(store, { ...(before && { before }), after: big(sv), by });
    }

    expect(await earlier()).toEqual(["three", "two"]);
  });

  it("when networks have the same id, then their histories are two", async () => {
    await change("one");
    await change("two");

    expect(await historyOf(documents, { id: "a" })).toEqual([]);
    expect(await historyOf(documents, { id: "a", network: "n2" })).toEqual([]);
  });
});

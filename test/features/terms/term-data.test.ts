import type { ContentDocument, Network, Term } from "../../../src/core/content.ts";
import { type NetworkSettings, networkSettingsType } from "../../../src/core/network-settings.ts";
import { type DataSubject, formerMember } from "../../../src/core/personal-data.ts";
import type { Stored } from "../../../src/core/ports.ts";
import { termData } from "../../../src/features/terms/term-data.ts";
import { historyOf, keepVersion } from "../../../src/features/terms/term-history.ts";
import { changeTerm, readTerm, removeTerm } from "../../../src/features/terms/term-store.ts";
import { bothStores, type OpenDocuments } from "../../app/both-stores.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";
import { term } from "../../platform/files/tbx/make-term.ts";
import { network } from "../discussions/make-discussion.ts";

const log = { info() {}, warn() {}, error() {} };
const anna: DataSubject = {
  key: "t:anna-4711",
  tenant: "t",
  person: "anna-4711",
  userIds: [],
  chats: [],
  names: ["Anna Karlsson"],
  contacts: [],
};

describe.each(bothStores)("what terms hold about people, on $name", (testStore) => {
  beforeAll(() => testStore.start(), 60_000);
  afterAll(() => testStore.stop());

  let files: ReturnType<typeof testStore.newPlace>;
  let documents: OpenDocuments;
  let seen: Stored<ContentDocument>[];
  const clock = createFixedClock();
  beforeEach(async () => {
    files = testStore.newPlace();
    clock.set(new Date("2026-03-02T08:00:00.000Z"));
    documents = await files.open({ clock, log });
    seen = [];
    settings = { network: "alfa" };
  });
  afterEach(async () => {
    await documents.close();
    files.remove();
  });

  let settings: NetworkSettings;
  const library = {
    networks: (): readonly Network[] => [network],
    contentOf: <T>(type: string) =>
      type === networkSettingsType ? [{ id: "s", type, v: 1, value: settings as T }] : [],
    saw: (_: string, written: Stored<ContentDocument>) => void seen.push(written),
  };
  const source = () => termData({ documents, turnDocuments: documents, library, clock });
  async function change(after: Term, by: string) {
    const before = await readTerm(documents, after);
    const changed = { ...(before && { before }), after, by };
    expect(await changeTerm({ documents, library, clock }, changed)).toBe("saved");
  }
  const own = (more: Partial<Term>) => term({ id: "a", network: "alfa", ...more });

  it("when somebody changed terms, then they see which, and afterwards nobody did", async () => {
    await change(own({ sv: "ett" }), "t:karin");
    await change(own({ sv: "två" }), anna.key);
    await change(own({ sv: "tre" }), "t:karin");
    await keepVersion(documents, term({ id: "b", sv: "delad" }), { by: anna.key });

    const found = await source().find(anna, "sv");
    await source().erase(anna);
    const versions = await historyOf(documents, own({}));

    expect(found.map(({ text }) => text).sort()).toEqual([
      "Ändrade delad",
      "Ändrade ett 2 mars 2026",
    ]);
    expect(versions.map(({ value, replacedBy }) => [value.sv, replacedBy])).toEqual([
      ["två", "t:karin"],
      ["ett", formerMember],
    ]);
    expect(await source().find(anna, "sv")).toEqual([]);
  });

  it("when a change is as old as the network keeps who made it, then it is nobody's, and stays", async () => {
    const authors = async () =>
      (await historyOf(documents, own({}))).map(({ value, replacedBy }) => [value.sv, replacedBy]);
    const sweepAfter = (days: number) =>
      source().sweep?.(new Date(Date.parse("2026-03-02T08:00:00.000Z") + days * 24 * 3_600_000));
    settings = { network: "alfa", keepProposals: 30 };
    await change(own({ sv: "ett" }), "t:karin");
    await change(own({ sv: "två" }), anna.key);
    clock.advance(20 * 24 * 3_600_000);
    await change(own({ sv: "tre" }), anna.key);
    await keepVersion(documents, own({ sv: "fyra" }), { by: "import", at: clock.now() });
    await keepVersion(documents, term({ id: "b", sv: "delad" }), { by: anna.key, at: clock.now() });

    await sweepAfter(29);
    const before = await authors();
    await sweepAfter(30);
    const then = await authors();
    await sweepAfter(51);
    const shared = await historyOf(documents, { id: "b" });

    const all = [
      ["fyra", "import"],
      ["två", anna.key],
      ["ett", anna.key],
    ];
    expect(before).toEqual(all);
    expect(then).toEqual([...all.slice(0, 2), ["ett", formerMember]]);
    expect((await authors()).map(([, by]) => by)).toEqual(["import", formerMember, formerMember]);
    // What belongs to all is kept for the usual year.
    expect(shared.map(({ replacedBy }) => replacedBy)).toEqual([anna.key]);
  });

  it("when a source or note names them, then it does so no more, but a term keeps its names", async () => {
    const named = { sv: "Anna Karlsson", source: "Anna Karlsson 2025", note: "Se Anna Karlsson" };
    await change(own(named), "t:karin");
    await change(own({ ...named, fi: "toinen" }), "t:karin");
    const clean = { source: "en tidigare medlem 2025", note: "Se en tidigare medlem" };
    seen = [];

    await source().erase(anna);
    await source().erase(anna);

    expect((await readTerm(documents, own({})))?.doc.value).toEqual(
      own({ ...named, ...clean, fi: "toinen" }),
    );
    expect((await historyOf(documents, own({})))[0]?.value).toEqual(own({ ...named, ...clean }));
    expect(seen).toHaveLength(1);
  });

  it("when a term was taken away, then its tombstone says only that, and still expires", async () => {
    await change(own({ sv: "ett", note: "Anna Karlsson" }), "t:karin");
    const before = await readTerm(documents, own({}));
    if (before) await removeTerm({ documents, library, clock }, { before, by: anna.key });

    await source().erase(anna);

    const stored = await documents.read<ContentDocument>("content", "alfa", "term:a");
    expect(stored?.doc).toMatchObject({ deleted: true, value: { id: "a", network: "alfa" } });
    expect(JSON.stringify(stored?.doc)).not.toContain("Anna");
    clock.advance(31 * 24 * 3_600_000);
    expect(await documents.read("content", "alfa", "term:a")).toBeUndefined();
  });
});

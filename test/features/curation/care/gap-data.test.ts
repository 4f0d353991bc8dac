import type { ContentDocument, Gap } from "../../../../src/core/content.ts";
import { createLibrary, type Library } from "../../../../src/core/library.ts";
import { type DataSubject, formerMember } from "../../../../src/core/personal-data.ts";
import { gapData } from "../../../../src/features/curation/care/gap-data.ts";
import { curationContent } from "../../../../src/features/curation/curation-feature.ts";
import { networkContent } from "../../../../src/features/networks/networks-feature.ts";
import { createSearchIndex } from "../../../../src/platform/search/create-search-index.ts";
import { bothStores, type OpenDocuments } from "../../../app/both-stores.ts";
import { createFixedClock } from "../../../fakes/fixed-clock.ts";
import { network, putNetwork } from "../../networks/make-world.ts";

const log = { info() {}, warn() {}, error() {} };
const dayMs = 24 * 3_600_000;
const anna: DataSubject = {
  key: "t:anna-4711",
  tenant: "t",
  person: "anna-4711",
  userIds: [],
  chats: [],
  names: ["Anna Karlsson"],
  contacts: [],
};
const gap: Gap = {
  text: "Vem är Anna Karlsson?",
  language: "sv",
  at: "2026-03-02T08:00:00.000Z",
  networks: ["alfa"],
};

describe.each(bothStores)("what questions without an answer hold, on $name", (testStore) => {
  beforeAll(() => testStore.start(), 60_000);
  afterAll(() => testStore.stop());

  let files: ReturnType<typeof testStore.newPlace>;
  let documents: OpenDocuments;
  let library: Library;
  const clock = createFixedClock();
  beforeEach(async () => {
    files = testStore.newPlace();
    clock.set(new Date(gap.at));
    documents = await files.open({ clock, log });
    const kinds = [...networkContent, ...curationContent];
    library = createLibrary({ documents, index: createSearchIndex(), kinds });
    await putNetwork(documents, network("alfa"));
  });
  afterEach(async () => {
    await documents.close();
    files.remove();
  });

  const source = (keptDays = (_: string) => 730) =>
    gapData({ jobDocuments: documents, library, clock, keptDays });
  async function put(id: string, value: Gap, partition = "alfa") {
    const doc: ContentDocument<Gap> = { id: `gap:${id}`, type: "gap", v: 1, value };
    await documents.create("content", partition, doc);
    await library.refresh();
  }
  const known = () => library.contentOf<Gap>("gap").map(({ value }) => value);

  it("when a coordinator is forgotten, then it stays off the list, and nobody took it off", async () => {
    const done = { doneBy: anna.key, doneAt: "2026-03-03T08:00:00.000Z" };
    await put("a", { ...gap, ...done });
    await put("b", { ...gap, text: "Något annat", networks: [], ...done }, "_shared");

    const found = await source().find(anna, "sv");
    await source().erase(anna);
    const once = known();
    await source().erase(anna);

    expect(found).toHaveLength(2);
    expect(JSON.stringify(found)).toContain("Något annat");
    expect(known()).toEqual(once);
    expect(once.map(({ text, doneBy, doneAt }) => [text, doneBy, doneAt]).sort()).toEqual([
      ["Något annat", formerMember, done.doneAt],
      ["Vem är en tidigare medlem?", formerMember, done.doneAt],
    ]);
    expect(await source().find(anna, "sv")).toEqual([]);
  });

  it("when it was kept for as long as its network keeps it, then it goes, also from memory", async () => {
    await put("a", gap);
    await put("b", { ...gap, text: "Av alla", networks: [] }, "_shared");
    const kept = source((partition) => (partition === "alfa" ? 30 : 60));
    const after = (days: number) => new Date(Date.parse(gap.at) + days * dayMs);

    await kept.sweep?.(after(29));
    expect(known()).toHaveLength(2);

    await kept.sweep?.(after(30));
    expect(known().map(({ text }) => text)).toEqual(["Av alla"]);
    const stored = await documents.read<ContentDocument>("content", "alfa", "gap:a");
    expect(stored?.doc).toMatchObject({ deleted: true, value: {} });
    expect(JSON.stringify(stored?.doc)).not.toContain("Karlsson");
  });
});

import type { Contact, ContentDocument } from "../../src/core/content.ts";
import { eraseContent } from "../../src/core/erase-content.ts";
import { createLibrary } from "../../src/core/library.ts";
import type { Documents } from "../../src/core/ports.ts";
import { contactContent } from "../../src/features/contacts/contacts-feature.ts";
import { networkContent } from "../../src/features/networks/networks-feature.ts";
import { createSearchIndex } from "../../src/platform/search/create-search-index.ts";
import { bothStores, type OpenDocuments } from "../app/both-stores.ts";
import { createFixedClock } from "../fakes/fixed-clock.ts";
import { network, putNetwork } from "../features/networks/make-world.ts";

const log = { info() {}, warn() {}, error() {} };
const contact = (id: string): ContentDocument<Contact> => ({
  id: `contact:${id}`,
  type: "contact",
  v: 1,
  value: { id, network: "alfa", name: id, consent: "2026-01-01", topics: [], languages: ["sv"] },
});
const contacts = { partition: "alfa", type: "contact" } as const;

describe.each(bothStores)("content that is taken away without a trace, on $name", (testStore) => {
  beforeAll(() => testStore.start(), 60_000);
  afterAll(() => testStore.stop());

  let files: ReturnType<typeof testStore.newPlace>;
  let documents: OpenDocuments;
  const clock = createFixedClock(new Date("2026-03-02T08:00:00.000Z"));
  beforeEach(async () => {
    files = testStore.newPlace();
    documents = await files.open({ clock, log });
    await putNetwork(documents, network("alfa"));
    for (const id of ["anna-berg", "bo-ek"]) await documents.create("content", "alfa", contact(id));
  });
  afterEach(async () => {
    await documents.close();
    files.remove();
  });

  async function startLibrary(on: Documents = documents) {
    const kinds = [...networkContent, ...contactContent];
    const library = createLibrary({ documents: on, index: createSearchIndex(), kinds });
    await library.refresh();
    return library;
  }
  type Library = Awaited<ReturnType<typeof startLibrary>>;
  const known = (library: Library) => library.contacts(["alfa"]).map(({ id }) => id);
  const everything = async () =>
    JSON.stringify((await documents.query({ container: "content", partition: "alfa" })).items);
  const eraseAnna = (library: Library, on: Documents = documents) =>
    eraseContent(
      { documents: on, library, clock },
      contacts,
      ({ id, deleted }) => deleted === true || id === "contact:anna-berg",
    );

  it("when one goes while somebody reads all for the first time, then they do not keep it", async () => {
    const first = await documents.changes<ContentDocument>("content", "alfa", undefined);
    await eraseAnna(await startLibrary());
    const after = await documents.changes<ContentDocument>("content", "alfa", undefined);
    let reads = 0;
    // Of several pages: what was read first has been erased when the last one comes, the marker among the rest.
    const slow: Documents = {
      ...documents,
      async changes(container, partition, mark) {
        const changes = await documents.changes(container, partition, mark);
        const isFirst = partition === "alfa" && reads++ === 0;
        return (
          isFirst ? { items: [...first.items, ...after.items], mark: changes.mark } : changes
        ) as typeof changes;
      },
    } as Documents;

    expect(known(await startLibrary(slow))).toEqual(["bo-ek"]);
  });

  it("when one goes, then nothing in the store names it, and all who knew it forget it", async () => {
    const [here, there] = [await startLibrary(), await startLibrary()];

    await eraseAnna(here);
    const atOnce = known(here);
    await there.refresh();

    expect(await everything()).not.toContain("anna");
    expect([atOnce, known(there), known(await startLibrary())]).toEqual([
      ["bo-ek"],
      ["bo-ek"],
      ["bo-ek"],
    ]);
  });

  it("when it comes back, or another one is added meanwhile, then both are known", async () => {
    const there = await startLibrary();
    await eraseAnna(await startLibrary());
    await documents.create("content", "alfa", contact("anna-berg"));
    await documents.create("content", "alfa", contact("cia-dahl"));

    await there.refresh();
    await there.refresh();

    expect([...known(there)].sort()).toEqual(["anna-berg", "bo-ek", "cia-dahl"]);
  });

  it("when it is gone a second time, then that is noticed, too", async () => {
    const [here, there] = [await startLibrary(), await startLibrary()];
    await eraseAnna(here);
    await there.refresh();
    await documents.create("content", "alfa", contact("anna-berg"));
    await here.refresh();
    await there.refresh();
    const back = known(there).length;

    await eraseAnna(here);
    await there.refresh();

    expect([back, known(there)]).toEqual([2, ["bo-ek"]]);
  });

  it("when the process dies after the deletion, then whoever goes on tells of it", async () => {
    const [here, there] = [await startLibrary(), await startLibrary()];
    const dying: Documents = {
      ...documents,
      async delete(...what) {
        await documents.delete(...what);
        throw new Error("The process died.");
      },
    };
    await expect(eraseAnna(here, dying)).rejects.toThrow("died");
    await there.refresh();
    await documents.create("content", "alfa", contact("cia-dahl"));
    await there.refresh();

    await eraseAnna(here);
    await there.refresh();

    expect([...known(there)].sort()).toEqual(["bo-ek", "cia-dahl"]);
    const told = await documents.read("content", "alfa", "erased:contact");
    expect(told?.doc).toMatchObject({ isOpen: false });
  });

  it("when nothing goes, then nothing is written; and after thirty days nobody needs to be told", async () => {
    const here = await startLibrary();
    await eraseContent({ documents, library: here, clock }, contacts, () => false);
    const before = await documents.read("content", "alfa", "erased:contact");
    await eraseAnna(here);

    const told = await documents.read("content", "alfa", "erased:contact");
    clock.advance(31 * 24 * 3_600_000);
    const later = await documents.read("content", "alfa", "erased:contact");

    expect([before, told?.doc.type, later]).toEqual([undefined, "erased", undefined]);
  });

  it("when somebody's tombstone is left, then it goes as well", async () => {
    const here = await startLibrary();
    const stored = await documents.read<ContentDocument>("content", "alfa", "contact:anna-berg");
    if (stored) {
      const tombstone = { ...stored.doc, value: {}, deleted: true as const };
      await documents.replace("content", "alfa", tombstone, stored.etag);
    }

    await eraseContent({ documents, library: here, clock }, contacts, ({ deleted }) => !!deleted);

    expect(await everything()).not.toContain("anna");
  });
});

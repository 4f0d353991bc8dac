import { type ContentDocument, type Practice, partitionOf } from "../../../src/core/content.ts";
import { createLibrary } from "../../../src/core/library.ts";
import type { DataSubject } from "../../../src/core/personal-data.ts";
import { networkContent } from "../../../src/features/networks/networks-feature.ts";
import { practiceData } from "../../../src/features/practices/practice-data.ts";
import { practiceContent } from "../../../src/features/practices/practices-feature.ts";
import { createSearchIndex } from "../../../src/platform/search/create-search-index.ts";
import { bothStores, type OpenDocuments } from "../../app/both-stores.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";
import { network, putNetwork } from "../networks/make-world.ts";

const log = { info() {}, warn() {}, error() {} };
const helga: DataSubject = {
  key: "t:helga-4711",
  tenant: "t",
  person: "helga-4711",
  userIds: [],
  chats: [],
  names: ["Helga Östergård"],
  contacts: [{ partition: "alfa", id: "contact:helga-o" }],
  addresses: ["helga.ostergard@pargas.example"],
};

const practice = (id: string, more: Partial<Practice> = {}): ContentDocument<Practice> => {
  const value: Practice = {
    id,
    language: "sv",
    network: "alfa",
    title: "Bikupor",
    body: "Så här sköter man en bikupa.",
    questions: [],
    tags: [],
    contacts: [],
    status: "published",
    ...more,
  };
  return { id: `practice:${id}:${value.language}`, type: "practice", v: 1, value };
};

const naming: Partial<Practice> = {
  title: "Helga Östergårds bikupor",
  summary: "Fråga Helga Östergård.",
  body: "Helga Östergård, helga.ostergard@pargas.example, har skött bikupor i tio år.",
  questions: ["Hur gör Helga Östergård?"],
  tags: ["Helga Östergård", "bin"],
  organisation: "Helga Östergård Ab",
  source: "Helga Östergård 2025",
  contacts: ["c-1", "helga-o"],
  owner: "helga-o",
};
const clean: Partial<Practice> = {
  title: "en tidigare medlems bikupor",
  summary: "Fråga en tidigare medlem.",
  body: "en tidigare medlem, en tidigare medlem, har skött bikupor i tio år.",
  questions: ["Hur gör en tidigare medlem?"],
  tags: ["en tidigare medlem", "bin"],
  organisation: "en tidigare medlem Ab",
  source: "en tidigare medlem 2025",
  contacts: ["c-1"],
};

describe.each(bothStores)("whom practices name, on $name", (testStore) => {
  beforeAll(() => testStore.start(), 60_000);
  afterAll(() => testStore.stop());

  let files: ReturnType<typeof testStore.newPlace>;
  let documents: OpenDocuments;
  const clock = createFixedClock(new Date("2026-03-02T08:00:00.000Z"));
  beforeEach(async () => {
    files = testStore.newPlace();
    documents = await files.open({ clock, log });
    for (const id of ["alfa", "beta"]) await putNetwork(documents, network(id));
  });
  afterEach(async () => {
    await documents.close();
    files.remove();
  });

  async function setUp(...docs: readonly ContentDocument<Practice>[]) {
    for (const doc of docs) await documents.create("content", partitionOf(doc.value.network), doc);
    const index = createSearchIndex();
    const kinds = [...networkContent, ...practiceContent];
    const library = createLibrary({ documents, index, kinds });
    await library.refresh();
    const source = practiceData({
      jobDocuments: documents,
      library,
      clock,
      networksOf: () => ["alfa"],
    });
    return { library, source };
  }
  const stored = async (partition: string) => {
    const where = [{ field: "type", equals: "practice" }];
    const { items } = await documents.query<ContentDocument<Practice>>({
      container: "content",
      partition,
      where,
    });
    return items;
  };

  it("when practices name somebody, then they see which, and afterwards none does", async () => {
    const { library, source } = await setUp(
      practice("a", naming),
      practice("b"),
      practice("c", { owner: "Helga Östergård" }),
      practice("d", { contacts: ["helga-o"], language: "fi", title: "Pesä" }),
    );

    const found = await source.find(helga, "sv");
    await source.erase(helga);

    expect(found.map(({ text }) => text).sort()).toEqual([
      "Praxis: Bikupor",
      "Praxis: Helga Östergårds bikupor",
      "Praxis: Pesä",
    ]);
    expect(found[0]?.value).toMatchObject({ practice: expect.any(String), network: "alfa" });
    const { owner: _, ...rest } = practice("a", naming).value;
    const after = Object.fromEntries((await stored("alfa")).map(({ doc }) => [doc.id, doc.value]));
    expect(after).toEqual({
      "practice:a:sv": { ...rest, ...clean },
      "practice:b:sv": practice("b").value,
      "practice:c:sv": practice("c").value,
      "practice:d:fi": practice("d", { language: "fi", title: "Pesä" }).value,
    });
    // This instance knows it at once.
    expect(JSON.stringify(library.practices(["alfa"]))).not.toContain("Östergård");
    expect(await source.find(helga, "sv")).toEqual([]);
  });

  it("when it is done again, or nobody is named, then nothing is written", async () => {
    const { source } = await setUp(practice("a", naming), practice("b"));
    await source.erase(helga);
    const etags = (await stored("alfa")).map(({ etag }) => etag);

    await source.erase(helga);

    expect((await stored("alfa")).map(({ etag }) => etag)).toEqual(etags);
  });

  it("when another network, or all, have a practice with their name, then it goes, and is shown if it is theirs to see", async () => {
    const body = "Enligt Helga Östergård.";
    const { source } = await setUp(
      practice("x", { network: "beta", title: "Betas", body, contacts: ["helga-o"] }),
      practice("y", { network: undefined as never, title: "Allas", body, contacts: ["helga-o"] }),
    );

    const found = await source.find(helga, "en");
    await source.erase(helga);

    expect(found.map(({ text }) => text)).toEqual(["Practice: Allas"]);
    const all = [...(await stored("beta")), ...(await stored("_shared"))];
    // An entry of alfa is not who beta's practice means by that id.
    expect(all.map(({ doc: { value } }) => [value.body, value.contacts])).toEqual([
      ["Enligt en tidigare medlem.", ["helga-o"]],
      ["Enligt en tidigare medlem.", ["helga-o"]],
    ]);
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  Contact,
  ContentDocument,
  Discussion,
  Network,
  Practice,
  Term,
} from "../../src/core/content.ts";
import { createLibrary, type Library } from "../../src/core/library.ts";
import type { Documents } from "../../src/core/ports.ts";
import { contactContent } from "../../src/features/contacts/contacts-feature.ts";
import { discussionContent } from "../../src/features/discussions/discussions-feature.ts";
import { networkContent } from "../../src/features/networks/networks-feature.ts";
import { practiceContent } from "../../src/features/practices/practices-feature.ts";
import { termContent } from "../../src/features/terms/terms-feature.ts";
import { createSearchIndex } from "../../src/platform/search/create-search-index.ts";
import {
  openSqliteDocuments,
  type SqliteDocuments,
} from "../../src/platform/storage/sqlite-documents.ts";
import { createFixedClock } from "../fakes/fixed-clock.ts";

const silent = { info() {}, warn() {}, error() {} };
const kinds = [
  ...networkContent,
  ...practiceContent,
  ...contactContent,
  ...discussionContent,
  ...termContent,
];

let folder: string;
let bots: SqliteDocuments;
/** A second handle on the same file, as the command line has one. */
let tools: SqliteDocuments;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kollega-library-"));
  const options = { dataDir: folder, clock: createFixedClock(), log: silent } as const;
  bots = await openSqliteDocuments({ ...options, mode: "bot" });
  tools = await openSqliteDocuments({ ...options, mode: "tool" });
});
afterEach(async () => {
  await tools.close();
  await bots.close();
  rmSync(folder, { recursive: true, force: true });
});

const network = (id: string): ContentDocument<Network> => ({
  id: `network:${id}`,
  type: "network",
  v: 1,
  value: {
    id,
    nameSv: id,
    nameFi: id,
    nameEn: id,
    coordinators: [],
    languages: ["sv"],
    timeZone: "Europe/Helsinki",
    teams: [],
  },
});
const practice = (id: string, more: Partial<Practice> = {}): ContentDocument<Practice> => ({
  id: `practice:${id}:sv`,
  type: "practice",
  v: 1,
  value: {
    id,
    language: "sv",
    title: `Upphandling av ${id}`,
    body: `Så här upphandlade vi ${id}.`,
    questions: [],
    tags: [],
    contacts: [],
    status: "published",
    ...more,
  },
});
const contact = (id: string, name: string): ContentDocument<Contact> => ({
  id: `contact:${id}`,
  type: "contact",
  v: 1,
  value: { id, name, consent: "2026-01-01", topics: [], languages: ["sv"] },
});

async function put(partition: string, doc: ContentDocument): Promise<void> {
  const there = await tools.read("content", partition, doc.id);
  if (there) await tools.replace("content", partition, doc, there.etag);
  else await tools.create("content", partition, doc);
}
const remove = (partition: string, doc: ContentDocument) =>
  put(partition, { ...doc, deleted: true });

const openLibrary = (documents: Documents = bots): Library =>
  createLibrary({ documents, index: createSearchIndex(), kinds });
/** What is found and has anything to do with the question. */
const found = (library: Library, text: string, networks: readonly string[] = ["n1"]) =>
  [
    ...library.findTexts({ text, networks, limit: 10, language: "sv" }),
    ...library.findContacts({ text, networks, limit: 10 }),
  ]
    .filter(({ score }) => score > 0.3)
    .map((one) => {
      if (one.kind === "practice") return one.practice.id;
      return one.kind === "contact" ? one.contact.id : one.discussion.id;
    });

describe("a library", () => {
  it("when it was never refreshed, then it is empty", async () => {
    await put("_networks", network("n1"));

    const library = openLibrary();

    expect(library.networks()).toEqual([]);
    expect(found(library, "elbussar")).toEqual([]);
  });

  it("when this instance has written something, then it is known without a round, and stays so", async () => {
    await put("_networks", network("n1"));
    const library = openLibrary();
    await library.refresh();
    const doc = practice("elbussar", { network: "n1" });
    const written = await bots.create("content", "n1", doc);
    if (written === "exists") throw new Error("it was there");

    library.saw("n1", written);

    expect(found(library, "upphandling av elbussar")).toEqual(["elbussar"]);
    await library.refresh();
    expect(found(library, "upphandling av elbussar")).toEqual(["elbussar"]);
  });

  it("when another handle writes, then the next refresh finds it, also in a new network", async () => {
    await put("_networks", network("n1"));
    const library = openLibrary();
    await library.refresh();
    const before = found(library, "upphandling av elbussar");

    await put("n1", practice("elbussar", { network: "n1" }));
    await put("_networks", network("n2"));
    await put("n2", practice("snöplogar", { network: "n2" }));
    await library.refresh();

    expect(before).toEqual([]);
    expect(found(library, "upphandling av elbussar")).toEqual(["elbussar"]);
    expect(found(library, "snöplogar", ["n2"])).toEqual(["snöplogar"]);
    expect(library.networks().map(({ id }) => id)).toEqual(["n1", "n2"]);
  });

  it("when something is replaced, then only its new text is found", async () => {
    await put("_shared", practice("p", { title: "Elbussar", body: "Elbussar." }));
    const library = openLibrary();
    await library.refresh();

    await put("_shared", practice("p", { title: "Snöplogar", body: "Snöplogar." }));
    await library.refresh();

    expect(found(library, "elbussar")).toEqual([]);
    expect(found(library, "snöplogar")).toEqual(["p"]);
    expect(library.practices([]).map(({ title }) => title)).toEqual(["Snöplogar"]);
  });

  it("when something is deleted, then it vanishes everywhere, and comes back when made again", async () => {
    await put("_shared", practice("elbussar"));
    await put("_shared", contact("vera", "Vera Brandholm"));
    const library = openLibrary();
    await library.refresh();
    const before = [...found(library, "elbussar"), ...found(library, "Vera Brandholm")];

    await remove("_shared", practice("elbussar"));
    await remove("_shared", contact("vera", "Vera Brandholm"));
    await library.refresh();
    const after = [...found(library, "elbussar"), ...found(library, "Vera Brandholm")];
    const lists = [library.practices([]), library.contacts([]), library.contact("vera", undefined)];
    await put("_shared", practice("elbussar"));
    await library.refresh();

    expect(before).toEqual(["elbussar", "vera"]);
    expect(after).toEqual([]);
    expect(lists).toEqual([[], [], undefined]);
    expect(found(library, "elbussar")).toEqual(["elbussar"]);
  });

  it("when the best was deleted, then it takes nobody's place among the few that are found", async () => {
    await put("_shared", practice("elbussar"));
    await put("_shared", practice("bussar", { title: "Inköp av bussar, också elbussar" }));
    await put("_shared", practice("snöplogar"));
    const library = openLibrary();
    await library.refresh();
    const query = {
      text: "upphandling av elbussar",
      networks: [],
      limit: 1,
      language: "sv",
    } as const;
    const idsOf = () =>
      library.findTexts(query).map((one) => one.kind === "practice" && one.practice.id);
    const before = idsOf();

    await remove("_shared", practice("elbussar"));
    await library.refresh();

    expect(before).toEqual(["elbussar"]);
    expect(idsOf()).toEqual(["bussar"]);
  });

  it.each(["draft", "archived"] as const)(
    "when a practice becomes %s, then it is neither found nor listed",
    async (status) => {
      await put("_shared", practice("elbussar"));
      const library = openLibrary();
      await library.refresh();

      await put("_shared", practice("elbussar", { status }));
      await library.refresh();

      expect(found(library, "elbussar")).toEqual([]);
      expect(library.practices([])).toEqual([]);
      expect(library.practiceVersions("elbussar", undefined)).toEqual([]);
    },
  );

  it("when a network is not asked for, then nothing of it is given, and what is shared always", async () => {
    for (const id of ["n1", "n2"]) {
      await put("_networks", network(id));
      await put(id, practice(`elbussar-${id}`, { network: id }));
    }
    await put("_shared", practice("elbussar-shared"));
    const library = openLibrary();
    await library.refresh();

    const idsIn = (networks: readonly string[]) =>
      library
        .practices(networks)
        .map(({ id }) => id)
        .sort();
    expect(idsIn([])).toEqual(["elbussar-shared"]);
    expect(idsIn(["n1"])).toEqual(["elbussar-n1", "elbussar-shared"]);
    expect(library.practiceVersions("elbussar-n2", "n1")).toEqual([]);
    expect(found(library, "elbussar", ["n2"]).sort()).toEqual(["elbussar-n2", "elbussar-shared"]);
  });

  it("when nothing changed, then a refresh puts nothing into the index again", async () => {
    await put("_shared", practice("elbussar"));
    const index = createSearchIndex();
    let puts = 0;
    const library = createLibrary({
      documents: bots,
      kinds,
      index: {
        ...index,
        putTexts(items) {
          puts += items.length;
          index.putTexts(items);
        },
      },
    });

    await library.refresh();
    await library.refresh();

    expect(puts).toBe(1);
  });

  it("when it is refreshed while it refreshes, then the store is asked once", async () => {
    let asked = 0;
    const library = openLibrary({
      ...bots,
      async changes(...args) {
        asked++;
        return bots.changes(...args);
      },
    });

    await Promise.all([library.refresh(), library.refresh(), library.refresh()]);

    expect(asked).toBe(2);
  });

  it("when the store fails once, then the next refresh takes everything in", async () => {
    await put("_shared", practice("elbussar"));
    let fails = true;
    const library = openLibrary({
      ...bots,
      async changes(...args) {
        if (fails && args[1] === "_shared") throw new Error("away");
        return bots.changes(...args);
      },
    });

    const first = library.refresh();
    await expect(first).rejects.toThrow("away");
    fails = false;
    await library.refresh();

    expect(found(library, "elbussar")).toEqual(["elbussar"]);
  });

  it("when votes and other documents lie in the partition, then they are passed over", async () => {
    await put("_shared", { id: "vote:1", type: "vote", v: 1, value: { value: "up" } });
    await put("_shared", practice("elbussar"));
    const library = openLibrary();

    await library.refresh();

    expect(library.practices([])).toHaveLength(1);
  });
});

describe("a library's discussions and terms", () => {
  const discussion = (id: string, more: Partial<Discussion> = {}): ContentDocument<Discussion> => ({
    id: `discussion:${id}`,
    type: "discussion",
    v: 1,
    value: {
      id,
      network: "n1",
      language: "sv",
      status: "open",
      question: { id: "q", text: "Hur mäter ni grottornas djup?", at: "2026-01-01T08:00:00.000Z" },
      thread: { v: 1, serviceUrl: "", channel: "", conversationId: "", botId: "" },
      replies: [],
      topics: [],
      openedAt: "2026-01-01T08:00:00.000Z",
      changedAt: "2026-01-01T08:00:00.000Z",
      nudgedAt: [],
      ...more,
    },
  });
  const find = (library: Library, more: Partial<Parameters<Library["findTexts"]>[0]> = {}) =>
    library
      .findTexts({ text: "grottornas djup", networks: ["n1"], limit: 10, language: "sv", ...more })
      .map((one) => one.kind === "discussion" && one.discussion.id);

  it("when threads answer a question equally well, then the answered one comes first, the open one last", async () => {
    await put("_networks", network("n1"));
    await put("n1", discussion("a-open"));
    await put("n1", discussion("b-closed", { status: "closed" }));
    await put("n1", discussion("c-answered", { status: "answered", answer: "r" }));
    const library = openLibrary();
    await library.refresh();

    expect(find(library)).toEqual(["c-answered", "b-closed", "a-open"]);
    expect(find(library, { networks: ["n2"] })).toEqual([]);
    expect(library.discussion("a-open", "n1")?.status).toBe("open");
    expect(library.discussion("a-open", undefined)).toBeUndefined();
    expect(library.hasOnlyIn("sv", "fi")).toBe(true);
  });

  it("when a network has a term, then questions are translated by it until it is deleted", async () => {
    await put("_networks", network("n1"));
    await put("n1", discussion("d", { language: "fi" }));
    const term: ContentDocument<Term> = {
      id: "term:t",
      type: "term",
      v: 1,
      value: {
        id: "t",
        network: "n1",
        en: "chasm",
        fi: "grottornas",
        svAlso: [],
        fiAlso: [],
        enAlso: [],
        svAvoid: [],
        fiAvoid: [],
        enAvoid: [],
        usedBy: [],
      },
    };
    const library = openLibrary();
    await put("n1", term);
    await library.refresh();
    const query = { text: "chasm", language: "fi", from: "en" } as const;
    const known = find(library, query);
    await remove("n1", term);
    await library.refresh();

    expect(known).toEqual(["d"]);
    expect(find(library, query)).toEqual([]);
  });
});

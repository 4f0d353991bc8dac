import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { ContentDocument } from "../../src/core/content.ts";
import type { ImportTarget } from "../../src/core/feature.ts";
import { importContent, type NumberedRow, sameJson } from "../../src/core/import-content.ts";
import type { Documents } from "../../src/core/ports.ts";
import type { Json } from "../../src/core/reply.ts";
import type { Row } from "../../src/core/rows.ts";
import { createContactsFeature } from "../../src/features/contacts/contacts-feature.ts";
import { createPracticesFeature } from "../../src/features/practices/practices-feature.ts";
import {
  openSqliteDocuments,
  type SqliteDocuments,
} from "../../src/platform/storage/sqlite-documents.ts";
import { createFixedClock } from "../fakes/fixed-clock.ts";

const silent = { info() {}, warn() {}, error() {} };
const context = { networks: ["n1", "n2"], timeZone: "Europe/Helsinki" };
const practices = createPracticesFeature({} as never).importTargets?.[0] as ImportTarget;
const contacts = createContactsFeature({
  library: {} as never,
  people: {} as never,
}).importTargets?.[0] as ImportTarget;

let folder: string;
let store: SqliteDocuments;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kollega-import-"));
  store = await openSqliteDocuments({
    dataDir: folder,
    clock: createFixedClock(),
    mode: "tool",
    log: silent,
  });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const practice = (id: string, more: Row = {}): Row => ({
  id,
  language: "sv",
  network: "n1",
  title: `Title ${id}`,
  body: "Body",
  tags: ["a", "b"],
  ...more,
});
const numbered = (...rows: readonly Row[]): readonly NumberedRow[] =>
  rows.map((values, index) => ({ row: index + 1, values }));
const importRows = (
  rows: readonly NumberedRow[],
  { dryRun = false, documents = store as Documents, target = practices } = {},
) => importContent({ documents, dryRun }, target, rows, context);
const stored = (id: string, partition = "n1") =>
  store.read<ContentDocument>("content", partition, `practice:${id}:sv`);

describe("importContent", () => {
  it("when there is something to say of a row that is taken, then it is reported, not rejected", async () => {
    const noted: ImportTarget = {
      ...practices,
      parse: (row, within) => {
        const parsed = practices.parse(row, within);
        const notes = [{ column: "title", fault: { code: "noEnd" } } as const];
        return parsed.ok ? { ...parsed, notes } : parsed;
      },
    };
    const lost = { row: 7, column: "body", fault: { code: "notHeld", value: "x" } } as const;
    const [row] = numbered(practice("a"));
    const [, refused] = numbered({}, { id: "b" });

    const report = await importRows(
      [{ ...row!, notes: [lost] } as NumberedRow, { ...refused!, notes: [lost] } as NumberedRow],
      { target: noted },
    );

    expect(report).toMatchObject({ created: 1, rejected: 1 });
    expect(report.rows.filter(({ fault }) => fault.code !== "required")).toEqual([
      lost,
      { row: 1, column: "title", fault: { code: "noEnd" } },
    ]);
  });

  it("when rows are new, then they are created, and the same file again changes nothing", async () => {
    const rows = numbered(practice("a"), practice("b"), practice("a", { language: "fi" }));

    const first = await importRows(rows);
    const etag = (await stored("a"))?.etag;
    const second = await importRows(rows);

    expect(first).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 0, rows: [] });
    expect(second).toEqual({ created: 0, updated: 0, unchanged: 3, rejected: 0, rows: [] });
    expect((await stored("a"))?.etag).toBe(etag);
  });

  it("when a row says something else, then its document is replaced as a whole", async () => {
    await importRows(numbered(practice("a", { source: "Old" }), practice("b")));

    const report = await importRows(numbered(practice("a", { title: "New" }), practice("b")));

    expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    const value = (await stored("a"))?.doc.value;
    expect(value).toMatchObject({ title: "New" });
    expect(value).not.toHaveProperty("source");
  });

  it("when it is a dry run, then it says what would be done and does nothing", async () => {
    await importRows(numbered(practice("a"), practice("b")));

    const rows = numbered(practice("a"), practice("b", { title: "New" }), practice("c"));
    const report = await importRows(rows, { dryRun: true });

    expect(report).toEqual({ created: 1, updated: 1, unchanged: 1, rejected: 0, rows: [] });
    expect((await stored("b"))?.doc.value).toMatchObject({ title: "Title b" });
    expect(await stored("c")).toBeUndefined();
  });

  it("when some rows are bad, then the good ones are taken and each fault names row and column", async () => {
    const unread = { row: 4, faults: [{ column: "", fault: { code: "notARow" } }] } as const;
    const rows = [
      ...numbered(practice("a"), practice("b", { language: "de", date: "1.1." }), practice("c")),
      unread,
    ];

    const report = await importRows(rows);

    expect(report).toMatchObject({ created: 2, rejected: 2 });
    expect(report.rows).toEqual([
      { row: 2, column: "date", fault: { code: "badDate", value: "1.1." } },
      { row: 2, column: "language", fault: { code: "unknownLanguage", value: "de" } },
      { row: 4, column: "", fault: { code: "notARow" } },
    ]);
  });

  it("when a file has an id twice, then the second is rejected and names the first", async () => {
    const again = practice("a", { title: "Again" });
    const report = await importRows(numbered(practice("a"), practice("b"), again));

    expect(report).toMatchObject({ created: 2, rejected: 1 });
    expect(report.rows).toEqual([{ row: 3, column: "id", fault: { code: "twice", row: 1 } }]);
    expect((await stored("a"))?.doc.value).toMatchObject({ title: "Title a" });
  });

  it("when the same id stands in two networks or languages, then they are different things", async () => {
    const others = [practice("a", { network: "n2" }), practice("a", { language: "en" })];
    const shared = practice("a", { network: undefined });

    const report = await importRows(numbered(practice("a"), ...others, shared));

    expect(report).toMatchObject({ created: 4, rejected: 0 });
    expect((await stored("a", "_shared"))?.doc.value).not.toHaveProperty("network");
  });

  it("when a column is not known, then it is reported once and the rows are taken", async () => {
    const rows = numbered(practice("a", { colour: "red" }), practice("b", { colour: "blue" }));

    const report = await importRows(rows);

    expect(report).toMatchObject({ created: 2, rejected: 0 });
    expect(report.rows).toEqual([{ row: 1, column: "colour", fault: { code: "unknownColumn" } }]);
    expect((await stored("a"))?.doc.value).not.toHaveProperty("colour");
  });

  it("when what it names was deleted, then it is created again and lives", async () => {
    await importRows(numbered(practice("a")));
    const before = await stored("a");
    const tombstone = { ...(before?.doc as ContentDocument), deleted: true } as const;
    const expiresAt = new Date("2026-04-01T00:00:00Z");
    await store.replace("content", "n1", tombstone, String(before?.etag), { expiresAt });

    const report = await importRows(numbered(practice("a")));

    expect(report).toMatchObject({ created: 1, updated: 0, unchanged: 0 });
    expect((await stored("a"))?.doc).not.toHaveProperty("deleted");
  });

  it("when another writes the same between reading and writing, then it looks again", async () => {
    let raced = false;
    const documents: Documents = {
      ...store,
      async create(...args) {
        if (!raced) {
          raced = true;
          await importRows(numbered(practice("a", { title: "Theirs" })));
        }
        return store.create(...args);
      },
    };

    const report = await importRows(numbered(practice("a")), { documents });

    expect(report).toMatchObject({ created: 0, updated: 1 });
    expect((await stored("a"))?.doc.value).toMatchObject({ title: "Title a" });
  });

  it("when rows come one by one, then progress is told after each", async () => {
    const heard: number[] = [];
    async function* rows(): AsyncGenerator<NumberedRow> {
      yield* numbered(practice("a"), practice("b", { body: "" }), practice("c"));
    }

    const deps = { documents: store, dryRun: false, onProgress: (n: number) => heard.push(n) };
    const report = await importContent(deps, practices, rows(), context);

    expect(heard).toEqual([1, 2, 3]);
    expect(report).toMatchObject({ created: 2, rejected: 1 });
  });

  it("when a contact has no consent, then nothing of it is stored", async () => {
    const rows = numbered({ id: "c", name: "C", network: "n1" });

    const report = await importRows(rows, { target: contacts });

    expect(report.rows).toEqual([{ row: 1, column: "consent", fault: { code: "noConsent" } }]);
    expect(await store.read("content", "n1", "contact:c")).toBeUndefined();
  });
});

describe("sameJson", () => {
  it.each<[Json, Json, boolean]>([
    [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined as never }, true],
    [{ a: 1 }, { a: 1, b: null }, false],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [[], {}, false],
    [{ 0: 1 }, [1], false],
    [null, {}, false],
    ["1", 1, false],
    [null, null, true],
    [{ a: { b: [{}] } }, { a: { b: [{}] } }, true],
    [{ a: { b: [{}] } }, { a: { b: [{ c: 1 }] } }, false],
  ])("when it is given %j and %j, then it says %s", (a, b, same) => {
    expect(sameJson(a, b)).toBe(same);
    expect(sameJson(b, a)).toBe(same);
  });

  it("when something is stored and read back, then it is the same, and another is not", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const back = JSON.parse(JSON.stringify(a)) as Json;
        expect(sameJson(a as Json, back)).toBe(true);
        const equal = JSON.stringify(a) === JSON.stringify(b);
        if (equal) expect(sameJson(a as Json, b as Json)).toBe(true);
      }),
    );
  });
});

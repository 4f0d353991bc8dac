import fc from "fast-check";
import { networksPartition, sharedPartition } from "../../../src/core/content.ts";
import type { ImportContext } from "../../../src/core/feature.ts";
import { type ImportReport, importContent } from "../../../src/core/import-content.ts";
import type { Documents } from "../../../src/core/ports.ts";
import { type Row, tidy } from "../../../src/core/rows.ts";
import { openRows } from "../../../src/platform/files/read-rows.ts";
import { storedContent } from "../../../src/platform/files/stored-content.ts";
import {
  type ExportFormat,
  exportFormats,
  termFormats,
  writeRows,
} from "../../../src/platform/files/write-rows.ts";
import type { SqliteDocuments } from "../../../src/platform/storage/sqlite-documents.ts";
import { importTargets, targetOf } from "./import-targets.ts";
import { openStore } from "./open-store.ts";
import { createTempFolder, type TempFolder } from "./temp-folder.ts";

const propertyTimeoutMs = 300_000;
const networks = ["upphandlare", "översättare;ab"];
const context: ImportContext = {
  networks,
  timeZone: "Europe/Helsinki",
  networkNamed: (id) => ({
    languages: ["sv"],
    timeZone: id === "upphandlare" ? "Europe/Helsinki" : "Europe/Stockholm",
  }),
  now: new Date("2027-06-01T12:00Z"),
};
/** A meeting is taken although something is said of it. */
const notes: readonly string[] = [
  "bounded",
  "doubledHour",
  "notInSeries",
  "skippedHour",
  "startInPast",
  "lookAlike",
];

/** What files and spreadsheets trip over. */
const nasty = [
  ";",
  "\\",
  '"',
  "'",
  ",",
  "\n",
  "\r\n",
  "\t",
  "=1+1",
  "+",
  "@",
  "👩🏽‍💻",
  "å",
  "ﬁ",
  "\u2028",
  " ",
  "_x0041_",
  "_x0041",
  "\ufffd",
  "\ufffe",
  "\u{1fffe}",
  "\u0007",
  "<&>]]>",
  "&amp;",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: "grapheme", maxLength: 6 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
const filled = fc
  .oneof({ weight: 9, arbitrary: text }, fc.constantFrom("constructor", "__proto__", "007", "1e3"))
  .filter((value) => tidy(value) !== "");
const id = filled.filter((value) => !/[\n\r\t]/u.test(tidy(value)));
const networkId = id.map((value) => `n${value.replace(/\s/gu, "")}`);
const list = fc.array(text, { maxLength: 4 });
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const languages = fc.subarray(["sv", "fi", "en"]);
const network = fc.constantFrom(...networks);
/** Few enough to meet. */
const name = fc.oneof(filled, fc.constantFrom("anbud", "tarjous", "Tarjous", "tender"));
const names = fc.array(fc.oneof(name, text), { maxLength: 4 });

const wallClock = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16));
const zoneSuffix = fc.constantFrom(
  "",
  "",
  "Z",
  "+03:00",
  "[Europe/Stockholm]",
  "[america/new_york]",
  "-05:00[UTC]",
);

const rowsOf: Readonly<Record<string, fc.Arbitrary<Row>>> = {
  networks: fc.record(
    {
      id: networkId,
      nameSv: filled,
      nameFi: filled,
      nameEn: filled,
      coordinators: fc.array(fc.uuid(), { maxLength: 3 }),
      languages,
      timeZone: fc.constantFrom("Europe/Helsinki", "Europe/Stockholm", "UTC"),
      teams: fc.array(fc.constantFrom("19:a@thread.tacv2", "t|19:f;x@thread|19:\\b", 't"|,f')),
    },
    { requiredKeys: ["id", "nameSv", "nameFi", "nameEn"] },
  ),
  practices: fc.record(
    {
      id,
      language: fc.constantFrom("sv", "fi", "en"),
      title: filled,
      body: filled,
      network,
      summary: text,
      questions: list,
      tags: list,
      organisation: text,
      date: day,
      source: text,
      sourceUrl: fc.webUrl({ validSchemes: ["https"], withQueryParameters: true }),
      contacts: list,
      owner: text,
      reviewBy: day,
      status: fc.constantFrom("published", "draft", "archived"),
    },
    { requiredKeys: ["id", "language", "title", "body"] },
  ),
  contacts: fc.record(
    {
      id,
      name: filled,
      consent: day,
      network,
      role: text,
      organisation: text,
      organisationFi: text,
      organisationSv: text,
      topics: list,
      languages,
      email: fc.constantFrom("åsa;x@exämple.fi", "=cmd|x@example.fi"),
      phone: fc.constantFrom("+358 9 1", "=9", "09-1;2"),
      teamsId: text,
    },
    { requiredKeys: ["id", "name", "consent"] },
  ),
  terms: fc.record(
    {
      id: fc.oneof(id, fc.constantFrom("_x0041_", "_x0041å", "c-1", "a_", "_x005F_x0041_")),
      network,
      domain: text,
      sv: name,
      fi: name,
      en: name,
      svAlso: names,
      fiAlso: names,
      enAlso: names,
      svAvoid: names,
      fiAvoid: names,
      enAvoid: names,
      definitionSv: text,
      definitionFi: text,
      definitionEn: text,
      source: text,
      usedBy: names,
      note: text,
    },
    { requiredKeys: ["id", "fi"] },
  ),
  meetings: fc.record(
    {
      id,
      network,
      start: fc.oneof(
        fc.tuple(wallClock, zoneSuffix).map((parts) => parts.join("")),
        fc.constantFrom("2027-03-28T03:30", "2027-10-31T03:30+02:00", "2027-10-31T02:30"),
      ),
      minutes: fc.integer({ min: 1, max: 10_080 }),
      titleSv: filled,
      titleFi: text,
      titleEn: text,
      place: text,
      joinUrl: fc.webUrl({ validSchemes: ["https"], withQueryParameters: true }),
      agenda: text,
      audience: fc.constantFrom("channel", "members", "both"),
      channel: fc.constantFrom("forum", "announcements", "19:a;b@thread.tacv2"),
      repeat: fc.constantFrom(
        "FREQ=WEEKLY",
        "rrule:freq=daily;count=9",
        "FREQ=MONTHLY;BYDAY=-1TH;UNTIL=20281231",
        "FREQ=WEEKLY;UNTIL=20271231T110000Z",
      ),
      except: fc.array(fc.oneof(day, wallClock), { maxLength: 3 }),
      moved: fc
        .uniqueArray(fc.tuple(wallClock, wallClock), {
          maxLength: 3,
          selector: ([from]) => from,
        })
        .map((moves) => moves.map((move) => move.join(">"))),
      remind: fc.array(fc.integer({ min: 0, max: 40_320 }), { maxLength: 4 }),
      status: fc.constantFrom("planned", "cancelled"),
      uid: text,
    },
    { requiredKeys: ["id", "network", "start", "minutes", "titleSv"] },
  ),
};

const formatsOf = (kind: string): readonly ExportFormat[] =>
  kind === "terms" ? [...exportFormats, ...termFormats] : exportFormats;

describe("what was exported", () => {
  let folder: TempFolder;
  let first: SqliteDocuments;
  let second: SqliteDocuments;
  beforeAll(async () => {
    folder = createTempFolder();
    first = await openStore(`${folder.path}/first`);
    second = await openStore(`${folder.path}/second`);
  });
  afterAll(async () => {
    await first.close();
    await second.close();
    folder.remove();
  });

  const take = (documents: Documents, kind: string, rows: Iterable<Row>): Promise<ImportReport> =>
    importContent(
      { documents, dryRun: false },
      targetOf(kind),
      [...rows].map((values, index) => ({ row: index + 1, values })),
      context,
    );

  /** A store with nothing but the two networks that rows may belong to. */
  async function empty(documents: Documents, partitions: readonly string[]): Promise<void> {
    for (const partition of partitions) await documents.purge("content", partition);
    const named = networks.map((one) => ({ id: one, nameSv: "S", nameFi: "F", nameEn: "E" }));
    await take(documents, "networks", named);
  }

  it("when there is a kind of content, then its rows are tried here", () => {
    expect(Object.keys(rowsOf).sort()).toEqual(importTargets.map(({ kind }) => kind).sort());
  });

  describe.each([...exportFormats, ...termFormats])("as %s", (format) => {
    it.each(Object.keys(rowsOf).filter((kind) => formatsOf(kind).includes(format)))(
      "when %s are imported into an empty store, then the documents are equal",
      async (kind) => {
        const target = targetOf(kind);
        const partitions = [networksPartition, sharedPartition, ...networks];
        const runs = format === "xlsx" ? 30 : 60;
        let created = 0;

        await fc.assert(
          fc.asyncProperty(fc.array(rowsOf[kind]!, { maxLength: 5 }), async (rows) => {
            await empty(first, partitions);
            await empty(second, partitions);
            created += (await take(first, kind, rows)).created;
            const before = await storedContent(first, target);

            const path = folder.file(`${kind}.${format}`, await writeRows(target, before, format));
            const report = await importContent(
              { documents: second, dryRun: false },
              target,
              await openRows(path, kind, { language: "sv", timeZone: "UTC" }),
              context,
            );
            const after = await storedContent(second, target);

            expect(report.rejected).toBe(0);
            expect(report.rows.filter(({ fault }) => !notes.includes(fault.code))).toEqual([]);
            expect(after).toEqual(before);
          }),
          { numRuns: runs },
        );
        expect(created).toBeGreaterThan(runs);
      },
      propertyTimeoutMs,
    );
  });

  it("when values are absent, then jsonl leaves them out, in the order of the columns", async () => {
    const value = { tags: ["b", "a"], title: "T", id: "x" };

    expect(await writeRows(targetOf("practices"), [{ value }], "jsonl")).toBe(
      '{"id":"x","title":"T","tags":["b","a"]}\n',
    );
  });

  it("when there is nothing, then a table still has its header", async () => {
    const { columns } = targetOf("networks");

    expect(await writeRows({ columns }, [], "csv")).toBe(`${columns.join(",")}\n`);
    expect(await writeRows({ columns }, [], "jsonl")).toBe("");
  });

  it("when a value looks like a formula, then it stands as it is", async () => {
    const value = { id: "=1+1", name: "+a", topics: ["=x", "a;b"] };

    expect(await writeRows({ columns: ["id", "name", "topics"] }, [{ value }], "csv")).toBe(
      "id,name,topics\n=1+1,+a,=x;a\\;b\n",
    );
  });
});

import { type AuditEntry, createAudit } from "../../../src/core/audit.ts";
import { sharedPartition } from "../../../src/core/content.ts";
import type { ImportReport } from "../../../src/core/import-content.ts";
import type { RowFault } from "../../../src/core/rows.ts";
import { importFile } from "../../../src/platform/files/import-file.ts";
import { networkIds, storedContent } from "../../../src/platform/files/stored-content.ts";
import type { SqliteDocuments } from "../../../src/platform/storage/sqlite-documents.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";
import { importTargets, targetOf } from "./import-targets.ts";
import { openStore } from "./open-store.ts";
import { createTempFolder, type TempFolder } from "./temp-folder.ts";

const valid: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  networks: { id: "n1", nameSv: "S", nameFi: "F", nameEn: "E" },
  practices: { id: "p1", language: "sv", title: "Rubrik", body: "Text" },
  contacts: { id: "c1", name: "Åsa Ek", consent: "2026-01-02" },
  terms: { id: "t1", sv: "anbud" },
  meetings: { id: "m1", network: "n1", start: "2026-11-26T13:00", minutes: 60, titleSv: "Möte" },
};

describe("importing a file", () => {
  let folder: TempFolder;
  let documents: SqliteDocuments;
  beforeEach(async () => {
    folder = createTempFolder();
    documents = await openStore(folder.path);
  });
  afterEach(async () => {
    await documents.close();
    folder.remove();
  });

  let audits = 0;
  function take(
    kind: string,
    file: { readonly name: string; readonly text: string },
    more: { readonly dryRun?: boolean; readonly network?: string } = {},
  ): Promise<ImportReport> {
    const { dryRun = false, network } = more;
    return importFile(
      { documents, audit: createAudit(documents, createFixedClock(), () => `${++audits}`) },
      {
        target: targetOf(kind),
        path: folder.file(file.name, file.text),
        dryRun,
        context: { networks: ["n1", "n2"], network, timeZone: "Europe/Helsinki" },
      },
    );
  }
  const jsonl = (...rows: readonly object[]) => ({
    name: "rows.jsonl",
    text: rows.map((row) => JSON.stringify(row)).join("\n"),
  });
  const csv = (text: string) => ({ name: "rows.csv", text });
  const entries = async (partition: string) =>
    (await documents.query<AuditEntry>({ container: "audit", partition })).items.map(
      ({ doc }) => doc,
    );

  const two = csv(
    "id;name;consent;topics\na;Åsa;2026-01-02;x;y\nb;Bo;2026-01-02;\n".replace("x;y", '"x;y"'),
  );

  it("when the same file comes twice, then the second time changes nothing", async () => {
    const first = await take("contacts", two);
    const second = await take("contacts", two);

    expect(first).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 0, rows: [] });
    expect(second).toEqual({ created: 0, updated: 0, unchanged: 2, rejected: 0, rows: [] });
    const [contact] = await storedContent(documents, targetOf("contacts"));
    expect(contact?.value).toMatchObject({ id: "a", topics: ["x", "y"] });
  });

  it("when something changed, then one audit entry tells the counts; else none", async () => {
    await take("contacts", two);
    await take("contacts", two);
    await take("contacts", jsonl({ ...valid["contacts"], id: "c" }, {}), { network: "n2" });

    const imported = { type: "act", actor: "command-line", act: "import" };
    const kind = "contacts";
    expect(await entries(sharedPartition)).toEqual([
      expect.objectContaining({
        ...imported,
        details: { kind, created: 2, updated: 0, unchanged: 0, rejected: 0 },
      }),
    ]);
    expect(await entries("n2")).toEqual([
      expect.objectContaining({
        ...imported,
        network: "n2",
        details: { kind, created: 1, updated: 0, unchanged: 0, rejected: 1 },
      }),
    ]);
  });

  it("when it is a dry run, then the counts are told and nothing is written", async () => {
    const report = await take("contacts", two, { dryRun: true });

    expect(report).toMatchObject({ created: 2, rejected: 0 });
    expect(await storedContent(documents, targetOf("contacts"))).toEqual([]);
    expect(await entries(sharedPartition)).toEqual([]);
  });

  it("when some rows are bad, then they are reported and the good ones land", async () => {
    const report = await take(
      "practices",
      csv(
        [
          "id,language,title,body,date,colour",
          "good,sv,T,B,2026-01-02,",
          "bad,de,,B,2026-13-01,",
          "many,sv,T,B,2026-01-02,,more",
          "good,sv,Again,B,,",
          "good,fi,T,B,,red",
        ].join("\n"),
      ),
    );

    expect(report).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 3,
      rows: [
        { row: 3, column: "date", fault: { code: "badDate", value: "2026-13-01" } },
        { row: 3, column: "language", fault: { code: "unknownLanguage", value: "de" } },
        { row: 3, column: "title", fault: { code: "required" } },
        { row: 4, column: "", fault: { code: "columnCount" } },
        { row: 5, column: "id", fault: { code: "twice", row: 2 } },
        { row: 6, column: "colour", fault: { code: "unknownColumn" } },
      ],
    });
    const stored = await storedContent(documents, targetOf("practices"));
    expect(stored.map(({ id }) => id)).toEqual(["practice:good:fi", "practice:good:sv"]);
  });

  it("when the file cannot be read to its end, then nothing of it lands", async () => {
    const broken = csv('id,name,consent\na,Åsa,2026-01-02\nb,"Bo,2026-01-02\n');

    await expect(take("contacts", broken)).rejects.toMatchObject({ code: "unreadable-file" });

    expect(await storedContent(documents, targetOf("contacts"))).toEqual([]);
  });

  it("when content is of several networks, then it comes by network, id and language", async () => {
    await take("networks", jsonl({ ...valid["networks"], id: "n2" }, valid["networks"]!));
    const practice = valid["practices"]!;
    await take(
      "practices",
      jsonl(
        { ...practice, network: "n2" },
        { ...practice, network: "n1", id: "p2" },
        { ...practice, network: "n1", language: "sv" },
        { ...practice, network: "n1", language: "fi" },
        practice,
      ),
    );
    const places = async (network?: string) =>
      (await storedContent(documents, targetOf("practices"), network)).map(({ value }) =>
        [value["network"], value["id"], value["language"]].join(" "),
      );

    expect(await networkIds(documents)).toEqual(["n1", "n2"]);
    expect(await places()).toEqual([" p1 sv", "n1 p1 fi", "n1 p1 sv", "n1 p2 sv", "n2 p1 sv"]);
    expect(await places("n2")).toEqual(["n2 p1 sv"]);
    const only = await storedContent(documents, targetOf("networks"), "n2");
    expect(only.map(({ value }) => value["id"])).toEqual(["n2"]);
  });

  const calendar = (...events: readonly string[]) => ({
    name: "Kalender.ICS",
    text: ["BEGIN:VCALENDAR", "VERSION:2.0", ...events, "END:VCALENDAR"].join("\r\n"),
  });
  const event = (uid: string, ...lines: readonly string[]) =>
    ["BEGIN:VEVENT", `UID:${uid}`, `SUMMARY:Kokous ${uid}`, ...lines, "END:VEVENT"].join("\r\n");
  const noon = ["DTSTART:20261126T130000", "DURATION:PT1H"];
  const elsewhere = { ...valid["networks"], id: "n1", languages: ["fi"], timeZone: "Asia/Tokyo" };

  it("when a calendar is imported twice, then its meetings are in the network's language and zone, once", async () => {
    await take("networks", jsonl(elsewhere));
    const file = calendar(
      event("a", ...noon),
      event("b", "DTSTART:20261126T040000Z", "DURATION:PT1H"),
    );

    const first = await take("meetings", file, { network: "n1" });
    const again = await take("meetings", file, { network: "n1" });

    expect(first).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 0, rows: [] });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const stored = await storedContent(documents, targetOf("meetings"), "n1");
    expect(stored.map(({ value }) => [value["titleFi"], value["start"]])).toEqual([
      ["Kokous a", "2026-11-26T13:00"],
      ["Kokous b", "2026-11-26T13:00"],
    ]);
  });

  it("when a calendar has good and bad events and things to say, then each row is reported", async () => {
    await take("networks", jsonl(elsewhere));
    const report = await take(
      "meetings",
      calendar(
        event("a", "DTSTART;VALUE=DATE:20261126"),
        event("b", "DTSTART:20261126T130000", "DTEND:20261126T120000"),
        event("c", "BROKEN"),
        event("a", ...noon),
        event("d", ...noon, "RRULE:FREQ=WEEKLY"),
      ),
      { network: "n1" },
    );

    expect(report).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 3,
      rows: [
        { row: 1, column: "start", fault: { code: "allDay" } },
        { row: 2, column: "minutes", fault: { code: "endBeforeStart" } },
        { row: 3, column: "", fault: { code: "notARow" } },
        { row: 4, column: "id", fault: { code: "twice", row: 1 } },
        { row: 5, column: "repeat", fault: { code: "bounded", value: "2028-11-26" } },
      ],
    });
  });

  it("when an event changed, then the next import changes its meeting", async () => {
    await take("networks", jsonl(elsewhere));
    await take("meetings", calendar(event("a", ...noon)), { network: "n1" });

    const report = await take("meetings", calendar(event("a", ...noon, "STATUS:CANCELLED")), {
      network: "n1",
    });

    expect(report).toMatchObject({ created: 0, updated: 1 });
  });

  it("when a calendar is cut off, then nothing of it is taken", async () => {
    await take("networks", jsonl(elsewhere));
    const { name, text } = calendar(event("a", ...noon), event("b", ...noon));

    await expect(
      take("meetings", { name, text: text.slice(0, -20) }, { network: "n1" }),
    ).rejects.toMatchObject({ fault: { code: "broken" } });
    expect(await storedContent(documents, targetOf("meetings"))).toEqual([]);
  });

  it("when something else than meetings is to come out of a calendar, then it is refused", async () => {
    await expect(take("practices", calendar())).rejects.toMatchObject({
      fault: { code: "unknownEnding", known: ".jsonl, .csv, .xlsx" },
    });
    await expect(take("meetings", { name: "meetings.pdf", text: "" })).rejects.toMatchObject({
      fault: { code: "unknownEnding", known: ".jsonl, .csv, .xlsx, .ics" },
    });
  });

  it("when content was deleted, then its tombstone is not exported", async () => {
    await take("contacts", jsonl(valid["contacts"]!));
    const id = "contact:c1";
    const stored = await documents.read("content", sharedPartition, id);
    const tombstone = { ...stored!.doc, value: {}, deleted: true };
    await documents.replace("content", sharedPartition, tombstone, stored!.etag);

    expect(await storedContent(documents, targetOf("contacts"))).toEqual([]);
  });

  it("when there is much, then every page of it comes", async () => {
    const rows = Array.from({ length: 1_101 }, (_, n) => ({ ...valid["contacts"], id: `c${n}` }));
    await take("contacts", jsonl(...rows));

    expect(await storedContent(documents, targetOf("contacts"))).toHaveLength(1_101);
  });
});

describe("a row's value", () => {
  const long = "x".repeat(501);
  const many = Array.from({ length: 201 }, (_, n) => `${n}`);
  type Refusal = readonly [kind: string, column: string, value: unknown, code: RowFault["code"]];
  const refusals: readonly Refusal[] = [
    ["networks", "id", undefined, "required"],
    ["networks", "id", "_shared", "badId"],
    ["networks", "id", "two words", "badId"],
    ["networks", "nameSv", " ", "required"],
    ["networks", "nameFi", null, "required"],
    ["networks", "nameEn", long, "tooLong"],
    ["networks", "coordinators", ["anna@example.fi"], "badPerson"],
    ["networks", "languages", ["sv", "se"], "unknownLanguage"],
    ["networks", "timeZone", "Mars/Crater", "badZone"],
    ["networks", "teams", ["a|b|c|d"], "badTeam"],
    ["practices", "id", "a\nb", "badId"],
    ["practices", "id", "x".repeat(101), "badId"],
    ["practices", "language", "de", "unknownLanguage"],
    ["practices", "language", "", "required"],
    ["practices", "network", "n9", "unknownNetwork"],
    ["practices", "title", "", "required"],
    ["practices", "title", { sv: "T" }, "badText"],
    ["practices", "summary", "x".repeat(100_001), "tooLong"],
    ["practices", "body", "", "required"],
    ["practices", "questions", [1], "badList"],
    ["practices", "tags", many, "tooLong"],
    ["practices", "contacts", {}, "badList"],
    ["practices", "organisation", long, "tooLong"],
    ["practices", "date", "2026-02-30", "badDate"],
    ["practices", "source", ["a"], "badText"],
    ["practices", "sourceUrl", "http://example.fi", "badUrl"],
    ["practices", "sourceUrl", "javascript:alert(1)", "badUrl"],
    ["practices", "owner", true, "badText"],
    ["practices", "reviewBy", "2.1.2026", "badDate"],
    ["practices", "status", "done", "badStatus"],
    ["contacts", "id", "", "required"],
    ["contacts", "name", "", "required"],
    ["contacts", "consent", undefined, "noConsent"],
    ["contacts", "consent", "yes", "badDate"],
    ["contacts", "network", "n9", "unknownNetwork"],
    ["contacts", "role", long, "tooLong"],
    ["contacts", "organisation", long, "tooLong"],
    ["contacts", "organisationFi", long, "tooLong"],
    ["contacts", "organisationSv", long, "tooLong"],
    ["contacts", "topics", [["a"]], "badList"],
    ["contacts", "languages", "sv;xx", "unknownLanguage"],
    ["contacts", "email", "anna", "badEmail"],
    ["contacts", "phone", "call me", "badPhone"],
    ["contacts", "teamsId", 5n, "badText"],
    ["terms", "id", "", "required"],
    ["terms", "network", "n9", "unknownNetwork"],
    ["terms", "sv", "", "noTerm"],
    ["terms", "sv", long, "tooLong"],
    ["terms", "fi", ["tarjous"], "badText"],
    ["terms", "en", long, "tooLong"],
    ["terms", "svAlso", many, "tooLong"],
    ["terms", "fiAlso", [1], "badList"],
    ["terms", "enAlso", {}, "badList"],
    ["terms", "svAvoid", [long], "tooLong"],
    ["terms", "fiAvoid", many, "tooLong"],
    ["terms", "enAvoid", [["a"]], "badList"],
    ["terms", "definitionSv", "x".repeat(5_001), "tooLong"],
    ["terms", "definitionFi", "x".repeat(5_001), "tooLong"],
    ["terms", "definitionEn", {}, "badText"],
    ["terms", "domain", long, "tooLong"],
    ["terms", "source", long, "tooLong"],
    ["terms", "usedBy", [1], "badList"],
    ["terms", "note", "x".repeat(5_001), "tooLong"],
    ["meetings", "id", "", "required"],
    ["meetings", "network", "n9", "unknownNetwork"],
    ["meetings", "start", "2026-02-30T13:00", "badStart"],
    ["meetings", "start", "2026-11-26T13:00[Mars/Crater]", "badZone"],
    ["meetings", "minutes", -60, "badMinutes"],
    ["meetings", "titleSv", "", "noTitle"],
    ["meetings", "titleFi", long, "tooLong"],
    ["meetings", "titleEn", ["Meeting"], "badText"],
    ["meetings", "place", long, "tooLong"],
    ["meetings", "joinUrl", "http://example.fi", "badUrl"],
    ["meetings", "agenda", "x".repeat(100_001), "tooLong"],
    ["meetings", "audience", "all", "notOneOf"],
    ["meetings", "channel", "general", "badChannel"],
    ["meetings", "repeat", "every week", "badRepeat"],
    ["meetings", "repeat", "FREQ=DAILY;COUNT=100000", "tooManyTimes"],
    ["meetings", "except", ["Christmas"], "badStart"],
    ["meetings", "moved", ["2026-11-26"], "badMove"],
    ["meetings", "remind", ["a day"], "badRemind"],
    ["meetings", "status", "draft", "notOneOf"],
    ["meetings", "uid", long, "tooLong"],
  ];
  const context = { networks: ["n1"], timeZone: "Europe/Helsinki" };

  it.each(refusals)("when %s.%s is %p, then it is refused: %s", (kind, column, value, code) => {
    const parsed = targetOf(kind).parse({ ...valid[kind], [column]: value }, context);

    expect(parsed).toMatchObject({ ok: false, faults: [{ column, fault: { code } }] });
  });

  it.each(importTargets)("when a column of $kind exists, then it can be refused", (target) => {
    const refused = new Set(
      refusals.filter(([kind]) => kind === target.kind).map(([, column]) => column),
    );

    expect(target.columns.filter((column) => !refused.has(column))).toEqual([]);
    expect(target.parse(valid[target.kind] ?? {}, context).ok).toBe(true);
  });
});

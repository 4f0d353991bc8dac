import fc from "fast-check";
import type { ImportContext } from "../../../../src/core/feature.ts";
import type { RowFault } from "../../../../src/core/rows.ts";
import { meetingImport } from "../../../../src/features/meetings/calendar/read-meeting-row.ts";

const context: ImportContext = {
  networks: ["n", "m"],
  timeZone: "Europe/Helsinki",
  networkNamed: (id) =>
    id === "m" ? { languages: ["sv"], timeZone: "Europe/Stockholm" } : undefined,
  now: new Date("2026-11-01T12:00Z"),
};
const good = {
  id: "kick-off",
  network: "n",
  start: "2026-11-26T13:00",
  minutes: 60,
  titleSv: "Nätverksmöte",
};
const meeting = {
  ...good,
  audience: "both",
  channel: "forum",
  except: [],
  moved: [],
  remind: [1440, 15],
  status: "planned",
};

const read = (changes: object, within: ImportContext = context) =>
  meetingImport.parse({ ...good, ...changes }, within);

describe("a row of meetings", () => {
  it("when only what is required is there, then the rest is as usual", () => {
    expect(read({})).toEqual({
      ok: true,
      partition: "n",
      doc: { id: "meeting:kick-off", type: "meeting", v: 1, value: meeting },
      notes: [],
    });
  });

  it("when everything is there, as jsonl or as cells, then it is read alike", () => {
    const value = {
      ...meeting,
      minutes: 90,
      titleFi: "Verkostokokous",
      titleEn: "Network meeting",
      place: "Helsingfors",
      joinUrl: "https://example.org/join",
      agenda: "1\n2",
      audience: "members",
      channel: "19:a@thread.tacv2",
      repeat: "FREQ=WEEKLY;COUNT=10",
      except: ["2026-12-03T13:00", "2026-12-24T13:00"],
      moved: ["2026-12-10T13:00>2026-12-11T09:00"],
      remind: [2880, 60, 0],
      status: "cancelled",
      uid: "x@y",
    };
    const asJson = { ...value, remind: [0, 2880, 60, 60], minutes: 90 };
    const asCells = {
      ...value,
      minutes: "90",
      except: "2026-12-24T11:00Z;2026-12-03",
      moved: "2026-12-10 13:00 > 2026-12-11T07:00:00Z",
      remind: "0;2880;60",
    };

    for (const row of [asJson, asCells]) {
      expect(read(row)).toMatchObject({ ok: true, doc: { value }, notes: [] });
    }
  });

  it.each<[string, object, object]>([
    ["one lead time as a number", { remind: 30 }, { remind: [30] }],
    ["no lead times in jsonl", { remind: [] }, { remind: [] }],
    ["no lead times in a table", { remind: "none" }, { remind: [] }],
    ["an empty cell of lead times", { remind: "" }, { remind: [1440, 15] }],
    ["another language only", { titleSv: "", titleFi: "Kokous" }, { titleFi: "Kokous" }],
    ["a start in UTC", { start: "2026-11-26T11:00Z" }, { start: "2026-11-26T13:00" }],
    [
      "a start in another zone",
      { start: "2026-11-26T13:00[Europe/Oslo]" },
      { start: "2026-11-26T13:00[Europe/Oslo]" },
    ],
    [
      "its network's own zone named",
      { network: "m", start: "2026-11-26T13:00[Europe/Stockholm]" },
      { start: "2026-11-26T13:00" },
    ],
    [
      "a start in UTC in a network elsewhere",
      { network: "m", start: "2026-11-26T12:00Z" },
      { start: "2026-11-26T13:00" },
    ],
    ["a move to where it is", { moved: ["2026-11-26T13:00>2026-11-26T13:00"] }, { moved: [] }],
  ])("when it has %s, then that is understood", (_, changes, value) => {
    expect(read(changes)).toMatchObject({ ok: true, doc: { value } });
  });

  it.each<[string, unknown, RowFault]>([
    ["id", undefined, { code: "required" }],
    ["id", "a\nb", { code: "badId" }],
    ["network", undefined, { code: "required" }],
    ["network", "elsewhere", { code: "unknownNetwork", value: "elsewhere" }],
    ["start", "", { code: "required" }],
    ["start", "2026-02-30T13:00", { code: "badStart", value: "2026-02-30T13:00" }],
    ["start", "2026-11-26", { code: "badStart", value: "2026-11-26" }],
    ["start", "26.11.2026 13:00", { code: "badStart", value: "26.11.2026 13:00" }],
    ["start", "2026-11-26T13:00[Mars]", { code: "badZone", value: "2026-11-26T13:00[Mars]" }],
    ["minutes", undefined, { code: "required" }],
    ["minutes", 0, { code: "badMinutes", value: "0" }],
    ["minutes", -60, { code: "badMinutes", value: "-60" }],
    ["minutes", 10_081, { code: "badMinutes", value: "10081" }],
    ["minutes", 1.5, { code: "badMinutes", value: "1.5" }],
    ["minutes", "an hour", { code: "badMinutes", value: "an hour" }],
    ["titleSv", " ", { code: "noTitle" }],
    ["titleSv", "x".repeat(501), { code: "tooLong", most: 500 }],
    ["joinUrl", "http://example.org", { code: "badUrl", value: "http://example.org" }],
    ["joinUrl", "javascript:alert(1)", { code: "badUrl", value: "javascript:alert(1)" }],
    [
      "audience",
      "everyone",
      { code: "notOneOf", value: "everyone", allowed: "channel, members, both" },
    ],
    ["channel", "forums", { code: "badChannel", value: "forums" }],
    ["status", "draft", { code: "notOneOf", value: "draft", allowed: "planned, cancelled" }],
    ["repeat", "weekly", { code: "badRepeat", value: "weekly" }],
    ["repeat", "FREQ=HOURLY;COUNT=3", { code: "badRepeat", value: "FREQ=HOURLY;COUNT=3" }],
    ["repeat", "FREQ=DAILY;COUNT=2001", { code: "tooManyTimes", most: 2000 }],
    ["except", ["2026-02-30"], { code: "badStart", value: "2026-02-30" }],
    ["moved", ["2026-11-26T13:00"], { code: "badMove", value: "2026-11-26T13:00" }],
    [
      "moved",
      ["2026-11-26>2026-02-30T09:00"],
      { code: "badMove", value: "2026-11-26>2026-02-30T09:00" },
    ],
    ["remind", ["soon"], { code: "badRemind", value: "soon" }],
    ["remind", ["-15"], { code: "badRemind", value: "-15" }],
    ["remind", [40_321], { code: "badRemind", value: "40321" }],
    ["remind", { minutes: 15 }, { code: "badList" }],
  ])("when %s is %j, then that is its one fault", (column, value, fault) => {
    expect(read({ [column]: value })).toEqual({ ok: false, faults: [{ column, fault }] });
  });

  it("when one occurrence is moved twice, then that is a fault", () => {
    const moved = ["2026-11-26>2026-11-27T09:00", "2026-11-26T13:00>2026-11-28T09:00"];

    expect(read({ moved })).toMatchObject({ ok: false, faults: [{ fault: { code: "badMove" } }] });
  });

  it("when it names no network, then it belongs to the one asked for, or to the only one", () => {
    const network = undefined;

    expect(read({ network }, { ...context, network: "m" })).toMatchObject({ partition: "m" });
    expect(read({ network }, { ...context, networks: ["n"] })).toMatchObject({ partition: "n" });
    expect(read({ network }, { ...context, networks: [] })).toMatchObject({ ok: false });
  });

  it.each<[string, object, readonly object[]]>([
    [
      "is over",
      { start: "2026-10-26T13:00" },
      [{ column: "start", fault: { code: "startInPast", value: "2026-10-26T13:00" } }],
    ],
    ["is over and was cancelled", { start: "2026-10-26T13:00", status: "cancelled" }, []],
    [
      "began in the past and goes on",
      { start: "2026-10-26T13:00", repeat: "FREQ=WEEKLY;COUNT=5" },
      [],
    ],
    [
      "has no end",
      { repeat: "FREQ=WEEKLY" },
      [{ column: "repeat", fault: { code: "bounded", value: "2028-11-26" } }],
    ],
    [
      "starts in an hour that is skipped",
      { start: "2027-03-28T03:30" },
      [{ column: "start", fault: { code: "skippedHour", value: "2027-03-28T03:30" } }],
    ],
    [
      "starts at the second of two like hours",
      { start: "2027-10-31T03:30+02:00" },
      [{ column: "start", fault: { code: "doubledHour", value: "2027-10-31T03:30" } }],
    ],
    [
      "is moved to an hour that is skipped",
      { moved: ["2026-11-26>2027-03-28T03:30"] },
      [{ column: "moved", fault: { code: "skippedHour", value: "2027-03-28T03:30" } }],
    ],
    [
      "leaves out and moves what the series does not have",
      {
        repeat: "FREQ=WEEKLY;COUNT=2",
        except: ["2026-11-27"],
        moved: ["2026-12-17>2026-12-18T09:00"],
      },
      [
        { column: "except", fault: { code: "notInSeries", value: "2026-11-27T13:00" } },
        { column: "moved", fault: { code: "notInSeries", value: "2026-12-17T13:00" } },
      ],
    ],
  ])("when it %s, then it is taken, and that is said", (_, changes, notes) => {
    expect(read(changes)).toMatchObject({ ok: true, notes });
  });

  it("when what was read is read again, then it stays as it is", () => {
    const first = read({
      start: "2027-03-28T03:30",
      repeat: "RRULE:freq=weekly",
      except: ["2027-04-04"],
      moved: ["2027-04-11>2027-04-12T07:00Z"],
    });
    if (!first.ok) throw new Error("refused");

    expect(meetingImport.parse(first.doc.value as never, context)).toMatchObject({
      doc: first.doc,
    });
  });

  it("when it holds anything at all, then it is read or refused, never a crash", () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constantFrom(
        null,
        {},
        true,
        "2026-11-26T13:00",
        "9999-12-31T23:59",
        "FREQ=DAILY",
        ">",
        ["a>b"],
        "0000-01-01T00:00Z",
      ),
    );
    const keys = Object.fromEntries(meetingImport.columns.map((column) => [column, value]));
    fc.assert(
      fc.property(fc.record(keys, { requiredKeys: [] }), (changes) => {
        const parsed = read(changes);
        expect(parsed.ok || parsed.faults.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

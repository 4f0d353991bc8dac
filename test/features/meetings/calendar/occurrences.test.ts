import {
  nextOccurrence,
  occurrenceNamed,
  occurrencesOf,
} from "../../../../src/features/meetings/calendar/occurrences.ts";
import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import { aMeeting } from "./a-meeting.ts";

const always = { from: new Date("2000-01-01T00:00Z"), before: new Date("2100-01-01T00:00Z") };
const helsinki = "Europe/Helsinki";

const startsOf = (changes: Partial<Meeting>, zone = helsinki): readonly string[] =>
  occurrencesOf(aMeeting(changes), zone, always).map(({ start }) => start.toISOString());

describe("occurrences of a meeting", () => {
  it("when it takes place once, then that is its one occurrence", () => {
    expect(occurrencesOf(aMeeting(), helsinki, always)).toEqual([
      {
        id: "2026-11-26T13:00",
        start: new Date("2026-11-26T11:00Z"),
        end: new Date("2026-11-26T12:00Z"),
        localStart: "2026-11-26T13:00",
        isMoved: false,
      },
    ]);
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      helsinki,
      "spring",
      "2027-03-22T09:00",
      ["2027-03-22T07:00:00.000Z", "2027-03-29T06:00:00.000Z", "2027-04-05T06:00:00.000Z"],
    ],
    [
      helsinki,
      "autumn",
      "2027-10-25T09:00",
      ["2027-10-25T06:00:00.000Z", "2027-11-01T07:00:00.000Z", "2027-11-08T07:00:00.000Z"],
    ],
    [
      "America/New_York",
      "spring",
      "2027-03-08T09:00",
      ["2027-03-08T14:00:00.000Z", "2027-03-15T13:00:00.000Z", "2027-03-22T13:00:00.000Z"],
    ],
    [
      "America/New_York",
      "autumn",
      "2027-11-01T09:00",
      ["2027-11-01T13:00:00.000Z", "2027-11-08T14:00:00.000Z", "2027-11-15T14:00:00.000Z"],
    ],
  ])(
    "when the clock in %s changes in %s, then the wall-clock hour holds",
    (zone, _, start, starts) => {
      expect(startsOf({ start, repeat: "FREQ=WEEKLY;COUNT=3" }, zone)).toEqual(starts);
    },
  );

  it("when it is at home in another zone than the network, then that zone's clock holds", () => {
    const start = "2027-03-08T09:00[America/New_York]";

    expect(startsOf({ start, repeat: "FREQ=WEEKLY;COUNT=2" })).toEqual([
      "2027-03-08T14:00:00.000Z",
      "2027-03-15T13:00:00.000Z",
    ]);
  });

  it("when summer time skips its hour, then only that occurrence moves forward, and keeps its name", () => {
    const meeting = aMeeting({ start: "2027-03-21T03:30", repeat: "FREQ=WEEKLY;COUNT=3" });

    expect(
      occurrencesOf(meeting, helsinki, always).map(({ id, localStart, start }) => [
        id,
        localStart,
        start.toISOString(),
      ]),
    ).toEqual([
      ["2027-03-21T03:30", "2027-03-21T03:30", "2027-03-21T01:30:00.000Z"],
      ["2027-03-28T03:30", "2027-03-28T04:30", "2027-03-28T01:30:00.000Z"],
      ["2027-04-04T03:30", "2027-04-04T03:30", "2027-04-04T00:30:00.000Z"],
    ]);
  });

  it("when the clock shows its hour twice, then it takes place the first time", () => {
    expect(startsOf({ start: "2027-10-31T03:30" })).toEqual(["2027-10-31T00:30:00.000Z"]);
  });

  it.each<[string, string, readonly string[]]>([
    ["FREQ=MONTHLY;BYDAY=4TH;COUNT=3", "2026-11-26T13:00", ["11-26", "12-24", "01-28"]],
    ["FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "2026-12-31T13:00", ["12-31", "01-31", "03-31"]],
    ["FREQ=WEEKLY;INTERVAL=2;COUNT=3", "2026-11-26T13:00", ["11-26", "12-10", "12-24"]],
    ["FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3", "2026-11-26T13:00", ["11-26", "12-01", "12-03"]],
    ["FREQ=WEEKLY;UNTIL=20261210", "2026-11-26T13:00", ["11-26", "12-03", "12-10"]],
    ["FREQ=WEEKLY;UNTIL=20261210T110000Z", "2026-11-26T13:00", ["11-26", "12-03", "12-10"]],
    ["FREQ=WEEKLY;UNTIL=20261210T105959Z", "2026-11-26T13:00", ["11-26", "12-03"]],
    ["FREQ=WEEKLY;UNTIL=20261210T130000", "2026-11-26T13:00", ["11-26", "12-03", "12-10"]],
    // The start counts although the rule does not name its weekday.
    ["FREQ=WEEKLY;BYDAY=MO;UNTIL=20261207", "2026-11-26T13:00", ["11-26", "11-30", "12-07"]],
    ["FREQ=DAILY;UNTIL=20200101", "2026-11-26T13:00", ["11-26"]],
  ])("when it repeats by %s from %s, then on these days", (repeat, start, days) => {
    const ids = occurrencesOf(aMeeting({ start, repeat }), helsinki, always).map(({ id }) => id);

    expect(ids.map((id) => id.slice(5, 10))).toEqual(days);
    expect(new Set(ids.map((id) => id.slice(10)))).toEqual(new Set(["T13:00"]));
  });

  it("when one is excepted and one moved past the next, then they come in the order of their starts", () => {
    const meeting = aMeeting({
      repeat: "FREQ=WEEKLY;COUNT=4",
      except: ["2026-12-03T13:00"],
      moved: ["2026-12-10T13:00>2026-12-18T09:00"],
    });

    expect(
      occurrencesOf(meeting, helsinki, always).map(({ id, localStart, isMoved }) => [
        id,
        localStart,
        isMoved,
      ]),
    ).toEqual([
      ["2026-11-26T13:00", "2026-11-26T13:00", false],
      ["2026-12-17T13:00", "2026-12-17T13:00", false],
      ["2026-12-10T13:00", "2026-12-18T09:00", true],
    ]);
  });

  it("when a range is asked for, then its end is not in it", () => {
    const meeting = aMeeting({ repeat: "FREQ=WEEKLY;COUNT=4" });
    const range = { from: new Date("2026-12-03T11:00Z"), before: new Date("2026-12-17T11:00Z") };

    expect(occurrencesOf(meeting, helsinki, range).map(({ id }) => id)).toEqual([
      "2026-12-03T13:00",
      "2026-12-10T13:00",
    ]);
  });

  it("when one is under way, then it is still the next; when it has ended, then the one after", () => {
    const meeting = aMeeting({ repeat: "FREQ=WEEKLY;COUNT=2" });
    const next = (now: string) => nextOccurrence(meeting, helsinki, new Date(now))?.id;

    expect(next("2026-11-26T11:59:59Z")).toBe("2026-11-26T13:00");
    expect(next("2026-11-26T12:00Z")).toBe("2026-12-03T13:00");
    expect(next("2026-12-03T12:00Z")).toBeUndefined();
  });

  it("when one is asked for by its name, then it is found wherever it was moved", () => {
    const meeting = aMeeting({
      repeat: "FREQ=WEEKLY;COUNT=3",
      except: ["2026-12-10T13:00"],
      moved: ["2026-12-03T13:00>2026-12-04T10:00"],
    });

    expect(occurrenceNamed(meeting, helsinki, "2026-12-03T13:00")?.localStart).toBe(
      "2026-12-04T10:00",
    );
    expect(occurrenceNamed(meeting, helsinki, "2026-12-10T13:00")).toBeUndefined();
  });

  it("when the network's zone changes, then what was counted out before does not stand in the way", () => {
    const meeting = aMeeting();

    expect(occurrencesOf(meeting, helsinki, always)[0]?.start.toISOString()).toMatch(/T11:00/u);
    expect(occurrencesOf(meeting, "UTC", always)[0]?.start.toISOString()).toMatch(/T13:00/u);
  });
});

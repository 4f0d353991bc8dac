import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import {
  type Change,
  changesOf,
  isSameMeeting,
} from "../../../../src/features/meetings/remind/changes.ts";

const zone = "Europe/Helsinki";
const now = new Date("2026-11-20T12:00:00Z");
const once: Meeting = {
  id: "m",
  network: "n",
  titleSv: "Möte",
  start: "2026-11-26T13:00",
  minutes: 60,
  audience: "both",
  channel: "announcements",
  except: [],
  moved: [],
  remind: [1440, 15],
  status: "planned",
};
/** Thursdays, 26 November to 17 December. */
const weekly: Meeting = { ...once, repeat: "FREQ=WEEKLY;COUNT=4" };

const inShort = (change: Change): string => {
  const { kind } = change;
  const before = "before" in change ? change.before.id : "";
  const after = "after" in change ? `${change.after.id}@${change.after.localStart.slice(5)}` : "";
  return [kind, before, after].filter(Boolean).join(" ");
};
const between = (before: Meeting | undefined, after: Meeting | undefined, at = now) =>
  changesOf(before && { meeting: before, zone }, after && { meeting: after, zone }, at).map(
    inShort,
  );

describe("changesOf", () => {
  it.each<[string, Meeting, Meeting | undefined, readonly string[]]>([
    ["nothing", weekly, { ...weekly }, []],
    ["only whom it is for", weekly, { ...weekly, audience: "channel" }, []],
    ["the title", once, { ...once, titleSv: "Träff" }, ["updated 2026-11-26T13:00@11-26T13:00"]],
    ["the length", once, { ...once, minutes: 90 }, ["updated 2026-11-26T13:00@11-26T13:00"]],
    [
      "the start of a single one",
      once,
      { ...once, start: "2027-01-08T10:00" },
      ["moved 2026-11-26T13:00 2027-01-08T10:00@01-08T10:00"],
    ],
    [
      "one of a series",
      weekly,
      { ...weekly, moved: ["2026-12-03T13:00>2026-12-04T09:00"] },
      ["moved 2026-12-03T13:00 2026-12-03T13:00@12-04T09:00"],
    ],
    [
      "one of a series, cancelled",
      weekly,
      { ...weekly, except: ["2026-12-03T13:00"] },
      ["cancelled 2026-12-03T13:00"],
    ],
    ["all, cancelled", once, { ...once, status: "cancelled" }, ["cancelled 2026-11-26T13:00"]],
    ["all, deleted", once, undefined, ["cancelled 2026-11-26T13:00"]],
    [
      "cancelled, and on again",
      { ...once, status: "cancelled" },
      once,
      ["added 2026-11-26T13:00@11-26T13:00"],
    ],
    [
      "the weekday of a series",
      weekly,
      { ...weekly, start: "2026-11-24T13:00" },
      [
        "moved 2026-11-26T13:00 2026-11-24T13:00@11-24T13:00",
        "moved 2026-12-03T13:00 2026-12-01T13:00@12-01T13:00",
        "moved 2026-12-10T13:00 2026-12-08T13:00@12-08T13:00",
        "moved 2026-12-17T13:00 2026-12-15T13:00@12-15T13:00",
      ],
    ],
    [
      "every second week instead",
      weekly,
      { ...weekly, repeat: "FREQ=WEEKLY;INTERVAL=2;COUNT=2" },
      ["cancelled 2026-12-03T13:00", "cancelled 2026-12-17T13:00"],
    ],
    [
      "one more",
      weekly,
      { ...weekly, repeat: "FREQ=WEEKLY;COUNT=5" },
      ["added 2026-12-24T13:00@12-24T13:00"],
    ],
    [
      "a lead time that is long past",
      once,
      { ...once, remind: [20_160, 1440, 15] },
      ["leads 2026-11-26T13:00@11-26T13:00"],
    ],
    [
      "there being any lead time",
      { ...once, remind: [] },
      { ...once, remind: [60] },
      ["leads 2026-11-26T13:00@11-26T13:00"],
    ],
    ["a lead time that is still to come", once, { ...once, remind: [1440, 60] }, []],
  ])("when %s changed, then that is what people are told", (_, before, after, expected) => {
    expect(between(before, after)).toEqual(expected);
  });

  it("when an occurrence is over, then nothing is said of it any more", () => {
    const later = new Date("2026-12-05T12:00:00Z");

    expect(between(weekly, { ...weekly, status: "cancelled" }, later)).toEqual([
      "cancelled 2026-12-10T13:00",
      "cancelled 2026-12-17T13:00",
    ]);
  });

  it("when the network's zone changes, then what was planned by its wall clock is moved", () => {
    const changes = changesOf(
      { meeting: once, zone: "Europe/Stockholm" },
      { meeting: once, zone },
      now,
    );

    expect(changes.map(inShort)).toEqual(["moved 2026-11-26T13:00 2026-11-26T13:00@11-26T13:00"]);
  });

  it("when the same meeting was written in another order, then it is the same", () => {
    const { titleSv, ...rest } = once;

    expect(isSameMeeting(once, { ...rest, ...(titleSv && { titleSv }) })).toBe(true);
    expect(isSameMeeting(once, { ...once, remind: [15] })).toBe(false);
  });
});

import {
  closesAt,
  type Decision,
  decidePost,
  decideReminder,
  type Person,
  type Slot,
} from "../../../../src/features/meetings/remind/decide-reminder.ts";

const noHolidays = () => false;
/** Thursday 26 November 2026 at 13 in Helsinki. */
const start = new Date("2026-11-26T13:00+02:00");
const at = (time: string) => new Date(`2026-11-${time}+02:00`);

const slot = (change: Partial<Slot> = {}): Slot => ({
  start,
  minutes: 1440,
  leads: [1440, 15],
  plannedAt: at("01T09:00"),
  isSkipped: false,
  ...change,
});
const person = (
  preferences: Partial<Person["preferences"]> = {},
  change: Partial<Person> = {},
): Person => ({
  rhythm: { timeZone: "Europe/Helsinki", from: "20:00", to: "07:00" },
  preferences: { reminders: true, ...preferences },
  isClosed: false,
  isReachable: true,
  ...change,
});
const skip = (reason: string) => ({ state: "skip", reason });
const send = (time: string) => ({ state: "send", at: at(time) });
const wait = { state: "wait" };

describe("decideReminder", () => {
  it.each<[string, Person, Slot, string, object]>([
    ["before its moment", person(), slot(), "25T12:59", wait],
    ["at its moment", person(), slot(), "25T13:00", send("25T13:00")],
    ["a little late", person(), slot(), "25T13:04", send("25T13:04")],
    ["late after an outage", person(), slot(), "25T17:30", send("25T17:30")],
    ["late at night", person(), slot(), "25T22:30", send("26T07:00")],
    [
      "late at night, with the next one before the morning",
      person(),
      slot({ leads: [1440, 420] }),
      "25T22:30",
      skip("superseded"),
    ],
    [
      "late at night before an early meeting",
      person(),
      slot({ start: at("26T06:30"), leads: [600], minutes: 600 }),
      "25T20:45",
      skip("quiet-hours"),
    ],
    ["late, with the next one due too", person(), slot(), "26T12:45", skip("superseded")],
    ["the last one, late", person(), slot({ minutes: 15 }), "26T12:59", send("26T12:59")],
    ["after the start", person(), slot({ minutes: 15 }), "26T13:00", skip("too-late")],
    [
      "at the start itself",
      person(),
      slot({ minutes: 0, leads: [0] }),
      "26T13:01",
      send("26T13:01"),
    ],
    [
      "the first one of a meeting planned since",
      person(),
      slot({ plannedAt: at("26T12:30") }),
      "26T12:30",
      skip("planned-later"),
    ],
    [
      "the only one of a meeting planned since",
      person(),
      slot({ plannedAt: at("26T12:30"), leads: [1440] }),
      "26T12:30",
      send("26T12:30"),
    ],
    [
      "both of a meeting that is about to begin",
      person(),
      slot({ plannedAt: at("26T12:50") }),
      "26T12:50",
      skip("superseded"),
    ],
    [
      "with a lead time of their own",
      person({ remindMinutes: 60 }),
      slot(),
      "25T13:00",
      skip("own-lead-time"),
    ],
    [
      "at a lead time of their own",
      person({ remindMinutes: 60 }),
      slot({ minutes: 60 }),
      "26T12:00",
      send("26T12:00"),
    ],
    [
      "at somebody else's own lead time",
      person(),
      slot({ minutes: 60 }),
      "26T12:00",
      { state: "none" },
    ],
    [
      "at a lead time of their own that is the meeting's too",
      person({ remindMinutes: 15 }),
      slot({ minutes: 15 }),
      "26T12:45",
      send("26T12:45"),
    ],
    [
      "with a lead time of their own, of a meeting without reminders",
      person({ remindMinutes: 60 }),
      slot({ minutes: 60, leads: [] }),
      "26T12:00",
      { state: "none" },
    ],
    ["with reminders off", person({ reminders: false }), slot(), "25T13:00", skip("reminders-off")],
    ["blocked", person({}, { isClosed: true }), slot(), "25T13:00", skip("blocked")],
    ["out of reach", person({}, { isReachable: false }), slot(), "25T13:00", skip("unreachable")],
    [
      "skipped by the coordinator",
      person(),
      slot({ isSkipped: true }),
      "25T13:00",
      skip("coordinator"),
    ],
    [
      "on the last day of a pause",
      person({ pausedUntil: "2026-11-25" }),
      slot(),
      "25T13:00",
      skip("paused"),
    ],
    ["after a pause", person({ pausedUntil: "2026-11-24" }), slot(), "25T13:00", send("25T13:00")],
    [
      "moved before quiet hours",
      person(),
      slot({ start: at("26T08:30"), minutes: 720, leads: [720, 15] }),
      "25T19:59",
      send("25T19:59"),
    ],
    [
      "with two lead times moved to the same moment",
      person(),
      slot({ start: at("26T08:30"), minutes: 720, leads: [720, 600] }),
      "25T19:59",
      skip("superseded"),
    ],
  ])("when it is asked %s, then it is decided", (_, who, what, now, expected) => {
    expect(decideReminder(who, what, at(now), noHolidays)).toEqual(expected);
  });
});

describe("decidePost", () => {
  it.each<[string, Slot, string, Decision | object]>([
    ["before its moment", slot(), "25T12:59", wait],
    ["late", slot(), "25T15:00", send("25T13:00")],
    ["at night", slot({ start: at("26T02:00") }), "25T02:00", send("25T02:00")],
    ["with the next one due", slot(), "26T12:45", skip("superseded")],
    ["after the start", slot({ minutes: 15 }), "26T13:00", skip("too-late")],
    ["skipped by the coordinator", slot({ isSkipped: true }), "25T13:00", skip("coordinator")],
    ["planned since", slot({ plannedAt: at("26T12:30") }), "26T12:30", skip("planned-later")],
    ["at somebody's own lead time", slot({ minutes: 60 }), "26T12:00", { state: "none" }],
  ])("when a channel is asked about %s, then it is decided", (_, what, now, expected) => {
    expect(decidePost(what, at(now))).toEqual(expected);
  });

  it("when reminders at the start are wanted, then they have two minutes", () => {
    expect([closesAt(start, 0), closesAt(start, 15)]).toEqual([at("26T13:02"), start]);
  });
});

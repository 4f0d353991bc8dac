import fc from "fast-check";
import { afterQuietHours, type Rhythm } from "../../../../src/core/quiet-hours.ts";
import {
  isAllowed,
  lastAllowed,
  remindAt,
} from "../../../../src/features/meetings/remind/remind-at.ts";

const helsinki: Rhythm = { timeZone: "Europe/Helsinki", from: "20:00", to: "07:00" };
const holidays = new Set([
  "2026-12-25",
  "2026-12-26",
  "2027-01-01",
  "2027-01-06",
  "2027-03-26",
  "2027-03-28",
  "2027-03-29",
  "2027-05-01",
]);
const isHoliday = (day: string) => holidays.has(day);

describe("remindAt", () => {
  it.each<[string, string, number, Partial<Rhythm>, string]>([
    ["in office hours", "2026-11-26T13:00+02:00", 1440, {}, "2026-11-25T13:00+02:00"],
    ["at night", "2026-11-26T08:30+02:00", 720, {}, "2026-11-25T19:59+02:00"],
    ["in the small hours", "2026-11-26T06:30+02:00", 1440, {}, "2026-11-24T19:59+02:00"],
    ["as the quiet ends", "2026-11-26T07:00+02:00", 1440, {}, "2026-11-25T07:00+02:00"],
    ["as the quiet begins", "2026-11-26T20:00+02:00", 1440, {}, "2026-11-25T19:59+02:00"],
    ["shortly before", "2026-11-26T06:30+02:00", 15, {}, "2026-11-26T06:15+02:00"],
    ["just under two hours", "2026-12-25T06:30+02:00", 119, {}, "2026-12-25T04:31+02:00"],
    ["two hours", "2026-12-25T08:30+02:00", 120, {}, "2026-12-24T19:59+02:00"],
    ["on Christmas", "2026-12-27T09:00+02:00", 1440, {}, "2026-12-24T19:59+02:00"],
    ["at Easter", "2027-03-30T09:00+03:00", 1440, {}, "2027-03-27T19:59+02:00"],
    ["on Good Friday", "2027-03-27T09:00+02:00", 1440, {}, "2027-03-25T19:59+02:00"],
    ["on New Year's Day", "2027-01-02T12:00+02:00", 1440, {}, "2026-12-31T19:59+02:00"],
    [
      "on a holiday, for one without quiet hours",
      "2027-01-02T12:00+02:00",
      1440,
      { from: "00:00", to: "00:00" },
      "2026-12-31T23:59+02:00",
    ],
    [
      "in somebody's own hours",
      "2026-11-26T13:00+02:00",
      1440,
      { from: "12:00", to: "14:00" },
      "2026-11-25T11:59+02:00",
    ],
    [
      "in another zone",
      "2026-11-26T08:30+02:00",
      120,
      { timeZone: "Europe/Stockholm" },
      "2026-11-25T19:59+01:00",
    ],
    [
      "beyond the sea",
      "2026-11-26T13:00+02:00",
      1440,
      { timeZone: "America/New_York" },
      "2026-11-24T19:59-05:00",
    ],
    ["over the start of summer time", "2027-03-28T09:00+03:00", 2880, {}, "2027-03-25T19:59+02:00"],
    ["the day before summer time", "2027-03-29T02:00+03:00", 1500, {}, "2027-03-27T19:59+02:00"],
    ["over the end of summer time", "2027-10-31T09:00+02:00", 1440, {}, "2027-10-30T10:00+03:00"],
    ["in the doubled hour", "2027-11-01T03:30+02:00", 1440, {}, "2027-10-30T19:59+03:00"],
  ])("when the reminder falls %s, then it leaves in time", (_, start, minutes, own, expected) => {
    const rhythm = { ...helsinki, ...own };

    const at = remindAt(new Date(start), minutes, rhythm, isHoliday);

    expect(at.toISOString()).toBe(new Date(expected).toISOString());
  });
});

const rhythms = fc.record({
  timeZone: fc.constantFrom(
    "Europe/Helsinki",
    "Europe/Stockholm",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
  ),
  from: clocks(),
  to: clocks(),
});
const moments = fc
  .date({
    min: new Date("2026-11-01T00:00Z"),
    max: new Date("2027-12-31T00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));

function clocks() {
  const two = (number: number) => String(number).padStart(2, "0");
  return fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
}

/** The wall clock as Intl tells it: another way than the code's own. */
function clockIn(moment: Date, timeZone: string): { readonly day: string; readonly clock: string } {
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(moment);
  const [day = "", clock = ""] = text.split(" ");
  return { day, clock };
}

function isQuietFor(moment: Date, { timeZone, from, to }: Rhythm): boolean {
  const { day, clock } = clockIn(moment, timeZone);
  if (isHoliday(day)) return true;
  if (from === to) return false;
  const isAfter = clock >= from;
  const isBefore = clock < to;
  return from < to ? isAfter && isBefore : isAfter || isBefore;
}

describe("when any reminder of anyone's is planned", () => {
  const minutes = fc.constantFrom(0, 15, 119, 120, 720, 1440, 2880, 10_080);

  it("then it leaves at its nominal moment or before, and never in quiet time unless it is exempt", () => {
    fc.assert(
      fc.property(moments, minutes, rhythms, (start, lead, rhythm) => {
        const nominal = start.getTime() - lead * 60_000;

        const at = remindAt(start, lead, rhythm, isHoliday);

        expect(at.getTime()).toBeLessThanOrEqual(nominal);
        expect(nominal - at.getTime()).toBeLessThan(5 * 24 * 3_600_000);
        if (lead < 120) expect(at.getTime()).toBe(nominal);
        else expect(isQuietFor(at, rhythm)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("then no later minute would have been allowed, but where the clock is put back", () => {
    fc.assert(
      fc.property(moments, rhythms, (moment, rhythm) => {
        const at = lastAllowed(moment, rhythm, isHoliday);
        const minutesBetween = (moment.getTime() - at.getTime()) / 60_000;
        const allowed: number[] = [];
        for (let minute = 1; minute <= minutesBetween; minute += 1) {
          const later = new Date(at.getTime() + minute * 60_000);
          if (!isQuietFor(later, rhythm)) allowed.push(minute);
        }
        if (!isPutBack(at, moment, rhythm.timeZone)) expect(allowed).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("then the next allowed moment is not quiet, and not before", () => {
    fc.assert(
      fc.property(moments, rhythms, (moment, rhythm) => {
        const at = afterQuietHours(moment, rhythm, isHoliday);
        expect(at.getTime()).toBeGreaterThanOrEqual(moment.getTime());
        expect(isQuietFor(at, rhythm)).toBe(false);
        expect(isAllowed(at, rhythm, isHoliday)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** The offset falls somewhere between: an hour comes twice. */
function isPutBack(from: Date, to: Date, timeZone: string): boolean {
  const offset = (moment: Date) => {
    const { day, clock } = clockIn(moment, timeZone);
    return Date.parse(`${day}T${clock}Z`) - moment.getTime();
  };
  return offset(to) < offset(from);
}

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import {
  instantOf,
  isSkipped,
  wallClockAt,
  zoneNamed,
} from "../../../../src/features/meetings/calendar/wall-clock.ts";

const zones = [
  "Europe/Helsinki",
  "Europe/Dublin",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Africa/Casablanca",
  "UTC",
];
const zone = fc.constantFrom(...zones);
/** Every minute of 2027, and some of other years. */
const minute = fc.oneof(
  fc.integer({ min: Date.UTC(2027, 0) / 60_000, max: Date.UTC(2028, 0) / 60_000 }),
  fc.integer({ min: 0, max: Date.UTC(2200, 0) / 60_000 }),
  // Around the changes.
  ...["2027-03-28T01:00Z", "2027-10-31T01:00Z", "2027-11-07T06:00Z", "2027-04-03T15:00Z"].map(
    (change) => fc.integer({ min: -180, max: 180 }).map((by) => Date.parse(change) / 60_000 + by),
  ),
);

describe("the wall clock", () => {
  it("when any time is looked up, then it is as Temporal has it", () => {
    fc.assert(
      fc.property(zone, minute, (name, minutes) => {
        const moment = new Date(minutes * 60_000);
        const local = moment.toISOString().slice(0, 16);
        const plain = Temporal.PlainDateTime.from(local);

        expect(instantOf(local, name).getTime()).toBe(
          plain.toZonedDateTime(name).epochMilliseconds,
        );
        expect(wallClockAt(moment, name)).toBe(
          Temporal.Instant.fromEpochMilliseconds(moment.getTime())
            .toZonedDateTimeISO(name)
            .toPlainDateTime()
            .toString({ smallestUnit: "minute" }),
        );
      }),
      { numRuns: 1_500 },
    );
  });

  it.each([
    ["2027-03-28T02:59", false],
    ["2027-03-28T03:00", true],
    ["2027-03-28T03:59", true],
    ["2027-03-28T04:00", false],
    ["2027-10-31T03:30", false],
  ])("when it is %s in Helsinki, then that it is skipped is %s", (local, skipped) => {
    expect(isSkipped(local, "Europe/Helsinki")).toBe(skipped);
  });

  it.each([
    ["Europe/Helsinki", "Europe/Helsinki"],
    ["EUROPE/helsinki", "Europe/Helsinki"],
    ["utc", "UTC"],
    ["Etc/GMT-3", "Etc/GMT-3"],
    ["+02:00", undefined],
    ["Europe/Atlantis", undefined],
    ["FLE Standard Time", undefined],
    ["", undefined],
  ])("when a zone is called %j, then it is %s", (name, proper) => {
    expect(zoneNamed(name)).toBe(proper);
  });
});

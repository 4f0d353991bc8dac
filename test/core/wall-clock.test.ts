import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { momentOf, wallClock } from "../../src/core/wall-clock.ts";

/** Where the clock does odd things. */
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
  it.each([
    ["in winter", "2026-11-26T13:00", "Europe/Helsinki", "2026-11-26T11:00:00.000Z"],
    ["in summer", "2026-07-01T13:00", "Europe/Helsinki", "2026-07-01T10:00:00.000Z"],
    ["in a skipped hour", "2026-03-29T03:30", "Europe/Helsinki", "2026-03-29T01:30:00.000Z"],
    ["in a doubled hour", "2026-10-25T03:30", "Europe/Helsinki", "2026-10-25T00:30:00.000Z"],
    ["beyond the date line", "2026-01-01T00:00", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
    ["off by three quarters", "2026-01-01T12:00", "Asia/Kathmandu", "2026-01-01T06:15:00.000Z"],
    ["without a zone", "2026-01-01T12:00", "UTC", "2026-01-01T12:00:00.000Z"],
  ])("when a time is %s, then it is this moment", (_name, local, zone, moment) => {
    expect(momentOf(local, zone).toISOString()).toBe(moment);
  });

  it("when any time is looked up, then it is as Temporal has it", () => {
    fc.assert(
      fc.property(zone, minute, (name, minutes) => {
        const moment = new Date(minutes * 60_000);
        const local = moment.toISOString().slice(0, 16);
        const plain = Temporal.PlainDateTime.from(local);

        expect(momentOf(local, name).getTime()).toBe(plain.toZonedDateTime(name).epochMilliseconds);
        expect(wallClock(moment, name)).toBe(
          Temporal.Instant.fromEpochMilliseconds(moment.getTime())
            .toZonedDateTimeISO(name)
            .toPlainDateTime()
            .toString({ smallestUnit: "minute" }),
        );
      }),
      { numRuns: 1_500 },
    );
  });

  it("when the year is far away, then the moment is a date all the same", () => {
    expect(momentOf("0001-02-03T10:00", "UTC").toISOString()).toBe("0001-02-03T10:00:00.000Z");
    expect(wallClock(momentOf("0099-02-03T10:00", "Asia/Kathmandu"), "Asia/Kathmandu")).toBe(
      "0099-02-03T10:00",
    );
    expect(momentOf("9998-07-03T10:00", "UTC").toISOString()).toBe("9998-07-03T10:00:00.000Z");
  });

  it("when a skipped time is read back, then it has moved forward", () => {
    const zone = "Europe/Helsinki";

    expect(wallClock(momentOf("2026-03-29T03:30", zone), zone)).toBe("2026-03-29T04:30");
  });

  it("when a moment is read as a wall clock and back, then it is the same, or the hour's first", () => {
    const zones = ["Europe/Helsinki", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"];
    const range = { min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), fc.constantFrom(...zones), (date, zone) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
        const back = momentOf(wallClock(minute, zone), zone);
        const apart = minute.getTime() - back.getTime();
        expect([0, 30 * 60_000, 60 * 60_000]).toContain(apart);
      }),
    );
  });
});

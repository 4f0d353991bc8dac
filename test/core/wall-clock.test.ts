import fc from "fast-check";
import { momentOf, wallClock } from "../../src/core/wall-clock.ts";

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

import fc from "fast-check";
import { defaultPreferences } from "../../src/core/preferences.ts";
import { afterQuietHours, isPausedAt, rhythmOf } from "../../src/core/quiet-hours.ts";
import { wallClock } from "../../src/core/wall-clock.ts";

const helsinki = { timeZone: "Europe/Helsinki", from: "20:00", to: "07:00" };

describe("afterQuietHours", () => {
  it.each([
    ["by day", helsinki, "2026-03-02T10:00:30+02:00", "2026-03-02T10:00:30+02:00"],
    ["in the evening", helsinki, "2026-03-02T20:00:00+02:00", "2026-03-03T07:00:00+02:00"],
    ["after midnight", helsinki, "2026-03-02T00:30:45+02:00", "2026-03-02T07:00:00+02:00"],
    ["a minute before its end", helsinki, "2026-03-02T06:59:59+02:00", "2026-03-02T07:00:00+02:00"],
    ["at its end", helsinki, "2026-03-02T07:00:00+02:00", "2026-03-02T07:00:00+02:00"],
    [
      "in the night in which summer time begins",
      helsinki,
      "2026-03-28T22:00:00+02:00",
      "2026-03-29T07:00:00+03:00",
    ],
    [
      "in the night in which it ends",
      helsinki,
      "2026-10-24T22:00:00+03:00",
      "2026-10-25T07:00:00+02:00",
    ],
    [
      "until an hour that summer time skips",
      { ...helsinki, to: "03:30" },
      "2026-03-28T22:00:00+02:00",
      "2026-03-29T04:30:00+03:00",
    ],
    [
      "by day, for whoever works at night",
      { ...helsinki, from: "09:00", to: "12:00" },
      "2026-03-02T10:00:00+02:00",
      "2026-03-02T12:00:00+02:00",
    ],
    [
      "never quiet",
      { ...helsinki, from: "20:00", to: "20:00" },
      "2026-03-02T23:00:00+02:00",
      "2026-03-02T23:00:00+02:00",
    ],
  ])("when it is %s, then it waits that long", (_, rhythm, now, expected) => {
    expect(afterQuietHours(new Date(now), rhythm)).toEqual(new Date(expected));
  });

  it("when it is any moment anywhere, then it never comes earlier, nor in the quiet hours", () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(
        ([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`,
      );
    const zone = fc.constantFrom("Europe/Helsinki", "America/Halifax", "Asia/Kathmandu", "UTC");
    const moment = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2027-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, zone, clock, clock, (now, timeZone, from, to) => {
        const at = afterQuietHours(now, { timeZone, from, to });
        const shown = wallClock(at, timeZone).slice(11);
        const isQuiet = from <= to ? shown >= from && shown < to : shown >= from || shown < to;
        expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(at.getTime() - now.getTime()).toBeLessThanOrEqual(26 * 3_600_000);
        expect(isQuiet).toBe(false);
      }),
    );
  });
});

describe("rhythmOf", () => {
  const network = {
    timeZone: "Europe/Helsinki",
    quietHours: { from: "21:00", to: "06:00" },
  };

  it.each([
    ["nothing", {}, undefined, { timeZone: "Europe/Helsinki", from: "21:00", to: "06:00" }],
    ["a client's zone", {}, "Europe/Oslo", { timeZone: "Europe/Oslo", from: "21:00", to: "06:00" }],
    [
      "a client's nonsense",
      {},
      "+02:00",
      { timeZone: "Europe/Helsinki", from: "21:00", to: "06:00" },
    ],
    [
      "their own choice",
      { timeZone: "Asia/Tokyo", quietFrom: "18:00", quietTo: "09:00" },
      "Europe/Oslo",
      { timeZone: "Asia/Tokyo", from: "18:00", to: "09:00" },
    ],
  ])("when somebody has told %s, then that counts", (_, own, timeZone, expected) => {
    const preferences = { ...defaultPreferences, ...own };

    expect(rhythmOf({ preferences, ...(timeZone && { timeZone }) }, network)).toEqual(expected);
  });
});

describe("isPausedAt", () => {
  it.each([
    ["2026-03-02T23:59+02:00", true],
    ["2026-03-03T00:00+02:00", false],
  ])("when the pause ends with 2 March, then at %s that is %s", (at, expected) => {
    expect(isPausedAt({ pausedUntil: "2026-03-02" }, helsinki, new Date(at))).toBe(expected);
  });
});

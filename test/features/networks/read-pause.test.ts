import fc from "fast-check";
import { readPause } from "../../../src/features/networks/read-pause.ts";

/** A Monday. */
const now = "2026-03-02";

describe("readPause", () => {
  it.each([
    ["till 1.12", "2026-12-01"],
    ["till 1.12.", "2026-12-01"],
    ["till den 1 december", "2026-12-01"],
    ["till den 1:a december", "2026-12-01"],
    ["t.o.m. 24.12.2026", "2026-12-24"],
    ["2 veckor", "2026-03-16"],
    ["i två veckor", "2026-03-16"],
    ["en vecka", "2026-03-09"],
    ["3 dagar", "2026-03-05"],
    ["1 månad", "2026-04-02"],
    ["ett år", "2027-03-02"],
    ["till fredag", "2026-03-06"],
    ["till måndag", "2026-03-09"],
    ["till i morgon", "2026-03-03"],
    ["idag", "2026-03-02"],
    ["3 päivää", "2026-03-05"],
    ["kahdeksi viikoksi", "2026-03-16"],
    ["viikon", "2026-03-09"],
    ["1.12. asti", "2026-12-01"],
    ["1. joulukuuta asti", "2026-12-01"],
    ["5. marraskuuta saakka", "2026-11-05"],
    ["perjantaihin", "2026-03-06"],
    ["huomiseen", "2026-03-03"],
    ["until 2026-12-24", "2026-12-24"],
    ["until 24 December 2026", "2026-12-24"],
    ["until December 24th", "2026-12-24"],
    ["until 1 March", "2027-03-01"],
    ["for a week", "2026-03-09"],
    ["2 weeks", "2026-03-16"],
    ["UNTIL FRIDAY", "2026-03-06"],
    ["till 2.3", "2026-03-02"],
    ["till 1.3", "2027-03-01"],
  ])("when it is %j, then until %s", (argument, day) => {
    expect(readPause(argument, now)).toEqual({ kind: "until", day });
  });

  it.each(["av", "slut", "pois", "loppu", "off", "over", "Av!"])(
    "when it is %j, then it ends",
    (argument) => {
      expect(readPause(argument, now)).toEqual({ kind: "off" });
    },
  );

  it.each([
    ["till 2026-03-01", "2026-03-01"],
    ["until 24.12.2024", "2024-12-24"],
    ["2 år", "2028-03-02"],
    ["900 days", "2028-08-18"],
    ["till 1.12.2030", "2030-12-01"],
  ])("when it is %j, then that day is over or too far ahead", (argument, day) => {
    expect(readPause(argument, now)).toEqual({ kind: "outside", day });
  });

  it.each([
    "",
    "till",
    "blå banan",
    "till 30.2",
    "till 32.1",
    "until 2026-13-01",
    "2 bananer",
    "musik",
    "till 5",
    "mellan 1.12 och 3.12",
    "en två veckor",
    "1 december 26",
  ])("when it is %j, then it is unclear", (argument) => {
    expect(readPause(argument, now)).toEqual({ kind: "unclear" });
  });

  it("when the month is shorter, then its last day is meant", () => {
    expect(readPause("1 månad", "2026-01-31")).toEqual({ kind: "until", day: "2026-02-28" });
    expect(readPause("29.2", "2027-03-02")).toEqual({ kind: "until", day: "2028-02-29" });
  });

  it("when it is anything at all, then it is read or unclear, and never a day outside the year ahead", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (argument) => {
        const read = readPause(argument, now);
        if (read.kind === "until") expect(read.day >= now && read.day <= "2027-03-03").toBe(true);
      }),
    );
  });
});

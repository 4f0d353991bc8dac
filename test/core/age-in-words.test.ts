import { ageInWords } from "../../src/core/age-in-words.ts";

const now = new Date("2026-11-23T21:30:00Z");

describe("age in words", () => {
  it.each([
    ["2026-11-23T20:00:00Z", "i dag", "tänään", "today"],
    // Half past eleven in the evening in Helsinki, and just before midnight the day before.
    ["2026-11-22T21:59:00Z", "i går", "eilen", "yesterday"],
    ["2026-11-20T10:00:00Z", "för 3 dagar sedan", "3 päivää sitten", "3 days ago"],
    ["2026-11-08T10:00:00Z", "för 2 veckor sedan", "2 viikkoa sitten", "2 weeks ago"],
    ["2026-08-20T10:00:00Z", "för 3 månader sedan", "3 kuukautta sitten", "3 months ago"],
    ["2023-11-20T10:00:00Z", "för 3 år sedan", "3 vuotta sitten", "3 years ago"],
    ["2026-11-25T10:00:00Z", "i dag", "tänään", "today"],
  ])(
    "when something was on %s, then it is said by the days of the calendar",
    (since, sv, fi, en) => {
      const said = (language: "sv" | "fi" | "en") =>
        ageInWords(new Date(since), now, "Europe/Helsinki", language);
      expect([said("sv"), said("fi"), said("en")]).toEqual([sv, fi, en]);
    },
  );
});

import { readRepeat } from "../../../../src/features/meetings/calendar/read-repeat.ts";
import {
  boundedRepeat,
  mostOccurrences,
  wallClockStarts,
} from "../../../../src/features/meetings/calendar/repeat.ts";

describe("readRepeat", () => {
  it.each([
    ["RRULE:FREQ=WEEKLY;BYDAY=TH;", "FREQ=WEEKLY;BYDAY=TH"],
    [" freq=daily ; count=2 ", "FREQ=DAILY;COUNT=2"],
    ["FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231", "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231"],
    ["FREQ=YEARLY;UNTIL=20281231T110000Z;WKST=MO", "FREQ=YEARLY;UNTIL=20281231T110000Z;WKST=MO"],
  ])("when it is %j, then %j is kept", (text, repeat) => {
    expect(readRepeat(text)).toBe(repeat);
  });

  it.each([
    "",
    "weekly",
    "INTERVAL=2",
    "FREQ=FOO",
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;COUNT=5",
    "FREQ=HOURLY",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;BYDAY=",
    "FREQ=WEEKLY;INTERVAL=0",
    "FREQ=WEEKLY;COUNT=0",
    "FREQ=WEEKLY;COUNT=many",
    "FREQ=WEEKLY;COUNT=2;UNTIL=20270101",
    "FREQ=WEEKLY;UNTIL=20260230",
    "FREQ=WEEKLY;UNTIL=tomorrow",
    "FREQ=WEEKLY;FREQ=DAILY",
    "FREQ=WEEKLY;X=1",
    "FREQ=WEEKLY\nEXDATE:20260101",
    "FREQ=DAILY;BYMONTHDAY=42",
    "FREQ=DAILY;BYHOUR=25",
  ])("when it is %j, then it is no rule for a meeting", (text) => {
    expect(readRepeat(text)).toBeUndefined();
  });
});

describe("boundedRepeat", () => {
  it.each([
    ["FREQ=WEEKLY", "2026-11-26T13:00", "FREQ=WEEKLY;UNTIL=20281126T130000", true],
    ["FREQ=WEEKLY", "2028-02-29T13:00[Europe/Oslo]", "FREQ=WEEKLY;UNTIL=20300228T130000", true],
    ["FREQ=WEEKLY;COUNT=3", "2026-11-26T13:00", "FREQ=WEEKLY;COUNT=3", false],
    ["FREQ=WEEKLY;UNTIL=20400101", "2026-11-26T13:00", "FREQ=WEEKLY;UNTIL=20400101", false],
  ])("when %s starts at %s, then it is %s", (repeat, start, kept, wasBounded) => {
    expect(boundedRepeat(repeat, start)).toEqual({ repeat: kept, wasBounded });
  });

  it("when a daily series had no end, then it goes on for two years, both ends in it", () => {
    const { repeat } = boundedRepeat("FREQ=DAILY", "2026-11-26T13:00");
    const starts = wallClockStarts(repeat, "2026-11-26T13:00", "Europe/Helsinki");

    expect(starts).toHaveLength(732);
    expect(starts.at(-1)).toBe("2028-11-26T13:00");
  });
});

describe("wallClockStarts", () => {
  it("when a rule never comes true, then there is the start", () => {
    expect(
      wallClockStarts("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", "2026-11-26T13:00", "UTC"),
    ).toEqual(["2026-11-26T13:00"]);
  });

  it("when there is no end to them, then they are cut off where it shows", () => {
    expect(wallClockStarts("FREQ=DAILY;COUNT=1000000", "2026-11-26T13:00", "UTC")).toHaveLength(
      mostOccurrences + 1,
    );
  });
});

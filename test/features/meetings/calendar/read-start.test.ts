import {
  readOccurrenceId,
  readTime,
  startIn,
} from "../../../../src/features/meetings/calendar/read-start.ts";

const helsinki = "Europe/Helsinki";

describe("readTime", () => {
  it.each([
    ["2026-11-26T13:00", "2026-11-26T13:00", helsinki, undefined],
    ["2026-11-26 13:00", "2026-11-26T13:00", helsinki, undefined],
    ["2026-11-26T9:05:59", "2026-11-26T09:05", helsinki, undefined],
    ["2026-11-26T11:00Z", "2026-11-26T13:00", helsinki, undefined],
    ["2026-11-26t11:00:00.000z", "2026-11-26T13:00", helsinki, undefined],
    ["2026-11-26T23:00-05:00", "2026-11-27T06:00", helsinki, undefined],
    ["2026-07-01T12:00+0200", "2026-07-01T13:00", helsinki, undefined],
    ["2026-11-26T13:00[Europe/Stockholm]", "2026-11-26T13:00", "Europe/Stockholm", undefined],
    ["2026-11-26T13:00[europe/stockholm]", "2026-11-26T13:00", "Europe/Stockholm", undefined],
    ["2026-11-26T13:00+02:00[Europe/Stockholm]", "2026-11-26T12:00", "Europe/Stockholm", undefined],
    ["2027-03-28T03:30", "2027-03-28T04:30", helsinki, "skipped"],
    ["2027-03-28T02:59", "2027-03-28T02:59", helsinki, undefined],
    ["2027-03-28T04:00", "2027-03-28T04:00", helsinki, undefined],
    ["2027-10-31T03:30", "2027-10-31T03:30", helsinki, undefined],
    ["2027-10-31T03:30+03:00", "2027-10-31T03:30", helsinki, undefined],
    ["2027-10-31T03:30+02:00", "2027-10-31T03:30", helsinki, "doubled"],
    ["2027-03-14T02:30[America/New_York]", "2027-03-14T03:30", "America/New_York", "skipped"],
    ["2028-02-29T08:00", "2028-02-29T08:00", helsinki, undefined],
  ])("when it is %s, then it is %s in %s", (text, local, zone, shift) => {
    const read = readTime(text, helsinki);

    expect(read).toMatchObject({ ok: true, local, zone });
    expect(read.ok && read.shift).toBe(shift);
  });

  it.each([
    ["2026-02-30T13:00", "badStart"],
    ["2027-02-29T13:00", "badStart"],
    ["2026-13-01T13:00", "badStart"],
    ["2026-11-26T24:00", "badStart"],
    ["2026-11-26T13:60", "badStart"],
    ["2026-11-26T13:00+25:00", "badStart"],
    ["1969-12-31T13:00", "badStart"],
    ["2200-01-01T13:00", "badStart"],
    ["2026-11-26", "badStart"],
    ["13:00", "badStart"],
    ["26.11.2026 13:00", "badStart"],
    ["tomorrow", "badStart"],
    ["", "badStart"],
    ["2026-11-26T13:00[Europe/Atlantis]", "badZone"],
    ["2026-11-26T13:00[+02:00]", "badZone"],
  ])("when it is %j, then it is refused as %s", (text, why) => {
    expect(readTime(text, helsinki)).toEqual({ ok: false, why });
  });
});

describe("startIn", () => {
  it("when the zone is the network's, then it is not named", () => {
    expect(startIn("2026-11-26T13:00", helsinki, helsinki)).toBe("2026-11-26T13:00");
    expect(startIn("2026-11-26T13:00", "Europe/Oslo", helsinki)).toBe(
      "2026-11-26T13:00[Europe/Oslo]",
    );
  });
});

describe("readOccurrenceId", () => {
  it.each([
    ["2026-12-24T13:00", "2026-12-24T13:00"],
    ["2026-12-24", "2026-12-24T09:30"],
    ["2026-12-24T11:00Z", "2026-12-24T13:00"],
    ["2026-12-24T12:00[Europe/Stockholm]", "2026-12-24T13:00"],
    // It is how the series counts it, though no clock shows it.
    ["2027-03-28T03:30", "2027-03-28T03:30"],
    ["2026-02-30", undefined],
    ["soon", undefined],
  ])("when it is %s, then it is %s", (text, id) => {
    expect(readOccurrenceId(text, "2026-11-26T09:30", helsinki)).toBe(id);
  });
});

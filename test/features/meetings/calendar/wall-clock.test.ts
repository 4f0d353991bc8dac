import { isSkipped, zoneNamed } from "../../../../src/features/meetings/calendar/wall-clock.ts";

describe("the wall clock of calendars", () => {
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

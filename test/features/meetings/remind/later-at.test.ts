import { laterAt } from "../../../../src/features/meetings/remind/later-at.ts";

const at = (time: string) => new Date(`2026-11-26T${time}Z`);

describe("laterAt", () => {
  it.each([
    ["09:00", "13:00", "10:00"],
    ["12:00", "13:00", "12:45"],
    ["11:45", "13:00", "12:45"],
    ["12:44", "13:00", "12:45"],
    ["12:45", "13:00", undefined],
    ["12:59", "13:00", undefined],
    ["13:10", "13:00", undefined],
  ])("when it is pressed at %s for %s, then the next comes at %s", (now, start, later) => {
    expect(laterAt(at(now), at(start))).toEqual(later && at(later));
  });
});

import fc from "fast-check";
import { defaultForumCare, type ForumCare } from "../../../../src/core/network-settings.ts";
import {
  digestContent,
  digestDue,
} from "../../../../src/features/discussions/care/decide-digest.ts";
import { loadFinnishHolidays } from "../../../../src/features/meetings/meetings-feature.ts";
import { discussion, network } from "../make-discussion.ts";

const noHoliday = (_: string) => false;
const due = (now: string, care: Partial<ForumCare> = {}, isHoliday = noHoliday) => {
  const slot = digestDue({ ...defaultForumCare, ...care }, network, new Date(now), isHoliday);
  return slot && `${slot.day} ${slot.at.toISOString()}`;
};

describe("the weekly digest", () => {
  it.each<readonly [string, string, Partial<ForumCare>, string | undefined]>([
    [
      "Monday before nine is last week's, and that is too late",
      "2026-03-09T06:59:00Z",
      {},
      undefined,
    ],
    ["Monday at nine", "2026-03-09T07:00:00Z", {}, "2026-03-09 2026-03-09T07:00:00.000Z"],
    ["the Thursday after", "2026-03-12T12:00:00Z", {}, "2026-03-09 2026-03-09T07:00:00.000Z"],
    ["the Sunday after, when the next is near", "2026-03-15T12:00:00Z", {}, undefined],
    [
      "another day and hour",
      "2026-03-13T13:00:00Z",
      { digestDay: 5, digestAt: "14:30" },
      "2026-03-13 2026-03-13T12:30:00.000Z",
    ],
    [
      "a chosen Sunday",
      "2026-03-15T08:00:00Z",
      { digestDay: 0 },
      "2026-03-15 2026-03-15T07:00:00.000Z",
    ],
    ["none wanted", "2026-03-09T07:00:00Z", { digestDay: "off" }, undefined],
    [
      "set after that hour",
      "2026-03-09T12:00:00Z",
      { digestSetAt: "2026-03-09T08:00:00.000Z" },
      undefined,
    ],
    [
      "set before that hour",
      "2026-03-09T12:00:00Z",
      { digestSetAt: "2026-03-09T06:00:00.000Z" },
      "2026-03-09 2026-03-09T07:00:00.000Z",
    ],
    [
      "after the clocks went forward",
      "2026-03-30T06:00:00Z",
      {},
      "2026-03-30 2026-03-30T06:00:00.000Z",
    ],
  ])("when it is %s, then this one is due", (_, now, care, slot) => {
    expect(due(now, care)).toBe(slot);
  });

  it("when Monday is Easter Monday, then it comes on Tuesday, under the same name", async () => {
    const isHoliday = await loadFinnishHolidays();
    expect(due("2026-04-06T12:00:00Z", {}, isHoliday)).toBeUndefined();
    expect(due("2026-04-07T06:00:00Z", {}, isHoliday)).toBe("2026-04-06 2026-04-07T06:00:00.000Z");
  });

  it("when it is looked at any time, then a digest is never due before its hour nor later than a week", () => {
    const at = fc.date({
      min: new Date("2026-01-01T00:00:00Z"),
      max: new Date("2027-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(at, fc.integer({ min: 0, max: 6 }), (now, digestDay) => {
        const slot = digestDue({ ...defaultForumCare, digestDay }, network, now, noHoliday);
        if (!slot) return;
        const age = now.getTime() - slot.at.getTime();
        expect(age).toBeGreaterThanOrEqual(0);
        expect(age).toBeLessThan(7 * 24 * 60 * 60_000);
      }),
    );
  });

  it("when it is sent late, then it tells what it would have told in time", () => {
    const one = (id: string, more: object) => ({ ...discussion, id, ...more });
    const content = digestContent(
      [
        one("old", {}),
        one("new", { openedAt: "2026-03-09T08:00:00.000Z" }),
        one("closed", { status: "closed" }),
        one("this week", { status: "answered", answeredAt: "2026-03-05T08:00:00.000Z" }),
        one("the week before", { status: "answered", answeredAt: "2026-03-01T08:00:00.000Z" }),
        one("afterwards", { status: "answered", answeredAt: "2026-03-09T08:00:00.000Z" }),
      ],
      new Date("2026-03-02T07:00:00Z"),
      new Date("2026-03-09T07:00:00Z"),
    );
    expect(content.open.map(({ id }) => id)).toEqual(["old"]);
    expect(content.answered.map(({ id }) => id)).toEqual(["this week"]);
  });
});

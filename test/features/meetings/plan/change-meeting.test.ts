import { allOccurrences } from "../../../../src/features/meetings/calendar/occurrences.ts";
import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import {
  cancelOne,
  canMoveAll,
  carryOver,
  moveAll,
  moveOne,
} from "../../../../src/features/meetings/plan/change-meeting.ts";
import { meeting } from "./make-meeting.ts";

const zone = "Europe/Helsinki";
const now = new Date("2026-11-23T08:00:00Z");
const weekly = (more: Partial<Meeting> = {}) =>
  meeting({ repeat: "FREQ=WEEKLY;UNTIL=20261224T235900", ...more });

function occurrence(of: Meeting, index: number) {
  const found = allOccurrences(of, zone)[index];
  if (!found) throw new Error(`no occurrence ${index}`);
  return found;
}

const times = (of: Meeting) => allOccurrences(of, zone).map(({ localStart }) => localStart);

describe("moveOne", () => {
  it("when a meeting is held once, then it begins at the new time", () => {
    const single = meeting();

    const moved = moveOne(single, occurrence(single, 0), "2026-11-27T09:00", zone);

    expect(moved).toEqual(meeting({ start: "2026-11-27T09:00" }));
  });

  it("when it has a zone of its own, then it keeps it", () => {
    const single = meeting({ start: "2026-11-26T13:00[Europe/Stockholm]" });

    const { start } = moveOne(single, occurrence(single, 0), "2026-11-27T09:00", zone);

    expect(start).toBe("2026-11-27T09:00[Europe/Stockholm]");
  });

  it("when one of a series is moved twice, then the last counts; moved back, none does", () => {
    const series = weekly();
    const once = moveOne(series, occurrence(series, 1), "2026-12-04T09:00", zone);
    const twice = moveOne(once, occurrence(once, 1), "2026-12-02T09:00", zone);
    const back = moveOne(twice, occurrence(twice, 1), "2026-12-03T13:00", zone);

    expect(once.moved).toEqual(["2026-12-03T13:00>2026-12-04T09:00"]);
    expect(twice.moved).toEqual(["2026-12-03T13:00>2026-12-02T09:00"]);
    expect(back).toEqual(series);
  });
});

describe("cancelOne", () => {
  it("when one of a series is cancelled, then it is excepted, moved or not", () => {
    const series = weekly({ moved: ["2026-12-03T13:00>2026-12-04T09:00"] });

    const after = cancelOne(series, occurrence(series, 1));

    expect(after).toMatchObject({ except: ["2026-12-03T13:00"], moved: [], status: "planned" });
  });

  it("when a meeting is held once, then it is cancelled", () => {
    expect(cancelOne(meeting(), occurrence(meeting(), 0)).status).toBe("cancelled");
  });
});

describe("moveAll", () => {
  it("when a weekly series is moved to another day, then its exceptions go along", () => {
    const series = weekly({
      except: ["2026-12-10T13:00"],
      moved: ["2026-12-17T13:00>2026-12-18T09:00"],
    });

    const after = moveAll(series, "2026-11-27T14:00", zone);

    expect(after.except).toEqual(["2026-12-11T14:00"]);
    expect(times(after)).toEqual(["2026-11-27T14:00", "2026-12-04T14:00", "2026-12-18T09:00"]);
  });

  it("when a monthly one is moved, then it goes by its new day", () => {
    const byDay = meeting({ repeat: "FREQ=MONTHLY;BYDAY=4TH;UNTIL=20270228T235900" });
    const byDate = meeting({ repeat: "FREQ=MONTHLY;BYMONTHDAY=26;UNTIL=20270228T235900" });

    expect(times(moveAll(byDay, "2026-11-24T13:00", zone))).toEqual([
      "2026-11-24T13:00",
      "2026-12-22T13:00",
      "2027-01-26T13:00",
      "2027-02-23T13:00",
    ]);
    expect(times(moveAll(byDate, "2026-11-30T13:00", zone))).toEqual([
      "2026-11-30T13:00",
      "2026-12-30T13:00",
      "2027-01-30T13:00",
      "2027-02-28T13:00",
    ]);
  });

  it.each<[string, Meeting, number, boolean]>([
    ["the next of a series", weekly(), 0, true],
    ["a later one", weekly(), 1, false],
    ["one that is held once", meeting(), 0, false],
    [
      "one by a calendar's own rule",
      meeting({ repeat: "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=9" }),
      0,
      false,
    ],
  ])("when it is %s, then moving all is offered: %#", (_name, of, index, offers) => {
    expect(canMoveAll(of, occurrence(of, index), { networkZone: zone, now })).toBe(offers);
  });
});

describe("carryOver", () => {
  const before = weekly({
    except: ["2026-12-10T13:00"],
    moved: ["2026-12-17T13:00>2026-12-18T09:00"],
  });

  it("when only the hour is changed, then the exceptions are at the new hour", () => {
    const after = carryOver(before, { ...before, start: "2026-11-26T15:00" }, zone);

    expect(after.except).toEqual(["2026-12-10T15:00"]);
    expect(after.moved).toEqual(["2026-12-17T15:00>2026-12-18T09:00"]);
  });

  it("when the rhythm is changed, then only what still takes place keeps its exception", () => {
    const repeat = "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261224T235900";

    const after = carryOver(before, { ...before, repeat }, zone);

    expect([after.except, after.moved]).toEqual([["2026-12-10T13:00"], []]);
  });

  it("when it is no longer repeated, then there is nothing to except", () => {
    const { repeat: _, ...once } = before;

    expect(carryOver(before, once, zone)).toMatchObject({ except: [], moved: [] });
  });
});

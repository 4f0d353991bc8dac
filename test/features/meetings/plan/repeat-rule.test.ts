import fc from "fast-check";
import { wallClockStarts } from "../../../../src/features/meetings/calendar/repeat.ts";
import {
  choiceOf,
  type RepeatChoice,
  repeatChoices,
  ruleOf,
  withUntil,
} from "../../../../src/features/meetings/plan/repeat-rule.ts";

const rules: readonly (readonly [RepeatChoice, string, string, readonly string[]])[] = [
  ["weekly", "2026-11-26", "FREQ=WEEKLY", ["2026-11-26", "2026-12-03", "2026-12-10"]],
  ["biweekly", "2026-11-26", "FREQ=WEEKLY;INTERVAL=2", ["2026-11-26", "2026-12-10", "2026-12-24"]],
  [
    "monthly-date",
    "2026-11-26",
    "FREQ=MONTHLY;BYMONTHDAY=26",
    ["2026-11-26", "2026-12-26", "2027-01-26"],
  ],
  [
    "monthly-date",
    "2027-01-31",
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    ["2027-01-31", "2027-02-28", "2027-03-31"],
  ],
  [
    "monthly-weekday",
    "2026-11-12",
    "FREQ=MONTHLY;BYDAY=2TH",
    ["2026-11-12", "2026-12-10", "2027-01-14"],
  ],
  [
    "monthly-weekday",
    "2026-10-29",
    "FREQ=MONTHLY;BYDAY=-1TH",
    ["2026-10-29", "2026-11-26", "2026-12-31"],
  ],
];

describe("ruleOf", () => {
  it.each(rules)("when %s begins on %s, then the rule is %s", (choice, day, rule, days) => {
    expect(ruleOf(choice, day)).toBe(rule);
    const starts = wallClockStarts(`${rule};COUNT=3`, `${day}T13:00`, "Europe/Helsinki");
    expect(starts).toEqual(days.map((one) => `${one}T13:00`));
  });

  it("when any day is chosen, then the rule is read back as the choice, however it ends", () => {
    const days = fc
      .date({ min: new Date("2026-01-01"), max: new Date("2032-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.constantFrom(...repeatChoices), (day, choice) => {
        const rule = ruleOf(choice, day);
        expect(choiceOf(rule, day)).toBe(choice);
        if (rule === undefined) return;
        expect(choiceOf(withUntil(rule, "20330101T235900"), day)).toBe(choice);
        const [first] = wallClockStarts(`${rule};COUNT=1`, `${day}T13:00`, "UTC");
        expect(first).toBe(`${day}T13:00`);
      }),
    );
  });
});

describe("choiceOf", () => {
  it.each<[string | undefined, RepeatChoice]>([
    [undefined, "none"],
    ["FREQ=WEEKLY;BYDAY=TH;WKST=MO;UNTIL=20271126", "weekly"],
    ["freq=weekly;interval=1", "weekly"],
    ["FREQ=WEEKLY;BYDAY=TH;INTERVAL=2", "biweekly"],
    ["FREQ=WEEKLY;BYDAY=MO", "imported"],
    ["FREQ=WEEKLY;BYDAY=TU,TH", "imported"],
    ["FREQ=WEEKLY;COUNT=10", "imported"],
    ["FREQ=DAILY", "imported"],
    ["FREQ=MONTHLY;BYDAY=4TH", "monthly-weekday"],
    ["FREQ=MONTHLY;BYDAY=-1TH", "imported"],
    ["FREQ=MONTHLY;BYMONTHDAY=26", "monthly-date"],
    ["FREQ=YEARLY", "imported"],
  ])("when the rule of 26 November 2026 is %s, then it is %s", (rule, choice) => {
    expect(choiceOf(rule, "2026-11-26")).toBe(choice);
  });
});

import fc from "fast-check";
import { defaultPreferences, type Preferences } from "../../../src/core/preferences.ts";
import { type OwnFault, readOwnForm } from "../../../src/features/networks/read-own-form.ts";

const today = "2026-03-02";
const before: Preferences = {
  topics: ["bin"],
  reminders: false,
  remindMinutes: 60,
  quietFrom: "18:00",
  quietTo: "09:00",
  timeZone: "Europe/Stockholm",
  pausedUntil: "2026-05-01",
};
const whole = { language: "sv", remind: "meeting", reminders: "true" };

describe("readOwnForm", () => {
  it("when the form comes whole, then what is left out is emptied, as clients leave out what is empty", () => {
    expect(readOwnForm(before, whole, today)).toEqual({
      ok: true,
      preferences: defaultPreferences,
      language: "sv",
    });
  });

  it.each([
    ["something else", { reminders: "true" }, ["bin", "honung"]],
    ["what shall stay", { mutedTopics: "honung" }, ["honung"]],
    ["the whole form without any", whole, undefined],
  ])("when topics are muted and %s comes, then so it is", (_, typed, mutedTopics) => {
    const muted: Preferences = { ...before, mutedTopics: ["bin", "honung"] };
    const read = readOwnForm(muted, typed, today);

    expect(read.ok && read.preferences.mutedTopics).toEqual(mutedTopics);
  });

  it("when only one thing comes, then the rest stays", () => {
    expect(readOwnForm(before, { reminders: "true" }, today)).toEqual({
      ok: true,
      preferences: { ...before, reminders: true },
    });
    expect(readOwnForm(before, { topicsOther: "a; b ,a" }, today)).toMatchObject({
      preferences: { ...before, topics: ["a", "b"] },
    });
  });

  it.each([
    ["1440", 1_440],
    ["60", 60],
    ["15", 15],
    ["meeting", undefined],
    ["7", undefined],
    ["-1", undefined],
  ])("when the lead time is %j, then it is %j minutes", (remind, minutes) => {
    const read = readOwnForm(before, { ...whole, remind }, today);

    expect(read.ok && read.preferences.remindMinutes).toBe(minutes);
  });

  it("when a pause is over, then it is forgotten", () => {
    const read = readOwnForm(
      { ...before, pausedUntil: "2026-03-01" },
      { reminders: "true" },
      today,
    );

    expect(read.ok && read.preferences.pausedUntil).toBeUndefined();
  });

  it("when both quiet times are the same, then that is kept: no quiet hours", () => {
    const read = readOwnForm(before, { ...whole, quietFrom: "00:00", quietTo: "00:00" }, today);

    expect(read).toMatchObject({ ok: true, preferences: { quietFrom: "00:00", quietTo: "00:00" } });
  });

  it.each<[Record<string, string>, OwnFault[]]>([
    [
      { quietFrom: "24:00", quietTo: "07:00" },
      [{ field: "quietFrom", code: "badTime", value: "24:00" }],
    ],
    [
      { quietFrom: "7:00", quietTo: "7" },
      [
        { field: "quietFrom", code: "badTime", value: "7:00" },
        { field: "quietTo", code: "badTime", value: "7" },
      ],
    ],
    [{ quietFrom: "20:00" }, [{ field: "quietTo", code: "bothTimes" }]],
    [{ quietTo: "20:00" }, [{ field: "quietFrom", code: "bothTimes" }]],
    [{ timeZone: "Mars" }, [{ field: "timeZone", code: "badZone", value: "Mars" }]],
    [{ timeZone: "+05:00" }, [{ field: "timeZone", code: "badZone", value: "+05:00" }]],
    [{ pausedUntil: "1.12" }, [{ field: "pausedUntil", code: "badDay", value: "1.12" }]],
    [{ pausedUntil: "2026-03-01" }, [{ field: "pausedUntil", code: "pastDay", day: "2026-03-01" }]],
    [{ pausedUntil: "2036-03-01" }, [{ field: "pausedUntil", code: "pastDay", day: "2036-03-01" }]],
  ])("when %j is typed, then that is what is wrong", (typed, faults) => {
    expect(readOwnForm(defaultPreferences, { ...whole, ...typed }, today)).toEqual({
      ok: false,
      faults,
    });
  });

  it("when anything at all comes, then it is read or refused", () => {
    const values = fc.dictionary(
      fc.constantFrom("language", "topics", "remind", "reminders", "quietFrom", "timeZone", "x"),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(values, (typed) => {
        expect(typeof readOwnForm(before, typed, today).ok).toBe("boolean");
      }),
    );
  });
});

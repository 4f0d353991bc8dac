import { type CheckedForm, checkForm } from "../../../../src/features/meetings/plan/check-form.ts";
import type { FormFault } from "../../../../src/features/meetings/plan/field-faults.ts";
import { formOfMeeting } from "../../../../src/features/meetings/plan/form-of-meeting.ts";
import {
  emptyForm,
  type MeetingForm,
  readForm,
} from "../../../../src/features/meetings/plan/meeting-form.ts";
import { meeting } from "./make-meeting.ts";

const zone = "Europe/Helsinki";
const now = new Date("2026-11-23T08:00:00Z");
const good: MeetingForm = { ...emptyForm, titleSv: "Träff", date: "2026-11-26", time: "13:00" };

const check = (values: Partial<MeetingForm>, at = now): CheckedForm =>
  checkForm({ ...good, ...values }, { now: at, networkZone: zone, zone });

function faultsOf(checked: CheckedForm): readonly FormFault[] {
  return checked.ok ? [] : checked.faults;
}

function decidedBy(checked: CheckedForm) {
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked;
}

describe("checkForm", () => {
  it.each<[string, Partial<MeetingForm>, readonly FormFault[]]>([
    ["no title at all", { titleSv: "" }, [{ field: "titleSv", code: "noTitle" }]],
    ["a title in one language", { titleSv: "", titleEn: "Meeting" }, []],
    [
      "a long title",
      { titleFi: "x".repeat(201) },
      [{ field: "titleFi", code: "tooLong", most: 200 }],
    ],
    [
      "a long agenda",
      { agenda: "x".repeat(3_001) },
      [{ field: "agenda", code: "tooLong", most: 3_000 }],
    ],
    [
      "no day and no time",
      { date: "", time: "" },
      [
        { field: "date", code: "required" },
        { field: "time", code: "required" },
      ],
    ],
    [
      "a day that is not",
      { date: "2026-02-30" },
      [{ field: "date", code: "badDate", value: "2026-02-30" }],
    ],
    [
      "a day in words",
      { date: "i morgon" },
      [{ field: "date", code: "badDate", value: "i morgon" }],
    ],
    [
      "an hour that is not",
      { time: "24:30" },
      [{ field: "time", code: "badTime", value: "24:30" }],
    ],
    [
      "a start a minute ago",
      { date: "2026-11-23", time: "09:59" },
      [{ field: "date", code: "startInPast" }],
    ],
    ["a start now", { date: "2026-11-23", time: "10:00" }, []],
    ["a mistyped year", { date: "2206-11-26" }, [{ field: "date", code: "tooFar" }]],
    ["an end before the start", { minutes: "-30" }, [{ field: "minutes", code: "endBeforeStart" }]],
    ["no length", { minutes: "0" }, [{ field: "minutes", code: "endBeforeStart" }]],
    ["an empty length", { minutes: "" }, [{ field: "minutes", code: "required" }]],
    ["half minutes", { minutes: "30.5" }, [{ field: "minutes", code: "badMinutes", most: 1_440 }]],
    ["a week", { minutes: "10080" }, [{ field: "minutes", code: "badMinutes", most: 1_440 }]],
    [
      "a link that is not https",
      { joinUrl: "http://x.example" },
      [{ field: "joinUrl", code: "notHttps" }],
    ],
    [
      "a script for a link",
      { joinUrl: "javascript:alert(1)" },
      [{ field: "joinUrl", code: "notHttps" }],
    ],
    [
      "a link that looks like another's",
      { joinUrl: "https://teams.example@x.example/y" },
      [{ field: "joinUrl", code: "notHttps" }],
    ],
    ["a link that is none", { joinUrl: "teams" }, [{ field: "joinUrl", code: "notHttps" }]],
    [
      "an audience that is not",
      { audience: "everyone" },
      [{ field: "audience", code: "unknownChoice" }],
    ],
    ["a rhythm that is not", { repeat: "daily" }, [{ field: "repeat", code: "unknownChoice" }]],
    ["a rhythm from nowhere", { repeat: "imported" }, [{ field: "repeat", code: "unknownChoice" }]],
    [
      "an end before it begins",
      { repeat: "weekly", until: "2026-11-25" },
      [{ field: "until", code: "untilBeforeStart" }],
    ],
    [
      "an end that is not",
      { repeat: "weekly", until: "2026-11-31" },
      [{ field: "until", code: "badDate", value: "2026-11-31" }],
    ],
    [
      "an end after sixty years",
      { repeat: "weekly", until: "2086-11-25" },
      [{ field: "until", code: "tooFar" }],
    ],
    ["an end of what is held once", { until: "2026-11-25" }, []],
    ["a lead time in words", { remind: "soon" }, [{ field: "remind", code: "badRemind" }]],
    ["a lead time of half a year", { remind: "262800" }, [{ field: "remind", code: "badRemind" }]],
    ["no reminder", { remind: "none" }, []],
  ])("when there is %s, then the faults are told", (_name, values, faults) => {
    expect(faultsOf(check(values))).toEqual(faults);
  });

  it("when everything is wrong at once, then each fault is told, in the order of the form", () => {
    const fields = faultsOf(
      check({ titleSv: "", date: "x", time: "y", minutes: "z", joinUrl: "q", repeat: "w" }),
    ).map(({ field }) => field);

    expect(fields).toEqual(["titleSv", "date", "time", "minutes", "joinUrl", "repeat"]);
  });

  it("when summer time skips the hour, then the meeting moves forward and that is told", () => {
    const { decided, notes } = decidedBy(check({ date: "2027-03-28", time: "03:30" }));

    expect(decided.start).toBe("2027-03-28T04:30");
    expect(notes).toEqual([{ code: "hourSkipped", time: "04:30" }]);
  });

  it("when a series begins in the skipped hour, then only its first day moves", () => {
    const { decided, notes } = decidedBy(
      check({ date: "2027-03-28", time: "03:30", repeat: "weekly", until: "2027-04-30" }),
    );

    expect(decided.start).toBe("2027-03-28T03:30");
    expect(notes).toEqual([{ code: "hourSkipped", time: "04:30" }]);
  });

  it("when winter time doubles the hour, then it is the first and nothing need be told", () => {
    const { decided, notes } = decidedBy(check({ date: "2027-10-31", time: "03:30" }));

    expect([decided.start, notes]).toEqual(["2027-10-31T03:30", []]);
  });

  it("when a repetition has no end, then it ends after two years, which is told", () => {
    const { decided, notes } = decidedBy(check({ repeat: "monthly-weekday" }));

    expect(decided.repeat).toBe("FREQ=MONTHLY;BYDAY=4TH;UNTIL=20281126T130000");
    expect(notes).toEqual([{ code: "twoYears", until: "2028-11-26" }]);
  });

  it("when a repetition has an end, then its last day counts whole", () => {
    const { decided, notes } = decidedBy(check({ repeat: "weekly", until: "2026-12-17" }));

    expect([decided.repeat, notes]).toEqual(["FREQ=WEEKLY;UNTIL=20261217T235900", []]);
  });
});

describe("checkForm of a meeting that is changed", () => {
  const change = (stored: Parameters<typeof meeting>[0], values: Partial<MeetingForm>) => {
    const before = { meeting: meeting(stored), form: formOfMeeting(meeting(stored), zone) };
    return checkForm({ ...before.form, ...values }, { now, networkZone: zone, zone, before });
  };

  it("when it lies in the past and its title is changed, then the time is not judged again", () => {
    const { decided } = decidedBy(change({ start: "2026-01-08T13:00" }, { titleSv: "Ny" }));

    expect(decided).toMatchObject({ start: "2026-01-08T13:00", titleSv: "Ny" });
  });

  it("when a series is under way and its hour is changed, then its first day stays", () => {
    const stored = { start: "2026-09-10T13:00", repeat: "FREQ=WEEKLY;UNTIL=20271231T130000" };

    const { decided } = decidedBy(change(stored, { time: "14:00" }));

    expect(decided).toMatchObject({
      start: "2026-09-10T14:00",
      repeat: "FREQ=WEEKLY;UNTIL=20271231T130000",
    });
  });

  it("when it is moved into the past, then that is a fault", () => {
    expect(faultsOf(change({}, { date: "2026-11-20" }))).toEqual([
      { field: "date", code: "startInPast" },
    ]);
  });

  it("when its rule came from a calendar, then it is kept as it is", () => {
    const repeat = "FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=12";

    expect(decidedBy(change({ repeat }, { place: "Esbo" })).decided.repeat).toBe(repeat);
    expect(decidedBy(change({ repeat }, { date: "2026-12-07" })).decided.repeat).toBe(repeat);
    expect(decidedBy(change({ repeat }, { until: "2027-06-30" })).decided.repeat).toBe(
      "FREQ=MONTHLY;BYDAY=1MO,3MO;UNTIL=20270630T235900",
    );
  });

  it("when it is in a zone of its own, then it stays in it", () => {
    const stored = meeting({ start: "2026-11-26T13:00[Europe/Stockholm]" });
    const form = formOfMeeting(stored, "Europe/Stockholm");

    const checked = checkForm(
      { ...form, time: "15:00" },
      { now, networkZone: zone, zone: "Europe/Stockholm", before: { meeting: stored, form } },
    );

    expect(decidedBy(checked).decided.start).toBe("2026-11-26T15:00[Europe/Stockholm]");
  });

  it("when it has more text than the editor takes, then what was left alone is kept whole", () => {
    const agenda = "Lång. ".repeat(2_000).trim();

    const { decided } = decidedBy(change({ agenda, minutes: 4_000 }, { place: "Esbo" }));

    expect(decided).toMatchObject({ agenda, minutes: 4_000, place: "Esbo" });
  });

  it("when a field is emptied, then it is gone", () => {
    const { decided } = decidedBy(change({ place: "Esbo" }, { place: "", remind: "none" }));

    expect(decided).not.toHaveProperty("place");
    expect(decided.remind).toEqual([]);
  });
});

describe("readForm", () => {
  it.each([
    ["time", "9.05", "09:05"],
    ["time", "13:00:00", "13:00"],
    ["time", "soon", "soon"],
    ["minutes", 45, "45"],
    ["remind", "1440;15", "1440,15"],
    ["remind", "15,1440", "1440,15"],
    ["remind", "none,15", "15"],
    ["remind", "none", "none"],
    ["remind", "", "none"],
    ["titleSv", " Två\nrader\u200b ", "Två rader"],
    ["agenda", "1. Ett\r\n2. Två", "1. Ett\n2. Två"],
  ])("when %s holds %j, then it is read as %j", (field, given, read) => {
    expect(readForm({ [field]: given }, emptyForm)).toEqual({ ...emptyForm, [field]: read });
  });

  it("when an input did not come, or is none of a form's, then the form is as it was", () => {
    expect(readForm({ titleSv: { a: 1 }, colour: "red", place: null }, good)).toEqual(good);
  });
});

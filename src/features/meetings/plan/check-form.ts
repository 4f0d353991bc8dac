/** Is what the editor holds a meeting? Pure: the clock's time and the zone are arguments. */
import { isDate } from "../../../core/rows.ts";
import { momentOf } from "../../../core/wall-clock.ts";
import { readTime, startIn } from "../calendar/read-start.ts";
import { boundedRepeat } from "../calendar/repeat.ts";
import type { Meeting } from "../meeting.ts";
import { type FormFault, faultOf, isRepeated, isTooFar } from "./field-faults.ts";
import { type FormField, formFields, type MeetingForm, noReminder } from "./meeting-form.ts";
import { type RepeatChoice, ruleOf, withUntil } from "./repeat-rule.ts";

/** What was made of the values, which the coordinator should know. */
export type FormNote =
  /** Summer time skips the hour: it moves forward to this time (HH:MM). */
  | { readonly code: "hourSkipped"; readonly time: string }
  /** A repetition without end ends on this day (YYYY-MM-DD). */
  | { readonly code: "twoYears"; readonly until: string };

/** The fields of a meeting that the editor decides. */
export type Decided = Omit<
  Meeting,
  "id" | "network" | "channel" | "except" | "moved" | "status" | "uid"
>;

export type CheckedForm =
  | { readonly ok: true; readonly decided: Decided; readonly notes: readonly FormNote[] }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/**
 * `before`: the meeting that is changed, with the form it was shown in. What was left as it is, is not judged again:
 * it may come from a file, or lie in the past by now.
 */
export function checkForm(
  form: MeetingForm,
  at: {
    readonly now: Date;
    readonly networkZone: string;
    /** The zone that date and time are in. */
    readonly zone: string;
    readonly before?: { readonly meeting: Meeting; readonly form: MeetingForm };
  },
): CheckedForm {
  const { before } = at;
  const changed = (...fields: readonly FormField[]): boolean =>
    before === undefined || fields.some((field) => form[field] !== before.form[field]);
  const faults = formFields
    .filter((field) => changed(field))
    .flatMap((field) => faultOf(field, form));
  const isTimed = !faults.some(({ field }) => field === "date" || field === "time");
  const start = isTimed ? readTime(`${form.date}T${form.time}`, at.zone) : undefined;

  if (!form.titleSv && !form.titleFi && !form.titleEn) {
    faults.push({ field: "titleSv", code: "noTitle" });
  }
  for (const field of ["date", "until"] as const) {
    if (isDate(form[field]) && changed(field) && isTooFar(form[field], at.now)) {
      faults.push({ field, code: "tooFar" });
    }
  }
  if (start?.ok && changed("date", "time") && hasBegun(start.local)) {
    faults.push({ field: "date", code: "startInPast" });
  }
  if (
    isRepeated(form) &&
    isDate(form.until) &&
    changed("until", "date") &&
    form.until < form.date
  ) {
    faults.push({ field: "until", code: "untilBeforeStart" });
  }
  if (!start?.ok || faults.length > 0) return { ok: false, faults: inOrder(faults) };

  const written = `${form.date}T${form.time}`;
  // A series keeps the hour it is named by: only its first occurrence is moved.
  const local = isRepeated(form) ? written : start.local;
  const repeated = repetition();
  return {
    ok: true,
    decided: {
      ...texts(),
      start:
        changed("date", "time") || !before
          ? startIn(local, at.zone, at.networkZone)
          : before.meeting.start,
      minutes: Number(form.minutes),
      audience: form.audience as Meeting["audience"],
      ...(repeated.rule !== undefined && { repeat: repeated.rule }),
      remind: form.remind === noReminder ? [] : form.remind.split(",").map(Number),
    },
    notes: [
      ...(start.shift === "skipped" && changed("date", "time")
        ? [{ code: "hourSkipped" as const, time: start.local.slice(11) }]
        : []),
      ...repeated.notes,
    ],
  };

  /** A series that is under way began in the past: what counts is that its day was not set there now. */
  function hasBegun(startsAt: string): boolean {
    const isSameDay = before !== undefined && !changed("date") && isRepeated(form);
    return !isSameDay && momentOf(startsAt, at.zone) < at.now;
  }

  function repetition(): { readonly rule?: string; readonly notes: readonly FormNote[] } {
    if (!isRepeated(form)) return { notes: [] };
    if (before && !changed("repeat", "until", "date"))
      return { rule: before.meeting.repeat ?? "", notes: [] };
    const own =
      form.repeat === "imported"
        ? before?.meeting.repeat
        : ruleOf(form.repeat as RepeatChoice, form.date);
    const rule = own ?? "";
    if (form.until !== "") return { rule: withUntil(rule, wholeDay(form.until)), notes: [] };
    const bounded = boundedRepeat(rule, written);
    const until = bounded.wasBounded
      ? `${Number(form.date.slice(0, 4)) + 2}${form.date.slice(4)}`
      : "";
    return {
      rule: bounded.repeat,
      notes: bounded.wasBounded ? [{ code: "twoYears", until }] : [],
    };
  }

  function texts() {
    const given = ["titleSv", "titleFi", "titleEn", "place", "joinUrl", "agenda"] as const;
    return Object.fromEntries(
      given.flatMap((field) => {
        // Longer than the editor takes, from a file: shown cut, kept whole.
        const value = changed(field) ? form[field] : before?.meeting[field];
        return value ? [[field, value]] : [];
      }),
    );
  }
}

/** The whole of a day in the meeting's own time. */
const wholeDay = (day: string): string => `${day.replaceAll("-", "")}T235900`;

const inOrder = (faults: readonly FormFault[]): readonly FormFault[] =>
  [...faults].sort((a, b) => formFields.indexOf(a.field) - formFields.indexOf(b.field));

/** A meeting's facts in words. */
import { clockInWords, dayInWords, timeInWords } from "../../../core/dates.ts";
import { inList } from "../../../core/in-list.ts";
import { type Language, languages, localeOf } from "../../../core/language.ts";
import { textsIn } from "../../../texts/texts.ts";
import { localStartOf, zoneOf } from "../calendar/occurrences.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import type { FormNote } from "./check-form.ts";
import type { FormFault } from "./field-faults.ts";
import { formOfMeeting } from "./form-of-meeting.ts";
import { type FormField, noReminder } from "./meeting-form.ts";
import { choiceOf, dayOfMonth, type RepeatChoice, weekdayOf, weekOfMonth } from "./repeat-rule.ts";

type Titles = Pick<Meeting, "titleSv" | "titleFi" | "titleEn">;

const titleField = { sv: "titleSv", fi: "titleFi", en: "titleEn" } as const;

/** In the reader's language, else in Swedish, Finnish, English in that order. */
export function titleIn(meeting: Titles, language: Language): string {
  const order: readonly Language[] = [language, ...languages];
  return order.map((one) => meeting[titleField[one]]).find((title) => title) ?? "";
}

/** "torsdag 26 november kl. 13.00–14.00, Helsingforstid" */
export const whenInWords = (
  meeting: Meeting,
  occurrence: Occurrence,
  networkZone: string,
  language: Language,
  now: Date,
): string =>
  timeInWords(occurrence.start, occurrence.end, zoneOf(meeting, networkZone), language, now);

const units = [
  ["weeks", 10_080],
  ["days", 1_440],
  ["hours", 60],
  ["minutes", 1],
] as const;

/** "en dag före" */
export function leadInWords(minutes: number, language: Language): string {
  const { leads, atStart } = textsIn(language).meetings;
  const [unit, length] = units.find(([, size]) => minutes % size === 0) ?? ["minutes", 1];
  return minutes === 0 ? atStart : leads[unit](minutes / length);
}

/** When reminders go out, and to whom. */
export function remindersInWords(meeting: Meeting, language: Language): string {
  const texts = textsIn(language).meetings;
  if (meeting.remind.length === 0) return texts.noReminders;
  const when = meeting.remind.map((minutes) => leadInWords(minutes, language));
  return texts.remindersTo(inList(when, language), texts.audiences[meeting.audience]);
}

/** "" for a meeting that is held once. */
export function repeatInWords(meeting: Meeting, networkZone: string, language: Language): string {
  if (meeting.repeat === undefined) return "";
  const texts = textsIn(language).meetings;
  const day = localStartOf(meeting).slice(0, 10);
  const { until } = formOfMeeting(meeting, zoneOf(meeting, networkZone));
  const words = rhythmInWords(choiceOf(meeting.repeat, day), day, language);
  return until === "" ? words : texts.repeatUntil(words, dayInWords(until, language));
}

function rhythmInWords(choice: RepeatChoice, day: string, language: Language): string {
  const texts = textsIn(language).meetings;
  const weekday = weekdayNames[language][weekdayOf(day)] ?? "";
  switch (choice) {
    case "weekly":
      return texts.weekly(weekday);
    case "biweekly":
      return texts.biweekly(weekday);
    case "monthly-date":
      return dayOfMonth(day) === 31 ? texts.monthlyLastDay : texts.monthlyDate(dayOfMonth(day));
    case "monthly-weekday":
      return texts.monthlyWeekday(weekday, weekOfMonth(day));
    default:
      return texts.asImported;
  }
}

/** Sunday first. 4 January 1970 was one. */
const weekdayNames = Object.fromEntries(
  languages.map((language) => {
    const format = new Intl.DateTimeFormat(localeOf[language], {
      weekday: "long",
      timeZone: "UTC",
    });
    return [
      language,
      Array.from({ length: 7 }, (_, at) => format.format(Date.UTC(1970, 0, 4 + at))),
    ];
  }),
) as unknown as Readonly<Record<Language, readonly string[]>>;

/** One fault with its field: "Datum: datumet 2026-02-30 finns inte." */
export function faultInWords(fault: FormFault, language: Language): string {
  const { faults, labels } = textsIn(language).meetings;
  if (fault.code === "noTitle") return capital(faults.noTitle);
  const words =
    "value" in fault
      ? faults[fault.code](fault.value.slice(0, 60))
      : "most" in fault
        ? faults[fault.code](fault.most)
        : faults[fault.code];
  return `${labels[fault.field]}: ${words}`;
}

export function noteInWords(note: FormNote, language: Language): string {
  const texts = textsIn(language).meetings;
  if (note.code === "twoYears") return texts.twoYears(dayInWords(note.until, language));
  return texts.hourSkipped(clockInWords(note.time, language));
}

/** A field's value as the editor would show it. */
export function valueInWords(field: FormField, value: string, language: Language): string {
  const texts = textsIn(language).meetings;
  if (value === "") return texts.noValue;
  switch (field) {
    case "date":
    case "until":
      return dayInWords(value, language);
    case "time":
      return clockInWords(value, language);
    case "audience":
      return texts.audiences[value as Meeting["audience"]];
    case "repeat":
      return texts.repeatChoices[value as RepeatChoice];
    case "remind":
      return value === noReminder
        ? texts.noReminderChoice
        : inList(
            value.split(",").map((minutes) => leadInWords(Number(minutes), language)),
            language,
          );
    default:
      return value;
  }
}

export const capital = (text: string): string =>
  `${text.slice(0, 1).toLocaleUpperCase("sv")}${text.slice(1)}`;

/** Languages of the network in which the meeting has no title. */
export const untitled = (meeting: Titles, wanted: readonly Language[]): readonly Language[] =>
  wanted.filter((language) => !meeting[titleField[language]]);

/** What can be wrong with each of the editor's fields by itself. Pure. */
import { isDate, isHttpsUrl } from "../../../core/rows.ts";
import { type FormField, type MeetingForm, noReminder } from "./meeting-form.ts";
import { repeatChoices } from "./repeat-rule.ts";

/** What is wrong; each has words in every language (`texts.meetings.faults`). */
export type FormFault =
  | { readonly field: FormField; readonly code: "required" | "noTitle" | "startInPast" }
  | { readonly field: FormField; readonly code: "untilBeforeStart" | "unknownChoice" | "tooFar" }
  | { readonly field: FormField; readonly code: "endBeforeStart" | "notHttps" | "badRemind" }
  | { readonly field: FormField; readonly code: "badDate" | "badTime"; readonly value: string }
  | { readonly field: FormField; readonly code: "tooLong"; readonly most: number }
  | { readonly field: FormField; readonly code: "badMinutes"; readonly most: number };

/** The longest text of each field that is free text. */
export const longest: Readonly<Partial<Record<FormField, number>>> = {
  titleSv: 200,
  titleFi: 200,
  titleEn: 200,
  joinUrl: 1_000,
  place: 300,
  agenda: 3_000,
};

/** A day; what lasts longer comes from a calendar. */
const mostMinutes = 1_440;
/** Four weeks before. */
const mostRemindMinutes = 40_320;
const audiences: readonly string[] = ["channel", "members", "both"];

export const isRepeated = (form: MeetingForm): boolean => form.repeat !== "none";

/** What is wrong with one field by itself. */
export function faultOf(field: FormField, form: MeetingForm): readonly FormFault[] {
  const value = form[field];
  const most = longest[field];
  if (most !== undefined && value.length > most) return [{ field, code: "tooLong", most }];
  switch (field) {
    case "date":
      if (value === "") return [{ field, code: "required" }];
      return isDate(value) ? [] : [{ field, code: "badDate", value }];
    case "until":
      return value === "" || !isRepeated(form) || isDate(value)
        ? []
        : [{ field, code: "badDate", value }];
    case "time":
      if (value === "") return [{ field, code: "required" }];
      return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(value) ? [] : [{ field, code: "badTime", value }];
    case "minutes":
      return minutesFault(value);
    case "joinUrl":
      return value === "" || isHttpsUrl(value) ? [] : [{ field, code: "notHttps" }];
    case "audience":
      return audiences.includes(value) ? [] : [{ field, code: "unknownChoice" }];
    case "repeat":
      return (repeatChoices as readonly string[]).includes(value)
        ? []
        : [{ field, code: "unknownChoice" }];
    case "remind":
      return value === noReminder || value.split(",").every(isRemind)
        ? []
        : [{ field, code: "badRemind" }];
    default:
      return [];
  }
}

function minutesFault(value: string): readonly FormFault[] {
  const field = "minutes";
  if (value === "") return [{ field, code: "required" }];
  if (!/^-?\d+(?:[.,]0+)?$/u.test(value)) return [{ field, code: "badMinutes", most: mostMinutes }];
  const minutes = Number.parseInt(value, 10);
  if (minutes < 1) return [{ field, code: "endBeforeStart" }];
  return minutes > mostMinutes ? [{ field, code: "badMinutes", most: mostMinutes }] : [];
}

const isRemind = (item: string): boolean =>
  /^\d{1,6}$/u.test(item) && Number(item) <= mostRemindMinutes;

/** Further ahead somebody has mistyped the year. */
const mostYears = 5;

/** `day`: YYYY-MM-DD. */
export const isTooFar = (day: string, now: Date): boolean =>
  day > `${now.getUTCFullYear() + mostYears}${now.toISOString().slice(4, 10)}`;

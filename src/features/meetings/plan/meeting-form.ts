/** The editor's inputs: their names are the import columns' where there is one (design.md 9), their values strings. */

import type { JsonObject } from "../../../core/reply.ts";
import { tidy } from "../../../core/rows.ts";
import { isWholeForm } from "../../../core/whole-form.ts";

export const formFields = [
  "titleSv",
  "titleFi",
  "titleEn",
  "date",
  "time",
  "minutes",
  "joinUrl",
  "place",
  "agenda",
  "audience",
  "repeat",
  "until",
  "remind",
] as const;

export type FormField = (typeof formFields)[number];

export type MeetingForm = Readonly<Record<FormField, string>>;

/** Stands for no reminder at all: clients leave out a list in which nothing is chosen. */
export const noReminder = "none";

export const emptyForm: MeetingForm = {
  titleSv: "",
  titleFi: "",
  titleEn: "",
  date: "",
  time: "",
  minutes: "60",
  joinUrl: "",
  place: "",
  agenda: "",
  audience: "both",
  repeat: "none",
  until: "",
  remind: "1440,15",
};

/** Whether a press came with what the editor's inputs held. */
export const isFilled = (data: JsonObject): boolean =>
  isWholeForm(data) || formFields.some((field) => data[field] !== undefined);

/** Choices that always come. */
const neverEmpty: readonly FormField[] = ["audience", "repeat"];

/** What the inputs held, over what they were filled with: what is lacking of a whole form was emptied, else it is as it was. */
export function readForm(data: JsonObject, before: MeetingForm): MeetingForm {
  const isWhole = isWholeForm(data);
  return Object.fromEntries(
    formFields.map((field) => {
      const value = data[field];
      const isGiven = typeof value === "string" || typeof value === "number";
      if (isGiven) return [field, clean(field, String(value))];
      return [field, isWhole && !neverEmpty.includes(field) ? clean(field, "") : before[field]];
    }),
  ) as MeetingForm;
}

/** The same value in one writing, so that two can be compared. */
function clean(field: FormField, value: string): string {
  const text = tidy(value);
  if (field === "time") return timeOf(text);
  if (field === "remind") return remindText(text.split(/[;,]/u).map((item) => item.trim()));
  return field === "agenda" ? text : text.replace(/\s*\n\s*/gu, " ");
}

/** "9.05" and "9:05" are 09:05; anything else stays as it is. */
function timeOf(text: string): string {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?:[:.]00)?$/u.exec(text) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, "0")}:${minute}`;
}

/** Lead times, longest first; "none" where something else was chosen too means nothing. */
export function remindText(items: readonly string[]): string {
  const given = [...new Set(items.filter((item) => item !== "" && item !== noReminder))];
  if (given.length === 0) return noReminder;
  return given.sort((a, b) => Number(b) - Number(a)).join(",");
}

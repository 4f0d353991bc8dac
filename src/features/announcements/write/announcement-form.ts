/** The editor's inputs (design.md 9), their values strings; the network apart. */
import type { JsonObject } from "../../../core/reply.ts";
import { tidy } from "../../../core/rows.ts";
import { isWholeForm } from "../../../core/whole-form.ts";
import type { Announcement } from "../announcement.ts";
import { audienceText, membersChoice, sortedText } from "./audience-text.ts";

export const titleFields = ["titleSv", "titleFi", "titleEn"] as const;
export const textFields = ["textSv", "textFi", "textEn"] as const;
export const linkFields = ["link1", "link2", "link3"] as const;

/** What a correction may change: the words, not to whom or when. */
export const wordFields = [
  "titleSv",
  "textSv",
  "titleFi",
  "textFi",
  "titleEn",
  "textEn",
  "link1",
  "link1Title",
  "link2",
  "link2Title",
  "link3",
  "link3Title",
  "imageUrl",
] as const;

export const formFields = [
  ...wordFields,
  "importance",
  "confirm",
  "audience",
  "date",
  "time",
] as const;

export type FormField = (typeof formFields)[number];
export type AnnouncementForm = Readonly<Record<FormField, string>>;

export const emptyForm: AnnouncementForm = {
  titleSv: "",
  textSv: "",
  titleFi: "",
  textFi: "",
  titleEn: "",
  textEn: "",
  link1: "",
  link1Title: "",
  link2: "",
  link2Title: "",
  link3: "",
  link3Title: "",
  imageUrl: "",
  importance: "normal",
  confirm: "false",
  audience: membersChoice,
  date: "",
  time: "",
};

/** A stored announcement as the editor shows it. */
export function formOf(announcement: Announcement): AnnouncementForm {
  const { links, sendAt = "", network } = announcement;
  const [date = "", time = ""] = sendAt.split("T");
  const form = (field: (typeof titleFields | typeof textFields)[number]) =>
    announcement[field] ?? "";
  return {
    titleSv: form("titleSv"),
    textSv: form("textSv"),
    titleFi: form("titleFi"),
    textFi: form("textFi"),
    titleEn: form("titleEn"),
    textEn: form("textEn"),
    link1: links[0]?.url ?? "",
    link1Title: links[0]?.title ?? "",
    link2: links[1]?.url ?? "",
    link2Title: links[1]?.title ?? "",
    link3: links[2]?.url ?? "",
    link3Title: links[2]?.title ?? "",
    imageUrl: announcement.imageUrl ?? "",
    importance: announcement.importance,
    confirm: String(announcement.confirm),
    audience: audienceText(announcement.audience, network),
    date,
    time,
  };
}

/** Whether a press came with what an editor's inputs held. */
export const isFilled = (data: JsonObject): boolean =>
  isWholeForm(data) || formFields.some((field) => data[field] !== undefined);

/** The others are choices that always come. */
const emptied: readonly FormField[] = [...wordFields, "date", "time"];

/** What the inputs held, over what they were filled with: what is lacking of a whole form was emptied, else it is as it was. */
export function readForm(data: JsonObject, before: AnnouncementForm): AnnouncementForm {
  const isWhole = isWholeForm(data);
  return Object.fromEntries(
    formFields.map((field) => {
      const value = data[field];
      const isGiven = ["string", "number", "boolean"].includes(typeof value);
      if (isGiven) return [field, clean(field, String(value))];
      return [field, isWhole && emptied.includes(field) ? "" : before[field]];
    }),
  ) as AnnouncementForm;
}

/** The same value in one writing, so that two can be compared. */
function clean(field: FormField, value: string): string {
  const text = tidy(value);
  if (field === "time") return timeOf(text);
  if (field === "confirm") return String(text === "true");
  if (field === "audience") return sortedText(text.split(/[,;]/u));
  return field.startsWith("text") ? text : text.replace(/\s*\n\s*/gu, " ");
}

/** "9.05" and "9:05" are 09:05; anything else stays as it is. */
function timeOf(text: string): string {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?:[:.]00)?$/u.exec(text) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, "0")}:${minute}`;
}

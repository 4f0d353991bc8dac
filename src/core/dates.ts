import type { Language } from "./language.ts";

const tags: Readonly<Record<Language, string>> = { sv: "sv-FI", fi: "fi-FI", en: "en-GB" };

const formats = Object.fromEntries(
  Object.entries(tags).map(([language, tag]) => [
    language,
    new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" }),
  ]),
) as Readonly<Record<Language, Intl.DateTimeFormat>>;

/** A calendar day (YYYY-MM-DD) in words: "12 oktober 2018", "12. lokakuuta 2018", "12 October 2018". */
export const dayInWords = (day: string, language: Language): string =>
  formats[language].format(new Date(`${day}T00:00:00Z`));

/** The calendar day at a moment, in a zone. */
export function dayAt(moment: Date, timeZone: string): string {
  const minute = Math.floor(moment.getTime() / 60_000);
  const last = lastAsked.get(timeZone);
  if (last?.minute === minute) return last.day;
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(moment);
  lastAsked.set(timeZone, { minute, day });
  return day;
}

/** Every answer asks what day it is; working it out costs as much as finding the answer's passage. */
const lastAsked = new Map<string, { readonly minute: number; readonly day: string }>();

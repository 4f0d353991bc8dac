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
export const dayAt = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(moment);

import { dayAt } from "./dates.ts";
import type { Language } from "./language.ts";

const tags: Readonly<Record<Language, string>> = { sv: "sv-FI", fi: "fi-FI", en: "en-GB" };

const formats = Object.fromEntries(
  Object.entries(tags).map(([language, tag]) => [
    language,
    new Intl.RelativeTimeFormat(tag, { numeric: "auto" }),
  ]),
) as Readonly<Record<Language, Intl.RelativeTimeFormat>>;

const dayMs = 86_400_000;

/** How long ago something was, by calendar days of the zone: "i dag", "eilen", "3 days ago", "för 2 veckor sedan". */
export function ageInWords(since: Date, now: Date, zone: string, language: Language): string {
  const day = (moment: Date) => new Date(`${dayAt(moment, zone)}T00:00:00Z`).getTime();
  const days = Math.max(0, Math.round((day(now) - day(since)) / dayMs));
  const format = formats[language];
  if (days < 14) return format.format(-days, "day");
  if (days < 61) return format.format(-Math.floor(days / 7), "week");
  return days < 730
    ? format.format(-Math.floor(days / 30.44), "month")
    : format.format(-Math.floor(days / 365.25), "year");
}

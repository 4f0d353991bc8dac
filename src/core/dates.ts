import { type Language, localeOf } from "./language.ts";

const formats = Object.fromEntries(
  Object.entries(localeOf).map(([language, tag]) => [
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

/**
 * When something takes place, in words, in the zone's wall-clock time: "torsdag 26 november kl. 13.00–14.00,
 * Helsingforstid", "torstaina 26. marraskuuta klo 13.00–14.00, Helsingin aikaa", "Thursday 26 November, 13:00–14:00,
 * Helsinki time". The year is said if it is not the one at `now`.
 */
export function timeInWords(
  start: Date,
  end: Date,
  zone: string,
  language: Language,
  now: Date,
): string {
  // An end at midnight belongs to the day before: 0.00–24.00.
  const lastDay = new Date(Math.max(start.getTime(), end.getTime() - 1));
  const isMidnight = clockAt(end, zone) === "00:00" && end > start;
  const from = clockInWords(clockAt(start, zone), language);
  const to = clockInWords(isMidnight ? "24:00" : clockAt(end, zone), language);
  const firstDay = dayInFull(start, zone, language, now);
  const at = joints[language];
  const words =
    dayAt(start, zone) === dayAt(lastDay, zone)
      ? `${firstDay}${at}${from}–${to}`
      : `${firstDay}${at}${from} – ${dayInFull(lastDay, zone, language, now)}${at}${to}`;
  return `${words}, ${zoneInWords(zone, language, start)}`;
}

/** One moment in words, as `timeInWords` says two: "torsdag 26 november kl. 13.00, Helsingforstid". */
export function momentInWords(moment: Date, zone: string, language: Language, now: Date): string {
  const clock = clockInWords(clockAt(moment, zone), language);
  const day = dayInFull(moment, zone, language, now);
  return `${day}${joints[language]}${clock}, ${zoneInWords(zone, language, moment)}`;
}

const joints: Readonly<Record<Language, string>> = { sv: " kl. ", fi: " klo ", en: ", " };

const clockAt = (moment: Date, zone: string): string =>
  formatOf("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(moment);

/** A time of day (HH:MM) in words: "13.00", in English "13:00". */
export const clockInWords = (clock: string, language: Language): string =>
  language === "en" ? clock : clock.replace(/^0/u, "").replace(":", ".");

/** "torsdag 26 november", in Finnish "torstaina 26. marraskuuta". */
function dayInFull(moment: Date, zone: string, language: Language, now: Date): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    formatOf(localeOf[language], { timeZone: zone, ...options }).format(moment);
  const isThisYear = dayAt(moment, zone).slice(0, 4) === dayAt(now, zone).slice(0, 4);
  const weekday = format({ weekday: "long" });
  const day = format({
    day: "numeric",
    month: "long",
    ...(!isThisYear && { year: "numeric" }),
  });
  return `${language === "fi" ? `${weekday}na` : weekday} ${day}`;
}

/** Zones that members are likely to be in, by their best known city. Others are named as Intl does. */
const cities: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "Europe/Helsinki": { sv: "Helsingforstid", fi: "Helsingin aikaa", en: "Helsinki time" },
  "Europe/Mariehamn": { sv: "åländsk tid", fi: "Ahvenanmaan aikaa", en: "Åland time" },
  "Europe/Stockholm": { sv: "Stockholmstid", fi: "Tukholman aikaa", en: "Stockholm time" },
  "Europe/Oslo": { sv: "Oslotid", fi: "Oslon aikaa", en: "Oslo time" },
  "Europe/Copenhagen": { sv: "Köpenhamnstid", fi: "Kööpenhaminan aikaa", en: "Copenhagen time" },
  "Atlantic/Reykjavik": { sv: "isländsk tid", fi: "Islannin aikaa", en: "Iceland time" },
  "Europe/Tallinn": { sv: "Tallinntid", fi: "Tallinnan aikaa", en: "Tallinn time" },
  "Europe/Riga": { sv: "Rigatid", fi: "Riian aikaa", en: "Riga time" },
  "Europe/Vilnius": { sv: "Vilniustid", fi: "Vilnan aikaa", en: "Vilnius time" },
  "Europe/London": { sv: "Londontid", fi: "Lontoon aikaa", en: "London time" },
  "Europe/Brussels": { sv: "Brysseltid", fi: "Brysselin aikaa", en: "Brussels time" },
  "Europe/Luxembourg": {
    sv: "Luxemburgtid",
    fi: "Luxemburgin aikaa",
    en: "Luxembourg time",
  },
  "Europe/Berlin": { sv: "Berlintid", fi: "Berliinin aikaa", en: "Berlin time" },
  "Europe/Paris": { sv: "Paristid", fi: "Pariisin aikaa", en: "Paris time" },
};

function zoneInWords(zone: string, language: Language, moment: Date): string {
  const known = cities[zone]?.[language];
  if (known !== undefined) return known;
  if (/^(Etc\/)?(UTC|UCT|Zulu|GMT|Universal|Greenwich)$/u.test(zone)) return "UTC";
  const parts = formatOf(localeOf[language], {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(moment);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
  // "Itä-Euroopan aikaa", as "Helsingin aikaa"; a name with an adjective stays as it is.
  return language === "fi" ? name.replace(/(?<!nen )aika$/u, "aikaa") : name;
}

/** Formats are costly to make. */
function formatOf(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(tag, options);
  made.set(key, format);
  return format;
}

const made = new Map<string, Intl.DateTimeFormat>();

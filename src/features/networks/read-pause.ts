/** "paus till 1.12", "tauko 2 viikkoa", "pause off": what follows the command's word. Pure. */
import { isDate } from "../../core/rows.ts";
import { isWithinPause } from "./read-own-form.ts";

export type Pause =
  | { readonly kind: "until"; readonly day: string }
  | { readonly kind: "off" }
  /** A day that is over or too far ahead. */
  | { readonly kind: "outside"; readonly day: string }
  | { readonly kind: "unclear" };

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const offWords = words(
  "av slut slutar avsluta stopp pois loppu lopeta seis päättyy off end over stop",
);
/** Words that only join: they say nothing about when. */
const joints = words(
  "till t.o.m tom och med fram den i om asti saakka ajan ajaksi ja until til to through for the of on a",
);
const today = words("idag tänään today");
const tomorrow = words("imorgon morgon huomiseen huomenna huominen tomorrow");

const numbers: readonly ReadonlySet<string>[] = [
  words("en ett yksi yhden yhdeksi one"),
  words("två kaksi kahden kahdeksi two"),
  words("tre kolme kolmen kolmeksi three"),
  words("fyra neljä neljän neljäksi four"),
  words("fem viisi viiden viideksi five"),
  words("sex kuusi kuuden kuudeksi six"),
];

const units: Readonly<Record<"day" | "week" | "month" | "year", ReadonlySet<string>>> = {
  day: words("dag dagar dygn päivä päivää päivän päiväksi day days"),
  week: words("vecka veckor viikko viikkoa viikon viikoksi week weeks"),
  month: words("månad månader kuukausi kuukautta kuukauden kuukaudeksi month months"),
  year: words("år vuosi vuoden vuodeksi year"),
};

/** By how they begin, in three languages. */
const months: readonly (readonly string[])[] = [
  ["jan", "tammi"],
  ["feb", "helmi"],
  ["mars", "march", "maalis"],
  ["apr", "huhti"],
  ["maj", "may", "touko"],
  ["jun", "kesä"],
  ["jul", "heinä"],
  ["aug", "elo"],
  ["sep", "syys"],
  ["okt", "oct", "loka"],
  ["nov", "marras"],
  ["dec", "joulu"],
];

const weekdays: readonly (readonly string[])[] = [
  ["sön", "sunn", "sund"],
  ["mån", "maana", "mond"],
  ["tis", "tiist", "tues"],
  ["ons", "kesk", "wedn"],
  ["tors", "torst", "thur"],
  ["fre", "perj", "frid"],
  ["lör", "laua", "satu"],
];

/** `now`: the day (YYYY-MM-DD) where the person is. */
export function readPause(argument: string, now: string): Pause {
  const said = argument
    .toLowerCase()
    .normalize("NFC")
    .split(/[\s,!]+/u)
    .filter((word) => word !== "");
  if (said.length > 0 && said.every((word) => offWords.has(word) || joints.has(word)))
    return said.some((word) => offWords.has(word)) ? { kind: "off" } : { kind: "unclear" };
  const parts = said.filter((word) => !joints.has(word.replace(/\.$/u, "")));
  const day = readDuration(parts, now) ?? readDay(parts, now);
  if (day === undefined) return { kind: "unclear" };
  return isWithinPause(day, now) ? { kind: "until", day } : { kind: "outside", day };
}

function readDuration(parts: readonly string[], now: string): string | undefined {
  const [first = "", second] = parts;
  const unit = unitOf(second ?? first);
  const count = second === undefined ? 1 : countOf(first);
  if (unit === undefined || count === undefined || parts.length > 2) return undefined;
  const date = new Date(`${now}T00:00:00Z`);
  if (unit === "month" || unit === "year")
    return addMonths(date, unit === "year" ? 12 * count : count);
  date.setUTCDate(date.getUTCDate() + count * (unit === "week" ? 7 : 1));
  return dayOf(date);
}

const unitOf = (word: string) =>
  (Object.keys(units) as (keyof typeof units)[]).find((unit) =>
    units[unit].has(word.replace(/\.$/u, "")),
  );

function countOf(word: string): number | undefined {
  if (/^\d{1,3}$/u.test(word)) return Number(word);
  const at = numbers.findIndex((names) => names.has(word));
  return at < 0 ? undefined : at + 1;
}

/** The same day some months later, or the last day of a shorter month. */
function addMonths(date: Date, count: number): string {
  const day = date.getUTCDate();
  const later = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0));
  later.setUTCDate(Math.min(day, last.getUTCDate()));
  return dayOf(later);
}

function readDay(parts: readonly string[], now: string): string | undefined {
  const [first = "", second, third, ...more] = parts;
  if (first === "" || more.length > 0) return undefined;
  if (second === undefined) return readOneWord(first, now);
  const numbered = /^(\d{1,2})(?:\.|:a|:e|st|nd|rd|th)?$/u;
  const [day, month] = numbered.test(first) ? [first, second] : [second, first];
  const dayNumber = numbered.exec(day)?.[1];
  const monthAt = months.findIndex((names) => names.some((name) => month.startsWith(name)));
  if (dayNumber === undefined || monthAt < 0) return undefined;
  if (third !== undefined && !/^\d{4}$/u.test(third)) return undefined;
  return dayFrom(third, monthAt + 1, Number(dayNumber), now);
}

function readOneWord(word: string, now: string): string | undefined {
  if (today.has(word)) return now;
  if (tomorrow.has(word)) return addDays(now, 1);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(word);
  if (iso) return dayFrom(iso[1], Number(iso[2]), Number(iso[3]), now);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.?(\d{4})?\.?$/u.exec(word);
  if (dotted) return dayFrom(dotted[3], Number(dotted[2]), Number(dotted[1]), now);
  const at = weekdays.findIndex((names) => names.some((name) => word.startsWith(name)));
  if (at < 0) return undefined;
  const ahead = (at - new Date(`${now}T00:00:00Z`).getUTCDay() + 7) % 7;
  return addDays(now, ahead === 0 ? 7 : ahead);
}

/** Without a year it is the next such day. */
function dayFrom(
  year: string | undefined,
  month: number,
  day: number,
  now: string,
): string | undefined {
  const inYear = (number: number): string | undefined => {
    const written = [number, month, day].map((part, at) => String(part).padStart(at ? 2 : 4, "0"));
    return isDate(written.join("-")) ? written.join("-") : undefined;
  };
  if (year !== undefined) return inYear(Number(year));
  const thisYear = Number(now.slice(0, 4));
  const soon = inYear(thisYear);
  return soon !== undefined && soon >= now ? soon : inYear(thisYear + 1);
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

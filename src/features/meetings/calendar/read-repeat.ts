import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { partsOf, untilForm } from "./repeat.ts";
import { asIfUtc, fromAsIfUtc } from "./wall-clock.ts";

const frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
/** Lists of numbers, each with the least and the most; where less than 1 is allowed, 0 means nothing. */
const numbers: Readonly<Record<string, readonly [least: number, most: number]>> = {
  INTERVAL: [1, 1_000],
  COUNT: [1, 1_000_000],
  BYMONTH: [1, 12],
  BYMONTHDAY: [-31, 31],
  BYYEARDAY: [-366, 366],
  BYWEEKNO: [-53, 53],
  BYSETPOS: [-366, 366],
};
const times: typeof numbers = { BYHOUR: [0, 23], BYMINUTE: [0, 59] };
const knownParts = ["FREQ", "UNTIL", "BYDAY", "WKST", ...Object.keys({ ...numbers, ...times })];

/** The rule in its usual form (capitals, no `RRULE:`, no empty parts), or undefined if it is none that a meeting can have. */
export function readRepeat(text: string): string | undefined {
  const parts = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/u, "")
    .split(";")
    .map((part) => part.trim())
    // Some programs spell out that it starts on the whole minute.
    .filter((part) => part !== "" && part !== "BYSECOND=0");
  const names = parts.map((part) => part.split("=", 1)[0] ?? "");
  const isKnown = names.every((name) => knownParts.includes(name));
  const isOnce = new Set(names).size === names.length;
  const repeat = parts.join(";");
  const values = partsOf(repeat);
  const { FREQ = "", UNTIL, COUNT } = values;
  if (!isKnown || !isOnce || !frequencies.includes(FREQ)) return undefined;
  if (UNTIL !== undefined && (COUNT !== undefined || !isUntil(UNTIL))) return undefined;
  if (!Object.entries(values).every(([name, value = ""]) => isInRange(name, value)))
    return undefined;
  return takes(repeat) ? repeat : undefined;
}

/** Whether the library takes the rule; it throws at whatever is wrong. */
function takes(repeat: string): boolean {
  try {
    new RRuleTemporal({
      rruleString: `RRULE:${repeat.replace(/;UNTIL=[^;]*|UNTIL=[^;]*;/u, "")}`,
      dtstart: Temporal.PlainDateTime.from("2026-01-01T12:00").toZonedDateTime("UTC"),
      strict: true,
    });
    return true;
  } catch {
    return false;
  }
}

function isInRange(name: string, value: string): boolean {
  if (value === "") return false;
  const [least, most] = numbers[name] ?? times[name] ?? [];
  if (least === undefined || most === undefined) return true;
  return value.split(",").every((one) => {
    const number = Number(one);
    const means = number !== 0 || name in times;
    return /^[+-]?\d+$/u.test(one) && number >= least && number <= most && means;
  });
}

function isUntil(text: string): boolean {
  const found = untilForm.exec(text);
  if (!found) return false;
  const [, year, month, day, hour = "00", minute = "00"] = found;
  const local = `${year}-${month}-${day}T${hour}:${minute}`;
  const moment = asIfUtc(local);
  return !Number.isNaN(moment.getTime()) && fromAsIfUtc(moment) === local;
}

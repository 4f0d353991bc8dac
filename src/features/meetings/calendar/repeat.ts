/** Repetition rules (RFC 5545 RRULE, without the name) of meetings: bounded, and counted out in wall-clock time. */
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { momentOf, wallClock } from "../../../core/wall-clock.ts";
import { fromAsIfUtc } from "./wall-clock.ts";

/** A meeting's series may not have more occurrences than this: 730 daily ones are two years. */
export const mostOccurrences = 2_000;

/** What a series without an end gets. */
const boundYears = 2;

/** Wherever it stands; the frequency must be there in any case. */
const count = /;COUNT=\d+|COUNT=\d+;/u;
/** A day, a wall-clock time or, with a Z, a moment in UTC. */
export const untilForm = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/u;

/** A rule as it is kept: one without an end ends two years after the start, and `wasBounded` says so. */
export function boundedRepeat(
  repeat: string,
  start: string,
): { readonly repeat: string; readonly wasBounded: boolean } {
  const { COUNT, UNTIL } = partsOf(repeat);
  if (COUNT !== undefined || UNTIL !== undefined) return { repeat, wasBounded: false };
  const last = Temporal.PlainDateTime.from(start.slice(0, 16)).add({ years: boundYears });
  const until = `${last.toString({ smallestUnit: "minute" }).replace(/[-:]/gu, "")}00`;
  return { repeat: `${repeat};UNTIL=${until}`, wasBounded: true };
}

/**
 * The wall-clock starts of a series, in order, the start itself always first, at most one more than `mostOccurrences`.
 * Counted as if the clock never changed: so the hour holds over summer time, and none that it skips gets lost.
 */
export const wallClockStarts = (repeat: string, start: string, zone: string): readonly string[] =>
  [...new Set([start, ...countOut(repeat, start, zone, true)])].slice(0, mostOccurrences + 1);

/**
 * The rule as calendars want it: its end, if that is a day or a wall-clock time, as a moment in UTC. To a start that
 * the rule does not yield calendars do different things, so it is set apart (`hasExtraStart`), and the end said.
 */
export function repeatForCalendar(
  repeat: string,
  start: string,
  zone: string,
): { readonly repeat: string; readonly hasExtraStart: boolean } {
  const hasExtraStart = countOut(repeat, start, zone, false)[0] !== start;
  const { rule, until } = withoutUntil(repeat, zone);
  const end = hasExtraStart ? wallClockStarts(repeat, start, zone).at(-1) : until;
  if (end === undefined) return { repeat: rule, hasExtraStart };
  if (end === start) return { repeat: "FREQ=DAILY;COUNT=1", hasExtraStart: false };
  const moment = momentOf(end, zone).toISOString().slice(0, 19).replace(/[-:]/gu, "");
  return { repeat: `${rule.replace(count, "")};UNTIL=${moment}Z`, hasExtraStart };
}

/** Without an iterator, for the library is thirty times as fast so; hence the count. */
function countOut(
  repeat: string,
  start: string,
  zone: string,
  includeDtstart: boolean,
): readonly string[] {
  const { rule, until } = withoutUntil(repeat, zone);
  const { COUNT } = partsOf(repeat);
  try {
    return new RRuleTemporal({
      rruleString: `RRULE:${rule.replace(count, "")}`,
      count: Math.min(Number(COUNT ?? Number.POSITIVE_INFINITY), mostOccurrences + 1),
      dtstart: Temporal.PlainDateTime.from(start).toZonedDateTime("UTC"),
      ...(until && { until: Temporal.PlainDateTime.from(until).toZonedDateTime("UTC") }),
      includeDtstart,
    })
      .all()
      .map(({ epochMilliseconds }) => fromAsIfUtc(new Date(epochMilliseconds)));
  } catch {
    // It gives up on a rule that comes true no more, such as the 30th of February.
    return [];
  }
}

/** The rule's end taken out, and said in the zone's wall-clock time: a day counts whole. */
function withoutUntil(
  repeat: string,
  zone: string,
): { readonly rule: string; readonly until?: string } {
  const text = partsOf(repeat)["UNTIL"];
  const rule = repeat
    .split(";")
    .filter((part) => !part.startsWith("UNTIL="))
    .join(";");
  const found = text === undefined ? null : untilForm.exec(text);
  if (!found) return { rule };
  const [, year, month, day, hour = "23", minute = "59", , utc] = found;
  const local = `${year}-${month}-${day}T${hour}:${minute}`;
  return { rule, until: utc ? wallClock(momentOf(local, "UTC"), zone) : local };
}

/** The parts of a rule by their names. */
export const partsOf = (repeat: string): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    repeat.split(";").map((part) => {
      const [name = "", value = ""] = part.split("=", 2);
      return [name, value];
    }),
  );

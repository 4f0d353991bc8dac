/**
 * When a personal reminder leaves: at its nominal moment, or, if that lies in the person's quiet hours or on a public
 * holiday, at the last allowed minute before. All in the wall-clock time of the person's zone.
 */
import { instantOf, wallClockAt } from "../calendar/wall-clock.ts";

/** When somebody wants to be left alone. */
export type Rhythm = {
  /** IANA name. */
  readonly timeZone: string;
  /** HH:MM; quiet from the one until the other, over midnight if need be. Equal: never quiet. */
  readonly quietFrom: string;
  readonly quietTo: string;
};

/** Whether a day (YYYY-MM-DD) is a public holiday. */
export type IsHoliday = (day: string) => boolean;

const minuteMs = 60_000;
/** Under this lead time a reminder is about what happens now, whatever the hour. */
const exemptUnderMinutes = 120;
/** So many quiet hours and holidays in a row there never are. */
const mostJumps = 200;

export const isExempt = (minutes: number): boolean => minutes < exemptUnderMinutes;

/** The moment a reminder leaves, `minutes` being its lead time. Never after the nominal moment. */
export function remindAt(start: Date, minutes: number, rhythm: Rhythm, isHoliday: IsHoliday): Date {
  const nominal = new Date(start.getTime() - minutes * minuteMs);
  return isExempt(minutes) ? nominal : lastAllowed(nominal, rhythm, isHoliday);
}

export function isAllowed(moment: Date, rhythm: Rhythm, isHoliday: IsHoliday): boolean {
  const { day, clock } = dayAndClock(moment, rhythm);
  return !isHoliday(day) && !isQuiet(clock, rhythm);
}

/** The moment itself if it is allowed, else the last minute before it that is. */
export function lastAllowed(moment: Date, rhythm: Rhythm, isHoliday: IsHoliday): Date {
  let at = moment;
  for (let jumps = 0; jumps < mostJumps; jumps++) {
    const { day, clock } = dayAndClock(at, rhythm);
    const isQuietNow = isQuiet(clock, rhythm);
    if (!isQuietNow && !isHoliday(day)) return at;
    const begins = isHoliday(day)
      ? `${day}T00:00`
      : `${clock < rhythm.quietFrom ? dayBefore(day) : day}T${rhythm.quietFrom}`;
    // Where the clock is put back the same time comes twice: always at least a minute on.
    const before = Math.min(instantOf(begins, rhythm.timeZone).getTime(), at.getTime()) - minuteMs;
    at = new Date(before);
  }
  return moment;
}

/** The moment itself if it is allowed, else the first after it that is. */
export function nextAllowed(moment: Date, rhythm: Rhythm, isHoliday: IsHoliday): Date {
  let at = moment;
  for (let jumps = 0; jumps < mostJumps; jumps++) {
    const { day, clock } = dayAndClock(at, rhythm);
    const isQuietNow = isQuiet(clock, rhythm);
    if (!isQuietNow && !isHoliday(day)) return at;
    const ends = isHoliday(day)
      ? `${dayAfter(day)}T00:00`
      : `${clock < rhythm.quietTo ? day : dayAfter(day)}T${rhythm.quietTo}`;
    const after = Math.max(
      instantOf(ends, rhythm.timeZone).getTime(),
      Math.floor(at.getTime() / minuteMs) * minuteMs + minuteMs,
    );
    at = new Date(after);
  }
  return moment;
}

function isQuiet(clock: string, { quietFrom, quietTo }: Rhythm): boolean {
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo
    ? clock >= quietFrom && clock < quietTo
    : clock >= quietFrom || clock < quietTo;
}

function dayAndClock(
  moment: Date,
  { timeZone }: Rhythm,
): { readonly day: string; readonly clock: string } {
  const local = wallClockAt(moment, timeZone);
  return { day: local.slice(0, 10), clock: local.slice(11, 16) };
}

const dayBefore = (day: string): string => dayBeside(day, -1);
const dayAfter = (day: string): string => dayBeside(day, 1);

function dayBeside(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

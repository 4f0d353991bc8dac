/**
 * When a personal reminder leaves: at its nominal moment, or, if that lies in the person's quiet hours or on a public
 * holiday, at the last allowed minute before. All in the wall-clock time of the person's zone.
 */
import {
  dayAndClock,
  dayBeside,
  type IsHoliday,
  isQuiet,
  mostJumps,
  type Rhythm,
} from "../../../core/quiet-hours.ts";
import { momentOf } from "../../../core/wall-clock.ts";

const minuteMs = 60_000;
/** Under this lead time a reminder is about what happens now, whatever the hour. */
const exemptUnderMinutes = 120;

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
    const isOff = isHoliday(day);
    if (!isOff && !isQuiet(clock, rhythm)) return at;
    const begins = isOff
      ? `${day}T00:00`
      : `${clock < rhythm.from ? dayBeside(day, -1) : day}T${rhythm.from}`;
    // Where the clock is put back the same time comes twice: always at least a minute on.
    const before = Math.min(momentOf(begins, rhythm.timeZone).getTime(), at.getTime()) - minuteMs;
    at = new Date(before);
  }
  return moment;
}

/**
 * Wall-clock times (`2026-11-26T13:00`) and the moments they stand for in a zone. Of an hour that summer time doubles
 * the first is meant; one that it skips moves forward by what was skipped.
 */

/** The moment of a wall-clock time in a zone. */
export function momentOf(local: string, zone: string): Date {
  const asUtc = new Date(`${local}:00Z`).getTime();
  const before = offsetAt(asUtc - aroundMs, zone);
  const after = offsetAt(asUtc + aroundMs, zone);
  const [first] = [asUtc - before, asUtc - after]
    .filter((moment) => moment + offsetAt(moment, zone) === asUtc)
    .sort((a, b) => a - b);
  return new Date(first ?? asUtc - before);
}

/** The wall-clock time at a moment, to the minute. */
export const wallClock = (moment: Date, zone: string): string =>
  new Date(moment.getTime() + offsetAt(moment.getTime(), zone)).toISOString().slice(0, 16);

/** More than any zone is away from UTC, less than there is between two changes of one. */
const aroundMs = 15 * 3_600_000;

/** How far a zone is ahead of UTC at a moment, in ms. */
function offsetAt(moment: number, zone: string): number {
  const shown = formatOf(zone).format(moment).replace(" ", "T");
  const whole = Math.floor(moment / 1_000) * 1_000;
  return new Date(`${shown}Z`).getTime() - whole;
}

/** Formats are costly to make. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    made.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
  made.set(zone, format);
  return format;
}

const made = new Map<string, Intl.DateTimeFormat>();

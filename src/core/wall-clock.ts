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

const dayMs = 24 * 3_600_000;
/** Of each zone; some years of days. */
const mostDaysKnown = 2_000;

/**
 * How far a zone is ahead of UTC at a moment, in ms. Recurrence and quiet hours ask for thousands of moments: it is
 * looked up once for each day on which the clock does not change.
 */
function offsetAt(moment: number, zone: string): number {
  const day = Math.floor(moment / dayMs);
  const known = offsets.get(zone) ?? new Map<number, number | "changes">();
  offsets.set(zone, known);
  let offset = known.get(day);
  if (offset === undefined) {
    const before = lookUp(day * dayMs, zone);
    offset = before === lookUp((day + 1) * dayMs, zone) ? before : "changes";
    if (known.size >= mostDaysKnown) known.clear();
    known.set(day, offset);
  }
  return offset === "changes" ? lookUp(moment, zone) : offset;
}

const offsets = new Map<string, Map<number, number | "changes">>();

function lookUp(moment: number, zone: string): number {
  const shown = Object.fromEntries(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  const asUtc = new Date(0);
  asUtc.setUTCFullYear(year, month - 1, day);
  asUtc.setUTCHours(hour, minute, second);
  return asUtc.getTime() - Math.floor(moment / 1_000) * 1_000;
}

/** Formats are costly to make. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      hourCycle: "h23",
    });
  formats.set(zone, format);
  return format;
}

const formats = new Map<string, Intl.DateTimeFormat>();

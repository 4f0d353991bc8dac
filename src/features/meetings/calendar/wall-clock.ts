/**
 * Wall-clock times (`2026-11-26T13:00`) and the moments they stand for in a zone. Of an hour that summer time doubles
 * the first is meant; one that it skips moves forward by what was skipped.
 */
import { Temporal } from "temporal-polyfill";

/** The moment of a wall-clock time in a zone. */
export function instantOf(local: string, zone: string): Date {
  const asUtc = asIfUtc(local).getTime();
  const before = offsetAt(asUtc - aroundMs, zone);
  const after = offsetAt(asUtc + aroundMs, zone);
  const [first] = [asUtc - before, asUtc - after]
    .filter((moment) => moment + offsetAt(moment, zone) === asUtc)
    .sort((a, b) => a - b);
  return new Date(first ?? asUtc - before);
}

/** The wall-clock time at a moment, to the minute. */
export const wallClockAt = (moment: Date, zone: string): string =>
  fromAsIfUtc(new Date(moment.getTime() + offsetAt(moment.getTime(), zone)));

/** Whether the clock never shows this time: summer time skips it. */
export const isSkipped = (local: string, zone: string): boolean =>
  wallClockAt(instantOf(local, zone), zone) !== local;

/** The time as a calendar's clock would show it if no zone ever changed it: what recurrence is counted in. */
export const asIfUtc = (local: string): Date => new Date(`${local}:00Z`);

export const fromAsIfUtc = (moment: Date): string => moment.toISOString().slice(0, 16);

/** An IANA zone by its proper name, however it was spelt; undefined if there is none such. Offsets are no zones. */
export function zoneNamed(name: string): string | undefined {
  if (!/^[a-z][\w+/-]*$/iu.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** More than any zone is away from UTC, less than there is between two changes of one. */
const aroundMs = 15 * 3_600_000;

/** A time without changes of the clock, `to` exclusive. */
type Stretch = { readonly from: number; readonly to: number; readonly offset: number };

/** How far a zone is ahead of UTC at a moment, in ms. Looked up once for each stretch: a library does it in 0.1 ms. */
function offsetAt(moment: number, zone: string): number {
  const known = stretches.get(zone) ?? [];
  const found = known.find(({ from, to }) => from <= moment && moment < to);
  if (found) return found.offset;
  const zoned = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
  const from = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const to = zoned.getTimeZoneTransition("next");
  const stretch = {
    from: from?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: to?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: zoned.offsetNanoseconds / 1_000_000,
  };
  stretches.set(zone, [...known, stretch]);
  return stretch.offset;
}

const stretches = new Map<string, readonly Stretch[]>();

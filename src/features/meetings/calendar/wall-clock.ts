/** What calendars need to know of wall-clock times besides core/wall-clock.ts. */
import { Temporal } from "temporal-polyfill";
import { momentOf, wallClock } from "../../../core/wall-clock.ts";

/** Whether the clock never shows this time: summer time skips it. */
export const isSkipped = (local: string, zone: string): boolean =>
  wallClock(momentOf(local, zone), zone) !== local;

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

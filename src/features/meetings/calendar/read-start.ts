/** Reads times as people and files write them into the form that meetings keep (meeting.ts). */
import { momentOf, wallClock } from "../../../core/wall-clock.ts";
import { isSkipped, zoneNamed } from "./wall-clock.ts";

/** Date and time, perhaps with seconds, an offset and a zone: `2026-11-26T13:00:00+02:00[Europe/Helsinki]`. */
const form =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?(?:\[([^\]]+)\])?$/iu;
const firstYear = "1970";
const yearAfterLast = "2200";
const dayForm = /^\d{4}-\d{2}-\d{2}$/u;

export type ReadTime =
  | {
      readonly ok: true;
      /** Wall clock in `zone`, to the minute, moved forward if summer time skips it. */
      readonly local: string;
      readonly zone: string;
      /** As it was written, where that is a wall-clock time: what a series counts from, even if summer time skips it. */
      readonly written: string;
      /** `skipped`: summer time skips the time as it was written; `doubled`: it meant the second of two, the first is kept. */
      readonly shift?: "skipped" | "doubled";
    }
  | { readonly ok: false; readonly why: "badStart" | "badZone" };

/** A time that is not otherwise zoned is in `zone`; one with an offset or as UTC is said in it. */
export function readTime(text: string, zone: string): ReadTime {
  const [, day = "", clock = "", offset, zoneName] = form.exec(text.trim()) ?? [];
  const written = `${day}T${clock.padStart(5, "0")}`;
  if (!isThere(written)) return { ok: false, why: "badStart" };
  const own = zoneName === undefined ? zone : zoneNamed(zoneName);
  if (own === undefined) return { ok: false, why: "badZone" };
  if (offset !== undefined) return readMoment(written, offset, own);
  if (!isSkipped(written, own)) return { ok: true, local: written, zone: own, written };
  const local = wallClock(momentOf(written, own), own);
  return { ok: true, local, zone: own, written, shift: "skipped" };
}

function readMoment(written: string, offset: string, zone: string): ReadTime {
  const [, hours = "00", minutes = "00"] = /^[+-](\d{2}):?(\d{2})$/u.exec(offset) ?? [];
  const moment = new Date(`${written}:00${offset.startsWith("-") ? "-" : "+"}${hours}:${minutes}`);
  if (Number.isNaN(moment.getTime())) return { ok: false, why: "badStart" };
  const local = wallClock(moment, zone);
  const isFirst = momentOf(local, zone).getTime() === moment.getTime();
  return { ok: true, local, zone, written: local, ...(!isFirst && { shift: "doubled" as const }) };
}

/** A start as meetings keep it: the zone is named only if it is not the network's. */
export const startIn = (local: string, zone: string, networkZone: string): string =>
  zone === networkZone ? local : `${local}[${zone}]`;

/**
 * Which start of a series is meant, as `except` and `moved` name it: its wall-clock time before any change of summer
 * time, or only its day (then the series' own time of day). Undefined: no time at all.
 */
export function readOccurrenceId(
  text: string,
  seriesStart: string,
  zone: string,
): string | undefined {
  const clean = text.trim();
  if (dayForm.test(clean)) {
    const local = `${clean}${seriesStart.slice(10, 16)}`;
    return isThere(local) ? local : undefined;
  }
  const [, day = "", clock = "", offset, zoneName] = form.exec(clean) ?? [];
  const written = `${day}T${clock.padStart(5, "0")}`;
  // Its own name for it: a time that is skipped stays as it is, for so the series counts it.
  if (offset === undefined && (zoneName === undefined || zoneNamed(zoneName) === zone)) {
    return isThere(written) ? written : undefined;
  }
  const read = readTime(clean, zone);
  return read.ok ? wallClock(momentOf(read.local, read.zone), zone) : undefined;
}

/** Whether the calendar has this day and the clock this time, in years that a meeting can be meant for. */
function isThere(local: string): boolean {
  const moment = new Date(`${local}:00Z`);
  const isReal = !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 16) === local;
  return isReal && local >= firstYear && local < yearAfterLast;
}

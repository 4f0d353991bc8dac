/** When a meeting takes place. A cancelled one yields its occurrences all the same: whoever asks looks at its status. */

import { momentOf, wallClock } from "../../../core/wall-clock.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import { wallClockStarts } from "./repeat.ts";

const minuteMs = 60_000;

/** The zone that a meeting's wall-clock times are in: its own, else the network's. */
export const zoneOf = (meeting: Pick<Meeting, "start">, networkZone: string): string =>
  /\[([^\]]+)\]$/u.exec(meeting.start)?.[1] ?? networkZone;

/** A meeting's own start without its zone: the id of its first occurrence. */
export const localStartOf = (meeting: Pick<Meeting, "start">): string =>
  meeting.start.replace(/\[[^\]]+\]$/u, "");

/** Those that start within the range (`before` exclusive), by start. */
export const occurrencesOf = (
  meeting: Meeting,
  networkZone: string,
  range: { readonly from: Date; readonly before: Date },
): readonly Occurrence[] =>
  allOccurrences(meeting, networkZone).filter(
    ({ start }) => start >= range.from && start < range.before,
  );

/** The first that has not ended by `now`: it may be under way. */
export const nextOccurrence = (
  meeting: Meeting,
  networkZone: string,
  now: Date,
): Occurrence | undefined => allOccurrences(meeting, networkZone).find(({ end }) => end > now);

/** The one with this id, unless it is excepted. */
export const occurrenceNamed = (
  meeting: Meeting,
  networkZone: string,
  id: string,
): Occurrence | undefined => allOccurrences(meeting, networkZone).find((one) => one.id === id);

/** Every occurrence, by start. Counted out once for each value of a meeting. */
export function allOccurrences(meeting: Meeting, networkZone: string): readonly Occurrence[] {
  const zone = zoneOf(meeting, networkZone);
  const known = counted.get(meeting);
  if (known?.zone === zone) return known.all;
  const all = countOut(meeting, zone);
  counted.set(meeting, { zone, all });
  return all;
}

const counted = new WeakMap<
  Meeting,
  { readonly zone: string; readonly all: readonly Occurrence[] }
>();

function countOut(meeting: Meeting, zone: string): readonly Occurrence[] {
  const first = localStartOf(meeting);
  const ids = meeting.repeat ? wallClockStarts(meeting.repeat, first, zone) : [first];
  const excepted = new Set(meeting.except);
  const moved = new Map(meeting.moved.map((one) => one.split(">", 2) as [string, string]));
  return ids
    .filter((id) => !excepted.has(id))
    .map((id): Occurrence => {
      const start = momentOf(moved.get(id) ?? id, zone);
      return {
        id,
        start,
        end: new Date(start.getTime() + meeting.minutes * minuteMs),
        localStart: wallClock(start, zone),
        isMoved: moved.has(id),
      };
    })
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}

/** Which reminders of a meeting may be due, and when it is time to look. Pure. */

import type { IsHoliday, Rhythm } from "../../../core/quiet-hours.ts";
import { occurrencesOf } from "../calendar/occurrences.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import { closesAt } from "./decide-reminder.ts";
import { remindAt } from "./remind-at.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Quiet hours and holidays in a row: Easter in somebody's zone, with a day to spare. */
export const longestQuietMs = 5 * dayMs;
/** Meetings that began while no instance ran are accounted for so long. */
export const lookBackMs = 7 * dayMs;

/** People who have the same hours, and perhaps a lead time of their own. */
export type PeopleClass = { readonly rhythm: Rhythm; readonly remindMinutes?: number };

/** When to look at an occurrence, and why. */
export type Look = {
  readonly occurrence: Occurrence;
  readonly at: Date;
} & (
  | {
      /** "some": people who must be told earlier. "all": the nominal moment, everybody's has come. */
      readonly kind: "some" | "all";
      /** The lead time. */
      readonly minutes: number;
    }
  /** It begins: what has not been sent is not sent any more. */
  | { readonly kind: "close" }
);

/**
 * Every moment at which some reminder of the meeting is due, from a week back to `horizon`; those further ahead cost
 * nothing until then.
 */
export function looksOf(
  meeting: Meeting,
  zone: string,
  classes: readonly PeopleClass[],
  isHoliday: IsHoliday,
  range: { readonly now: Date; readonly horizon: Date },
): readonly Look[] {
  if (meeting.status === "cancelled" || meeting.remind.length === 0) return [];
  const people = meeting.audience === "channel" ? [] : classes;
  const own = people.flatMap(({ remindMinutes }) => remindMinutes ?? []);
  const leads = [...new Set([...meeting.remind, ...own])];
  const occurrences = occurrencesOf(meeting, zone, {
    from: new Date(range.now.getTime() - lookBackMs),
    before: new Date(range.horizon.getTime() + Math.max(...leads) * minuteMs + longestQuietMs),
  });
  const closing = Math.min(...leads);
  return occurrences.flatMap((occurrence): Look[] => [
    ...leads.flatMap((minutes): Look[] => {
      const nominal = occurrence.start.getTime() - minutes * minuteMs;
      const early = people
        .filter(({ remindMinutes }) => isFor(meeting, minutes, remindMinutes))
        .map(({ rhythm }) => remindAt(occurrence.start, minutes, rhythm, isHoliday).getTime())
        .filter((at) => at < nominal);
      return [...new Set([...early, nominal])].map((at) => ({
        kind: at === nominal ? "all" : "some",
        occurrence,
        minutes,
        at: new Date(at),
      }));
    }),
    { kind: "close", occurrence, at: closesAt(occurrence.start, closing) },
  ]);
}

const isFor = (meeting: Meeting, minutes: number, own: number | undefined): boolean =>
  own === undefined ? meeting.remind.includes(minutes) : own === minutes;

/** Whether a network's weekly digest is due, and what it tells. Pure: time, days and content come in. */
import type { Discussion, Network } from "../../../core/content.ts";
import type { ForumCare } from "../../../core/network-settings.ts";
import { momentOf, wallClock } from "../../../core/wall-clock.ts";
import { addDays, type IsHoliday, isWeekend, orNextWorkingDay, weekdayOf } from "./working-days.ts";

/** One that is so late that the next is near is left out: what it would have told is told then. */
const nextIsNearMs = 36 * 60 * 60_000;
const week = 7;

export type DigestSlot = {
  /** The day it is named by: the one of the week that was set, whether it is a holiday or not. */
  readonly day: string;
  readonly at: Date;
};

/** The latest digest that should have been sent by now; undefined: none is due. */
export function digestDue(
  care: ForumCare,
  { timeZone }: Pick<Network, "timeZone">,
  now: Date,
  isHoliday: IsHoliday,
): DigestSlot | undefined {
  if (care.digestDay === "off") return undefined;
  const today = wallClock(now, timeZone).slice(0, 10);
  const back = (weekdayOf(today) - care.digestDay + week) % week;
  const slots = [addDays(today, -back), addDays(today, -back - week)].map((day) => ({
    day,
    at: momentOf(`${postedOn(day, isHoliday)}T${care.digestAt}`, timeZone),
  }));
  const slot = slots.find(({ at }) => at <= now);
  if (!slot || (care.digestSetAt !== undefined && slot.at.toISOString() < care.digestSetAt))
    return undefined;
  const next = momentOf(`${addDays(slot.day, week)}T${care.digestAt}`, timeZone);
  const isLate = now.getTime() - slot.at.getTime() > nextIsNearMs;
  return isLate && next.getTime() - now.getTime() < nextIsNearMs ? undefined : slot;
}

/** On a holiday nobody reads it. Who chose a weekend wants it then. */
const postedOn = (day: string, isHoliday: IsHoliday): string =>
  isWeekend(day) ? day : orNextWorkingDay(day, isHoliday);

/** What is open, and what was answered between the two moments; nothing that is newer than the digest is due. */
export function digestContent(
  discussions: readonly Discussion[],
  since: Date,
  until: Date,
): { readonly open: readonly Discussion[]; readonly answered: readonly Discussion[] } {
  const [from, to] = [since.toISOString(), until.toISOString()];
  return {
    open: discussions
      .filter(({ status, openedAt }) => status === "open" && openedAt < to)
      .sort((a, b) => a.openedAt.localeCompare(b.openedAt)),
    answered: discussions
      .filter(
        ({ status, answeredAt = "" }) =>
          status === "answered" && answeredAt >= from && answeredAt < to,
      )
      .sort((a, b) => (b.answeredAt ?? "").localeCompare(a.answeredAt ?? "")),
  };
}

export const weekBefore = ({ day }: DigestSlot, clock: string, timeZone: string): Date =>
  momentOf(`${addDays(day, -week)}T${clock}`, timeZone);

/** How a meeting is moved and cancelled, one occurrence or the series. Pure: a meeting in, a meeting out. */
import { localStartOf, nextOccurrence, zoneOf } from "../calendar/occurrences.ts";
import { startIn } from "../calendar/read-start.ts";
import { wallClockStarts } from "../calendar/repeat.ts";
import { asIfUtc } from "../calendar/wall-clock.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import { choiceOf, type RepeatChoice, ruleOf, untilOf } from "./repeat-rule.ts";

const dayMs = 24 * 3_600_000;

/** `local`: the new wall-clock start in the meeting's zone. */
export function moveOne(
  meeting: Meeting,
  occurrence: Occurrence,
  local: string,
  networkZone: string,
): Meeting {
  if (meeting.repeat === undefined) {
    const start = startIn(local, zoneOf(meeting, networkZone), networkZone);
    return { ...meeting, start, except: [], moved: [] };
  }
  const others = meeting.moved.filter((one) => !one.startsWith(`${occurrence.id}>`));
  const own = local === occurrence.id ? [] : [`${occurrence.id}>${local}`];
  return { ...meeting, moved: [...others, ...own] };
}

/**
 * Whether the series as a whole can be moved along: from its next occurrence on, for an earlier one would get lost, and
 * not by a rule from a calendar, which may name its days itself.
 */
export function canMoveAll(
  meeting: Meeting,
  occurrence: Occurrence,
  at: { readonly networkZone: string; readonly now: Date },
): boolean {
  const choice = choiceOf(meeting.repeat, dayOf(meeting));
  const isNext = nextOccurrence(meeting, at.networkZone, at.now)?.id === occurrence.id;
  return isNext && choice !== "none" && choice !== "imported";
}

/** The series goes on from `local`, this occurrence's new start; what has been is no longer part of it. */
export function moveAll(meeting: Meeting, local: string, networkZone: string): Meeting {
  const rule = ruleOf(choiceOf(meeting.repeat, dayOf(meeting)), local.slice(0, 10)) ?? "";
  const until = untilOf(meeting.repeat);
  const after: Meeting = {
    ...meeting,
    start: startIn(local, zoneOf(meeting, networkZone), networkZone),
    repeat: until === undefined ? rule : `${rule};UNTIL=${until}`,
  };
  return carryOver(meeting, after, networkZone);
}

export function cancelOne(meeting: Meeting, occurrence: Occurrence): Meeting {
  if (meeting.repeat === undefined) return cancelAll(meeting);
  return {
    ...meeting,
    except: [...new Set([...meeting.except, occurrence.id])].sort(),
    moved: meeting.moved.filter((one) => !one.startsWith(`${occurrence.id}>`)),
  };
}

export const cancelAll = (meeting: Meeting): Meeting => ({ ...meeting, status: "cancelled" });

/**
 * A series with another start or rhythm keeps its exceptions: each goes to the new occurrence that is nearest, if it
 * lies within half a period; in another rhythm only where the very same time is left.
 */
export function carryOver(before: Meeting, after: Meeting, networkZone: string): Meeting {
  const isUnchanged = before.start === after.start && before.repeat === after.repeat;
  if (isUnchanged || (before.except.length === 0 && before.moved.length === 0)) return after;
  if (after.repeat === undefined) return { ...after, except: [], moved: [] };
  const starts = wallClockStarts(after.repeat, localStartOf(after), zoneOf(after, networkZone));
  const choice = choiceOf(after.repeat, dayOf(after));
  const isSameRhythm = choice === choiceOf(before.repeat, dayOf(before)) && choice !== "imported";
  const withinMs = isSameRhythm ? (halfPeriodDays[choice] ?? 0) * dayMs : 0;
  const place = (id: string): string | undefined => {
    const distance = (start: string) => Math.abs(asIfUtc(start).getTime() - asIfUtc(id).getTime());
    const [nearest] = [...starts].sort((a, b) => distance(a) - distance(b));
    return nearest !== undefined && distance(nearest) <= withinMs ? nearest : undefined;
  };
  return {
    ...after,
    except: [...new Set(before.except.flatMap((id) => place(id) ?? []))],
    moved: before.moved.flatMap((one) => {
      const [from = "", to = ""] = one.split(">", 2);
      const id = place(from);
      return id === undefined || id === to ? [] : [`${id}>${to}`];
    }),
  };
}

const halfPeriodDays: Readonly<Partial<Record<RepeatChoice, number>>> = {
  weekly: 3.5,
  biweekly: 7,
  "monthly-date": 15,
  "monthly-weekday": 15,
};

const dayOf = (meeting: Meeting): string => localStartOf(meeting).slice(0, 10);

/** Whether and when somebody gets a reminder. Pure: everything it hangs on comes in. */
import type { Preferences } from "../../../core/preferences.ts";
import {
  afterQuietHours,
  type IsHoliday,
  isPausedAt,
  type Rhythm,
} from "../../../core/quiet-hours.ts";
import { isExempt, remindAt } from "./remind-at.ts";

/** Why somebody is not sent a reminder; each has its words in `texts.reminders.reasons`. */
export type SkipReason =
  | "own-lead-time"
  | "reminders-off"
  | "blocked"
  | "unreachable"
  | "coordinator"
  | "too-late"
  | "superseded"
  | "planned-later"
  | "paused"
  | "quiet-hours";

export type Decision =
  /** Its moment has not come. */
  | { readonly state: "wait" }
  | { readonly state: "send"; readonly at: Date }
  | { readonly state: "skip"; readonly reason: SkipReason }
  /** They are not concerned at all. */
  | { readonly state: "none" };

/** One lead time of one occurrence. */
export type Slot = {
  readonly start: Date;
  /** The lead time. */
  readonly minutes: number;
  /** All lead times of the meeting, this one among them unless it is somebody's own. */
  readonly leads: readonly number[];
  /** When the meeting, or its last change of time, was taken in. */
  readonly plannedAt: Date;
  /** A coordinator does not want it sent. */
  readonly isSkipped: boolean;
};

export type Person = {
  readonly rhythm: Rhythm;
  readonly preferences: Pick<Preferences, "reminders" | "remindMinutes" | "pausedUntil">;
  readonly isClosed: boolean;
  readonly isReachable: boolean;
};

const minuteMs = 60_000;
/** A moment that has just gone by is still on time: a round of the job, a restart. */
const graceMs = 5 * minuteMs;
const plannedGraceMs = minuteMs;
/** What is to leave at the start itself leaves a round of the job after it. */
const startGraceMs = 2 * minuteMs;

/** From then on nothing is sent any more. */
export const closesAt = (start: Date, minutes: number): Date =>
  new Date(start.getTime() + (minutes === 0 ? startGraceMs : 0));

export function decideReminder(
  person: Person,
  slot: Slot,
  now: Date,
  isHoliday: IsHoliday,
): Decision {
  const { preferences, rhythm } = person;
  const own = preferences.remindMinutes;
  const leads = own === undefined ? slot.leads : [own];
  if (slot.leads.length === 0) return none;
  if (!leads.includes(slot.minutes)) {
    return slot.leads.includes(slot.minutes) ? skip("own-lead-time") : none;
  }
  const moments = new Map(
    leads.map((minutes) => [minutes, remindAt(slot.start, minutes, rhythm, isHoliday)]),
  );
  const moment = moments.get(slot.minutes) ?? slot.start;
  if (now < moment) return { state: "wait" };

  if (!preferences.reminders) return skip("reminders-off");
  if (person.isClosed) return skip("blocked");
  if (!person.isReachable) return skip("unreachable");
  if (slot.isSkipped) return skip("coordinator");
  if (now >= closesAt(slot.start, slot.minutes)) return skip("too-late");

  const later = leads.filter((minutes) => minutes < slot.minutes);
  const isSuperseded = (at: Date) => later.some((minutes) => (moments.get(minutes) ?? at) <= at);
  if (isSuperseded(now)) return skip("superseded");
  const wasPlannedLater = moment.getTime() < slot.plannedAt.getTime() - plannedGraceMs;
  if (wasPlannedLater && later.length > 0) return skip("planned-later");

  const isLate = now.getTime() - moment.getTime() > graceMs;
  const at = isLate && !isExempt(slot.minutes) ? afterQuietHours(now, rhythm, isHoliday) : now;
  if (at > now && at >= slot.start) return skip("quiet-hours");
  if (isSuperseded(at)) return skip("superseded");
  return isPausedAt(preferences, rhythm, at) ? skip("paused") : { state: "send", at };
}

/** As for a person, but a channel has no hours, no wishes, and always the meeting's lead times. */
export function decidePost(slot: Slot, now: Date): Decision {
  const momentOf = (minutes: number) => slot.start.getTime() - minutes * minuteMs;
  const moment = momentOf(slot.minutes);
  if (!slot.leads.includes(slot.minutes)) return none;
  if (now.getTime() < moment) return { state: "wait" };
  if (slot.isSkipped) return skip("coordinator");
  if (now >= closesAt(slot.start, slot.minutes)) return skip("too-late");
  const later = slot.leads.filter((minutes) => minutes < slot.minutes);
  if (later.some((minutes) => momentOf(minutes) <= now.getTime())) return skip("superseded");
  const wasPlannedLater = moment < slot.plannedAt.getTime() - plannedGraceMs;
  return wasPlannedLater && later.length > 0
    ? skip("planned-later")
    : { state: "send", at: new Date(moment) };
}

const none: Decision = { state: "none" };
const skip = (reason: SkipReason): Decision => ({ state: "skip", reason });

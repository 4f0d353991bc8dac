import type { BatchHead } from "../../../core/outbox/delivery.ts";
import { arePast, type Change } from "./changes.ts";
import type { Move } from "./moves.ts";
import { plannedAt, type Settled } from "./read-meeting.ts";
import { hasEnded } from "./sent-batches.ts";

/**
 * What is noted of a change: a new round of the occurrence's reminders, for whoever has not had them. `state` is the
 * one that holds after the change, without what is noted here. Nothing was sent or planned: only that it came late.
 */
export function movesAfter(
  change: Change,
  batches: readonly BatchHead[],
  state: Settled,
  now: Date,
): readonly Move[] {
  if (change.kind === "cancelled") return [];
  const { after } = change;
  const { version, known } = state;
  const before = change.kind === "moved" ? change.before : after;
  const noted = { to: after.id, version, at: now.toISOString() };
  if (batches.length === 0) return arePast(known.remind, after, now) ? [noted] : [];
  const from = before.id;
  switch (change.kind) {
    case "moved":
      return [{ from, ...noted, was: before.start.toISOString() }];
    case "added":
    case "leads":
      return [{ from, ...noted }];
    case "updated": {
      // Those who are still to be sent the reminder get it with the new content, as if it had been planned so. (What
      // is stopped already was stopped for this change, if the process died before it was noted.)
      const isWaiting = batches.some(
        (head) => head.kind === "reminder" && (!hasEnded(head) || head.stopReason === "updated"),
      );
      return isWaiting ? [{ from, ...noted, at: plannedAt(state, after.id).toISOString() }] : [];
    }
  }
}

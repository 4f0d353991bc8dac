/** What a button names, looked up anew for the person who presses. */
import type { Network } from "../../../core/content.ts";
import type { Turn } from "../../../core/turn.ts";
import { nextOccurrence, occurrenceNamed } from "../calendar/occurrences.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import type { PlanDeps } from "./plan-deps.ts";
import type { MeetingPress } from "./read-meeting-press.ts";
import { mayPlan, seenBy } from "./who-may.ts";

export type Found = {
  readonly meeting: Meeting;
  readonly etag: string;
  readonly network: Network;
  /** Whether the actor may plan in the meeting's own network. */
  readonly mayPlan: boolean;
};

/** Undefined: there is no such meeting, or none that the actor may see. */
export async function lookUp(
  deps: PlanDeps,
  turn: Turn,
  press: MeetingPress,
): Promise<Found | undefined> {
  const network = seenBy(deps, turn).find(({ id }) => id === press.network);
  if (!network || press.id === undefined) return undefined;
  const stored = await deps.store.find(network.id, press.id);
  if (!stored) return undefined;
  return {
    meeting: stored.doc.value,
    etag: stored.etag,
    network,
    mayPlan: mayPlan(deps, network, turn),
  };
}

/** The occurrence that is meant, else the next one; undefined if it is over or there is none. */
export function occurrenceOf(
  { meeting, network }: Pick<Found, "meeting" | "network">,
  press: Pick<MeetingPress, "occurrence">,
  now: Date,
): Occurrence | undefined {
  if (meeting.status === "cancelled") return undefined;
  if (press.occurrence === undefined) return nextOccurrence(meeting, network.timeZone, now);
  const named = occurrenceNamed(meeting, network.timeZone, press.occurrence);
  return named && named.end > now ? named : undefined;
}

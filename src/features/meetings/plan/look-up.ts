/** What a button names, looked up anew for the person who presses. */
import type { Network } from "../../../core/content.ts";
import type { Turn } from "../../../core/turn.ts";
import { runs } from "../../../core/who-runs.ts";
import { nextOccurrence, occurrenceNamed } from "../calendar/occurrences.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import type { MeetingState } from "../meeting-state.ts";
import type { PlanDeps } from "./plan-deps.ts";
import type { MeetingPress } from "./read-meeting-press.ts";
import { stateIfAny } from "./state-of.ts";
import { seenBy } from "./who-may.ts";

export type Found = {
  readonly meeting: Meeting;
  readonly etag: string;
  /** Undefined: there was none yet. */
  readonly state?: MeetingState;
  readonly network: Network;
  /** Whether the actor may plan in the meeting's own network. */
  readonly mayPlan: boolean;
};

/** Longer than any id there is (rows.ts); a card may carry anything. */
const longestId = 150;

/** Undefined: there is no such meeting, or none that the actor may see. */
export async function lookUp(
  deps: PlanDeps,
  turn: Turn,
  press: MeetingPress,
): Promise<Found | undefined> {
  const network = seenBy(deps, turn).find(({ id }) => id === press.network);
  const { id } = press;
  if (!network || id === undefined || id.length > longestId) return undefined;
  const [stored, state] = await Promise.all([
    deps.store.find(network.id, id),
    stateIfAny(deps, network.id, id),
  ]);
  if (!stored) return undefined;
  return {
    meeting: stored.doc.value,
    etag: stored.etag,
    ...(state && { state }),
    network,
    mayPlan: runs(deps, network, turn),
  };
}

/** The occurrence that is meant, else the next one; undefined if it is over or there is none. */
export function occurrenceOf(
  { meeting, network }: Pick<Found, "meeting" | "network">,
  press: Pick<MeetingPress, "occurrence">,
  now: Date,
): Occurrence | undefined {
  if (meeting.status === "cancelled") return undefined;
  // What takes place once is meant by any of its cards, also by one from before it was moved.
  const isAnyMeant = press.occurrence === undefined || meeting.repeat === undefined;
  if (isAnyMeant) return nextOccurrence(meeting, network.timeZone, now);
  const named = occurrenceNamed(meeting, network.timeZone, press.occurrence);
  return named && named.end > now ? named : undefined;
}

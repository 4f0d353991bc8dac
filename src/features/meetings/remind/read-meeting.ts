import type { ContentDocument, Network } from "../../../core/content.ts";
import type { Documents, Stored } from "../../../core/ports.ts";
import { type Meeting, type MeetingDocument, meetingDocId } from "../meeting.ts";
import { type MeetingState, type MeetingStateDocument, meetingStateId } from "../meeting-state.ts";
import { isSameMeeting } from "./changes.ts";
import { lastMove } from "./moves.ts";

export type MeetingNow = {
  /** Undefined: there is none, or none any more. */
  readonly meeting?: Meeting;
  readonly state?: MeetingState;
};

/** As they are in the store now, not as this instance remembers them. */
export async function readMeeting(
  documents: Documents,
  network: string,
  id: string,
): Promise<MeetingNow> {
  // In this order: what the state knows was taken from the meeting before, so the meeting that is read is never older.
  const state = value(
    await documents.read<MeetingStateDocument>("content", network, meetingStateId(id)),
  );
  const meeting = value(
    await documents.read<MeetingDocument>("content", network, meetingDocId(id)),
  );
  return { ...(meeting && { meeting }), ...(state && { state }) };
}

/** The same in half the time, for turns: of a change that comes in between, the state alone may know. */
export async function readMeetingInTurn(
  documents: Documents,
  network: string,
  id: string,
): Promise<MeetingNow> {
  const [state, meeting] = await Promise.all([
    documents.read<MeetingStateDocument>("content", network, meetingStateId(id)).then(value),
    documents.read<MeetingDocument>("content", network, meetingDocId(id)).then(value),
  ]);
  return { ...(meeting && { meeting }), ...(state && { state }) };
}

const value = <T>(stored: Stored<ContentDocument<T>> | undefined): T | undefined =>
  stored === undefined || stored.doc.deleted ? undefined : stored.doc.value;

/** A state that has taken the meeting in as it is: people are told of nothing else. */
export type Settled = MeetingState & Required<Pick<MeetingState, "known" | "since">>;

export function settled(
  { meeting, state }: MeetingNow,
  network: Pick<Network, "timeZone">,
): Settled | undefined {
  if (state?.known === undefined || state.since === undefined) return undefined;
  // A meeting that was deleted is known as a cancelled one.
  const isSame = meeting
    ? isSameMeeting(meeting, state.known) && state.zone === network.timeZone
    : state.known.status === "cancelled";
  return isSame ? (state as Settled) : undefined;
}

/** When an occurrence came up: reminders that should have left before are not caught up on. */
export const plannedAt = (state: Settled, occurrence: string): Date =>
  new Date(lastMove(state.moves ?? [], occurrence)?.at ?? state.since);

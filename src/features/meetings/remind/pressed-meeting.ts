/** What the buttons of a reminder are about, looked up anew: a card carries ids, and anyone can send any. */
import type { Network } from "../../../core/content.ts";
import type { Documents } from "../../../core/ports.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import type { RemindersTexts } from "../../../texts/reminders/type.ts";
import { occurrenceNamed } from "../calendar/occurrences.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import type { MeetingState } from "../meeting-state.ts";
import { currentId, firstId } from "./moves.ts";
import { readMeetingInTurn } from "./read-meeting.ts";
import type { Occasion } from "./rsvp.ts";

export type PressedMeeting = {
  readonly network: Network;
  readonly meeting: Meeting;
  readonly state: MeetingState | undefined;
  readonly occurrence: Occurrence;
  readonly occasion: Occasion;
};

type Refusal = keyof Pick<RemindersTexts, "membersOnly" | "gone" | "isCancelled" | "hasEnded">;

/** Longer than any id there is (rows.ts). */
const longestId = 150;

export async function pressedMeeting(
  documents: Documents,
  turn: ActionTurn,
): Promise<PressedMeeting | Refusal> {
  const { network: networkId, meeting: id, occurrence: pressed } = turn.data;
  if (typeof id !== "string" || id.length > longestId || typeof pressed !== "string") return "gone";
  const network = turn.networks.find((one) => one.id === networkId);
  if (!network) return "membersOnly";
  const { meeting, state } = await readMeetingInTurn(documents, network.id, id);
  if (!meeting) return state?.known?.status === "cancelled" ? "isCancelled" : "gone";
  const moves = state?.moves ?? [];
  const current = currentId(moves, pressed);
  const occurrence = occurrenceNamed(meeting, network.timeZone, current);
  if (meeting.status === "cancelled" || meeting.except.includes(current)) return "isCancelled";
  if (!occurrence) return "gone";
  if (turn.at >= occurrence.end) return "hasEnded";
  const occasion = { network: network.id, meeting: id, occurrence: firstId(moves, current) };
  return { network, meeting, state, occurrence, occasion };
}

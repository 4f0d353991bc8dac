/** What the buttons of a reminder are about, looked up anew: a card carries ids, and anyone can send any. */
import type { Network } from "../../../core/content.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import type { RemindersTexts } from "../../../texts/reminders/type.ts";
import { occurrenceNamed } from "../calendar/occurrences.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import type { MeetingState } from "../meeting-state.ts";
import type { MeetingsDeps } from "../meetings-deps.ts";
import { currentId, firstId, type Move } from "./moves.ts";
import { readMeetingInTurn } from "./read-meeting.ts";
import type { Answers, Occasion, Rsvps } from "./rsvp.ts";

export type PressedMeeting = {
  readonly network: Network;
  readonly meeting: Meeting;
  readonly state: MeetingState | undefined;
  readonly occurrence: Occurrence;
  readonly occasion: Occasion;
  /** With the presser's own as it is stored. */
  readonly answers: Answers;
};

type Refusal = keyof Pick<RemindersTexts, "membersOnly" | "gone" | "isCancelled" | "hasEnded">;

/** Longer than any id there is (rows.ts). */
const longestId = 150;

export async function pressedMeeting(
  deps: Pick<MeetingsDeps, "documents" | "library"> & { readonly rsvps: Pick<Rsvps, "answers"> },
  turn: ActionTurn,
): Promise<PressedMeeting | Refusal> {
  const { network: networkId, meeting: id, occurrence: pressed } = turn.data;
  if (typeof id !== "string" || id.length > longestId || typeof pressed !== "string") return "gone";
  const network = turn.networks.find((one) => one.id === networkId);
  if (!network) return "membersOnly";
  const occasionOf = (moves: readonly Move[]): Occasion => ({
    network: network.id,
    meeting: id,
    occurrence: firstId(moves, currentId(moves, pressed)),
  });
  const answersTo = (occasion: Occasion) => deps.rsvps.answers(occasion, keyOf(turn.actor));
  // Together, as far as is known what the answers are to: only of a move that was made this moment it is not.
  const expected = occasionOf(rememberedMoves(deps, network.id, id));
  const [{ meeting, state }, found] = await Promise.all([
    readMeetingInTurn(deps.documents, network.id, id),
    answersTo(expected),
  ]);
  if (!meeting) return state?.known?.status === "cancelled" ? "isCancelled" : "gone";
  const moves = state?.moves ?? [];
  const current = currentId(moves, pressed);
  const occurrence = occurrenceNamed(meeting, network.timeZone, current);
  if (meeting.status === "cancelled" || meeting.except.includes(current)) return "isCancelled";
  if (!occurrence) return "gone";
  if (turn.at >= occurrence.end) return "hasEnded";
  const occasion = occasionOf(moves);
  const answers = occasion.occurrence === expected.occurrence ? found : await answersTo(occasion);
  return { network, meeting, state, occurrence, occasion, answers };
}

/** As of a few seconds ago. */
const rememberedMoves = (
  { library }: Pick<MeetingsDeps, "library">,
  network: string,
  meeting: string,
): readonly Move[] =>
  library
    .contentOf<MeetingState>("meeting-state")
    .find(({ value }) => value.network === network && value.meeting === meeting)?.value.moves ?? [];

/** Whoever presses a reminder's button, and what is shown to them. */

import { keyOf } from "../../../core/person-key.ts";
import { zoneOfMember } from "../../../core/quiet-hours.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { zoneOf } from "../calendar/occurrences.ts";
import type { MeetingsDeps } from "../meetings-deps.ts";
import { wasAt } from "./moves.ts";
import type { PressedMeeting } from "./pressed-meeting.ts";
import type { Answers } from "./rsvp.ts";
import { answeredVariant, type Shown, variantOf } from "./variants.ts";

export const readerZone = (
  turn: ActionTurn,
  { network }: Pick<PressedMeeting, "network">,
): string => zoneOfMember(turn, network.timeZone);

export function shownTo(
  turn: ActionTurn,
  { network, meeting, state, occurrence }: PressedMeeting,
  { counts }: Pick<Answers, "counts">,
  calendarUrl: MeetingsDeps["calendarUrl"],
): Shown {
  const was = wasAt(state?.moves ?? [], occurrence.id);
  return {
    network,
    meeting,
    occurrence,
    zone: zoneOf(meeting, network.timeZone),
    calendarUrl: state ? calendarUrl(state.token) : "",
    counts,
    ...(was && { status: { kind: "moved", was } }),
    now: turn.at,
  };
}

export const variantFor = (
  turn: ActionTurn,
  pressed: PressedMeeting,
  { of }: Pick<Answers, "of">,
): string =>
  answeredVariant(variantOf(turn.language, readerZone(turn, pressed)), of.get(keyOf(turn.actor)));

/** Moving, cancelling, skipping and previewing, by button: who may, and of what. */
import type { Outcome } from "../../../core/feature.ts";
import { say } from "../../../core/say.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { pressCancel } from "./cancel-press.ts";
import type { Coordinated } from "./coordinated.ts";
import { lookUp, occurrenceOf } from "./look-up.ts";
import { pressMove } from "./move-press.ts";
import type { PlanDeps } from "./plan-deps.ts";
import type { MeetingPress } from "./read-meeting-press.ts";
import { refuse } from "./say.ts";
import { meetingCardOf } from "./show-meetings.ts";
import { pressSkip } from "./skip-press.ts";
import { stateOf } from "./state-of.ts";
import { whoMayPlan } from "./who-may.ts";

export async function pressChange(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
): Promise<Outcome> {
  const texts = textsIn(turn.language).meetings;
  const found = await lookUp(deps, turn, press);
  if (!found) return refuse(turn, texts.gone);
  if (!found.mayPlan) return refuse(turn, await whoMayPlan(deps, [found.network], turn));
  const occurrence = occurrenceOf(found, press, turn.at);
  if (!occurrence) {
    // Somebody else was faster, or this press was made before: the card says how it is.
    const card = await meetingCardOf(deps, turn, found, {}, { warnings: [texts.goneOccurrence] });
    return say(card, "meeting");
  }
  const { meeting, network } = found;
  const about = { meeting, network, occurrence, language: turn.language, now: turn.at };
  const of = { found, occurrence, about };
  switch (turn.verb) {
    case "meeting.move":
      return pressMove(deps, turn, press, of);
    case "meeting.cancel":
      return pressCancel(deps, turn, press, of);
    case "meeting.skip":
      return pressSkip(deps, turn, press, of);
    default:
      return preview(deps, turn, press, of);
  }
}

/** One card for each language of the network, in the personal chat; under them the meeting as it was. */
async function preview(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
  { found, occurrence }: Coordinated,
): Promise<Outcome> {
  const { previewed } = textsIn(turn.language).meetings;
  const { meeting, network } = found;
  const state = found.state ?? (await stateOf(deps, meeting));
  const of = { ...found, state };
  const answer = await meetingCardOf(deps, turn, of, press, { notices: [previewed] });
  const cards = network.languages.map((language) =>
    deps.reminders.preview({ meeting, network, state }, occurrence, language, turn.at),
  );
  return {
    replies: [
      { type: "card", card: answer },
      ...cards.map((card) => ({ type: "card", card, to: "person" }) as const),
    ],
    label: "meeting-preview",
  };
}

/** Presses of a reminder's buttons: yes, maybe or no, and "remind me later". */
import type { Outcome } from "../../../core/feature.ts";
import { keyOf } from "../../../core/person-key.ts";
import { refuseInSentence } from "../../../core/say.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type PressedMeeting, pressedMeeting } from "./pressed-meeting.ts";
import { shownTo, variantFor } from "./presser.ts";
import { type LaterDeps, remindLater, whereLater } from "./remind-later.ts";
import { type Answer, type Answers, isAnswer, type Rsvps } from "./rsvp.ts";
import { cardOf } from "./variants.ts";

export type PressDeps = LaterDeps &
  Parameters<typeof pressedMeeting>[0] & { readonly rsvps: Rsvps };

export async function answerPress(deps: PressDeps, turn: Turn): Promise<Outcome | undefined> {
  if (turn.type !== "action") return undefined;
  if (turn.verb !== "reminder.rsvp" && turn.verb !== "reminder.later") return undefined;
  const isLater = turn.verb === "reminder.later";
  // What they must know is read together: a turn has time for four rounds of calls to a slow store.
  const [pressed, where] = await Promise.all([
    pressedMeeting(deps, turn),
    isLater ? whereLater(deps, turn) : undefined,
  ]);
  if (typeof pressed === "string")
    return refuseInSentence(turn, textsIn(turn.language).reminders[pressed]);
  return isLater ? remindLater(deps, turn, pressed, where) : answer(deps, turn, pressed);
}

async function answer(
  { rsvps, calendarUrl }: PressDeps,
  turn: ActionTurn,
  pressed: PressedMeeting,
): Promise<Outcome> {
  const { value } = turn.data;
  if (!isAnswer(value)) return refuseInSentence(turn, textsIn(turn.language).reminders.gone);
  const person = keyOf(turn.actor);
  const { occasion, occurrence } = pressed;
  const { own } = pressed.answers;
  await rsvps.answer(occasion, person, value, turn.at, turn.id, occurrence.end, { own });
  const answers = withAnswer(pressed.answers, person, value);
  const shown = shownTo(turn, pressed, answers, calendarUrl);
  const card = cardOf(shown, variantFor(turn, pressed, answers));
  // A message would show everyone in the channel what one person answered.
  const isPrivate = turn.via === "submit" && turn.conversation.kind !== "personal";
  return {
    replies: [{ type: "card", card, ...(isPrivate && { to: "person" as const }) }],
    label: "rsvp",
  };
}

/** The answers with this one in place of the person's earlier one. */
function withAnswer({ counts, of }: Answers, person: string, answer: Answer): Answers {
  const earlier = of.get(person);
  if (earlier === answer) return { counts, of };
  return {
    counts: {
      ...counts,
      ...(earlier && { [earlier]: counts[earlier] - 1 }),
      [answer]: counts[answer] + 1,
    },
    of: new Map(of).set(person, answer),
  };
}

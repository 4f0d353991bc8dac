/** Presses of a reminder's buttons: yes, maybe or no, and "remind me later". */

import type { Outcome } from "../../../core/feature.ts";
import { urgencies } from "../../../core/outbox/delivery.ts";
import { targetOf } from "../../../core/outbox/target-of.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { zoneOf } from "../calendar/occurrences.ts";
import type { MeetingsDeps } from "../meetings-deps.ts";
import type { BatchIds } from "./batch-ids.ts";
import { laterAt } from "./later-at.ts";
import { wasAt } from "./moves.ts";
import { type PressedMeeting, pressedMeeting } from "./pressed-meeting.ts";
import { zoneOfReader } from "./rhythm-of.ts";
import { type Answer, type Answers, isAnswer, type Rsvps } from "./rsvp.ts";
import type { About } from "./sent-batches.ts";
import {
  answeredVariant,
  cardOf,
  cardsOf,
  channelVariant,
  type Shown,
  variantOf,
} from "./variants.ts";

export type PressDeps = Pick<MeetingsDeps, "documents" | "directory" | "outbox" | "calendarUrl"> & {
  readonly batchIds: BatchIds;
  readonly rsvps: Rsvps;
};

export async function answerPress(deps: PressDeps, turn: Turn): Promise<Outcome | undefined> {
  if (turn.type !== "action") return undefined;
  if (turn.verb !== "reminder.rsvp" && turn.verb !== "reminder.later") return undefined;
  const pressed = await pressedMeeting(deps.documents, turn);
  if (typeof pressed === "string") return refuse(turn, textsIn(turn.language).reminders[pressed]);
  return turn.verb === "reminder.rsvp"
    ? answer(deps, turn, pressed)
    : remindLater(deps, turn, pressed);
}

async function answer(
  { rsvps, calendarUrl }: PressDeps,
  turn: ActionTurn,
  pressed: PressedMeeting,
): Promise<Outcome> {
  const { value } = turn.data;
  if (!isAnswer(value)) return refuse(turn, textsIn(turn.language).reminders.gone);
  const person = personOf(turn);
  const [found] = await Promise.all([
    rsvps.answers(pressed.occasion),
    rsvps.answer(pressed.occasion, person, value, turn.at, turn.id, pressed.occurrence.end),
  ]);
  const answers = withAnswer(found, person, value);
  const shown = shownTo(turn, pressed, answers, calendarUrl);
  const card = cardOf(shown, variantFor(turn, pressed, answers));
  // A message would show everyone in the channel what one person answered.
  const isPrivate = turn.via === "submit" && turn.conversation.kind !== "personal";
  return {
    replies: [{ type: "card", card, ...(isPrivate && { to: "person" as const }) }],
    label: "rsvp",
  };
}

async function remindLater(
  deps: PressDeps,
  turn: ActionTurn,
  pressed: PressedMeeting,
): Promise<Outcome> {
  const texts = textsIn(turn.language).reminders;
  const { network, meeting, occurrence, occasion, state } = pressed;
  const at = laterAt(turn.at, occurrence.start);
  if (!at) return refuse(turn, texts.tooSoon);
  const [reached, answers] = await Promise.all([
    targetFor(deps, turn),
    deps.rsvps.answers(occasion),
  ]);
  if (!reached) return refuse(turn, texts.noChat);

  const shown = shownTo(turn, pressed, answers, deps.calendarUrl);
  const variant = variantFor(turn, pressed, answers);
  const of = { network: network.id, meeting: meeting.id };
  const version = state?.version ?? 0;
  const about: About = {
    ...of,
    occurrence: occurrence.id,
    start: occurrence.start.toISOString(),
  };
  const variants = reached.fallback ? [variant, channelVariant] : [variant];
  const batch = {
    id: deps.batchIds.later(of, occurrence.id, personOf(turn), at, version),
    kind: "later",
    network: network.id,
    urgency: urgencies.reminder,
    about,
    cards: cardsOf(shown, variants),
  };
  const { actor, language } = turn;
  const plan = { recipient: personOf(turn), name: actor.name, variant, language, notBefore: at };
  await deps.outbox.plan(batch, [{ ...plan, ...reached }], true);
  const clock = clockInWords(at, readerZone(turn, pressed), language);
  return {
    replies: [{ type: "sentence", language, text: texts.remindsAt(clock) }],
    label: "later",
  };
}

/** The answers with this one in place of the person's earlier one, whether it was counted in or not. */
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

/** In the chat they press in, else in their own. */
async function targetFor({ directory }: PressDeps, turn: ActionTurn) {
  const { actor, address } = turn;
  const person = actor.userId === undefined ? {} : { userId: actor.userId };
  if (turn.conversation.kind === "personal") {
    return { target: { route: "chat" as const, address, ...person }, fallback: undefined };
  }
  const known = await directory.recipient(actor.tenant, actor.person);
  const reached = known && targetOf(known, channelVariant);
  if (reached) return { target: reached.target, fallback: reached.fallback };
  if (actor.userId === undefined) return undefined;
  const target = { route: "open" as const, door: address, userId: actor.userId };
  return { target, fallback: undefined };
}

const shownTo = (
  turn: ActionTurn,
  { network, meeting, state, occurrence }: PressedMeeting,
  { counts }: Answers,
  calendarUrl: PressDeps["calendarUrl"],
): Shown => {
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
};

const variantFor = (turn: ActionTurn, pressed: PressedMeeting, { of }: Answers): string =>
  answeredVariant(variantOf(turn.language, readerZone(turn, pressed)), of.get(personOf(turn)));

const readerZone = (turn: ActionTurn, { network }: PressedMeeting): string =>
  zoneOfReader(turn, network.timeZone);

const personOf = ({ actor }: ActionTurn): string => `${actor.tenant}:${actor.person}`;

const refuse = (turn: ActionTurn, text: string): Outcome => ({
  replies: [{ type: "sentence", language: turn.language, text }],
  label: "refused",
});

/** "13.00", in English "13:00". */
function clockInWords(at: Date, timeZone: string, language: ActionTurn["language"]): string {
  const clock = at.toLocaleTimeString("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  return language === "en" ? clock : clock.replace(/^0/u, "").replace(":", ".");
}

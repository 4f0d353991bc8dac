/** "Remind me later": one more reminder, for whoever asks, an hour on. */
import { clockInWords } from "../../../core/dates.ts";
import type { Outcome } from "../../../core/feature.ts";
import { urgencies } from "../../../core/outbox/delivery.ts";
import { targetOf } from "../../../core/outbox/target-of.ts";
import { keyOf } from "../../../core/person-key.ts";
import { refuseInSentence } from "../../../core/say.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { wallClock } from "../../../core/wall-clock.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { MeetingsDeps } from "../meetings-deps.ts";
import type { BatchIds } from "./batch-ids.ts";
import { laterAt } from "./later-at.ts";
import type { PressedMeeting } from "./pressed-meeting.ts";
import { readerZone, shownTo, variantFor } from "./presser.ts";
import type { About } from "./sent-batches.ts";
import { cardsOf, channelVariant } from "./variants.ts";

export type LaterDeps = Pick<MeetingsDeps, "directory" | "outbox" | "calendarUrl"> & {
  readonly batchIds: BatchIds;
};

/** `where`: see `whereLater`. */
export async function remindLater(
  deps: LaterDeps,
  turn: ActionTurn,
  pressed: PressedMeeting,
  where: Awaited<ReturnType<typeof whereLater>>,
): Promise<Outcome> {
  const texts = textsIn(turn.language).reminders;
  const { network, meeting, occurrence, answers, state } = pressed;
  const at = laterAt(turn.at, occurrence.start);
  if (!at) return refuseInSentence(turn, texts.tooSoon);
  if (!where) return refuseInSentence(turn, texts.noChat);

  const shown = shownTo(turn, pressed, answers, deps.calendarUrl);
  const variant = variantFor(turn, pressed, answers);
  const of = { network: network.id, meeting: meeting.id };
  const version = state?.version ?? 0;
  const about: About = {
    ...of,
    occurrence: occurrence.id,
    start: occurrence.start.toISOString(),
  };
  const variants = where.fallback ? [variant, channelVariant] : [variant];
  const batch = {
    id: deps.batchIds.later(of, occurrence.id, keyOf(turn.actor), at, version),
    kind: "later",
    network: network.id,
    urgency: urgencies.reminder,
    about,
    cards: cardsOf(shown, variants),
  };
  const { actor, language } = turn;
  const plan = { recipient: keyOf(turn.actor), name: actor.name, variant, language, notBefore: at };
  await deps.outbox.planSingle(batch, { ...plan, ...where });
  const clock = wallClock(at, readerZone(turn, pressed)).slice(11);
  return {
    replies: [{ type: "sentence", language, text: texts.remindsAt(clockInWords(clock, language)) }],
    label: "later",
  };
}

/** In the chat they press in, else in their own. */
export async function whereLater({ directory }: Pick<LaterDeps, "directory">, turn: ActionTurn) {
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

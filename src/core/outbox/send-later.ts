import { keyOf } from "../person-key.ts";
import type { Clock, ConversationAddress, Digest } from "../ports.ts";
import type { Card } from "../reply.ts";
import type { Turn } from "../turn.ts";
import { type BatchPlan, type DeliveryPlan, type Target, urgencies } from "./delivery.ts";
import type { Outbox } from "./outbox.ts";

/** Where a reply goes: into the conversation of the turn, or into its actor's own chat, if that is known. */
export type LaterTo = "here" | { readonly chat: ConversationAddress | undefined };

/** `place`: how many of the same turn go before it, from 0. */
export type SendLater = (turn: Turn, card: Card, to: LaterTo, place: number) => Promise<void>;

/** Batches that are found together leave in any order; the sender finds each within two and a half seconds. */
const apartMs = 3_000;

/**
 * Puts a reply into the outbox that the connector would not take now: a batch of one delivery. Its id comes from what
 * is answered and with what, so that a turn handled again does not answer twice, and two cards of a turn are two.
 */
export function createSendLater(
  outbox: Outbox,
  { digest, clock }: { readonly digest: Digest; readonly clock: Clock },
): SendLater {
  return async (turn, card, to, place) => {
    const { actor, conversation, id } = turn;
    const isPersonal = to !== "here" || conversation.kind === "personal";
    const named = [conversation.id, id, card.kind, card.language, card.summary, to !== "here"];
    const batch: BatchPlan = {
      id: `reply:${digest(JSON.stringify(named))}`,
      kind: "reply",
      urgency: urgencies.reply,
      about: {},
      cards: { [card.language]: card },
    };
    const delivery: DeliveryPlan = {
      recipient: isPersonal ? keyOf(actor) : conversation.id,
      name: isPersonal ? actor.name : "",
      target: to === "here" ? targetHere(turn) : targetInPerson(turn, to.chat),
      ...(place > 0 && { notBefore: new Date(clock.now().getTime() + place * apartMs) }),
      variant: card.language,
      language: card.language,
    };
    await outbox.plan(batch, [delivery], true);
  };
}

const targetHere = ({ actor, address, conversation, id }: Turn): Target => ({
  route: conversation.kind === "channel" ? "channel" : "chat",
  address,
  replyToId: id,
  ...(conversation.kind === "personal" && actor.userId !== undefined && { userId: actor.userId }),
});

function targetInPerson(
  { actor: { userId }, address }: Turn,
  chat: ConversationAddress | undefined,
): Target {
  if (chat) return { route: "chat", address: chat, ...(userId !== undefined && { userId }) };
  if (userId === undefined) throw new Error("A chat that is not known cannot be opened.");
  return { route: "open", door: address, userId };
}

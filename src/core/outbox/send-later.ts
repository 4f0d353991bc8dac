import type { Digest } from "../ports.ts";
import type { Card } from "../reply.ts";
import type { Turn } from "../turn.ts";
import { type BatchPlan, type DeliveryPlan, urgencies } from "./delivery.ts";
import type { Outbox } from "./outbox.ts";

/**
 * Puts a reply into the outbox that the connector would not take now: a batch of one delivery. Its id comes from what
 * is answered and with what, so that a turn handled again does not answer twice, and two cards of a turn are two.
 */
export function createSendLater(
  outbox: Outbox,
  digest: Digest,
): (turn: Turn, card: Card) => Promise<void> {
  return async (turn, card) => {
    const { actor, address, conversation, id } = turn;
    const isPersonal = conversation.kind === "personal";
    const batch: BatchPlan = {
      id: `reply:${digest(JSON.stringify([conversation.id, id, card.kind, card.summary]))}`,
      kind: "reply",
      urgency: urgencies.reply,
      about: {},
      cards: { [card.language]: card },
    };
    const delivery: DeliveryPlan = {
      recipient: isPersonal ? `${actor.tenant}:${actor.person}` : conversation.id,
      name: isPersonal ? actor.name : "",
      target: {
        route: conversation.kind === "channel" ? "channel" : "chat",
        address,
        replyToId: id,
        ...(isPersonal && actor.userId !== undefined && { userId: actor.userId }),
      },
      variant: card.language,
      language: card.language,
    };
    await outbox.plan(batch, [delivery], true);
  };
}

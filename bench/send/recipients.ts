/** Who gets the bench's message: every third is someone whose chat has to be opened first. */
import type { DeliveryPlan } from "../../src/core/outbox/delivery.ts";
import type { ConversationAddress } from "../../src/core/ports.ts";
import { chatOpenedWith } from "../../test/fakes/bot-connector.ts";

const tenant = "11111111-1111-4111-8111-111111111111";

export function* planFor(recipients: number, serviceUrl: string): Generator<DeliveryPlan> {
  const door = { serviceUrl, channel: "msteams", botId: "28:kollega", tenant };
  for (let number = 0; number < recipients; number++) {
    const userId = `29:${number}`;
    const language = number % 2 === 0 ? "sv" : "fi";
    const address: ConversationAddress = { ...door, v: 1, conversationId: conversationOf(number) };
    yield {
      recipient: recipientOf(number),
      name: `Person ${number}`,
      target: isUnknown(number)
        ? { route: "open", door, userId }
        : { route: "chat", address, userId },
      variant: language,
      language,
    };
  }
}

const recipientOf = (number: number): string =>
  `${tenant}:00000000-0000-4000-9000-${String(number).padStart(12, "0")}`;

/** Where the message comes to be. */
export const conversationOf = (number: number): string =>
  isUnknown(number) ? chatOpenedWith(`29:${number}`) : `a:known-${number}`;

/** The number of a recipient of this plan. */
export const numberOf = (recipient: string): number => Number(recipient.split("-").at(-1));

const isUnknown = (number: number): boolean => number % 3 === 2;

import type { CountedBatch } from "../../core/outbox/count-deliveries.ts";
import { type BatchHead, type Delivery, deliveryStates } from "../../core/outbox/delivery.ts";

/** A batch as design.md 8 prints it, without its recipients. */
export type PrintedBatch = Pick<BatchHead, "id" | "kind" | "state"> & CountedBatch;

type Route = "chat" | "channel" | "mention" | "edit" | "delete";

export type PrintedRecipient = {
  /** The person's id, or the channel's. */
  readonly person: string;
  readonly name: string;
  readonly route: Route;
  readonly state: Delivery["state"];
  readonly reason?: string;
  readonly activityId?: string;
  readonly language: string;
  readonly possibleDuplicate?: true;
  readonly at: string;
};

export type OutboxWords = {
  readonly batchState: Readonly<Record<BatchHead["state"], string>>;
  readonly intended: (count: number) => string;
  readonly state: Readonly<Record<Delivery["state"], string>>;
  readonly route: Readonly<Record<Route, string>>;
  readonly possibleDuplicate: string;
  readonly reasons: Readonly<Record<string, string>>;
};

/** The names in the order in which they are promised. */
export const printedBatch = (
  { id, kind, state }: BatchHead,
  counts: CountedBatch,
): PrintedBatch => ({
  id,
  kind,
  state,
  intended: counts.intended,
  planned: counts.planned,
  sending: counts.sending,
  delivered: counts.delivered,
  refused: counts.refused,
  skipped: counts.skipped,
  unknown: counts.unknown,
});

export function printedRecipient(delivery: Delivery): PrintedRecipient {
  const { name, target, state, reason, activityId, language, possibleDuplicate, at } = delivery;
  return {
    person: personOf(delivery),
    name,
    // A chat that has yet to be opened is a chat.
    route: target.route === "open" ? "chat" : target.route,
    state,
    ...(reason !== undefined && { reason }),
    ...(activityId !== undefined && { activityId }),
    language,
    ...(possibleDuplicate && { possibleDuplicate }),
    at,
  };
}

/** A person without their tenant; a channel's id as it is. */
function personOf({ recipient, target }: Delivery): string {
  const { tenant } = "door" in target ? target.door : target.address;
  if (tenant !== undefined && recipient.startsWith(`${tenant}:`)) {
    return recipient.slice(tenant.length + 1);
  }
  return recipient.replace(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:/iu, "");
}

/** One line: the batch, where it stands, and how many recipients stand where. */
export function batchInWords(batch: PrintedBatch, words: OutboxWords): string {
  const counts = deliveryStates
    .filter((state) => batch[state] > 0)
    .map((state) => `${words.state[state]} ${batch[state]}`);
  const facts = [words.batchState[batch.state], words.intended(batch.intended), ...counts];
  return `${batch.id}: ${facts.join(", ")}`;
}

export function recipientInWords(recipient: PrintedRecipient, words: OutboxWords): string {
  const { name, person, route, state, reason, possibleDuplicate } = recipient;
  const facts = [
    words.route[route],
    words.state[state],
    ...(reason === undefined ? [] : [words.reasons[reason] ?? reason]),
    ...(possibleDuplicate ? [words.possibleDuplicate] : []),
  ];
  return `- ${name || person}: ${facts.join(", ")}`;
}

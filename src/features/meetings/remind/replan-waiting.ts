/** Messages that were to be sent later, and were stopped because their content changed, are planned anew. */
import { type BatchHead, type Delivery, urgencies } from "../../../core/outbox/delivery.ts";
import { firstNameOf } from "./batch-ids.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import type { Answers } from "./rsvp.ts";
import { type About, isTold } from "./sent-batches.ts";
import { answeredVariant, cardsOf, type Shown } from "./variants.ts";

export async function replanWaiting(
  deps: Pick<RemindJobDeps, "outbox" | "batchIds">,
  batches: readonly BatchHead[],
  next: {
    readonly about: About;
    readonly shown: Shown;
    readonly version: number;
    readonly content: string;
    readonly answers: Answers;
  },
): Promise<void> {
  const { outbox, batchIds } = deps;
  const { about, shown, version, content, answers } = next;
  // Reminders themselves are planned again with everyone else's (movesAfter).
  const waitedFor = Map.groupBy(
    batches.filter(({ kind }) => kind !== "reminder"),
    ({ id }) => firstNameOf(id),
  );
  for (const [name, heads] of waitedFor) {
    const head = heads[0];
    const waiting = await stillWaiting(outbox, heads);
    if (!head || waiting.length === 0) continue;
    const isNotice = head.kind !== "later";
    const plans = waiting.map((delivery) => ({
      recipient: delivery.recipient,
      name: delivery.name,
      language: delivery.language,
      target: delivery.target,
      ...(delivery.fallback && { fallback: delivery.fallback }),
      variant: answeredVariant(
        delivery.variant.split("|").slice(0, 2).join("|"),
        isNotice ? undefined : answers.of.get(delivery.recipient),
      ),
      notBefore: new Date(delivery.due),
    }));
    const variants = plans.flatMap(({ variant, fallback }) => [variant, fallback?.variant ?? []]);
    await outbox.plan(
      {
        id: batchIds.again(name, version, content),
        kind: head.kind,
        network: shown.network.id,
        urgency: isNotice ? urgencies.notice : urgencies.reminder,
        about,
        cards: cardsOf({ ...shown, isNotice }, new Set(variants.flat())),
      },
      plans,
      true,
    );
  }
}

/** Those who were stopped and have not got it under another name since. */
async function stillWaiting(
  outbox: RemindJobDeps["outbox"],
  heads: readonly BatchHead[],
): Promise<readonly Delivery[]> {
  const waiting = new Map<string, Delivery>();
  const told = new Set<string>();
  for (const { id } of heads) {
    for await (const delivery of outbox.deliveries(id)) {
      if (isTold(delivery)) told.add(delivery.recipient);
      if (delivery.state === "skipped" && delivery.reason === "updated")
        waiting.set(delivery.recipient, delivery);
    }
  }
  return [...waiting.values()].filter(({ recipient }) => !told.has(recipient));
}

/**
 * Plans a batch of a single delivery in two rounds of calls to the store, for turns, which must end in time. Nobody
 * finds it before its head is there, and the head comes last: so it can be made whole at once.
 */
import type { BatchPlan, DeliveryPlan } from "./delivery.ts";
import type { DeliveryStore } from "./delivery-store.ts";
import { newDelivery, newHead } from "./plan-batch.ts";

/** False if any of it was there already, perhaps from a planner that died: then it must be planned as every batch is. */
export async function planSingle(
  store: DeliveryStore,
  batch: BatchPlan,
  plan: DeliveryPlan,
): Promise<boolean> {
  const { cards, about } = batch;
  const madeAt = store.now();
  const made = await Promise.all([
    store.createCards(batch.id, { id: "cards", type: "cards", v: 1, cards, about }),
    store.create(newDelivery(store, { id: batch.id, madeAt }, plan)),
  ]);
  if (made.includes("exists")) return false;
  const head = { ...newHead(batch, madeAt), state: "open", intended: 1 } as const;
  return (await store.createHead(head)) !== "exists";
}

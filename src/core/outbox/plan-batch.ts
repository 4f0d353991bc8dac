import type { Stored } from "../ports.ts";
import type { JsonObject } from "../reply.ts";
import { countDeliveries } from "./count-deliveries.ts";
import {
  type BatchCards,
  type BatchHead,
  type BatchPlan,
  behindChannelsMs,
  type Delivery,
  type DeliveryPlan,
} from "./delivery.ts";
import type { DeliveryStore } from "./delivery-store.ts";
import { skipPlanned } from "./skip-planned.ts";

type Plans = Iterable<DeliveryPlan> | AsyncIterable<DeliveryPlan>;

/** How many deliveries are written at once; between them the thread is free for others. */
const writtenAtOnce = 16;
/** How often it is asked whether the batch was stopped, or completed by someone else. */
const writtenBetweenLooks = 320;

/** See `Outbox.plan`. Every step may be done again, and from two instances at once. */
export async function planBatch(
  store: DeliveryStore,
  batch: BatchPlan,
  deliveries: Plans,
  isComplete: boolean,
): Promise<void> {
  const found = await store.head(batch.id);
  if (found && found.doc.state !== "planning") return;
  // The sender looks for the cards of every delivery it finds, and finds deliveries by the head: so in this order.
  const about = await planCards(store, batch);
  const madeAt = found?.doc.due ?? store.now();
  if (!found) await store.createHead(newHead({ ...batch, about }, madeAt));
  const isOpen = await planDeliveries(store, { id: batch.id, madeAt }, deliveries);
  if (isOpen && isComplete) await completePlan(store, batch.id);
  if (!isOpen) await accountForLate(store, batch.id);
}

/**
 * Cards that were planned stay as they are; later calls may bring more variants. Gives what they are about: they may
 * be those of a planner that died before it made the head, and whose words were others.
 */
async function planCards(
  store: DeliveryStore,
  { id: batchId, cards, about }: BatchPlan,
): Promise<JsonObject> {
  for (;;) {
    const planned = await store.cards(batchId);
    const doc: BatchCards = {
      id: "cards",
      type: "cards",
      v: 1,
      cards: { ...cards, ...planned?.doc.cards },
      about: planned?.doc.about ?? about,
    };
    if (!planned) {
      if ((await store.createCards(batchId, doc)) !== "exists") return about;
      continue;
    }
    const isWhole = Object.keys(cards).every((variant) => variant in planned.doc.cards);
    if (isWhole || (await store.replaceCards(batchId, { ...planned, doc })) !== "stale")
      return planned.doc.about ?? about;
  }
}

/** False if the batch took no more. */
async function planDeliveries(
  store: DeliveryStore,
  batch: { readonly id: string; readonly madeAt: number },
  deliveries: Plans,
): Promise<boolean> {
  let some: Delivery[] = [];
  let written = 0;
  async function write(): Promise<boolean> {
    await Promise.all(some.map((delivery) => store.create(delivery)));
    const before = written;
    written += some.length;
    some = [];
    await store.pause();
    const looks =
      Math.floor(before / writtenBetweenLooks) < Math.floor(written / writtenBetweenLooks);
    return !looks || (await store.head(batch.id))?.doc.state === "planning";
  }
  for await (const plan of deliveries) {
    some.push(newDelivery(store, batch, plan));
    if (some.length >= writtenAtOnce && !(await write())) return false;
  }
  if (some.length > 0) await write();
  return (await store.head(batch.id))?.doc.state === "planning";
}

async function completePlan(store: DeliveryStore, batchId: string): Promise<void> {
  for (;;) {
    const head = await store.head(batchId);
    if (head?.doc.state !== "planning") return accountForLate(store, batchId);
    const { intended } = await countDeliveries(store.all(batchId));
    const doc: BatchHead = { ...head.doc, state: "open", intended };
    if ((await store.replaceHead({ ...head, doc })) !== "stale") return;
  }
}

/**
 * Someone else completed, stopped or even ended the batch while deliveries were written here, perhaps some that they
 * do not know of: these are counted in, and sent or skipped like the rest.
 */
async function accountForLate(store: DeliveryStore, batchId: string): Promise<void> {
  for (;;) {
    const head = await store.head(batchId);
    if (!head || head.doc.state === "planning") return;
    if (head.doc.stopReason !== undefined) {
      await skipPlanned(store, batchId, head.doc.stopReason);
    }
    const { intended, ...counts } = await countDeliveries(store.all(batchId));
    if (intended === head.doc.intended && (!head.doc.counts || counts.planned === 0)) return;
    if ((await store.replaceHead(reopened(head, intended))) !== "stale") return;
  }
}

function reopened({ doc, etag }: Stored<BatchHead>, intended: number): Stored<BatchHead> {
  const { counts: _, endedAt: __, ...rest } = doc;
  return { etag, doc: { ...rest, state: "open", intended } };
}

export const newHead = (batch: BatchPlan, now: number): BatchHead => ({
  id: batch.id,
  type: "batch",
  v: 1,
  kind: batch.kind,
  ...(batch.network !== undefined && { network: batch.network }),
  urgency: batch.urgency,
  about: batch.about,
  state: "planning",
  intended: 0,
  createdAt: new Date(now).toISOString(),
  due: now,
});

export function newDelivery(
  store: DeliveryStore,
  batch: { readonly id: string; readonly madeAt: number },
  plan: DeliveryPlan,
): Delivery {
  const { recipient, name, target, fallback, variant, language, notBefore, skip } = plan;
  const from = notBefore?.getTime() ?? batch.madeAt;
  return {
    id: store.idOf(recipient),
    type: "delivery",
    v: 1,
    batch: batch.id,
    recipient,
    name,
    target,
    ...(fallback && { fallback }),
    variant,
    language,
    state: skip === undefined ? "planned" : "skipped",
    ...(skip !== undefined && { reason: skip }),
    notTaken: 0,
    leftOpen: 0,
    // Channel posts before all others, in whatever order they are planned.
    due: target.route === "channel" ? from : from + behindChannelsMs,
    at: new Date(store.now()).toISOString(),
  };
}

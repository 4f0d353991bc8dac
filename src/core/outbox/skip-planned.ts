import type { Stored } from "../ports.ts";
import type { Delivery } from "./delivery.ts";
import type { DeliveryStore } from "./delivery-store.ts";

/** So many are written at once; between them the thread is free for others. */
const pageSize = 16;

/** Turns what is planned into skipped, of all recipients or of some, and says how many. What is being sent is not stopped. */
export async function skipPlanned(
  store: DeliveryStore,
  batchId: string,
  reason: string,
  recipients?: ReadonlySet<string>,
): Promise<number> {
  let skipped = 0;
  if (recipients) {
    for (const recipient of recipients) {
      const found = await store.delivery(batchId, recipient);
      if (found && (await skipOne(store, found, reason))) skipped += 1;
    }
    return skipped;
  }
  // What was skipped is planned no more, so the first page is always the next one.
  for (;;) {
    const { items } = await store.due(batchId, "planned", { limit: pageSize });
    if (items.length === 0) return skipped;
    const done = await Promise.all(items.map((found) => skipOne(store, found, reason)));
    skipped += done.filter(Boolean).length;
    await store.pause();
  }
}

/** False if it is no longer planned, or if a call that may have reached the person was made for it. */
export async function skipOne(
  store: DeliveryStore,
  found: Stored<Delivery>,
  reason: string,
): Promise<boolean> {
  let stored: Stored<Delivery> | undefined = found;
  while (stored?.doc.state === "planned") {
    const next = skippedFor(stored.doc, reason, store.now());
    if ((await store.replace(next, stored.etag)) !== "stale") return next.state === "skipped";
    stored = await store.again(stored.doc);
  }
  return false;
}

/** A POST that was left open may have been taken: that is not "skipped", it stays unknown. */
function skippedFor(delivery: Delivery, reason: string, now: number): Delivery {
  const at = new Date(now).toISOString();
  return delivery.leftOpen > 0
    ? { ...delivery, state: "unknown", reason, at }
    : { ...delivery, state: "skipped", reason, at };
}

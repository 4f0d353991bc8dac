import type { Stored } from "../ports.ts";
import { countDeliveries } from "./count-deliveries.ts";
import type { BatchHead } from "./delivery.ts";
import type { DeliveryStore } from "./delivery-store.ts";

/** Ends a batch whose planning is complete and of which nothing is planned or being sent. Gives the ended head. */
export async function endIfDone(
  store: DeliveryStore,
  batchId: string,
): Promise<BatchHead | undefined> {
  const head = await store.head(batchId);
  if (head?.doc.state !== "open") return undefined;
  for (const state of ["planned", "sending"] as const) {
    if ((await store.due(batchId, state, { limit: 1 })).items.length > 0) return undefined;
  }
  const { intended, ...counts } = await countDeliveries(store.all(batchId));
  if (counts.planned + counts.sending > 0) return undefined;
  const ended: Stored<BatchHead> = {
    etag: head.etag,
    doc: {
      ...head.doc,
      state: head.doc.stopReason === undefined ? "ended" : "stopped",
      intended,
      counts,
      endedAt: new Date(store.now()).toISOString(),
    },
  };
  await store.letCardsExpire(batchId);
  return (await store.replaceHead(ended)) === "stale" ? undefined : ended.doc;
}

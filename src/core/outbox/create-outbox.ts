/** Plans batches and reads them (outbox.ts); what is planned here is sent by send-batches.ts, in whichever process. */
import type { Clock, Digest, Documents } from "../ports.ts";
import { countDeliveries, countsOf } from "./count-deliveries.ts";
import type { BatchHead } from "./delivery.ts";
import { createDeliveryStore } from "./delivery-store.ts";
import { endIfDone } from "./end-batch.ts";
import type { Outbox } from "./outbox.ts";
import { planBatch } from "./plan-batch.ts";
import { planSingle } from "./plan-single.ts";
import { skipPlanned } from "./skip-planned.ts";

export function createOutbox(deps: {
  readonly documents: Documents;
  readonly clock: Clock;
  readonly digest: Digest;
  /** Tells the sender of this process; others look by themselves. */
  readonly wake: () => void;
}): Outbox {
  const store = createDeliveryStore(deps);

  return {
    wake: deps.wake,

    async plan(batch, deliveries, isComplete) {
      await planBatch(store, batch, deliveries, isComplete);
      deps.wake();
    },
    async planSingle(batch, delivery) {
      const isPlanned = await planSingle(store, batch, delivery);
      if (!isPlanned) await planBatch(store, batch, [delivery], true);
      deps.wake();
    },

    async head(batchId) {
      return (await store.head(batchId))?.doc;
    },
    heads: (prefix) => store.heads(prefix),
    deliveries: (batchId) => store.all(batchId),

    async delivery(batchId, recipient) {
      return (await store.delivery(batchId, recipient))?.doc;
    },
    deliveriesTo: (batchId, recipients) =>
      Promise.all(
        recipients.map(async (recipient) => (await store.delivery(batchId, recipient))?.doc),
      ),

    counts: (head) => countsOf(head, () => store.all(head.id)),

    async skip(batchId, reason, recipients) {
      if (recipients) return skipPlanned(store, batchId, reason, recipients);
      const isStopping = await stopBatch(batchId, reason);
      if (!isStopping) return 0;
      const skipped = await skipPlanned(store, batchId, reason);
      await endIfDone(store, batchId);
      return skipped;
    },
  };

  /** From now on it takes no more; false if it is not there or has ended. */
  async function stopBatch(batchId: string, stopReason: string): Promise<boolean> {
    for (;;) {
      const head = await store.head(batchId);
      if (!head || head.doc.state === "ended" || head.doc.state === "stopped") return false;
      if (head.doc.stopReason !== undefined) return true;
      const { intended } = await countDeliveries(store.all(batchId));
      const doc: BatchHead = { ...head.doc, state: "open", intended, stopReason };
      if ((await store.replaceHead({ ...head, doc })) !== "stale") return true;
    }
  }
}

/**
 * Plans long batches a little at a time, so that what is urgent, or shall stop, need not wait for the end of a long
 * list. Streamed: what is planned is never all held. Whatever breaks off is begun again from the start, which plans
 * nothing twice.
 */
import type { BatchPlan, DeliveryPlan } from "../../../core/outbox/delivery.ts";
import type { Outbox } from "../../../core/outbox/outbox.ts";

const plannedAtOnce = 320;

export function createSlices(outbox: Outbox) {
  const underWay = new Map<string, AsyncIterator<DeliveryPlan>>();

  async function drop(batchId: string): Promise<void> {
    const there = underWay.get(batchId);
    underWay.delete(batchId);
    await there?.return?.();
  }

  return {
    drop,

    /** Plans the next slice of it. "done": all of it is planned, and it can end. */
    async plan(batch: BatchPlan, all: () => AsyncIterable<DeliveryPlan>): Promise<"more" | "done"> {
      const plans = underWay.get(batch.id) ?? all()[Symbol.asyncIterator]();
      underWay.set(batch.id, plans);
      try {
        const slice: DeliveryPlan[] = [];
        let isLast = false;
        while (!isLast && slice.length < plannedAtOnce) {
          const next = await plans.next();
          if (next.done) isLast = true;
          else slice.push(next.value);
        }
        await outbox.plan(batch, slice, isLast);
        if (isLast) underWay.delete(batch.id);
        return isLast ? "done" : "more";
      } catch (error) {
        await drop(batch.id);
        throw error;
      }
    },
  };
}

export type Slices = ReturnType<typeof createSlices>;

/** The outbox as features see it: they plan, it sends. What is promised stands in design.md 5. */
import type { BatchHead, BatchPlan, Counts, Delivery, DeliveryPlan } from "./delivery.ts";

export type Outbox = {
  /**
   * Makes the batch (its cards too) if it is not there, and each delivery that is not there yet. With `isComplete`
   * the batch is then all there and can end; without, more may follow in a later call with the same batch id.
   * Streamed: the deliveries are never all held. Planning the same twice, or from two instances, plans it once.
   */
  plan(
    batch: BatchPlan,
    deliveries: Iterable<DeliveryPlan> | AsyncIterable<DeliveryPlan>,
    isComplete: boolean,
  ): Promise<void>;
  /** The same for a batch that has one delivery and never more, in two rounds of calls to the store: for turns. */
  planSingle(batch: BatchPlan, delivery: DeliveryPlan): Promise<void>;
  head(batchId: string): Promise<BatchHead | undefined>;
  /** Heads whose id begins with `prefix`, by id; all without one. */
  heads(prefix?: string): AsyncIterable<BatchHead>;
  /** Every delivery of a batch, each once, in no order that may be relied on. */
  deliveries(batchId: string): AsyncIterable<Delivery>;
  /** One delivery, by its recipient. */
  delivery(batchId: string, recipient: string): Promise<Delivery | undefined>;
  /** Those of some recipients, in their order, read together. */
  deliveriesTo(
    batchId: string,
    recipients: readonly string[],
  ): Promise<readonly (Delivery | undefined)[]>;
  /** Counted from the deliveries while the batch is not ended. `intended` is the sum of the states, always. */
  counts(head: BatchHead): Promise<Counts & { readonly intended: number }>;
  /**
   * Turns what is still planned into skipped, with the reason, and says how many. With recipients only theirs;
   * without, the batch takes no more ("stopped").
   */
  skip(batchId: string, reason: string, recipients?: ReadonlySet<string>): Promise<number>;
  /** Sends what is due soon, if this instance is the sender; elsewhere within a few seconds. */
  wake(): void;
};

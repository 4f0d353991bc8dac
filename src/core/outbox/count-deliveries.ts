import { type BatchHead, type Counts, type Delivery, deliveryStates } from "./delivery.ts";

export type CountedBatch = Counts & { readonly intended: number };

/** Of each state none. */
export const noCounts: Counts = {
  planned: 0,
  sending: 0,
  delivered: 0,
  refused: 0,
  skipped: 0,
  unknown: 0,
};

/** `intended` is the sum of the states by definition, whatever happens while deliveries are counted. */
const withIntended = (counts: Counts): CountedBatch => ({
  ...counts,
  intended: deliveryStates.reduce((sum, state) => sum + counts[state], 0),
});

export const plus = (a: Counts, b: Counts): Counts =>
  Object.fromEntries(deliveryStates.map((state) => [state, a[state] + b[state]])) as Counts;

type InState = Pick<Delivery, "state">;

/** Counts deliveries of which each comes once. */
export async function countDeliveries(
  deliveries: AsyncIterable<InState> | Iterable<InState>,
): Promise<CountedBatch> {
  const counts: Record<keyof Counts, number> = { ...noCounts };
  for await (const { state } of deliveries) counts[state] += 1;
  return withIntended(counts);
}

/** A batch's counts: as its head says once it has ended, else counted. */
export const countsOf = async (
  head: BatchHead,
  deliveries: () => AsyncIterable<Delivery>,
): Promise<CountedBatch> =>
  head.counts ? withIntended(head.counts) : countDeliveries(deliveries());

/** The documents of the outbox: what they are called, how long they are kept, and the few questions asked of them. */
import type { Clock, Digest, Document, Documents, Query, Stored, WriteOptions } from "../ports.ts";
import {
  type BatchCards,
  type BatchHead,
  batchesPartition,
  type Delivery,
  type DeliveryState,
} from "./delivery.ts";

export type DeliveryStore = ReturnType<typeof createDeliveryStore>;

const container = "deliveries" as const;
const dayMs = 24 * 3_600_000;
/**
 * How long a batch can be looked up, corrected and withdrawn after its end. After that it is gone, and with it the
 * protection against planning it again: nothing that lies so far back may be planned anew.
 */
const headKeptMs = 90 * dayMs;
/** A head never outlives its deliveries, so that what can be looked up is whole. */
const deliveryKeptMs = 97 * dayMs;
const scanPage = 500;
const longestPlainId = 150;
/** Sorts behind every text that our ids are made of. */
const beyondAll = "\uffff";

export function createDeliveryStore(deps: {
  readonly documents: Documents;
  readonly clock: Clock;
  readonly digest: Digest;
}) {
  const { documents, clock, digest } = deps;
  const now = () => clock.now().getTime();

  const idOf = (recipient: string): string =>
    recipient.length <= longestPlainId ? `to:${recipient}` : `to#${digest(recipient)}`;

  const keptAfter = ({ due }: Delivery): WriteOptions => ({
    expiresAt: new Date(Math.max(now(), due) + deliveryKeptMs),
  });

  const headOptions = ({ endedAt }: BatchHead): WriteOptions =>
    endedAt === undefined ? {} : { expiresAt: new Date(Date.parse(endedAt) + headKeptMs) };

  /** The oldest first; only those made at `from` (ms since 1970) or later. */
  function headsIn(state: BatchHead["state"], from?: number): AsyncGenerator<Stored<BatchHead>> {
    return pages<BatchHead>({
      container,
      partition: batchesPartition,
      where: [
        { field: "state", equals: state },
        ...(from === undefined ? [] : [{ field: "due", from }]),
      ],
      orderBy: { field: "due" },
      limit: scanPage,
    });
  }

  async function* pages<T extends Document>(query: Query): AsyncGenerator<Stored<T>> {
    let after: string | undefined;
    do {
      const page = await documents.query<T>({ ...query, ...(after !== undefined && { after }) });
      yield* page.items;
      after = page.next;
      if (after !== undefined) await clock.sleep(0);
    } while (after !== undefined);
  }

  return {
    idOf,
    now,
    /** A store in the same process answers at once: here others get their share of the thread. */
    pause: () => clock.sleep(0),

    head: (batchId: string) => documents.read<BatchHead>(container, batchesPartition, batchId),
    createHead: (head: BatchHead) =>
      documents.create(container, batchesPartition, head, headOptions(head)),
    replaceHead: ({ doc, etag }: Stored<BatchHead>) =>
      documents.replace(container, batchesPartition, doc, etag, headOptions(doc)),

    /** Heads whose id begins with the prefix, by id. */
    async *heads(prefix = ""): AsyncGenerator<BatchHead> {
      const where =
        prefix === "" ? [] : [{ field: "id", from: prefix, before: `${prefix}${beyondAll}` }];
      const query = { container, partition: batchesPartition, where, orderBy: { field: "id" } };
      for await (const { doc } of pages<BatchHead>({ ...query, limit: scanPage })) yield doc;
    },
    /** Heads of batches that have not ended, each once, the oldest of each state first. */
    async *openHeads(): AsyncGenerator<Stored<BatchHead>> {
      const planning = new Set<string>();
      // In this order none is missed whose planning is completed meanwhile.
      for await (const head of headsIn("planning")) {
        planning.add(head.doc.id);
        yield head;
      }
      for await (const head of headsIn("open")) if (!planning.has(head.doc.id)) yield head;
    },
    headsIn,

    cards: (batchId: string) => documents.read<BatchCards>(container, batchId, "cards"),
    createCards: (batchId: string, cards: BatchCards) =>
      documents.create(container, batchId, cards),
    replaceCards: (batchId: string, { doc, etag }: Stored<BatchCards>) =>
      documents.replace(container, batchId, doc, etag),
    /** Until the end of the batch its cards are needed, however far ahead it was planned. */
    async letCardsExpire(batchId: string): Promise<void> {
      const cards = await documents.read<BatchCards>(container, batchId, "cards");
      if (!cards) return;
      const expiresAt = new Date(now() + deliveryKeptMs);
      await documents.replace(container, batchId, cards.doc, cards.etag, { expiresAt });
    },

    delivery: (batchId: string, recipient: string) =>
      documents.read<Delivery>(container, batchId, idOf(recipient)),
    again: (delivery: Delivery) => documents.read<Delivery>(container, delivery.batch, delivery.id),
    create: (delivery: Delivery) =>
      documents.create(container, delivery.batch, delivery, keptAfter(delivery)),
    replace: (delivery: Delivery, etag: string) =>
      documents.replace(container, delivery.batch, delivery, etag, keptAfter(delivery)),

    /** One page of those in a state that are due at or before a moment, the first due first. */
    due: (
      batchId: string,
      state: DeliveryState,
      options: { readonly until?: number; readonly limit: number; readonly after?: string },
    ) =>
      documents.query<Delivery>({
        container,
        partition: batchId,
        where: [
          { field: "state", equals: state },
          ...(options.until === undefined ? [] : [{ field: "due", before: options.until + 1 }]),
        ],
        orderBy: { field: "due" },
        limit: options.limit,
        ...(options.after !== undefined && { after: options.after }),
      }),

    /**
     * Every delivery once: by id, which never changes, so that what changes its state while pages are read is seen in
     * one state only.
     */
    async *all(batchId: string): AsyncGenerator<Delivery> {
      const where = [{ field: "type", equals: "delivery" }];
      const query = { container, partition: batchId, where, limit: scanPage } as const;
      for await (const { doc } of pages<Delivery>(query)) yield doc;
    },
  };
}

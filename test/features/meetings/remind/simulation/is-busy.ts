import { type BatchHead, batchesPartition } from "../../../../../src/core/outbox/delivery.ts";
import type { Clock, Documents } from "../../../../../src/core/ports.ts";

const soonMs = 2 * 60_000;

/** Whether the outbox still has something to send soon: then the simulation does not leap ahead. */
export async function isBusy(documents: Documents, clock: Clock): Promise<boolean> {
  for (const state of ["open", "planning"]) {
    const heads = await documents.query<BatchHead>({
      container: "deliveries",
      partition: batchesPartition,
      where: [{ field: "state", equals: state }],
    });
    for (const { doc } of heads.items) {
      if (await hasWaiting(documents, doc.id, clock.now().getTime() + soonMs)) return true;
    }
  }
  return false;
}

async function hasWaiting(documents: Documents, batch: string, until: number): Promise<boolean> {
  const query = { container: "deliveries", partition: batch, limit: 1 } as const;
  const due = { field: "due", before: until };
  const planned = { field: "state", equals: "planned" };
  const sending = { field: "state", equals: "sending" };
  const found = await Promise.all([
    documents.query({ ...query, where: [planned, due] }),
    documents.query({ ...query, where: [sending] }),
  ]);
  return found.some(({ items }) => items.length > 0);
}

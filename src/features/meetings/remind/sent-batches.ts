/** What has been sent, or is planned, about a meeting. */
import type { BatchHead, Delivery } from "../../../core/outbox/delivery.ts";
import type { Outbox } from "../../../core/outbox/outbox.ts";
import { type BatchIds, type BatchKind, type MeetingName, messageKinds } from "./batch-ids.ts";

/** What a batch's head says it is about. */
export type About = MeetingName & {
  readonly occurrence: string;
  /** Of a reminder: its lead time. */
  readonly minutes?: number;
  /** ISO: when the occurrence begins, as its readers were told. */
  readonly start: string;
};

export const aboutOf = ({ about }: BatchHead): About => about as unknown as About;

export async function batchesAbout(
  { outbox, batchIds }: { readonly outbox: Pick<Outbox, "heads">; readonly batchIds: BatchIds },
  of: MeetingName,
  kinds: readonly BatchKind[] = messageKinds,
): Promise<readonly BatchHead[]> {
  const prefixes = kinds.map((kind) => batchIds.prefix(kind, of));
  return headsAbout(outbox, of, prefixes);
}

/** What brings, or brought, new content to the messages of a meeting. */
export const editsAbout = (
  { outbox, batchIds }: { readonly outbox: Pick<Outbox, "heads">; readonly batchIds: BatchIds },
  of: MeetingName,
): Promise<readonly BatchHead[]> =>
  headsAbout(
    outbox,
    of,
    messageKinds.map((kind) => `edit:${batchIds.prefix(kind, of)}`),
  );

/** Whether it edits what the batch `source` sent. */
export const isEditOf = ({ id }: BatchHead, source: string): boolean =>
  id.replace(/:v\d+:[^:]*$/u, "") === `edit:${source}`;

async function headsAbout(
  outbox: Pick<Outbox, "heads">,
  of: MeetingName,
  prefixes: readonly string[],
): Promise<readonly BatchHead[]> {
  const found: BatchHead[] = [];
  for (const prefix of prefixes) {
    for await (const head of outbox.heads(prefix)) {
      // A name may begin as another does.
      const { network, meeting } = aboutOf(head);
      if (network === of.network && meeting === of.meeting) found.push(head);
    }
  }
  return found;
}

export const hasEnded = ({ state }: BatchHead): boolean => state === "ended" || state === "stopped";

/** Whether its reader has, or may have, the message. */
export const isTold = ({ state }: Delivery): boolean =>
  state === "delivered" || state === "unknown" || state === "sending";

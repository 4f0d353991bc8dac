/** The batches that have brought, or bring, an announcement to people. */
import type { BatchHead, Delivery, DeliveryPlan } from "../../../core/outbox/delivery.ts";
import type { Announcement } from "../announcement.ts";
import type { SendDeps } from "./send-deps.ts";

type Deps = Pick<SendDeps, "outbox" | "batchIds">;

/** What a batch's head says it is about. */
export type About = {
  readonly announcement: string;
  /** Of the words that its cards hold. */
  readonly version: number;
};

export const aboutOf = ({ about }: BatchHead): About => about as unknown as About;

export const hasEnded = ({ state }: BatchHead): boolean => state === "ended" || state === "stopped";

/** The announcement itself: first sent, then to whom an earlier version had not been sent, then tried again. */
export async function messageHeads(
  { outbox, batchIds }: Deps,
  announcement: Announcement,
): Promise<readonly BatchHead[]> {
  const { version, retries = [] } = announcement;
  const ids = [
    ...Array.from({ length: version }, (_, at) => batchIds.message(announcement, at + 1)),
    ...retries.map((_, at) => batchIds.retry(announcement, at + 1)),
  ];
  const heads = await Promise.all(ids.map((id) => outbox.head(id)));
  return heads.filter((head) => head !== undefined);
}

/** Every message that lies somewhere, each once: several people who are mentioned in one post share it. */
export async function* sentMessages(
  { outbox }: Deps,
  heads: readonly BatchHead[],
): AsyncGenerator<SentMessage> {
  const posts = new Set<string>();
  for (const { id } of heads) {
    for await (const delivery of outbox.deliveries(id)) {
      const sent = sentMessageOf(delivery);
      if (!sent) continue;
      const isShared = delivery.target.route === "mention";
      if (isShared && posts.has(sent.activityId)) continue;
      if (isShared) posts.add(sent.activityId);
      yield sent;
    }
  }
}

export type SentMessage = {
  readonly delivery: Delivery;
  readonly address: NonNullable<Delivery["deliveredTo"]>;
  readonly activityId: string;
};

function sentMessageOf(delivery: Delivery): SentMessage | undefined {
  const { state, activityId, deliveredTo } = delivery;
  if (state !== "delivered" || activityId === undefined || deliveredTo === undefined)
    return undefined;
  return { delivery, address: deliveredTo, activityId };
}

/** The same recipient again, somewhere else or with another card. */
export const planAgain = (
  { recipient, name, language, variant }: Delivery,
  target: DeliveryPlan["target"],
): DeliveryPlan => ({ recipient, name, language, variant, target });

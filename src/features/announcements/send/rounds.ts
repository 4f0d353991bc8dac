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
  deps: Deps,
  announcement: Announcement,
): Promise<readonly BatchHead[]> {
  const { batchIds } = deps;
  const { retries = [] } = announcement;
  const versions = versionsOf(announcement);
  return headsOf(deps, [
    ...versions.map((version) => batchIds.message(announcement, version)),
    ...retries.flatMap((_, at) =>
      versions.map((version) => batchIds.retry(announcement, at + 1, version)),
    ),
  ]);
}

/** The nudge; after a correction those whom it had not reached by then get another. */
export const nudgeHeads = (
  deps: Deps,
  announcement: Announcement,
): Promise<readonly BatchHead[]> =>
  announcement.nudgedAt === undefined
    ? Promise.resolve([])
    : headsOf(
        deps,
        versionsOf(announcement).map((version) => deps.batchIds.nudge(announcement, version)),
      );

/** A retry has the version that it began with in its name. */
export async function retryHead(
  deps: Deps,
  announcement: Announcement,
  n: number,
): Promise<BatchHead | undefined> {
  const ids = versionsOf(announcement).map((version) =>
    deps.batchIds.retry(announcement, n, version),
  );
  return (await headsOf(deps, ids))[0];
}

export type Again = { readonly isRetrying: boolean; readonly isNudging: boolean };

/** Of what was sent, whether something of it is being sent once more, or soon will be. */
export async function againUnderWay(deps: Deps, announcement: Announcement): Promise<Again> {
  const { retries = [], nudgedAt, halted } = announcement;
  const [messages, nudges, last] = await Promise.all([
    messageHeads(deps, announcement),
    nudgeHeads(deps, announcement),
    retries.length === 0 ? undefined : retryHead(deps, announcement, retries.length),
  ]);
  const isRetryDue = retries.length > (halted?.retries ?? 0) && last === undefined;
  const isNudgeDue = nudgedAt !== undefined && !halted?.nudge && nudges.length === 0;
  return {
    isRetrying: isRetryDue || !messages.every(hasEnded),
    isNudging: isNudgeDue || !nudges.every(hasEnded),
  };
}

const versionsOf = ({ version }: Announcement): readonly number[] =>
  Array.from({ length: version }, (_, at) => at + 1);

/** Those that there are, in the order of the ids. */
export async function headsOf(
  { outbox }: Pick<Deps, "outbox">,
  ids: readonly string[],
): Promise<readonly BatchHead[]> {
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

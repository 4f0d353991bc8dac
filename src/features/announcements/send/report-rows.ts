/** The whole report, one row for each recipient: what a file of it holds. */
import type { Delivery } from "../../../core/outbox/delivery.ts";
import { splitKey } from "../../../core/person-key.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { Announcement } from "../announcement.ts";
import { announcementType } from "../announcement-store.ts";
import type { AnnouncementsDeps } from "../announcements-deps.ts";
import { createBatchIds } from "./batch-ids.ts";
import { createConfirmations } from "./confirmations.ts";
import { outcomesOf } from "./outcomes.ts";

export const reportColumns = [
  "network",
  "announcement",
  "person",
  "name",
  "route",
  "language",
  "state",
  "reason",
  "possibleDuplicate",
  "confirmed",
  "at",
  "activityId",
] as const;

type Deps = Pick<AnnouncementsDeps, "jobDocuments" | "library" | "outbox" | "digest">;

/** Undefined: there is no such announcement. `network` undefined: in whichever it is. */
export async function reportRows(
  deps: Deps,
  id: string,
  network: string | undefined,
): Promise<readonly JsonObject[] | undefined> {
  const { library, digest } = deps;
  const found = library
    .contentOf<Announcement>(announcementType)
    .map(({ value }) => value)
    .find((one) => one.id === id && (network === undefined || one.network === network));
  if (!found) return undefined;
  const confirmations = createConfirmations({ documents: deps.jobDocuments, digest });
  const confirmed = new Map<string, string>();
  for await (const { person, at } of confirmations.all(found)) confirmed.set(person, at);
  const rows: JsonObject[] = [];
  const batchIds = createBatchIds(digest);
  for await (const delivery of outcomesOf({ outbox: deps.outbox, batchIds }, found)) {
    rows.push(rowOf(found, delivery, confirmed.get(delivery.recipient)));
  }
  return rows;
}

function rowOf(
  { id, network }: Announcement,
  delivery: Delivery,
  confirmedAt: string | undefined,
): JsonObject {
  const { recipient, name, target, state, reason, language, activityId, at } = delivery;
  const isChannel = target.route === "channel";
  return {
    network,
    announcement: id,
    person: isChannel ? recipient : splitKey(recipient).person,
    name,
    route: target.route === "open" ? "chat" : target.route,
    language,
    state,
    ...(reason !== undefined && { reason }),
    ...(delivery.possibleDuplicate && { possibleDuplicate: true }),
    ...(confirmedAt !== undefined && { confirmed: confirmedAt }),
    at,
    ...(activityId !== undefined && { activityId }),
  };
}

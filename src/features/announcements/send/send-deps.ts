import type { AnnouncementStore } from "../announcement-store.ts";
import type { AnnouncementsDeps } from "../announcements-deps.ts";
import type { BatchIds } from "./batch-ids.ts";
import type { Confirmations } from "./confirmations.ts";

/** What sending works with. Of turns and of the job each has its own: the store of the one must answer in time. */
export type SendDeps = Omit<AnnouncementsDeps, "jobDocuments" | "jobOutbox" | "jobAudit"> & {
  readonly store: AnnouncementStore;
  readonly batchIds: BatchIds;
  readonly confirmations: Confirmations;
};

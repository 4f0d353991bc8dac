/** Announcements: written, checked, sent to each in their language, corrected, withdrawn and accounted for. */
import type { ContentKind, Feature } from "../../core/feature.ts";
import { authorData, confirmationData } from "./announcement-data.ts";
import { announcementType, createAnnouncementStore } from "./announcement-store.ts";
import type { AnnouncementsDeps } from "./announcements-deps.ts";
import { createSending } from "./send/create-sending.ts";
import { createWriting } from "./write/create-writing.ts";

export { reportColumns, reportRows } from "./send/report-rows.ts";

export const announcementContent: readonly ContentKind[] = [{ type: announcementType }];

export function createAnnouncementsFeature(deps: AnnouncementsDeps): Feature {
  const store = createAnnouncementStore(deps);
  const sending = createSending({ ...deps, store });
  const writing = createWriting({ ...deps, store, sending });

  return {
    name: "announcements",
    take: async (turn) =>
      (await writing.take(turn)) ?? (turn.type === "action" ? sending.take(turn) : undefined),
    personalData: [
      authorData({ ...deps, documents: deps.jobDocuments }),
      confirmationData({ ...deps, documents: deps.jobDocuments }),
    ],
    jobs: sending.jobs,
    lastLook: sending.lastLook,
  };
}

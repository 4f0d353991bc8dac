/** The way of an announcement once it is written, as the rest of the feature sees it. */
import type { Outcome } from "../../../core/feature.ts";
import { nameInRoster } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { type AnnouncementStore, createAnnouncementStore } from "../announcement-store.ts";
import type { AnnouncementsDeps, FoundAnnouncement, Sending } from "../announcements-deps.ts";
import { isFound, lookUp } from "../who-may.ts";
import { privately } from "../write/privately.ts";
import { announcementCard } from "./announcement-card.ts";
import { createAnnouncementJob } from "./announcement-job.ts";
import { createBatchIds } from "./batch-ids.ts";
import { createConfirmations } from "./confirmations.ts";
import { coverageOf } from "./coverage.ts";
import { createLastLook } from "./last-look.ts";
import { pressReport, pressRetry, pressWithdraw } from "./press-after.ts";
import { pressCorrect } from "./press-correct.ts";
import { pressRead } from "./press-read.ts";
import { pressApprove, pressSend, pressStop } from "./press-send.ts";
import { previewNotes } from "./preview-notes.ts";
import type { SendDeps } from "./send-deps.ts";
import { showReport } from "./show-report.ts";

type Act = (
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
) => Promise<Outcome> | Outcome;

const acts: Readonly<Record<string, Act>> = {
  "announcement.send": pressSend,
  "announcement.approve": pressApprove,
  "announcement.stop": pressStop,
  "announcement.correct": pressCorrect,
  "announcement.withdraw": pressWithdraw,
  "announcement.retry": pressRetry,
  "announcement.report": pressReport,
};

export function createSending(
  given: AnnouncementsDeps & { readonly store: AnnouncementStore },
): Sending {
  const { jobDocuments, jobOutbox, jobAudit, ...shared } = given;
  const batchIds = createBatchIds(given.digest);
  const deps: SendDeps = { ...shared, batchIds, confirmations: createConfirmations(given) };
  const jobDeps: SendDeps = {
    ...deps,
    documents: jobDocuments,
    outbox: jobOutbox,
    audit: jobAudit,
    store: createAnnouncementStore({ ...given, documents: jobDocuments }),
    confirmations: createConfirmations({ documents: jobDocuments, digest: given.digest }),
  };

  return {
    async take(turn) {
      if (turn.verb === "announcement.read") return pressRead(deps, turn);
      const act = acts[turn.verb];
      if (!act) return undefined;
      const found = await lookUp(deps, turn, turn.data);
      return privately(turn, isFound(found) ? await act(deps, turn, found) : found);
    },
    coverageOf: (announcement) => coverageOf(deps, announcement),
    card(announcement, network, language) {
      const author = nameInRoster(deps, network, announcement.author);
      const notes = previewNotes(announcement, network, language);
      return announcementCard(announcement, network, language, { author, notes, buttons: [] });
    },
    showReport: (turn, found) => showReport(deps, turn, found),
    jobs: [createAnnouncementJob(jobDeps)],
    lastLook: createLastLook(jobDeps),
  };
}

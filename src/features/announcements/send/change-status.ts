/** Writes what a coordinator decided, once: of two who press at the same time one is told what the other did. */
import type { Outcome } from "../../../core/feature.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { type Announcement, announcementData } from "../announcement.ts";
import type { FoundAnnouncement } from "../announcements-deps.ts";
import { isFound, lookUp } from "../who-may.ts";
import { actBy, noteLastAct } from "../write/record-act.ts";
import { mayCorrect } from "./corrected.ts";
import type { SendDeps } from "./send-deps.ts";
import { showReport } from "./show-report.ts";

const writeTries = 4;
const recentMs = 60_000;

export const mayStop = ({ status }: Announcement): boolean =>
  ["awaiting-approval", "scheduled", "held", "sending"].includes(status);

/** What ends an announcement, whatever else was written about it meanwhile: it may have been the job. */
const mayEnd: Partial<Record<Announcement["status"], (now: Announcement) => boolean>> = {
  stopped: mayStop,
  withdrawn: mayCorrect,
};

export async function change(
  deps: SendDeps,
  turn: ActionTurn,
  first: FoundAnnouncement,
  change: {
    readonly to: Partial<Announcement>;
    /** What it no longer says. */
    readonly without?: readonly (keyof Announcement)[];
    readonly act: string;
    readonly details?: JsonObject | ((was: Announcement) => JsonObject);
    readonly notice: string;
    /** What is said, or done, if somebody else was faster. */
    readonly late: string | ((now: FoundAnnouncement) => Outcome | Promise<Outcome>);
  },
): Promise<Outcome> {
  const { act, details = {}, late, to } = change;
  const isStillAllowed = to.status && mayEnd[to.status];
  let found = first;
  for (let tries = 0; tries < writeTries; tries++) {
    const { announcement, etag, network } = found;
    const kept = Object.entries(announcement).filter(
      ([name]) => !change.without?.includes(name as keyof Announcement),
    );
    const now = {
      ...Object.fromEntries(kept),
      ...to,
      changedAt: turn.at.toISOString(),
    } as Announcement;
    const { status, version } = now;
    const more = typeof details === "function" ? details(announcement) : details;
    const lastAct = actBy(turn, `announcement.${act}`, { status, version, ...more });
    const next = { ...now, lastAct };
    if ((await deps.store.replace(next, etag)) !== "stale") {
      await Promise.all([
        noteLastAct(deps, next),
        noteLastAct(deps, recent(announcement, turn.at)),
      ]);
      return showReport(deps, turn, { announcement: next, network }, { notices: [change.notice] });
    }
    const again = await lookUp(deps, turn, announcementData(announcement));
    if (!isFound(again)) return again;
    found = again;
    if (isStillAllowed?.(found.announcement)) continue;
    if (typeof late === "function") return late(found);
    return showReport(deps, turn, found, { warnings: [late] });
  }
  throw new Error("An announcement is written by too many at once.");
}

/** What was done just before may not be in the audit yet, and is not known any more from now on. */
function recent(announcement: Announcement, now: Date): Announcement {
  const { lastAct, ...rest } = announcement;
  const isRecent = lastAct && now.getTime() - Date.parse(lastAct.at) < recentMs;
  return isRecent ? announcement : rest;
}

/** Writes what a coordinator decided, once: of two who press at the same time one is told what the other did. */
import type { Outcome } from "../../../core/feature.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { type Announcement, announcementData } from "../announcement.ts";
import type { FoundAnnouncement } from "../announcements-deps.ts";
import { isFound, lookUp } from "../who-may.ts";
import { recordAct } from "../write/record-act.ts";
import { mayCorrect } from "./corrected.ts";
import type { SendDeps } from "./send-deps.ts";
import { showReport } from "./show-report.ts";

const writeTries = 4;

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
    /** What is said if somebody else was faster. */
    readonly late: string;
  },
): Promise<Outcome> {
  const { act, details, to } = change;
  const isStillAllowed = to.status && mayEnd[to.status];
  let found = first;
  for (let tries = 0; tries < writeTries; tries++) {
    const { announcement, etag, network } = found;
    const kept = Object.entries(announcement).filter(
      ([name]) => !change.without?.includes(name as keyof Announcement),
    );
    const next = {
      ...Object.fromEntries(kept),
      ...to,
      changedAt: turn.at.toISOString(),
    } as Announcement;
    if ((await deps.store.replace(next, etag)) !== "stale") {
      await note(
        deps,
        turn,
        next,
        act,
        typeof details === "function" ? details(announcement) : details,
      );
      return showReport(deps, turn, { announcement: next, network }, { notices: [change.notice] });
    }
    const again = await lookUp(deps, turn, announcementData(announcement));
    if (!isFound(again)) return again;
    found = again;
    if (!isStillAllowed?.(found.announcement))
      return showReport(deps, turn, found, { warnings: [change.late] });
  }
  throw new Error("An announcement is written by too many at once.");
}

/** It is done already, so that an entry that fails must not say that it was not. */
async function note(
  deps: SendDeps,
  turn: ActionTurn,
  next: Announcement,
  act: string,
  details: JsonObject = {},
): Promise<void> {
  const { status, version } = next;
  try {
    await recordAct(deps, turn, next, `announcement.${act}`, { status, version, ...details });
  } catch (error) {
    deps.log.error("audit entry not kept", error, { act });
  }
}

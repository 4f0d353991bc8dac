import type { JsonObject } from "../../../core/reply.ts";
import type { Turn } from "../../../core/turn.ts";
import type { Announcement } from "../announcement.ts";
import type { AnnouncementsDeps } from "../announcements-deps.ts";
import { actorKey } from "../say.ts";

/** Into the audit: which announcement, and what was done to it; no texts. */
export const recordAct = (
  { audit }: Pick<AnnouncementsDeps, "audit">,
  turn: Turn,
  { id, network }: Announcement,
  act: string,
  details: JsonObject = {},
): Promise<void> =>
  audit.record({
    network,
    actor: actorKey(turn),
    act,
    details: { announcement: id, ...details },
  });

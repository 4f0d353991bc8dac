import type { Announcement } from "../announcement.ts";
import type { Coverage } from "../announcements-deps.ts";

type Counted = Pick<Coverage, "members" | "isWhole" | "unreadTeams">;

/** False: it is meant for more members than were counted. */
export const isCounted = ({ isWhole, unreadTeams }: Omit<Counted, "members">): boolean =>
  isWhole && unreadTeams.length === 0;

/**
 * Why a second coordinator must approve it; undefined: nobody needs to. That a team could not be read holds up nobody
 * who runs a network alone.
 */
export function needsApproval(
  { importance }: Pick<Announcement, "importance">,
  audience: Counted,
  { limit, isAlone }: { readonly limit: number; readonly isAlone: boolean },
): "urgent" | "many" | "uncounted" | undefined {
  if (importance === "urgent") return "urgent";
  if (audience.members > limit) return "many";
  return isCounted(audience) || (isAlone && audience.isWhole) ? undefined : "uncounted";
}

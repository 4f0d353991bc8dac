import type { Announcement } from "../announcement.ts";

/** Why a second coordinator must approve it; undefined: nobody needs to. `members`: how many it is meant for. */
export function needsApproval(
  { importance }: Pick<Announcement, "importance">,
  members: number,
  limit: number,
): "urgent" | "many" | undefined {
  if (importance === "urgent") return "urgent";
  return members > limit ? "many" : undefined;
}

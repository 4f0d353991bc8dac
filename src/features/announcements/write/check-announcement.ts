/** May it be sent as it is stored? Pure. */
import type { Network } from "../../../core/content.ts";
import { momentOf } from "../../../core/wall-clock.ts";
import { type Announcement, writtenIn } from "../announcement.ts";
import type { FormFault } from "./form-fault.ts";

/** Why it cannot be sent now; empty if it can. */
export function faultsBeforeSending(
  announcement: Announcement,
  network: Pick<Network, "timeZone">,
  now: Date,
): readonly FormFault[] {
  const { audience, sendAt } = announcement;
  const isNobody = !audience.members && audience.channels.length === 0;
  const isPast = sendAt !== undefined && momentOf(sendAt, network.timeZone) <= now;
  return [
    ...(writtenIn(announcement).length > 0 ? [] : [{ field: "titleSv", code: "noTitle" } as const]),
    ...(isNobody ? [{ field: "audience", code: "nobody" } as const] : []),
    ...(isPast ? [{ field: "date", code: "inPast" } as const] : []),
  ];
}

import type { Announcement } from "../announcement.ts";
import type { SendDeps } from "./send-deps.ts";

/** So long the outbox remembers which messages it sent. */
const rememberedMs = 90 * 24 * 3_600_000;

/**
 * Why none of its messages can be changed any more: it never was sent, or so long ago that nobody knows where they
 * are. Undefined: they can.
 */
export async function whyOutOfReach(
  { outbox, batchIds, clock }: Pick<SendDeps, "outbox" | "batchIds" | "clock">,
  announcement: Announcement,
): Promise<"never-sent" | "too-old" | undefined> {
  const { status, sentAt, changedAt } = announcement;
  if (status === "sending" || (await outbox.head(batchIds.message(announcement)))) return undefined;
  const isOld = clock.now().getTime() - Date.parse(changedAt) > rememberedMs;
  return sentAt !== undefined || isOld ? "too-old" : "never-sent";
}

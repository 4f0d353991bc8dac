/** What a correction makes of an announcement that was sent. Pure. */
import type { Announcement, CorrectedWords } from "../announcement.ts";

/** All that a correction decides: of these nothing is kept that it does not hold. */
export const wordKeys = [
  "titleSv",
  "titleFi",
  "titleEn",
  "textSv",
  "textFi",
  "textEn",
  "links",
  "imageUrl",
] as const satisfies readonly (keyof CorrectedWords)[];

export const corrected = (
  { version }: Pick<Announcement, "version">,
  words: CorrectedWords,
  at: Date,
): Partial<Announcement> => ({ ...words, version: version + 1, correctedAt: at.toISOString() });

/** With the words that wait for another coordinator, if there are any. */
export function asProposed(announcement: Announcement): Announcement {
  if (!announcement.correction) return announcement;
  const kept = Object.entries(announcement).filter(
    ([name]) => !(wordKeys as readonly string[]).includes(name),
  );
  return { ...(Object.fromEntries(kept) as Announcement), ...announcement.correction.words };
}

/**
 * Whether another coordinator must approve new words: as they had to approve the first ones. `intended`: how many it
 * was sent to, as far as that is known.
 */
export const needsApprovalAgain = (
  { importance, approvedBy }: Pick<Announcement, "importance" | "approvedBy">,
  intended: number,
  limit: number,
): boolean => importance === "urgent" || approvedBy !== undefined || intended > limit;

/** Whether messages of it may lie somewhere. */
export const mayCorrect = ({ status }: Pick<Announcement, "status">): boolean =>
  status === "sending" || status === "sent" || status === "stopped";

/** What a button about a correction that waits carries as `value`. */
export const ofCorrection = "correction";

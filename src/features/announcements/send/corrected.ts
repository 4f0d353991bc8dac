/** What a correction makes of an announcement that was sent. Pure. */
import type { Announcement } from "../announcement.ts";

/** Only what is said changes: not to whom, when, or how important it is. */
type Words = Pick<
  Announcement,
  "titleSv" | "titleFi" | "titleEn" | "textSv" | "textFi" | "textEn" | "links" | "imageUrl"
>;

/** The rest of it stays; of the words nothing is kept that `words` does not hold. */
export const corrected = (
  { version }: Pick<Announcement, "version">,
  words: Words,
  at: Date,
): Partial<Announcement> => ({ ...words, version: version + 1, correctedAt: at.toISOString() });

/** Whether messages of it may lie somewhere. */
export const mayCorrect = ({ status }: Pick<Announcement, "status">): boolean =>
  status === "sending" || status === "sent" || status === "stopped";

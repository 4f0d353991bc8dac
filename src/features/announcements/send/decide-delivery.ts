/** Whether, when and where a member of the audience gets an announcement. Pure: everything it hangs on comes in. */
import type { Recipient } from "../../../core/directory.ts";
import type { Language } from "../../../core/language.ts";
import type { DeliveryPlan } from "../../../core/outbox/delivery.ts";
import { nowhere, targetOf } from "../../../core/outbox/target-of.ts";
import type { Preferences } from "../../../core/preferences.ts";
import { afterQuietHours, isPausedAt, type Rhythm } from "../../../core/quiet-hours.ts";
import type { Announcement } from "../announcement.ts";
import type { Topic } from "../topics.ts";

/** The card for channels, and for posts that mention somebody. */
export const channelVariant = "all" as const;

export type Reader = {
  readonly recipient: Recipient;
  /** In which they get it. */
  readonly language: Language;
  readonly rhythm: Rhythm;
};

/** What decides about an announcement: what it is about, in every language, and whether it can wait. */
export type Meant = Pick<Announcement, "importance"> & { readonly topics: readonly Topic[] };

/** Everybody is accounted for: who does not get it is planned with a reason in `skip`. */
export function planFor(
  { recipient, language, rhythm }: Reader,
  announcement: Meant,
  now: Date,
): DeliveryPlan {
  const { key, name, preferences, isClosed } = recipient;
  const reached = targetOf(recipient, channelVariant);
  const plan = { recipient: key, name, language };
  const skip = (reason: string): DeliveryPlan => ({
    ...plan,
    ...(reached ?? { target: nowhere }),
    variant: language,
    skip: reason,
  });
  if (isClosed) return skip("blocked");
  if (!reached) return skip("unreachable");
  if (!wants(preferences, announcement.topics)) return skip("topic");
  const at = announcement.importance === "urgent" ? now : afterQuietHours(now, rhythm);
  if (isPausedAt(preferences, rhythm, at)) return skip("paused");
  const variant = reached.target.route === "mention" ? channelVariant : language;
  return { ...plan, ...reached, variant, notBefore: at };
}

/** What is about nothing in particular is for all; else they want one of its topics, or everything. */
export function wants(
  { topics: wanted, mutedTopics = [] }: Pick<Preferences, "topics" | "mutedTopics">,
  topics: readonly Topic[],
): boolean {
  if (topics.length === 0) return true;
  const isAmong = (tags: readonly string[]) => (topic: Topic) =>
    Object.values(topic).some((tag) => tags.map(folded).includes(folded(tag)));
  const heard = topics.filter((topic) => !isAmong(mutedTopics)(topic));
  if (heard.length === 0) return false;
  return wanted.length === 0 || heard.some(isAmong(wanted));
}

const folded = (topic: string): string => topic.trim().toLowerCase();

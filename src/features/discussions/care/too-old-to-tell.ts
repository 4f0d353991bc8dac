/** What lies so far back that the outbox may know nothing of it any more, and that is not sent a second time. Pure. */
import type { Discussion } from "../../../core/content.ts";

/** Batches are known for 90 days after their end (core/outbox/delivery-store.ts); some days are left for doubt. */
const knownMs = 80 * 24 * 60 * 60_000;

/** `since`: ISO, when what would be sent came to be. */
export const isTooOldToTell = (since: string, now: Date): boolean =>
  now.getTime() - Date.parse(since) > knownMs;

/** When its card was due in the thread: what was never posted is posted once it is asked again. ISO. */
export const dueInThread = ({ question, reopenedAt, openedAt }: Discussion): string =>
  question.id === "" ? (reopenedAt ?? openedAt) : openedAt;

/** ISO; undefined: nothing was decided. */
export const decidedAt = ({ decision, answeredAt, openedAt }: Discussion): string | undefined =>
  decision && (decision.decidedAt ?? answeredAt ?? openedAt);

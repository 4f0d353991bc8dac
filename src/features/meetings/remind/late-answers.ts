/**
 * A batch's cards are drawn up at the first look at it, which may be hours before most of it is sent. What was
 * answered in between is brought to its shared copies once they have been sent.
 */
import type { BatchHead } from "../../../core/outbox/delivery.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import type { Occasion } from "./rsvp.ts";
import { hasEnded } from "./sent-batches.ts";
import type { Look } from "./slots.ts";

/** So long the batch's end is waited for; some of it may be put off until the morning. */
const patienceMs = 10 * 60_000;
/** An instance that starts later sees to it no more: it was seen to by whoever planned it. */
const concernsMs = 60 * 60_000;

/** "sending": ask again. */
export async function noteLateAnswers(
  { rsvps, clock }: Pick<RemindJobDeps, "rsvps" | "clock">,
  occasion: Occasion,
  look: Pick<Look, "kind" | "at">,
  head: BatchHead,
): Promise<"done" | "sending"> {
  const nominal = look.at.getTime();
  const since = clock.now().getTime() - nominal;
  const isEarly = look.kind === "all" && Date.parse(head.createdAt) < nominal;
  if (!isEarly || head.stopReason !== undefined || since >= concernsMs) return "done";
  const { of } = await rsvps.answers(occasion);
  if (of.size === 0) return "done";
  if (!hasEnded(head) && since < patienceMs) return "sending";
  await rsvps.noteChanged(occasion, head.id);
  return "done";
}

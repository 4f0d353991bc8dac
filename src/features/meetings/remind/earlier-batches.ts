/** What was planned before of an occurrence's reminders, and what it means for the one that is planned now. */
import type { BatchHead, DeliveryPlan } from "../../../core/outbox/delivery.ts";
import { idsOf } from "./moves.ts";
import type { Settled } from "./read-meeting.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import { type About, aboutOf, batchesAbout, hasEnded, isTold } from "./sent-batches.ts";

type Deps = Pick<RemindJobDeps, "outbox" | "batchIds">;

/** Why a delivery was stopped that may be made after all, in a new round. */
const stopped: readonly string[] = ["moved", "updated", "cancelled"];

/**
 * Who is done with this lead time: whoever got its reminder, or may have, or is about to, or refused it; and if the
 * occurrence is where it was, also whoever was not sent it for a reason of their own.
 */
export async function doneBefore(
  deps: Deps,
  { moves = [] }: Settled,
  about: About,
  batchId: string,
): Promise<ReadonlySet<string>> {
  const ids = idsOf(moves, about.occurrence);
  const told = new Set<string>();
  for (const head of await batchesAbout(deps, about, ["reminder"])) {
    const { occurrence, minutes, start } = aboutOf(head);
    if (head.id === batchId || minutes !== about.minutes || !ids.includes(occurrence)) continue;
    for await (const delivery of deps.outbox.deliveries(head.id)) {
      const { state, reason = "" } = delivery;
      const isOver = state === "skipped" && start === about.start && !stopped.includes(reason);
      // New lead times do not stop what is being sent.
      const isToCome = state === "planned" && head.stopReason === undefined;
      if (isTold(delivery) || state === "refused" || isOver || isToCome)
        told.add(delivery.recipient);
    }
  }
  return told;
}

/** Batches of earlier lead times that have not been sent to the end: there was an outage. */
export async function earlierOf(
  deps: Deps,
  { known, moves = [] }: Settled,
  about: About,
): Promise<readonly BatchHead[]> {
  const ids = idsOf(moves, about.occurrence);
  const { minutes = 0 } = about;
  if (!known.remind.some((lead) => lead > minutes)) return [];
  return (await batchesAbout(deps, about, ["reminder"])).filter((head) => {
    const its = aboutOf(head);
    return (its.minutes ?? 0) > minutes && ids.includes(its.occurrence) && !hasEnded(head);
  });
}

/** Who is sent this reminder is not sent the one before it any more. */
export async function supersede(
  { outbox }: Pick<Deps, "outbox">,
  earlier: readonly BatchHead[],
  plans: readonly DeliveryPlan[],
): Promise<void> {
  const sent = new Set(plans.filter(({ skip }) => !skip).map(({ recipient }) => recipient));
  if (sent.size === 0) return;
  for (const { id } of earlier) await outbox.skip(id, "superseded", sent);
}

import type { BatchHead } from "../../../core/outbox/delivery.ts";
import type { JobDeps } from "./job-deps.ts";
import { hasEnded } from "./rounds.ts";

/** What is planned in them is skipped; "waits": some of it was being sent, and what became of it is not known yet. */
export async function stopBatches(
  { outbox, slices }: Pick<JobDeps, "outbox" | "slices">,
  heads: readonly BatchHead[],
  reason: string,
): Promise<"done" | "waits"> {
  let step: "done" | "waits" = "done";
  for (const head of heads) {
    if (hasEnded(head)) continue;
    await slices.drop(head.id);
    await outbox.skip(head.id, reason);
    const now = await outbox.head(head.id);
    if (now && !hasEnded(now)) step = "waits";
  }
  return step;
}

import type { Network } from "../../../core/content.ts";
import type { Occurrence } from "../meeting.ts";
import { idsOf } from "./moves.ts";
import type { Settled } from "./read-meeting.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import { aboutOf, batchesAbout, hasEnded } from "./sent-batches.ts";

/** The meeting begins: a reminder that Teams has not taken by now would come too late. */
export async function closeReminders(
  deps: Pick<RemindJobDeps, "outbox" | "batchIds">,
  network: Network,
  { meeting, moves = [] }: Settled,
  occurrence: Occurrence,
): Promise<void> {
  const ids = idsOf(moves, occurrence.id);
  const of = { network: network.id, meeting };
  for (const head of await batchesAbout(deps, of, ["reminder", "later"])) {
    if (ids.includes(aboutOf(head).occurrence) && !hasEnded(head))
      await deps.outbox.skip(head.id, "too-late");
  }
}

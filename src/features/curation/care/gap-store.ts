/** Questions that nobody could answer, as they lie in the store. */
import { type ContentDocument, type Gap, partitionOf } from "../../../core/content.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { Turn } from "../../../core/turn.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { gapKey } from "../list/find-tasks.ts";
import { gapsOf } from "../list/gather-sources.ts";
import { shortKey } from "../list/show-list.ts";
import { curatedBy } from "../who-may.ts";

export type GapDocument = ContentDocument<Gap>;

/** The same question, as often as it was asked, where the actor may see it. `id` is the short name of its key. */
export function sameGaps(deps: CurationDeps, turn: Turn, id: unknown): readonly GapDocument[] {
  const networks = new Set(curatedBy(deps, turn).map((network) => network.id));
  return gapsOf(deps.library, networks, deps.admins.includes(turn.actor.person)).filter(
    ({ value }) => value.doneAt === undefined && shortKey(deps, gapKey(value)) === id,
  );
}

/** A practice was written for it: of no account to whoever may not see the question. */
export async function markDescribed(deps: CurationDeps, turn: Turn, id: string): Promise<void> {
  await markDone(deps, turn, sameGaps(deps, turn, id));
}

/** The rest of a question that was asked very often is marked when it is pressed again. */
const mostAtOnce = 20;

export async function markDone(
  deps: CurationDeps,
  turn: Turn,
  found: readonly GapDocument[],
): Promise<void> {
  const done = { doneBy: keyOf(turn.actor), doneAt: turn.at.toISOString() };
  await Promise.all(
    found.slice(0, mostAtOnce).map(async ({ id, value: { networks = [] } }) => {
      const partition = partitionOf(networks.length === 1 ? networks[0] : undefined);
      const stored = await deps.documents.read<GapDocument>("content", partition, id);
      if (!stored || stored.doc.value.doneAt !== undefined) return;
      const doc = { ...stored.doc, value: { ...stored.doc.value, ...done } };
      const written = await deps.documents.replace("content", partition, doc, stored.etag);
      if (written !== "stale") deps.library.saw(partition, written);
    }),
  );
}

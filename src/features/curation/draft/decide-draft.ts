/**
 * A coordinator's decision about a proposal. The decision is written first, in the proposal itself, so that there is
 * one; what follows from it is done again by the job until it is done (settle-drafts.ts).
 */
import type { Draft } from "../../../core/content.ts";
import { keepAct } from "../../../core/keep-act.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { Turn } from "../../../core/turn.ts";
import type { CurationDeps } from "../curation-deps.ts";
import type { Checked } from "../entry/check-entry.ts";
import { namedInAudit } from "../entry/entry-store.ts";
import { readDraft, type StoredDraft, writeDraft } from "./draft-store.ts";
import { referenceTo } from "./draft-words.ts";
import { publish } from "./publish.ts";

export type Decided =
  | { readonly state: "decided"; readonly draft: Draft }
  /** Somebody else has decided, or changed it, meanwhile. */
  | { readonly state: "stale"; readonly now: Draft | undefined };

export async function approve(
  deps: CurationDeps,
  turn: Turn,
  stored: StoredDraft,
  checked: Extract<Checked, { readonly ok: true }>,
): Promise<Decided> {
  const before = stored.doc.value;
  const decided = await decide(deps, turn, stored, {
    ...before,
    row: checked.row as Draft["row"],
    state: "approved",
  });
  if (decided.state === "stale") return decided;
  const { kind, network, id } = before;
  const by = keyOf(turn.actor);
  await Promise.all([
    publish(deps, { ...checked, kind, by }),
    keepAct(deps, turn, "todo.approve", network, {
      draft: id,
      kind,
      ...namedInAudit(referenceTo(decided.draft)),
    }),
  ]);
  return decided;
}

export async function reject(
  deps: CurationDeps,
  turn: Turn,
  stored: StoredDraft,
  reason: string,
): Promise<Decided> {
  const before = stored.doc.value;
  const decided = await decide(deps, turn, stored, { ...before, state: "rejected", reason });
  if (decided.state === "stale") return decided;
  const { kind, network, id } = before;
  await keepAct(deps, turn, "todo.reject", network, { draft: id, kind });
  return decided;
}

async function decide(
  deps: CurationDeps,
  turn: Turn,
  stored: StoredDraft,
  after: Draft,
): Promise<Decided> {
  const draft: Draft = {
    ...after,
    decidedBy: keyOf(turn.actor),
    decidedAt: turn.at.toISOString(),
  };
  if ((await writeDraft(deps, stored, draft)) === "saved") return { state: "decided", draft };
  const now = await readDraft(deps, draft.network, draft.id);
  return { state: "stale", now: now?.doc.value };
}

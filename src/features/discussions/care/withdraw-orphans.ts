/** Drafts that no discussion names: between two writes an instance may end, or somebody may mark another answer. */
import type { Discussion, Draft } from "../../../core/content.ts";
import { draftType, withdrawDraft } from "../../../core/drafts.ts";
import type { JobDeps } from "./job-deps.ts";

/** The same answer, marked again, is the same draft. */
export const draftIdOf = (
  { digest }: Pick<JobDeps, "digest">,
  { id }: Pick<Discussion, "id">,
  answer: string,
): string => `discussion-${id}-${digest(answer).slice(0, 8)}`;

/** From memory; the store is asked only about drafts that seem to be nobody's. */
export async function withdrawOrphans(deps: JobDeps, discussion: Discussion): Promise<void> {
  for (const { value: draft } of deps.library.contentOf<Draft>(draftType)) {
    const isOf = draft.network === discussion.network && draft.discussion === discussion.id;
    if (isOf && draft.state === "waiting" && !isNamed(deps, discussion, draft.id))
      await withdrawUnlessNamed(deps, discussion, draft.id);
  }
}

export async function withdrawUnlessNamed(
  deps: JobDeps,
  { network, id }: Pick<Discussion, "network" | "id">,
  draft: string,
): Promise<void> {
  const stored = await deps.store.find(network, id);
  if (!stored || isNamed(deps, stored.doc.value, draft)) return;
  const { consent, lostAnswer } = stored.doc.value;
  await withdrawDraft(
    { documents: deps.jobDocuments, library: deps.library },
    { network, id: draft },
    consent === "refused"
      ? "answer-refused"
      : lostAnswer === undefined
        ? "answer-changed"
        : "answer-deleted",
  );
}

/** It waits for its discussion, or is about to be named by it. */
const isNamed = (deps: JobDeps, { id, answer, consent, draft }: Discussion, of: string): boolean =>
  draft === of ||
  (draft === undefined &&
    answer !== undefined &&
    consent !== "refused" &&
    draftIdOf(deps, { id }, answer) === of);

import type { Discussion } from "../../../core/content.ts";
import { withdrawDraft } from "../../../core/drafts.ts";
import type { TurnDeps } from "../discussions-deps.ts";

/** A proposal whose answer is no longer the answer does not wait any more. What it was made of is done already. */
export async function withdrawDraftOf(
  { documents, library, log }: Pick<TurnDeps, "documents" | "library" | "log">,
  { network, draft }: Discussion,
  reason: "answer-changed" | "answer-deleted",
): Promise<void> {
  if (draft === undefined) return;
  try {
    await withdrawDraft({ documents, library }, { network, id: draft }, reason);
  } catch (error) {
    log.error("draft not withdrawn", error);
  }
}

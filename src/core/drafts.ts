/** Proposals that wait on the coordinators' list, as they lie in the store. */
import type { ContentDocument, Draft } from "./content.ts";
import type { ContentKind } from "./feature.ts";
import type { Library } from "./library.ts";
import type { Documents } from "./ports.ts";

export const draftType = "draft";

export const draftContent: readonly ContentKind[] = [{ type: draftType }];

/** In `content`, in the network's own partition. */
export const draftDocId = (id: string): string => `draft:${id}`;

/** "there" if there is one with its id already, whatever became of it: proposing the same twice proposes it once. */
export async function proposeDraft(
  documents: Pick<Documents, "create">,
  draft: Draft,
): Promise<"proposed" | "there"> {
  const doc: ContentDocument<Draft> = {
    id: draftDocId(draft.id),
    type: draftType,
    v: 1,
    value: draft,
  };
  const created = await documents.create("content", draft.network, doc);
  return created === "exists" ? "there" : "proposed";
}

/** Of a waiting draft: nobody decides about it any more, for a reason such as "answer-deleted". */
export async function withdrawDraft(
  { documents, library }: { readonly documents: Documents; readonly library: Pick<Library, "saw"> },
  { network, id }: Pick<Draft, "network" | "id">,
  reason: string,
): Promise<void> {
  for (;;) {
    const stored = await documents.read<ContentDocument<Draft>>("content", network, draftDocId(id));
    if (!stored || stored.doc.deleted || stored.doc.value.state !== "waiting") return;
    const value: Draft = { ...stored.doc.value, state: "rejected", reason };
    const doc = { ...stored.doc, value };
    const written = await documents.replace("content", network, doc, stored.etag);
    if (written === "stale") continue;
    library.saw(network, written);
    return;
  }
}

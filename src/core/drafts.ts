/** Proposals that wait on the coordinators' list, as they lie in the store. */
import type { ContentDocument, Draft } from "./content.ts";
import type { ContentKind } from "./feature.ts";
import type { Library } from "./library.ts";
import type { Documents } from "./ports.ts";

export const draftType = "draft";

export const draftContent: readonly ContentKind[] = [{ type: draftType }];

/** In `content`, in the network's own partition. */
export const draftDocId = (id: string): string => `draft:${id}`;

/** Nobody decided: what it was made of was taken back. */
const isWithdrawn = ({ state, decidedBy }: Draft): boolean =>
  state === "rejected" && decidedBy === undefined;

/**
 * "there" if there is one with its id already, whatever was decided about it: proposing the same twice proposes it once.
 * One that was withdrawn is proposed anew.
 */
export async function proposeDraft(
  documents: Pick<Documents, "create" | "read" | "replace">,
  draft: Draft,
): Promise<"proposed" | "there"> {
  const doc: ContentDocument<Draft> = {
    id: draftDocId(draft.id),
    type: draftType,
    v: 1,
    value: draft,
  };
  const created = await documents.create("content", draft.network, doc);
  if (created !== "exists") return "proposed";
  const stored = await documents.read<ContentDocument<Draft>>("content", draft.network, doc.id);
  if (!stored || stored.doc.deleted || !isWithdrawn(stored.doc.value)) return "there";
  const written = await documents.replace("content", draft.network, doc, stored.etag);
  return written === "stale" ? "there" : "proposed";
}

type Place = { readonly documents: Documents; readonly library: Pick<Library, "saw"> };
type Named = Pick<Draft, "network" | "id">;

/**
 * Of a waiting draft: nobody decides about it any more, for a reason such as "answer-deleted", and no word of what it
 * proposed is kept. "decided": somebody did before.
 */
export async function withdrawDraft(
  place: Place,
  of: Named,
  reason: string,
): Promise<"withdrawn" | "decided"> {
  const after = await changeDraft(place, of, (draft) => {
    const isOver = isWithdrawn(draft) && isWordless(draft);
    if (isOver || (draft.state !== "waiting" && !isWithdrawn(draft))) return undefined;
    const { id, network } = draft;
    return { ...draft, state: "rejected", reason, row: { id, network } };
  });
  return after === undefined || isWithdrawn(after) ? "withdrawn" : "decided";
}

const isWordless = ({ row }: Draft): boolean =>
  Object.keys(row).every((column) => column === "id" || column === "network");

/** The author has agreed to what waits. "withdrawn": it does not wait, and nobody decided. */
export async function agreeToDraft(
  place: Place,
  of: Named,
): Promise<"waiting" | "withdrawn" | "decided"> {
  const after = await changeDraft(place, of, (draft) =>
    draft.state === "waiting" && draft.consent !== "given"
      ? { ...draft, consent: "given" }
      : undefined,
  );
  if (after === undefined || isWithdrawn(after)) return "withdrawn";
  return after.state === "waiting" ? "waiting" : "decided";
}

/** As it is then; undefined: there is none. */
async function changeDraft(
  { documents, library }: Place,
  { network, id }: Named,
  change: (draft: Draft) => Draft | undefined,
): Promise<Draft | undefined> {
  for (;;) {
    const stored = await documents.read<ContentDocument<Draft>>("content", network, draftDocId(id));
    if (!stored || stored.doc.deleted) return undefined;
    const value = change(stored.doc.value);
    if (!value) return stored.doc.value;
    const written = await documents.replace(
      "content",
      network,
      { ...stored.doc, value },
      stored.etag,
    );
    if (written === "stale") continue;
    library.saw(network, written);
    return value;
  }
}

/** Proposals in the store. Two who decide at once write the same document, so that one of them is told of the other. */
import type { ContentDocument, Draft } from "../../../core/content.ts";
import { draftDocId, draftType } from "../../../core/drafts.ts";
import type { Documents, Stored } from "../../../core/ports.ts";
import type { CurationDeps } from "../curation-deps.ts";

export type StoredDraft = Stored<ContentDocument<Draft>>;

type Deps = Pick<CurationDeps, "library"> & { readonly documents: Documents };

export async function readDraft(
  { documents }: Pick<Deps, "documents">,
  network: string,
  id: string,
): Promise<StoredDraft | undefined> {
  const stored = await documents.read<ContentDocument<Draft>>("content", network, draftDocId(id));
  return stored?.doc.deleted ? undefined : stored;
}

/** "stale": somebody else wrote since it was read. */
export async function writeDraft(
  { documents, library }: Deps,
  before: StoredDraft,
  value: Draft,
): Promise<"saved" | "stale"> {
  const doc = { ...before.doc, value };
  const written = await documents.replace("content", value.network, doc, before.etag);
  if (written === "stale") return "stale";
  library.saw(value.network, written);
  return "saved";
}

/** "there": there is one with its id already. */
export async function createDraft(
  { documents, library }: Deps,
  value: Draft,
): Promise<"saved" | "there"> {
  const doc: ContentDocument<Draft> = { id: draftDocId(value.id), type: draftType, v: 1, value };
  const created = await documents.create("content", value.network, doc);
  if (created === "exists") return "there";
  library.saw(value.network, created);
  return "saved";
}

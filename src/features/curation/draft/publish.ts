/** Makes content of what was approved: once, however often it is tried. */
import type { ContentDocument, Term } from "../../../core/content.ts";
import type { Documents } from "../../../core/ports.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { CurationDeps } from "../curation-deps.ts";
import type { EntryKind } from "../entry/entry-fields.ts";

type Deps = Pick<CurationDeps, "library" | "clock" | "termBank"> & {
  readonly documents: Documents;
};

type Made = {
  readonly kind: EntryKind;
  readonly partition: string;
  readonly doc: ContentDocument<JsonObject>;
  /** `tenant:person` */
  readonly by: string;
};

/** "there": there is one with its id already. */
export async function publish(deps: Deps, made: Made): Promise<"saved" | "there"> {
  const { kind, partition, doc, by } = made;
  if (kind === "terms") {
    const after = doc.value as unknown as Term;
    const saved = await deps.termBank.change(deps.documents, { after, by });
    return saved === "saved" ? "saved" : "there";
  }
  const added = { ...doc, addedAt: deps.clock.now().toISOString() };
  for (;;) {
    const created = await deps.documents.create("content", partition, added);
    if (created !== "exists") {
      deps.library.saw(partition, created);
      return "saved";
    }
    // Where something was taken away, its tombstone gives way.
    const there = await deps.documents.read<ContentDocument>("content", partition, doc.id);
    if (there && !there.doc.deleted) return "there";
    if (!there) continue;
    const replaced = await deps.documents.replace("content", partition, added, there.etag);
    if (replaced === "stale") continue;
    deps.library.saw(partition, replaced);
    return "saved";
  }
}

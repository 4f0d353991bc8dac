/** Terms as they lie in the store. Every change keeps what was there before (term-history.ts). */
import { type ContentDocument, partitionOf, type Term } from "../../core/content.ts";
import type { Library } from "../../core/library.ts";
import type { Clock, Documents, Stored } from "../../core/ports.ts";
import { historyOf, keepVersion } from "./term-history.ts";
import { termDocId, termType } from "./term-place.ts";

export type TermStore = {
  readonly documents: Documents;
  readonly library: Pick<Library, "saw">;
  readonly clock: Clock;
};

export type StoredTerm = Stored<ContentDocument<Term>>;

/** "stale": somebody else was faster, look again. */
export type Saved = "saved" | "stale";

type TermId = Pick<Term, "id" | "network">;

/** As long as other instances may need to learn that it is gone. */
const tombstoneDays = 30;

/** Undefined if there is none, or none any more. */
export async function readTerm(
  documents: Documents,
  { id, network }: TermId,
): Promise<StoredTerm | undefined> {
  const stored = await lookInto(documents, { id, network });
  return stored?.doc.deleted ? undefined : stored;
}

/** Makes a new term, or of the one that was read (`before`) another version. `by` is `tenant:person`. */
export async function changeTerm(
  store: TermStore,
  change: { readonly before?: StoredTerm; readonly after: Term; readonly by: string },
): Promise<Saved> {
  const { before, after, by } = change;
  const doc: ContentDocument<Term> = {
    id: termDocId(after.id),
    type: termType,
    v: 1,
    value: after,
    ...(before
      ? before.doc.addedAt !== undefined && { addedAt: before.doc.addedAt }
      : { addedAt: store.clock.now().toISOString() }),
  };
  const partition = partitionOf(after.network);
  // Where a term was taken away, its tombstone gives way.
  const there = before ?? (await lookInto(store.documents, after));
  if (!before && there && !there.doc.deleted) return "stale";
  if (before) await keepBefore(store, before, by);
  const written = there
    ? await store.documents.replace("content", partition, doc, there.etag)
    : await store.documents.create("content", partition, doc);
  if (written === "stale" || written === "exists") return "stale";
  store.library.saw(partition, written);
  return "saved";
}

/** Takes a term away. It can still be brought back from its history. */
export async function removeTerm(
  store: TermStore,
  { before, by }: { readonly before: StoredTerm; readonly by: string },
): Promise<Saved> {
  await keepBefore(store, before, by);
  const partition = partitionOf(before.doc.value.network);
  const expiresAt = store.clock.now();
  expiresAt.setUTCDate(expiresAt.getUTCDate() + tombstoneDays);
  const tombstone = { ...before.doc, deleted: true } as const;
  const written = await store.documents.replace("content", partition, tombstone, before.etag, {
    expiresAt,
  });
  if (written === "stale") return "stale";
  store.library.saw(partition, written);
  return "saved";
}

/**
 * Brings an earlier version back, as a change like any other: so this can be undone too. `version` counts from the
 * newest of the history, which is 0. "none": there is no such version.
 */
export async function undoTerm(
  store: TermStore,
  { id, network, version, by }: TermId & { readonly version: number; readonly by: string },
): Promise<Saved | "none"> {
  const [before, versions] = await Promise.all([
    readTerm(store.documents, { id, network }),
    historyOf(store.documents, { id, network }),
  ]);
  const after = versions[version]?.value;
  return after ? changeTerm(store, { ...(before && { before }), after, by }) : "none";
}

const keepBefore = (store: TermStore, { doc }: StoredTerm, by: string): Promise<void> =>
  keepVersion(store.documents, doc.value, { by, at: store.clock.now() });

const lookInto = (documents: Documents, { id, network }: TermId): Promise<StoredTerm | undefined> =>
  documents.read<ContentDocument<Term>>("content", partitionOf(network), termDocId(id));

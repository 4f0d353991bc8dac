/** Changes or takes away content of one type, wherever somebody must be taken out of it, or its time is over. */
import type { ContentDocument } from "./content.ts";
import type { Library } from "./library.ts";
import type { Clock, Documents, Query, Stored } from "./ports.ts";
import { changeOne, listOf } from "./query-all.ts";

type Deps = {
  /** The store that jobs may wait for. */
  readonly documents: Documents;
  readonly library: Pick<Library, "saw">;
  readonly clock: Pick<Clock, "now">;
};

/** As long as other instances may need to learn that it is gone. */
const tombstoneMs = 30 * 24 * 3_600_000;

/**
 * Asks the store for everything of a type in a partition. `change` gives the same value back to leave it, "erase" to
 * take it away; it may be asked again of what somebody else wrote meanwhile. Tombstones lose all but what they name.
 */
export async function changeContent<T extends object>(
  { documents, library, clock }: Deps,
  { partition, type }: { readonly partition: string; readonly type: string },
  change: (value: T) => T | "erase",
): Promise<void> {
  const after = (doc: ContentDocument<T>): ContentDocument<T> => {
    if (doc.deleted) return emptied(doc);
    const value = change(doc.value);
    if (value === "erase") return { ...emptied(doc), deleted: true };
    return value === doc.value ? doc : { ...doc, value };
  };
  const where = [{ field: "type", equals: type }];
  const query = { container: "content", partition, where } as const;
  for (const { doc } of await listOf<ContentDocument<T>>(documents, query)) {
    if (after(doc) === doc) continue;
    const written: Stored<ContentDocument<T>> | undefined = await changeOne<ContentDocument<T>>(
      documents,
      { container: "content", partition, id: doc.id },
      after,
      ({ deleted }) =>
        deleted ? { expiresAt: new Date(clock.now().getTime() + tombstoneMs) } : {},
    );
    if (written) library.saw(partition, written);
  }
}

/** Takes away every document of a query in `content`; others learn of it by what is left. */
export async function removeContent(
  { documents, library, clock }: Deps,
  query: Query & { readonly container: "content" },
): Promise<void> {
  const expiresAt = new Date(clock.now().getTime() + tombstoneMs);
  for (const { doc } of await listOf<ContentDocument<object>>(documents, query)) {
    const { partition } = query;
    const written = await changeOne<ContentDocument<object>>(
      documents,
      { container: "content", partition, id: doc.id },
      (one) =>
        one.deleted ? one : { id: one.id, type: one.type, v: one.v, deleted: true, value: {} },
      () => ({ expiresAt }),
    );
    if (written) library.saw(partition, written);
  }
}

const naming = new Set(["id", "network", "language"]);

/** Nothing but what says which one it was. */
function emptied<T extends object>(doc: ContentDocument<T>): ContentDocument<T> {
  const entries = Object.entries(doc.value);
  const kept = entries.filter(([name]) => naming.has(name));
  return kept.length === entries.length ? doc : { ...doc, value: Object.fromEntries(kept) as T };
}

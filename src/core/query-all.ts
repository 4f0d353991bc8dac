/** Every document that a query finds, page by page. */
import type { Document, Documents, Query, Stored, WriteOptions } from "./ports.ts";

const pageSize = 200;
const writeTries = 8;

export async function* allOf<T extends Document>(
  documents: Documents,
  query: Query,
): AsyncGenerator<Stored<T>> {
  let after: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof documents.query<T>>> = await documents.query<T>({
      limit: pageSize,
      ...query,
      ...(after !== undefined && { after }),
    });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

export async function listOf<T extends Document>(
  documents: Documents,
  query: Query,
): Promise<readonly Stored<T>[]> {
  const all: Stored<T>[] = [];
  for await (const stored of allOf<T>(documents, query)) all.push(stored);
  return all;
}

/** Deletes what a query finds, whoever changes it meanwhile. */
export async function eraseAll(documents: Documents, query: Query): Promise<void> {
  const { container, partition } = query;
  for (const { doc } of await listOf(documents, query)) {
    await eraseOne(documents, { container, partition, id: doc.id });
  }
}

type Place = Pick<Query, "container" | "partition"> & { readonly id: string };

/** Deletes a document, if it is there. */
export async function eraseOne(documents: Documents, place: Place): Promise<void> {
  const { container, partition, id } = place;
  for (let tries = 0; tries < writeTries; tries++) {
    const stored = await documents.read(container, partition, id);
    if (!stored) return;
    if ((await documents.delete(container, partition, id, stored.etag)) === "deleted") return;
  }
  throw new Error("A document is written by too many at once.");
}

/** Changes a document over what is stored; `change` gives the same document back to leave it. Undefined: it is not there. */
export async function changeOne<T extends Document>(
  documents: Documents,
  place: Place,
  change: (doc: T) => T,
  optionsOf: (doc: T) => WriteOptions = () => ({}),
): Promise<Stored<T> | undefined> {
  const { container, partition, id } = place;
  for (let tries = 0; tries < writeTries; tries++) {
    const stored = await documents.read<T>(container, partition, id);
    if (!stored) return undefined;
    const doc = change(stored.doc);
    if (doc === stored.doc) return stored;
    const options = optionsOf(doc);
    const written = await documents.replace(container, partition, doc, stored.etag, options);
    if (written !== "stale") return written;
  }
  throw new Error("A document is written by too many at once.");
}

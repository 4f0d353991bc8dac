/**
 * Takes content away whose very id may be somebody's name, so that not even a tombstone is left of it. In its place one
 * document for each type tells the others that something is gone; they look again at what is there (library.ts).
 */
import { type ContentDocument, type Erased, erasedType } from "./content.ts";
import type { Library } from "./library.ts";
import type { Clock, Documents } from "./ports.ts";
import { changeOne, eraseOne, listOf } from "./query-all.ts";

/** As long as another instance may not have heard of it. */
const toldForMs = 30 * 24 * 3_600_000;

/** Of all content of a type in a partition, tombstones among them, that which `goes`. May be cut off and done again. */
export async function eraseContent(
  deps: {
    /** The store that jobs may wait for. */
    readonly documents: Documents;
    readonly library: Pick<Library, "saw">;
    readonly clock: Pick<Clock, "now">;
  },
  { partition, type }: { readonly partition: string; readonly type: string },
  goes: (doc: ContentDocument) => boolean,
): Promise<void> {
  const { documents, library, clock } = deps;
  const container = "content" as const;
  const id = `${erasedType}:${type}`;
  const options = () => ({ expiresAt: new Date(clock.now().getTime() + toldForMs) });

  async function tell(isOpen: boolean): Promise<void> {
    const doc: Erased = { id, type: erasedType, v: 1, of: type, isOpen };
    if ((await documents.create(container, partition, doc, options())) !== "exists") return;
    await changeOne<Erased>(documents, { container, partition, id }, () => doc, options);
  }

  const where = [{ field: "type", equals: type }];
  const [all, told] = await Promise.all([
    listOf<ContentDocument>(documents, { container, partition, where }),
    documents.read<Erased>(container, partition, id),
  ]);
  const gone = all.filter(({ doc }) => goes(doc));
  if (gone.length === 0 && !told?.doc.isOpen) return;
  await tell(true);
  for (const { doc } of gone) {
    await eraseOne(documents, { container, partition, id: doc.id });
    const { id: itsId, v } = doc;
    library.saw(partition, { doc: { id: itsId, type, v, value: {}, deleted: true }, etag: "" });
  }
  await tell(false);
}

/** Makes the store hold a document of an import, writing only if it does not already. */
import type { ContentDocument } from "./content.ts";
import type { ImportTarget, Placed } from "./feature.ts";
import type { Documents } from "./ports.ts";
import type { Json, JsonObject } from "./reply.ts";

export async function putContent(
  documents: Documents,
  { partition, doc }: Placed,
  order: {
    readonly target: Pick<ImportTarget, "keepEarlier">;
    readonly dryRun: boolean;
    readonly now?: Date;
  },
): Promise<"created" | "updated" | "unchanged"> {
  for (;;) {
    const stored = await documents.read<ContentDocument<JsonObject>>("content", partition, doc.id);
    const isNew = !stored || stored.doc.deleted === true;
    if (stored && !isNew && sameJson(stored.doc.value, doc.value)) return "unchanged";
    const outcome = isNew ? "created" : "updated";
    if (order.dryRun) return outcome;
    if (stored && !isNew) {
      await order.target.keepEarlier?.(documents, { partition, doc: stored.doc }, order.now);
    }
    const written = stored
      ? await documents.replace("content", partition, doc, stored.etag)
      : await documents.create("content", partition, doc);
    if (written !== "stale" && written !== "exists") return outcome;
  }
}

/** Equal as data: the order of keys does not matter, and a key without a value is as good as none. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => sameJson(item as Json, b[i] as Json))
    );
  }
  const [left, right] = [a as JsonObject, b as JsonObject];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    sameJson(left[key], right[key]),
  );
}

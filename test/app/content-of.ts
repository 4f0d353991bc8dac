import type { ContentDocument } from "../../src/core/content.ts";
import type { Documents, Stored } from "../../src/core/ports.ts";
import type { JsonObject } from "../../src/core/reply.ts";

/** A network's content of one type, as it lies in the store. */
export async function contentOf(
  documents: Documents,
  type: string,
  network = "alfa",
): Promise<readonly Stored<ContentDocument<JsonObject>>[]> {
  const { items } = await documents.query<ContentDocument<JsonObject>>({
    container: "content",
    partition: network,
    where: [{ field: "type", equals: type }],
  });
  return items;
}

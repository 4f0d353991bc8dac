import {
  type ContentDocument,
  type Network,
  networksPartition,
  sharedPartition,
} from "../../core/content.ts";
import type { ImportTarget } from "../../core/feature.ts";
import type { Documents } from "../../core/ports.ts";
import type { JsonObject } from "../../core/reply.ts";

type Content = ContentDocument<JsonObject>;

/** The ids of the networks there are, in the order of their letters. */
export async function networkIds(documents: Documents): Promise<readonly string[]> {
  return (await storedNetworks(documents)).map(({ id }) => id).sort();
}

export async function storedNetworks(documents: Documents): Promise<readonly Network[]> {
  const all = await allOf<ContentDocument<Network>>(documents, networksPartition, "network");
  return all.map(({ value }) => value);
}

/** What there is of one kind, of one network or of all with what they share, by network, id and language. */
export async function storedContent(
  documents: Documents,
  target: Pick<ImportTarget, "type">,
  network?: string,
): Promise<readonly Content[]> {
  const partitions = [
    networksPartition,
    ...(network === undefined ? [sharedPartition, ...(await networkIds(documents))] : [network]),
  ];
  const found: Content[] = [];
  for (const partition of partitions) {
    const docs = await allOf<Content>(documents, partition, target.type);
    const isWanted = ({ value }: Content) =>
      partition !== networksPartition || network === undefined || value["id"] === network;
    found.push(...docs.filter(isWanted));
  }
  return found.sort(inOrder);
}

/** Every live document of a type in a partition; a tombstone is none. */
async function allOf<T extends ContentDocument>(
  documents: Documents,
  partition: string,
  type: string,
): Promise<T[]> {
  const found: T[] = [];
  let after: string | undefined;
  do {
    const page = await documents.query<T>({
      container: "content",
      partition,
      where: [{ field: "type", equals: type }],
      limit: 500,
      after,
    });
    found.push(...page.items.map(({ doc }) => doc).filter((doc) => doc.deleted !== true));
    after = page.next;
  } while (after !== undefined);
  return found;
}

function inOrder(a: Content, b: Content): number {
  for (const field of ["network", "id", "language"]) {
    const [left, right] = [String(a.value[field] ?? ""), String(b.value[field] ?? "")];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

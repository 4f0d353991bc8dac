/**
 * What terms were before they were changed: one document a term, in a partition that is read only when somebody asks,
 * so that the library never loads it.
 */
import { partitionOf, type Term } from "../../core/content.ts";
import { sameJson } from "../../core/import-content.ts";
import type { Document, Documents } from "../../core/ports.ts";
import type { JsonObject } from "../../core/reply.ts";

/** A term as it was until somebody changed it or took it away. */
export type TermVersion = {
  readonly value: Term;
  /** ISO; undefined: nobody knows. */
  readonly replacedAt?: string;
  /** `tenant:person`, or "import" for a file. */
  readonly replacedBy: string;
};

export type History = Document & {
  readonly type: "term-history";
  /** Newest first. */
  readonly versions: readonly TermVersion[];
};

export const mostVersions = 20;
/** In characters: a document has room for that many, whatever they are. */
const longestHistory = 400_000;

export const historyType = "term-history";

export const historyPartition = (network: string | undefined): string =>
  `_history:${partitionOf(network)}`;
const historyId = (id: string): string => `term-history:${id}`;

/** Newest first; empty if the term was never changed. */
export async function historyOf(
  documents: Documents,
  { id, network }: Pick<Term, "id" | "network">,
): Promise<readonly TermVersion[]> {
  const stored = await documents.read<History>("content", historyPartition(network), historyId(id));
  return stored?.doc.versions ?? [];
}

/**
 * Keeps what is about to be replaced. Done before the change, so that nothing is lost between the two; if the change
 * then does not come about, the next one finds the version there and does not keep it twice.
 */
export async function keepVersion(
  documents: Documents,
  value: Term,
  { by, at }: { readonly by: string; readonly at?: Date | undefined },
): Promise<void> {
  const partition = historyPartition(value.network);
  const id = historyId(value.id);
  const version = { value, ...(at && { replacedAt: at.toISOString() }), replacedBy: by };
  for (;;) {
    const stored = await documents.read<History>("content", partition, id);
    const earlier = stored?.doc.versions ?? [];
    const isKept =
      earlier[0] &&
      sameJson(earlier[0].value as unknown as JsonObject, value as unknown as JsonObject);
    const versions = bounded([version, ...(isKept ? earlier.slice(1) : earlier)]);
    const doc: History = { id, type: "term-history", v: 1, versions };
    const written = stored
      ? await documents.replace("content", partition, doc, stored.etag)
      : await documents.create("content", partition, doc);
    if (written !== "stale" && written !== "exists") return;
  }
}

/** The newest ones that fit; the very newest always does. */
function bounded(versions: readonly TermVersion[]): readonly TermVersion[] {
  let characters = 0;
  return versions.slice(0, mostVersions).filter((version, index) => {
    characters += JSON.stringify(version).length;
    return index === 0 || characters <= longestHistory;
  });
}

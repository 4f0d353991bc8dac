/**
 * Imports rows into the store. Each row stands for itself: good ones are taken, bad ones reported; the same file a
 * second time changes nothing.
 */
import type { ContentDocument } from "./content.ts";
import type { ImportContext, ImportTarget } from "./feature.ts";
import type { Documents } from "./ports.ts";
import type { Json, JsonObject } from "./reply.ts";
import type { ColumnFault, Row } from "./rows.ts";

/** A row as it was read from a file; `row` counts as in a table (the header is 1), in a file without header the first is 1. */
export type NumberedRow =
  | {
      readonly row: number;
      readonly values: Row;
      /** What the file says that the row cannot hold: reported if the row is taken. Their own row, if it is another. */
      readonly notes?: readonly (ColumnFault & { readonly row?: number })[];
    }
  | { readonly row: number; readonly faults: readonly ColumnFault[] };

export type ReportedFault = ColumnFault & { readonly row: number };

export type ImportReport = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rows: readonly ReportedFault[];
};

export async function importContent(
  deps: {
    readonly documents: Documents;
    readonly dryRun: boolean;
    /** Called after each row with how many have been read. */
    readonly onProgress?: (rows: number) => void;
  },
  target: ImportTarget,
  rows: Iterable<NumberedRow> | AsyncIterable<NumberedRow>,
  context: ImportContext,
): Promise<ImportReport> {
  const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const faults: ReportedFault[] = [];
  const columns = new Set(target.columns);
  const seen = new Map<string, number>();
  let read = 0;

  for await (const numbered of rows) {
    deps.onProgress?.(++read);
    const { row } = numbered;
    if ("faults" in numbered) {
      counts.rejected++;
      faults.push(...numbered.faults.map((one) => ({ row, ...one })));
      continue;
    }
    for (const column of Object.keys(numbered.values)) {
      if (columns.has(column)) continue;
      columns.add(column);
      faults.push({ row, column, fault: { code: "unknownColumn" } });
    }
    const parsed = target.parse(numbered.values, context);
    if (!parsed.ok) {
      counts.rejected++;
      faults.push(...parsed.faults.map((one) => ({ row, ...one })));
      continue;
    }
    const place = `${parsed.partition}/${parsed.doc.id}`;
    const earlier = seen.get(place);
    if (earlier !== undefined) {
      counts.rejected++;
      faults.push({ row, column: "id", fault: { code: "twice", row: earlier } });
      continue;
    }
    seen.set(place, row);
    for (const note of [...(numbered.notes ?? []), ...(parsed.notes ?? [])]) {
      faults.push({ row, ...note });
    }
    counts[await put(deps.documents, parsed.partition, parsed.doc, deps.dryRun)]++;
  }
  return { ...counts, rows: faults };
}

/** Makes the store hold this document, writing only if it does not already. */
async function put(
  documents: Documents,
  partition: string,
  doc: ContentDocument<JsonObject>,
  dryRun: boolean,
): Promise<"created" | "updated" | "unchanged"> {
  for (;;) {
    const stored = await documents.read<ContentDocument<JsonObject>>("content", partition, doc.id);
    const isNew = !stored || stored.doc.deleted === true;
    if (stored && !isNew && sameJson(stored.doc.value, doc.value)) return "unchanged";
    const outcome = isNew ? "created" : "updated";
    if (dryRun) return outcome;
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

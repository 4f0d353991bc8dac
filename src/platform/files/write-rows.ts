import type { ContentDocument, Term } from "../../core/content.ts";
import type { ImportTarget } from "../../core/feature.ts";
import type { Json, JsonObject } from "../../core/reply.ts";
import { joinList } from "../../core/rows.ts";
import { UnwritableValue } from "./unwritable-value.ts";

export const exportFormats = ["jsonl", "csv", "xlsx"] as const;
/** Of terms only. */
export const termFormats = ["tbx"] as const;
export type ExportFormat = (typeof exportFormats)[number] | (typeof termFormats)[number];

type Columns = Pick<ImportTarget, "columns" | "inTable">;
type Exported = Pick<ContentDocument<JsonObject>, "value">;

/**
 * Documents as a file that an import reads back to the same documents. Values stand as they are, formulas too. Throws
 * UnwritableValue for what the format cannot hold.
 */
export async function writeRows(
  target: Columns,
  documents: readonly Exported[],
  format: ExportFormat,
): Promise<string | Uint8Array> {
  switch (format) {
    case "jsonl":
      return asJsonl(target, documents);
    case "csv":
      return asCsv(target, documents);
    case "xlsx":
      return asXlsx(target, documents);
    case "tbx":
      return asTbx(documents);
  }
}

function asJsonl({ columns }: Columns, documents: readonly Exported[]): string {
  return documents.map(({ value }) => `${JSON.stringify(value, [...columns])}\n`).join("");
}

async function asCsv(target: Columns, documents: readonly Exported[]): Promise<string> {
  const { stringify } = await import("csv-stringify/sync");
  const columns = [...target.columns];
  return stringify(
    documents.map(({ value }) => {
      const cells = target.inTable?.(value) ?? value;
      return columns.map((column) => cellOf(cells[column]));
    }),
    { header: true, columns, record_delimiter: "\n" },
  );
}

/** The documents are terms: their columns say how. */
async function asTbx(documents: readonly Exported[]): Promise<string> {
  const { writeTbx } = await import("./tbx/write-tbx.ts");
  return writeTbx(documents.map(({ value }) => value as unknown as Term));
}

async function asXlsx(
  { columns, inTable }: Columns,
  documents: readonly Exported[],
): Promise<Uint8Array> {
  const { longestCell, workbookOf } = await import("./write-xlsx.ts");
  const rows = documents.map(({ value }) => {
    const cells = inTable?.(value) ?? value;
    return columns.map((column) => {
      const text = cellOf(cells[column]);
      if (text.length <= longestCell) return text;
      const place = [value["network"], value["id"], value["language"]].filter(Boolean).join(" ");
      throw new UnwritableValue({ document: place, column, most: longestCell });
    });
  });
  return workbookOf(columns, rows);
}

function cellOf(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  return Array.isArray(value) ? joinList(value.map(String)) : String(value);
}

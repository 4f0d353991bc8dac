import { stringify } from "csv-stringify/sync";
import type { ContentDocument } from "../../core/content.ts";
import type { ImportTarget } from "../../core/feature.ts";
import type { Json, JsonObject } from "../../core/reply.ts";
import { joinList } from "../../core/rows.ts";

export const exportFormats = ["jsonl", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

type Columns = Pick<ImportTarget, "columns">;
type Exported = Pick<ContentDocument<JsonObject>, "value">;

/** Documents as a file that an import reads back to the same documents. Values stand as they are, formulas too. */
export function writeRows(
  target: Columns,
  documents: readonly Exported[],
  format: ExportFormat,
): string {
  return format === "csv" ? asCsv(target, documents) : asJsonl(target, documents);
}

function asJsonl({ columns }: Columns, documents: readonly Exported[]): string {
  return documents.map(({ value }) => `${JSON.stringify(value, [...columns])}\n`).join("");
}

function asCsv({ columns }: Columns, documents: readonly Exported[]): string {
  return stringify(
    documents.map(({ value }) => columns.map((column) => cellOf(value[column]))),
    { header: true, columns: [...columns], record_delimiter: "\n" },
  );
}

function cellOf(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  return Array.isArray(value) ? joinList(value.map(String)) : String(value);
}

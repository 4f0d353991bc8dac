import { extname } from "node:path";
import type { NumberedRow } from "../../core/import-content.ts";
import { rowsOfJsonl } from "./read-jsonl.ts";
import { readBytes, textIn } from "./read-text.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** A file's rows, and those that cannot be read as faults. */
type Format = (bytes: Buffer) => readonly NumberedRow[] | Promise<readonly NumberedRow[]>;

const formats: Readonly<Record<string, Format>> = {
  ".jsonl": (bytes) => rowsOfJsonl(textIn(bytes)),
  ".csv": async (bytes) => (await import("./read-csv.ts")).rowsOfCsv(textIn(bytes)),
  ".xlsx": async (bytes) => (await import("./read-xlsx.ts")).rowsOfXlsx(bytes),
};

/**
 * The rows of a file, by its ending. All of it is read and its structure checked before the first row is handed out,
 * so that a file which cannot be read (UnreadableFile) changes nothing.
 */
export async function readRows(path: string): Promise<readonly NumberedRow[]> {
  const format = formats[extname(path).toLowerCase()];
  if (!format) {
    throw new UnreadableFile({ code: "unknownEnding", known: Object.keys(formats).join(", ") });
  }
  return format(await readBytes(path));
}

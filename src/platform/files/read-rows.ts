import { extname } from "node:path";
import type { NumberedRow } from "../../core/import-content.ts";
import type { Home } from "./read-ics.ts";
import { rowsOfJsonl } from "./read-jsonl.ts";
import { readBytes, textIn } from "./read-text.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** A file's rows, and those that cannot be read as faults. */
type Format = (
  bytes: Buffer,
  home: Home,
) => readonly NumberedRow[] | Promise<readonly NumberedRow[]>;

const formats: Readonly<Record<string, Format>> = {
  ".jsonl": (bytes) => rowsOfJsonl(textIn(bytes)),
  ".csv": async (bytes) => (await import("./read-csv.ts")).rowsOfCsv(textIn(bytes)),
  ".xlsx": async (bytes) => (await import("./read-xlsx.ts")).rowsOfXlsx(bytes),
};

const formatsOf: Readonly<Record<string, typeof formats>> = {
  meetings: {
    ...formats,
    ".ics": async (bytes, home) => (await import("./read-ics.ts")).rowsOfIcs(bytes, home),
  },
};

/** What a calendar file leaves to be known of the network that it is for. */
const nowhere: Home = { language: "sv", timeZone: "UTC" };

/**
 * The rows of a file, by its ending. All of it is read and its structure checked before the first row is handed out,
 * so that a file which cannot be read (UnreadableFile) changes nothing.
 */
export async function readRows(
  path: string,
  kind = "",
  home: Home = nowhere,
): Promise<readonly NumberedRow[]> {
  const known = formatsOf[kind] ?? formats;
  const format = known[extname(path).toLowerCase()];
  if (!format) {
    throw new UnreadableFile({ code: "unknownEnding", known: Object.keys(known).join(", ") });
  }
  return format(await readBytes(path), home);
}

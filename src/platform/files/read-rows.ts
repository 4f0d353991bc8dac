import { extname } from "node:path";
import type { NumberedRow, Rows } from "../../core/numbered-row.ts";
import type { Home } from "./read-ics.ts";
import { rowsOfJsonl } from "./read-jsonl.ts";
import { checkFile, readBytes, textIn } from "./read-text.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** A file's rows, and those that cannot be read as faults. */
type Format = (
  bytes: Buffer,
  home: Home,
) => readonly NumberedRow[] | Promise<readonly NumberedRow[]>;

/** Rows that are read anew with each loop. */
type ReadRows = Rows & { readonly length: number };
type OpenLarge = (path: string) => Promise<ReadRows>;

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

/** Files of which only a piece is held at a time. */
const largeFormatsOf: Readonly<Record<string, Readonly<Record<string, OpenLarge>>>> = {
  terms: { ".tbx": async (path) => (await import("./tbx/read-tbx.ts")).openTbx(path) },
};

/** What a calendar file leaves to be known of the network that it is for. */
const nowhere: Home = { language: "sv", timeZone: "UTC" };

/** The rows of a file, however large; checked like those of `readRows`. */
export async function openRows(path: string, kind: string, home: Home): Promise<ReadRows> {
  const large = largeFormatsOf[kind]?.[extname(path).toLowerCase()];
  if (!large) return readRows(path, kind, home);
  await checkFile(path);
  return large(path);
}

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
    const endings = Object.keys({ ...known, ...largeFormatsOf[kind] });
    throw new UnreadableFile({ code: "unknownEnding", known: endings.join(", ") });
  }
  return format(await readBytes(path), home);
}

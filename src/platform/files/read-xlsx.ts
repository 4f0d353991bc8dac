/**
 * The rows of an Excel workbook. Read here rather than by a package: `read-excel-file` drops cells with an error in
 * silence, reads dates to the millisecond below, and fills the gaps between far cells until the memory is full.
 */
import { posix } from "node:path";
import type { NumberedRow } from "../../core/import-content.ts";
import { type CellFormat, formatsOf, textOfNumber } from "./cell-text.ts";
import { readXml } from "./read-xml.ts";
import { xmlFilesIn } from "./read-zip.ts";
import { type Cell, rowsOfTable, type TableRow } from "./table-rows.ts";
import { broken, mostBytes, UnreadableFile } from "./unreadable-file.ts";

/** What all sheets of a workbook share. */
type Book = {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly from1904: boolean;
};

const mostRows = 1_048_576;
const mostColumns = 16_384;

/** The rows of the first visible sheet whose first row names columns. */
export function rowsOfXlsx(bytes: Buffer): readonly NumberedRow[] {
  refuseOthers(bytes);
  const parts = xmlFilesIn(bytes);
  const part = (path = "") => parts.get(path);
  const relations = (of: string) => {
    const path = posix.join(posix.dirname(of), "_rels", `${posix.basename(of)}.rels`);
    return relationsIn(part(path), posix.dirname(of));
  };

  const main = [...relations("").values()].find(({ type }) => type === "officeDocument")?.path;
  const workbook = main?.endsWith(".xml") ? part(main) : undefined;
  if (main === undefined || !workbook) throw new UnreadableFile({ code: "notXlsx" });
  const related = relations(main);
  const pathOf = (wanted: string) =>
    [...related.values()].find(({ type }) => type === wanted)?.path;
  const { sheets, from1904 } = workbookIn(workbook);
  const book: Book = {
    strings: stringsIn(part(pathOf("sharedStrings"))),
    formats: formatsOf(part(pathOf("styles"))),
    from1904,
  };

  for (const id of sheets) {
    const relation = related.get(id);
    if (relation?.type !== "worksheet") continue;
    const sheet = part(relation.path);
    if (!sheet) throw broken(`No ${relation.path}`);
    const [first, ...rows] = tableIn(sheet, book);
    if (first?.row === 1) return rowsOfTable(first, rows);
  }
  throw new UnreadableFile({ code: "noHeader" });
}

/** Other files with the ending of a workbook. Old workbooks and encrypted ones are both OLE files. */
function refuseOthers(bytes: Buffer): void {
  if (bytes.length > 0 && bytes.subarray(0, 2).toString("latin1") === "PK") return;
  if (bytes.subarray(0, 4).toString("hex") !== "d0cf11e0") {
    throw new UnreadableFile({ code: "notXlsx" });
  }
  const isEncrypted = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
  throw new UnreadableFile({ code: isEncrypted ? "encrypted" : "oldExcel" });
}

type Relation = { readonly type: string; readonly path: string };

function relationsIn(part: Uint8Array | undefined, folder: string): ReadonlyMap<string, Relation> {
  const found = new Map<string, Relation>();
  if (!part) return found;
  readXml(part, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id = "", Type = "", Target = "" } = attributes();
      const path = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      found.set(Id, { type: posix.basename(Type), path });
    },
  });
  return found;
}

function workbookIn(part: Uint8Array): {
  readonly sheets: readonly string[];
  readonly from1904: boolean;
} {
  const sheets: string[] = [];
  let from1904: boolean | undefined;
  readXml(part, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 ??= isTrue(attributes()["date1904"]);
      if (name !== "sheet") return;
      const { id = "", state = "visible" } = attributes();
      if (state === "visible") sheets.push(id);
    },
  });
  return { sheets, from1904: from1904 ?? false };
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

/** The texts that cells refer to by number. */
function stringsIn(part: Uint8Array | undefined): readonly string[] {
  const found: string[] = [];
  if (!part) return found;
  const text = createTextReader();
  readXml(part, {
    open(name) {
      if (name === "si") text.begin();
      text.open(name);
    },
    text: text.add,
    close(name) {
      text.close(name);
      if (name === "si") found.push(text.end());
    },
  });
  return found;
}

/** Rows and cells may leave out where they stand: then they stand next to the last one. */
function tableIn(part: Uint8Array, book: Book): readonly TableRow[] {
  const rows: TableRow[] = [];
  const text = createTextReader();
  let inData = false;
  let row = 0;
  let column = 0;
  let cells: (readonly [at: number, cell: Cell])[] = [];
  let kind: { readonly type: string; readonly style: number } | undefined;
  let characters = 0;

  readXml(part, {
    open(name, attributes) {
      if (name === "sheetData") inData = true;
      if (!inData) return;
      if (name === "row") {
        row = following(row, attributes()["r"], mostRows);
        column = 0;
        cells = [];
      } else if (name === "c") {
        const { r, t = "n", s = "0" } = attributes();
        column = following(column, r === undefined ? undefined : columnOf(r), mostColumns);
        kind = { type: t, style: Number(s) };
        text.begin();
      } else {
        text.open(name);
      }
    },
    text: text.add,
    close(name) {
      if (name === "sheetData") inData = false;
      if (!inData) return;
      if (name === "c" && kind) {
        const cell = cellOf(kind, text.end(), book);
        kind = undefined;
        if (cell === "") return;
        // Cells may share one text: what is small as a file could be without measure as rows.
        characters += typeof cell === "string" ? cell.length : 0;
        if (characters > mostBytes) throw new UnreadableFile({ code: "unpackedTooBig" });
        cells.push([column - 1, cell]);
      } else if (name === "row") {
        if (cells.length > 0) rows.push({ row, cells });
      } else {
        text.close(name);
      }
    },
  });
  return rows;
}

function following(last: number, given: string | number | undefined, most: number): number {
  const next = given === undefined ? last + 1 : Number(given);
  if (!Number.isInteger(next) || next <= last || next > most) throw broken("Out of order");
  return next;
}

/** `A` is 1, `AB12` is 28. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}(?=\d+$)/u.exec(reference)?.[0];
  if (letters === undefined) throw broken(`No cell ${reference}`);
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function cellOf(
  { type, style }: { readonly type: string; readonly style: number },
  content: string,
  { strings, formats, from1904 }: Book,
): Cell {
  if (content === "") return "";
  switch (type) {
    case "s": {
      const text = strings[Number(content)];
      if (text === undefined) throw broken(`No text ${content}`);
      return text;
    }
    case "b":
      return String(isTrue(content));
    case "e":
      return { code: "cellError", value: content };
    case "d":
      return content.replace(/T00:00(?::00(?:\.0+)?)?Z?$|(?<=T\d\d:\d\d):[\d.]+Z?$/u, "");
    case "n":
      return textOfNumber(content, formats[style] ?? "number", from1904);
    default:
      return content;
  }
}

/** Gathers the text of one cell or shared text: of all its runs, without the reading aids of East Asian ones. */
function createTextReader() {
  let gathered = "";
  let isText = false;
  let inAid = false;
  return {
    begin() {
      gathered = "";
      isText = false;
      inAid = false;
    },
    open(name: string) {
      if (name === "rPh") inAid = true;
      isText = (name === "t" || name === "v") && !inAid;
    },
    add(text: string) {
      if (isText) gathered += text;
    },
    close(name: string) {
      if (name === "rPh") inAid = false;
      isText = false;
    },
    end: (): string => unescaped(gathered),
  };
}

/** Excel writes characters that XML cannot carry as `_x000D_`, and such a text itself with `_x005F_` before it. */
const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([\da-f]{4})_/giu, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;

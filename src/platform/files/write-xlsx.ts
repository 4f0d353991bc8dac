import writeWorkbook, { type SheetData } from "write-excel-file/node";

/** The most characters that a cell of a workbook holds. */
export const longestCell = 32_767;

/**
 * A workbook with one sheet. Everything is text, in cells formatted as text: so 007, dates and =1+1 stay as they are,
 * also when somebody edits them.
 */
export function workbookOf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const cell = (text: string) => ({ value: escaped(text), type: String, format: "@" });
  const sheet: SheetData = [
    columns.map((name) => ({ ...cell(name), fontWeight: "bold" as const })),
    ...rows.map((row) => row.map((text) => (text === "" ? null : cell(text)))),
  ];
  const look = { stickyRowsCount: 1, columns: columns.map(() => ({ width: 24 })) };
  return writeWorkbook(sheet, look).toBuffer();
}

/**
 * As workbooks write what XML cannot carry (`_x000D_`), and what looks like that. `write-excel-file` drops such
 * characters, and writes a broken file for texts named like a property of every object, such as “constructor”.
 */
function escaped(text: string): string {
  const first = Object.hasOwn(Object.prototype, text) ? 1 : 0;
  const rest = text
    .slice(first)
    .replace(
      /_(?=x[\dA-Fa-f]{4})|[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}|[\ud800-\udfff\ufffd]/gu,
      codes,
    );
  return codes(text.slice(0, first)) + rest;
}

const codes = (text: string): string =>
  text
    .split("")
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .join("");

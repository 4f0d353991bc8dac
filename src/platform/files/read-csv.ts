import { CsvError, parse } from "csv-parse/sync";
import type { NumberedRow } from "../../core/import-content.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/**
 * The rows below a header line, the first being row 2 as a spreadsheet counts. Separated by comma or semicolon,
 * whichever the header uses. Quotes are read strictly: a lenient reader would take a forgotten one for the start of a
 * value that swallows the rows after it.
 */
export function rowsOfCsv(text: string): readonly NumberedRow[] {
  const [header = [], ...records] = recordsOf(text);
  const columns = header.map((name) => name.trim());
  // Spreadsheets leave empty columns at the end of lines.
  while (columns.at(-1) === "") columns.pop();
  if (columns.length === 0) throw new UnreadableFile({ code: "noHeader" });
  const twice = columns.find((name, index) => name !== "" && columns.indexOf(name) !== index);
  if (twice !== undefined) throw new UnreadableFile({ code: "columnTwice", column: twice });

  return records.flatMap((record, index): readonly NumberedRow[] => {
    const row = index + 2;
    if (record.every((value) => value.trim() === "")) return [];
    if (record.slice(columns.length).some((value) => value.trim() !== "")) {
      return [{ row, faults: [{ column: "", fault: { code: "columnCount" } }] }];
    }
    const filled = columns.flatMap((name, at) => (record[at] ? [[name, record[at]] as const] : []));
    return [{ row, values: Object.fromEntries(filled) }];
  });
}

function recordsOf(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error["records"] === "number" ? error["records"] + 1 : 1;
    const code = error.code === "CSV_QUOTE_NOT_CLOSED" ? "openQuote" : "strayQuote";
    throw new UnreadableFile({ code, row }, { cause: error });
  }
}

/** What the first line has more of, outside quotes. */
function delimiterOf(text: string): "," | ";" {
  const unquoted = text.replace(/"[^"]*"/gu, "");
  const header = unquoted.slice(0, unquoted.search(/[\r\n]|$/u));
  const count = (character: string) => header.split(character).length;
  return count(";") > count(",") ? ";" : ",";
}

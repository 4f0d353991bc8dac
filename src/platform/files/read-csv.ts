import { CsvError, parse } from "csv-parse/sync";
import type { NumberedRow } from "../../core/import-content.ts";
import { rowsOfTable, type TableRow } from "./table-rows.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/**
 * The rows below a header line, the first being row 2 as a spreadsheet counts. Separated by comma or semicolon,
 * whichever the header uses. Quotes are read strictly: a lenient reader would take a forgotten one for the start of a
 * value that swallows the rows after it.
 */
export function rowsOfCsv(text: string): readonly NumberedRow[] {
  const [header, ...rows] = recordsOf(text).map(
    (record, index): TableRow => ({
      row: index + 1,
      cells: [...record.entries()].filter(([, value]) => value !== ""),
    }),
  );
  return rowsOfTable(header, rows);
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

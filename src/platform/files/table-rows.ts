import type { NumberedRow } from "../../core/import-content.ts";
import type { ColumnFault } from "../../core/rows.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** A value as text, or the error that a formula left in its place. */
export type Cell = string | { readonly code: "cellError"; readonly value: string };

/** A table's line: the cells that hold something, with the index of their column. */
export type TableRow = {
  readonly row: number;
  readonly cells: readonly (readonly [at: number, cell: Cell])[];
};

/** The rows below a header row. */
export function rowsOfTable(
  header: TableRow | undefined,
  rows: readonly TableRow[],
): NumberedRow[] {
  const columns: string[] = [];
  for (const [at, cell] of header?.cells ?? []) columns[at] = nameIn(cell);
  // Spreadsheets leave empty columns at the end of lines.
  while (columns.length > 0 && !columns.at(-1)) columns.pop();
  if (columns.length === 0) throw new UnreadableFile({ code: "noHeader" });
  const twice = columns.find((name, index) => name && columns.indexOf(name) !== index);
  if (twice !== undefined) throw new UnreadableFile({ code: "columnTwice", column: twice });

  return rows.flatMap(({ row, cells }): readonly NumberedRow[] => {
    if (cells.every(([, cell]) => isBlank(cell))) return [];
    if (cells.some(([at, cell]) => at >= columns.length && !isBlank(cell))) {
      return [{ row, faults: [{ column: "", fault: { code: "columnCount" } }] }];
    }
    const named = cells
      .filter(([at]) => at < columns.length)
      .map(([at, cell]) => [columns[at] ?? "", cell] as const);
    const faults = named.flatMap(([column, cell]): readonly ColumnFault[] =>
      typeof cell === "string" ? [] : [{ column, fault: cell }],
    );
    return [faults.length > 0 ? { row, faults } : { row, values: Object.fromEntries(named) }];
  });
}

const nameIn = (cell: Cell): string => (typeof cell === "string" ? cell.trim() : cell.value);

const isBlank = (cell: Cell): boolean => typeof cell === "string" && cell.trim() === "";

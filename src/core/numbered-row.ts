import type { ColumnFault, Row } from "./rows.ts";

/** A row as it was read from a file; `row` counts as in a table (the header is 1), in a file without header the first is 1. */
export type NumberedRow =
  | {
      readonly row: number;
      readonly values: Row;
      /** What the file says that the row cannot hold: reported if the row is taken. Their own row, if it is another. */
      readonly notes?: readonly (ColumnFault & { readonly row?: number })[];
    }
  | { readonly row: number; readonly faults: readonly ColumnFault[] };

/** Rows that are read anew with each loop, so that a large file need not be held. */
export type Rows = (Iterable<NumberedRow> | AsyncIterable<NumberedRow>) & {
  /** Of each row only its id and network, where they are known without reading all of it again. */
  readonly ids?: readonly Row[];
};

export type ReportedFault = ColumnFault & { readonly row: number };

import type { ImportReport } from "../../core/import-content.ts";
import type { Language } from "../../core/language.ts";
import type { ColumnFault } from "../../core/rows.ts";

/** An import's result as design.md 8 prints it: reasons in words. */
export type PrintedReport = Omit<ImportReport, "rows"> & {
  readonly rows: readonly {
    readonly row: number;
    readonly column: string;
    readonly reason: string;
  }[];
};

export function printedReport(
  report: ImportReport,
  reasonOf: (fault: ColumnFault) => string,
): PrintedReport {
  const { created, updated, unchanged, rejected, rows } = report;
  return {
    created,
    updated,
    unchanged,
    rejected,
    rows: rows.map((one) => ({ row: one.row, column: one.column, reason: reasonOf(one) })),
  };
}

/** What is printed when nothing at all could be imported. */
export const refusedReport = (column: string, reason: string): PrintedReport => ({
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 1,
  rows: [{ row: 0, column, reason }],
});

/** The report for people: the counts, then a line for each fault. */
export function reportInWords(report: PrintedReport, dryRun: boolean, language: Language): string {
  const words = sentences[language];
  const faults = report.rows.map(({ row, column, reason }) =>
    [words.row(row), column, reason].filter(Boolean).join(": "),
  );
  return [words.counts(report), ...faults, ...(dryRun ? [words.dryRun] : [])].join("\n");
}

type Sentences = {
  readonly counts: (report: PrintedReport) => string;
  readonly row: (row: number) => string;
  readonly dryRun: string;
};

const sentences: Readonly<Record<Language, Sentences>> = {
  sv: {
    counts: ({ created, updated, unchanged, rejected }) =>
      `Nya: ${created}, ändrade: ${updated}, oförändrade: ${unchanged}, avvisade: ${rejected}.`,
    row: (row) => `rad ${row}`,
    dryRun: "Detta var ett prov: inget har sparats.",
  },
  fi: {
    counts: ({ created, updated, unchanged, rejected }) =>
      `Uusia: ${created}, muutettuja: ${updated}, ennallaan: ${unchanged}, hylättyjä: ${rejected}.`,
    row: (row) => `rivi ${row}`,
    dryRun: "Tämä oli koeajo: mitään ei tallennettu.",
  },
  en: {
    counts: ({ created, updated, unchanged, rejected }) =>
      `Created: ${created}, updated: ${updated}, unchanged: ${unchanged}, rejected: ${rejected}.`,
    row: (row) => `row ${row}`,
    dryRun: "This was a dry run: nothing was saved.",
  },
};

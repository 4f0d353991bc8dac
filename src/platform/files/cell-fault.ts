import type { Language } from "../../core/language.ts";
import type { RowFault } from "../../core/rows.ts";

/** What a formula that failed leaves in a cell; to core, a value that is no text. */
export type CellFault = { readonly code: "badText"; readonly cellError: string };

export const isCellFault = (fault: RowFault): fault is CellFault => "cellError" in fault;

/** The error that a cell shows, in words. */
export const cellFaultIn = (language: Language, { cellError }: CellFault): string =>
  sentences[language](cellError);

const sentences: Readonly<Record<Language, (error: string) => string>> = {
  sv: (error) => `cellen visar felet ${error}; rätta formeln eller skriv värdet`,
  fi: (error) => `solussa on virhe ${error}; korjaa kaava tai kirjoita arvo`,
  en: (error) => `the cell shows the error ${error}; correct the formula or write the value`,
};

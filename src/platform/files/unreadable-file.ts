import { BotError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";

/** Why nothing at all was taken from a file. */
export type FileFault =
  | { readonly code: "missing" | "notAFile" | "forbidden" | "tooBig" | "notUtf8" | "utf16" }
  | { readonly code: "unknownEnding"; readonly known: string }
  | { readonly code: "noHeader" }
  | { readonly code: "columnTwice"; readonly column: string }
  | { readonly code: "openQuote" | "strayQuote"; readonly row: number };

/** The file as a whole cannot be read; a fault of one row is a fault of that row. */
export class UnreadableFile extends BotError {
  readonly fault: FileFault;
  constructor(fault: FileFault, options?: ErrorOptions) {
    super("unreadable-file", fileFaultIn("en", fault), options);
    this.name = "UnreadableFile";
    this.fault = fault;
  }
}

/** The reason in words, with what to do about it. */
export function fileFaultIn(language: Language, fault: FileFault): string {
  const words = sentences[language];
  switch (fault.code) {
    case "unknownEnding":
      return words.unknownEnding(fault.known);
    case "columnTwice":
      return words.columnTwice(fault.column);
    case "openQuote":
    case "strayQuote":
      return words[fault.code](fault.row);
    default:
      return words[fault.code];
  }
}

type Sentences = Readonly<
  Record<"missing" | "notAFile" | "forbidden" | "tooBig" | "notUtf8" | "utf16" | "noHeader", string>
> & {
  readonly unknownEnding: (known: string) => string;
  readonly columnTwice: (column: string) => string;
  readonly openQuote: (row: number) => string;
  readonly strayQuote: (row: number) => string;
};

const sentences: Readonly<Record<Language, Sentences>> = {
  sv: {
    missing: "filen finns inte",
    notAFile: "det är ingen fil utan en mapp eller något annat",
    forbidden: "filen får inte läsas",
    tooBig: "filen är större än 200 MB; dela upp den",
    notUtf8: "filen är inte i UTF-8; spara den på nytt i UTF-8",
    utf16: "filen är i UTF-16 eller är ingen text; spara den på nytt i UTF-8",
    unknownEnding: (known) => `filens namn måste sluta på ${known}`,
    noHeader: "filen är tom: den första raden ska namnge kolumnerna",
    columnTwice: (column) => `kolumnen ”${column}” finns två gånger`,
    openQuote: (row) => `ett citattecken avslutas aldrig (rad ${row})`,
    strayQuote: (row) =>
      `ett citattecken står mitt i ett värde (rad ${row}); omge hela värdet med citattecken och dubblera dem inuti`,
  },
  fi: {
    missing: "tiedostoa ei ole",
    notAFile: "se ei ole tiedosto vaan kansio tai jotain muuta",
    forbidden: "tiedostoa ei saa lukea",
    tooBig: "tiedosto on yli 200 megatavua; jaa se osiin",
    notUtf8: "tiedosto ei ole UTF-8-muodossa; tallenna se uudelleen UTF-8-muodossa",
    utf16: "tiedosto on UTF-16-muodossa tai ei ole tekstiä; tallenna se uudelleen UTF-8-muodossa",
    unknownEnding: (known) => `tiedoston nimen lopussa on oltava ${known}`,
    noHeader: "tiedosto on tyhjä: ensimmäisen rivin on nimettävä sarakkeet",
    columnTwice: (column) => `sarake ”${column}” on kahdesti`,
    openQuote: (row) => `lainausmerkki jää auki (rivi ${row})`,
    strayQuote: (row) =>
      `lainausmerkki on keskellä arvoa (rivi ${row}); ympäröi koko arvo lainausmerkeillä ja kahdenna ne sen sisällä`,
  },
  en: {
    missing: "there is no such file",
    notAFile: "it is not a file but a folder or something else",
    forbidden: "the file may not be read",
    tooBig: "the file is larger than 200 MB; split it up",
    notUtf8: "the file is not UTF-8; save it again as UTF-8",
    utf16: "the file is UTF-16 or no text at all; save it again as UTF-8",
    unknownEnding: (known) => `the file's name must end in ${known}`,
    noHeader: "the file is empty: its first line must name the columns",
    columnTwice: (column) => `the column “${column}” is there twice`,
    openQuote: (row) => `a quotation mark is never closed (row ${row})`,
    strayQuote: (row) =>
      `a quotation mark stands in the middle of a value (row ${row}); put the whole value in quotation marks and double those inside`,
  },
};

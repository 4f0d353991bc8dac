import { BotError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";

/** How much a file may be, packed or unpacked; the sentences below name it. */
export const mostBytes = 200 * 1024 * 1024;

type PlainCode =
  | "missing"
  | "notAFile"
  | "forbidden"
  | "tooBig"
  | "notUtf8"
  | "utf16"
  | "notXlsx"
  | "notIcs"
  | "notTbx"
  | "doctype"
  | "oldExcel"
  | "encrypted"
  | "broken"
  | "unpackedTooBig"
  | "noHeader";

/** Why nothing at all was taken from a file. */
export type FileFault =
  | { readonly code: PlainCode }
  | { readonly code: "unknownEnding"; readonly known: string }
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

/** The file is damaged, or made in a way that no honest program does. */
export const broken = (cause: unknown): UnreadableFile =>
  new UnreadableFile({ code: "broken" }, { cause });

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

type Sentences = Readonly<Record<PlainCode, string>> & {
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
    notXlsx: "filen är ingen Excel-arbetsbok (.xlsx); öppna den i Excel och spara den som .xlsx",
    notIcs: "filen är ingen kalender (.ics); exportera den på nytt från kalenderprogrammet",
    notTbx: "filen är ingen termlista i TBX (.tbx); exportera den på nytt från termprogrammet",
    doctype:
      "filen har en dokumenttyp (DOCTYPE) eller egna entiteter, som inte läses av säkerhetsskäl; ta bort den raden",
    oldExcel:
      "filen är i det gamla Excel-formatet (.xls); öppna den i Excel och spara den som .xlsx",
    encrypted: "filen är krypterad eller skyddad med lösenord; spara den på nytt utan skydd",
    broken: "filen är skadad eller avklippt; spara eller hämta den på nytt",
    unpackedTooBig: "filen är uppackad större än 200 MB; dela upp den",
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
    notXlsx: "tiedosto ei ole Excel-työkirja (.xlsx); avaa se Excelissä ja tallenna .xlsx-muodossa",
    notIcs: "tiedosto ei ole kalenteri (.ics); vie se uudelleen kalenteriohjelmasta",
    notTbx: "tiedosto ei ole TBX-termiluettelo (.tbx); vie se uudelleen termiohjelmasta",
    doctype:
      "tiedostossa on dokumenttyyppi (DOCTYPE) tai omia entiteettejä, joita ei turvallisuussyistä lueta; poista se rivi",
    oldExcel:
      "tiedosto on vanhassa Excel-muodossa (.xls); avaa se Excelissä ja tallenna .xlsx-muodossa",
    encrypted:
      "tiedosto on salattu tai suojattu salasanalla; tallenna se uudelleen ilman suojausta",
    broken: "tiedosto on vioittunut tai katkennut; tallenna tai hae se uudelleen",
    unpackedTooBig: "tiedosto on purettuna yli 200 megatavua; jaa se osiin",
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
    notXlsx: "the file is no Excel workbook (.xlsx); open it in Excel and save it as .xlsx",
    notIcs: "the file is no calendar (.ics); export it again from the calendar program",
    notTbx: "the file is no TBX list of terms (.tbx); export it again from the terminology program",
    doctype:
      "the file has a document type (DOCTYPE) or entities of its own, which are not read for safety; take that line out",
    oldExcel: "the file is in the old Excel format (.xls); open it in Excel and save it as .xlsx",
    encrypted: "the file is encrypted or protected by a password; save it again without protection",
    broken: "the file is damaged or cut off; save it or get it again",
    unpackedTooBig: "unpacked, the file is larger than 200 MB; split it up",
    unknownEnding: (known) => `the file's name must end in ${known}`,
    noHeader: "the file is empty: its first line must name the columns",
    columnTwice: (column) => `the column “${column}” is there twice`,
    openQuote: (row) => `a quotation mark is never closed (row ${row})`,
    strayQuote: (row) =>
      `a quotation mark stands in the middle of a value (row ${row}); put the whole value in quotation marks and double those inside`,
  },
};

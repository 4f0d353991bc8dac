/** Numbers and dates of a workbook as the import writes them. Dates are numbers with the format of a date. */
import { readXml } from "./read-xml.ts";

export type CellFormat = "date" | "number";

/** The formats that every workbook knows, those of dates and times. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58) ||
  (id >= 71 && id <= 81);

/** What cells look like, by the number of their style. */
export function formatsOf(styles: Uint8Array | undefined): readonly CellFormat[] {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCells = false;
  if (!styles) return formats;
  readXml(styles, {
    open(name, attributes) {
      if (name === "cellXfs") inCells = true;
      if (name === "numFmt") {
        const { numFmtId, formatCode = "" } = attributes();
        codes.set(Number(numFmtId), formatCode);
      } else if (name === "xf" && inCells) {
        const id = Number(attributes()["numFmtId"] ?? 0);
        const code = codes.get(id);
        const isDate = code === undefined ? isBuiltInDate(id) : isDateCode(code);
        formats.push(isDate ? "date" : "number");
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats;
}

/** A code with a day, month, year, hour, minute or second outside of quotes, brackets and escapes. */
function isDateCode(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./gu, "").split(";")[0] ?? "";
  return /[ymdhs]/iu.test(bare.replace(/general/giu, ""));
}

const dayMs = 86_400_000;
const secondMs = 1_000;
/** The day before 1900-01-01, as workbooks count that have the 29th of February 1900, which never was. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
const lastSerial = 2_958_466;
const leapDay = 60;

export function textOfNumber(content: string, format: CellFormat, from1904: boolean): string {
  const number = Number(content);
  if (!Number.isFinite(number)) return content;
  // Of a float's 17 digits Excel shows and means 15.
  const meant = Number(number.toPrecision(15));
  if (format === "date" && meant >= 0 && meant < lastSerial) return textOfDate(meant, from1904);
  return Number.isInteger(meant) ? BigInt(meant).toString() : String(meant);
}

function textOfDate(serial: number, from1904: boolean): string {
  const days = !from1904 && serial < leapDay ? serial + 1 : serial;
  const ms = Math.round((days * dayMs) / secondMs) * secondMs;
  const iso = new Date((from1904 ? epoch1904 : epoch1900) + ms).toISOString();
  const time = iso.slice(11, 16);
  if (serial < 1 && !from1904) return time;
  return time === "00:00" ? iso.slice(0, 10) : iso.slice(0, 16);
}

/** Reads the values of one import row, collecting every fault instead of stopping at the first. */
import { isLanguage, type Language } from "./language.ts";

/** What can be wrong with a value. Each has a text in every language (`texts.imports`). */
export type RowFault =
  | {
      readonly code:
        | "required"
        | "badId"
        | "badList"
        | "badText"
        | "noConsent"
        | "notARow"
        | "columnCount"
        | "unknownColumn"
        | "noTitle"
        | "noTerm"
        | "endBeforeStart"
        | MeetingNote;
    }
  | {
      readonly code:
        | "unknownLanguage"
        | "unknownNetwork"
        | "badDate"
        | "badUrl"
        | "badStatus"
        | "badZone"
        | "badEmail"
        | "badPhone"
        | "badPerson"
        | "badTeam"
        | "cellError"
        | "badStart"
        | "badMinutes"
        | "badRepeat"
        | "badRemind"
        | "badMove"
        | "badChannel"
        | MeetingNoteOn
        | TermNoteOn;
      readonly value: string;
    }
  | { readonly code: "notOneOf"; readonly value: string; readonly allowed: string }
  | { readonly code: "tooLong" | "tooManyTimes"; readonly most: number }
  | { readonly code: "twice" | "merged"; readonly row: number }
  | { readonly code: "lookAlike"; readonly value: string; readonly other: string }
  | { readonly code: "notHeldMore"; readonly value: string; readonly times: number };

/** No faults: what became of a meeting's time that could not be kept as the file had it. */
type MeetingNote = "allDay" | "noEnd";
type MeetingNoteOn =
  | "startInPast"
  | "skippedHour"
  | "doubledHour"
  | "bounded"
  | "notInSeries"
  | "notHeld";

/** No faults: what became of a term that could not be kept as the file had it. */
type TermNoteOn = "firstStands" | "secondName" | "superseded" | "onlyAccepted" | "markup";

export type ColumnFault = { readonly column: string; readonly fault: RowFault };

export type Row = Readonly<Record<string, unknown>>;

const longestId = 100;
const longestLine = 500;
const longestText = 100_000;
const mostItems = 200;

export function createRowReader(row: Row) {
  const faults: ColumnFault[] = [];
  const fail = (column: string, fault: RowFault): undefined => {
    faults.push({ column, fault });
    return undefined;
  };

  const text = (column: string, most = longestLine): string | undefined => {
    const value = row[column];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "string" && typeof value !== "number")
      return fail(column, { code: "badText" });
    const clean = tidy(String(value));
    if (clean.length > most) return fail(column, { code: "tooLong", most });
    return clean === "" ? undefined : clean;
  };

  const list = (column: string): readonly string[] => {
    const value = row[column];
    if (value === undefined || value === null) return [];
    const items = Array.isArray(value)
      ? value
      : typeof value === "string"
        ? splitList(value)
        : undefined;
    if (!items?.every((item) => typeof item === "string")) {
      fail(column, { code: "badList" });
      return [];
    }
    const clean = items.map(tidy).filter((item) => item !== "");
    if (clean.length > mostItems || clean.some((item) => item.length > longestLine)) {
      fail(column, { code: "tooLong", most: clean.length > mostItems ? mostItems : longestLine });
    }
    return clean;
  };

  /** A value that a check lets pass, else a fault with the value as it was. */
  const checked = (column: string, passes: (value: string) => boolean, code: CheckedCode) => {
    const value = text(column);
    return value === undefined || passes(value)
      ? value
      : fail(column, { code, value: shorten(value) });
  };

  return {
    faults: faults as readonly ColumnFault[],
    fail,
    text,
    list,
    longText: (column: string) => text(column, longestText),
    required<T>(column: string, value: T | undefined): T {
      const failed = faults.some((one) => one.column === column);
      if (value === undefined && !failed) fail(column, { code: "required" });
      return value as T;
    },
    id(column: string): string | undefined {
      const value = text(column, longestText);
      if (value === undefined) return undefined;
      return value.length <= longestId && !/[\n\r\t]/u.test(value)
        ? value
        : fail(column, { code: "badId" });
    },
    date: (column: string) => checked(column, isDate, "badDate"),
    httpsUrl: (column: string) => checked(column, isHttpsUrl, "badUrl"),
    email: (column: string) => checked(column, isEmail, "badEmail"),
    language(column: string): Language | undefined {
      return checked(column, isLanguage, "unknownLanguage") as Language | undefined;
    },
    languages(column: string): readonly Language[] {
      return list(column).filter((value): value is Language => {
        if (!isLanguage(value)) fail(column, { code: "unknownLanguage", value: shorten(value) });
        return isLanguage(value);
      });
    },
    network(
      column: string,
      known: readonly string[],
      given: string | undefined,
    ): string | undefined {
      return checked(column, (value) => known.includes(value), "unknownNetwork") ?? given;
    },
    each(
      column: string,
      items: readonly string[],
      passes: (item: string) => boolean,
      code: CheckedCode,
    ) {
      for (const item of items) if (!passes(item)) fail(column, { code, value: shorten(item) });
      return items;
    },
    oneOf<T extends string>(
      column: string,
      allowed: readonly T[],
      code: CheckedCode,
    ): T | undefined {
      return checked(column, (value) => (allowed as readonly string[]).includes(value), code) as
        | T
        | undefined;
    },
    checked,
  };
}

type CheckedCode = Exclude<
  Extract<RowFault, { readonly value: string }>["code"],
  "notOneOf" | "lookAlike" | "notHeldMore"
>;

/** `;`-separated; a semicolon that belongs to an item is written `\;`, a backslash `\\`. */
export const splitList = (value: string): string[] =>
  (value.match(/(?:\\[\\;]|[^;])+/gu) ?? []).map((item) => item.replace(/\\([\\;])/gu, "$1"));

export const joinList = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\;]/gu, (character) => `\\${character}`)).join(";");

/** Line ends as \n, no control or direction-changing characters, no space around; composed letters. */
export const tidy = (value: string): string =>
  value
    .replace(/\r\n?/gu, "\n")
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu,
      "",
    )
    .toWellFormed()
    .normalize("NFC")
    .trim();

export const shorten = (value: string): string =>
  value.length > 60 ? `${value.slice(0, 60)}…` : value;

export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Without a name or password before the host, which make an address look like another's. */
export function isHttpsUrl(value: string): boolean {
  if (!URL.canParse(value) || /\s/u.test(value)) return false;
  const { protocol, username, password } = new URL(value);
  return protocol === "https:" && username === "" && password === "";
}

/** An IANA time zone by its name, such as Europe/Helsinki; an offset such as +05:00 knows no summer time. */
export function isNamedZone(value: string): boolean {
  if (!/^[a-z][\w+/-]*$/iu.test(value)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

const isEmail = (value: string): boolean =>
  /^[^\s@<>()[\]]+@[^\s@<>()[\]]+\.[^\s@.]+$/u.test(value);

/** The values that are there. */
export const withoutGaps = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

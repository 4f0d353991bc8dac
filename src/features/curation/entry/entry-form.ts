/** Between the row of an import and what the inputs of the editor hold. Pure. */
import type { JsonObject } from "../../../core/reply.ts";
import { joinList, splitList } from "../../../core/rows.ts";
import { type EntryKind, type Field, fieldsOf } from "./entry-fields.ts";

/** By column. */
export type Form = Readonly<Record<string, string>>;

/** What is stored, or proposed: plain texts and lists. */
export type EntryRow = JsonObject;

export function formOf(kind: EntryKind, row: EntryRow): Form {
  return Object.fromEntries(
    fieldsOf(kind).map(({ column, as }) => {
      const value = row[column];
      if (!Array.isArray(value)) return [column, typeof value === "string" ? value : ""];
      const items = value.filter((item) => typeof item === "string");
      return [
        column,
        as === "lines"
          ? items.map((item) => joinList([item.replace(/\s*\n\s*/gu, " ")])).join("\n")
          : items.map((item) => joinList([item])).join("; "),
      ];
    }),
  );
}

/**
 * What somebody typed over what stood there. Clients leave out an input that was emptied: what is lacking of a whole
 * form is empty, but for the columns that had no input (`fixed`).
 */
export function readForm(
  kind: EntryKind,
  data: JsonObject,
  before: Form,
  fixed: readonly string[] = [],
): Form {
  const isWhole = isSent(data);
  return Object.fromEntries(
    fieldsOf(kind).map(({ column }) => {
      const typed = data[column];
      const isFixed = fixed.includes(column);
      if (typeof typed === "string" && !isFixed) return [column, typed];
      return [column, isWhole && !isFixed ? "" : (before[column] ?? "")];
    }),
  );
}

/** The buttons that send a form carry what names it: its marks, or what it was begun from. */
const isSent = ({ marks, ref }: JsonObject): boolean =>
  typeof marks === "string" || typeof ref === "string";

/** Columns without an input stay as they were. */
export function rowOf(kind: EntryKind, form: Form, before: EntryRow): EntryRow {
  const typed = fieldsOf(kind).flatMap((field) => {
    const value = typedIn(field, form[field.column] ?? "");
    return value === undefined ? [] : [[field.column, value] as const];
  });
  const own = new Set(fieldsOf(kind).map(({ column }) => column));
  const kept = Object.entries(before).filter(([column]) => !own.has(column));
  return Object.fromEntries([...kept, ...typed]);
}

function typedIn({ as }: Field, typed: string): string | readonly string[] | undefined {
  if (as === "list" || as === "lines") {
    const items = typed
      .split("\n")
      .flatMap(splitList)
      .map((item) => item.trim())
      .filter((item) => item !== "");
    return items.length > 0 ? items : undefined;
  }
  const value = typed.trim();
  return value === "" ? undefined : value;
}

/** Whether a press brings what the inputs held. */
export const isFilled = (kind: EntryKind, data: JsonObject): boolean =>
  isSent(data) ||
  fieldsOf(kind).some(({ column, as }) => as !== "language" && typeof data[column] === "string");

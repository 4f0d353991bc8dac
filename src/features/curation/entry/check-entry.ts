/** What would become of a row, checked as an import checks it. */
import type { ContentDocument } from "../../../core/content.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { ColumnFault } from "../../../core/rows.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { type EntryKind, fieldsOf } from "./entry-fields.ts";
import { type EntryRow, type Form, rowOf } from "./entry-form.ts";

export type Checked =
  | {
      readonly ok: true;
      readonly row: EntryRow;
      readonly partition: string;
      readonly doc: ContentDocument<JsonObject>;
    }
  | { readonly ok: false; readonly faults: readonly ColumnFault[] };

type Deps = Pick<CurationDeps, "targetOf" | "library" | "timeZone">;

/** `before` are the columns that the form does not hold: id, network, and what only an import sets. */
export function checkForm(deps: Deps, kind: EntryKind, form: Form, before: EntryRow): Checked {
  const tooLong = fieldsOf(kind).flatMap(({ column, most }): readonly ColumnFault[] =>
    (form[column] ?? "").length > most ? [{ column, fault: { code: "tooLong", most } }] : [],
  );
  const checked = checkRow(deps, kind, rowOf(kind, form, before));
  if (tooLong.length === 0) return checked;
  const others = checked.ok
    ? []
    : checked.faults.filter(({ column }) => !tooLong.some((one) => one.column === column));
  return { ok: false, faults: [...tooLong, ...others] };
}

export function checkRow(
  { targetOf, library, timeZone }: Deps,
  kind: EntryKind,
  row: EntryRow,
): Checked {
  const target = targetOf(kind);
  if (!target) throw new Error(`Nothing is known of ${kind}`);
  const networks = library.networks().map(({ id }) => id);
  const parsed = target.parse(row, { networks, timeZone });
  return parsed.ok ? { ...parsed, row } : parsed;
}

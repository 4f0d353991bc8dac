/** What became of an entry while somebody had its editor open. Pure. */
import { type Merged, marksOf, mergeEdits } from "../../../core/merge-edits.ts";
import type { Digest } from "../../../core/ports.ts";
import type { Json } from "../../../core/reply.ts";
import { columnsOf, type EntryKind, fieldsOf } from "./entry-fields.ts";
import type { Form } from "./entry-form.ts";

/** What the editor's buttons carry of what it was filled with. */
export const marksFor = (kind: EntryKind, stored: Form, digest: Digest): string =>
  marksOf(columnsOf(kind), full(stored), digest);

/** Undefined: nobody changed anything, or the press says nothing of what its editor held. */
export function changedMeanwhile(
  kind: EntryKind,
  of: { readonly mine: Form; readonly stored: Form; readonly marks: Json | undefined },
  digest: Digest,
): Merged<string> | undefined {
  const { marks } = of;
  if (typeof marks !== "string") return undefined;
  const merged = mergeEdits(
    columnsOf(kind),
    { mine: full(of.mine), stored: full(of.stored), marks },
    digest,
  );
  return merged.changes.length > 0 ? merged : undefined;
}

/** Every column is there. */
const full = (form: Form): Record<string, string> => ({ ...form });

/** What an import brought that a card cannot hold. */
export const tooLongForCard = (kind: EntryKind, stored: Form): readonly string[] =>
  fieldsOf(kind)
    .filter(({ column, most }) => (stored[column] ?? "").length > most)
    .map(({ column }) => column);

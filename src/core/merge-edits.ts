/**
 * Two people edit the same thing. An editor's buttons carry a mark of what each field was filled with, so that what
 * each of the two changed can be told apart when the second one saves.
 */
import type { Digest } from "./ports.ts";

export type Merged<Field extends string> = {
  /** What the second one wrote, and the first one's changes where the second one wrote nothing. */
  readonly form: Readonly<Record<Field, string>>;
  /** What the first one changed. `isMine`: the second one changed it too, and theirs stands in the form. */
  readonly changes: readonly { readonly field: Field; readonly isMine: boolean }[];
};

const markLength = 6;

/** A short name for each field's value, in the order of `fields`. */
export const marksOf = <Field extends string>(
  fields: readonly Field[],
  form: Readonly<Record<Field, string>>,
  digest: Digest,
): string => fields.map((field) => digest(form[field]).slice(0, markLength)).join(".");

/** `marks` undefined: nobody knows what the editor was filled with, so every difference counts as changed by both. */
export function mergeEdits<Field extends string>(
  fields: readonly Field[],
  of: {
    readonly mine: Readonly<Record<Field, string>>;
    readonly stored: Readonly<Record<Field, string>>;
    readonly marks: string | undefined;
  },
  digest: Digest,
): Merged<Field> {
  const { mine, stored } = of;
  const then = of.marks?.split(".") ?? [];
  const mark = (value: string) => digest(value).slice(0, markLength);
  const form: Record<Field, string> = { ...mine };
  const changes = fields.flatMap((field, at) => {
    if (mine[field] === stored[field] || mark(stored[field]) === then[at]) return [];
    const isMine = mark(mine[field]) !== then[at];
    if (!isMine) form[field] = stored[field];
    return [{ field, isMine }];
  });
  return { form, changes };
}

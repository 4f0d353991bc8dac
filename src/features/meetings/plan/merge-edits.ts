/**
 * Two coordinators edit the same meeting. An editor's buttons carry a mark of what it was filled with, so that what
 * each of the two changed can be told apart when the second one saves.
 */
import type { Digest } from "../../../core/ports.ts";
import { type FormField, formFields, type MeetingForm } from "./meeting-form.ts";

export type Merged = {
  /** What the second one wrote, and the first one's changes where the second one wrote nothing. */
  readonly form: MeetingForm;
  /** What the first one changed. `isMine`: the second one changed it too, and theirs stands in the form. */
  readonly changes: readonly { readonly field: FormField; readonly isMine: boolean }[];
};

const markLength = 6;

/** A short name for each field's value, in the order of the fields. */
export const marksOf = (form: MeetingForm, digest: Digest): string =>
  formFields.map((field) => digest(form[field]).slice(0, markLength)).join(".");

/** `marks` undefined: nobody knows what the editor was filled with, so every difference counts as changed by both. */
export function mergeEdits(
  mine: MeetingForm,
  stored: MeetingForm,
  marks: string | undefined,
  digest: Digest,
): Merged {
  const then = marks?.split(".") ?? [];
  const now = (form: MeetingForm, field: FormField) => digest(form[field]).slice(0, markLength);
  const form: Record<FormField, string> = { ...mine };
  const changes = formFields.flatMap((field, at) => {
    const isSame = mine[field] === stored[field];
    const isChanged = now(stored, field) !== then[at];
    if (isSame || !isChanged) return [];
    const isMine = now(mine, field) !== then[at];
    if (!isMine) form[field] = stored[field];
    return [{ field, isMine }];
  });
  return { form, changes };
}

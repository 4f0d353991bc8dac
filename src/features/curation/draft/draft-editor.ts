/** A proposal in the editor, and what is read from it. */
import type { Draft, Network } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import { marksOf, mergeEdits } from "../../../core/merge-edits.ts";
import type { Card } from "../../../core/reply.ts";
import type { ColumnFault } from "../../../core/rows.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { type Checked, checkForm, checkRow } from "../entry/check-entry.ts";
import { editorCard } from "../entry/editor-card.ts";
import { columnsOf } from "../entry/entry-fields.ts";
import { type EntryRow, type Form, formOf, isFilled, readForm } from "../entry/entry-form.ts";
import { listButton } from "../item-card.ts";
import { say } from "../say.ts";
import { draftData, type Role } from "./draft-card.ts";
import type { StoredDraft } from "./draft-store.ts";
import { lookAlikes } from "./look-alikes.ts";

/** A proposal looked up for somebody who may see it. */
export type FoundDraft = {
  readonly stored: StoredDraft;
  readonly draft: Draft;
  readonly network: Network;
  readonly role: Role;
};

/** What the inputs hold over what is stored, checked; without inputs what is stored. Or the answer, if it is not right. */
export function readTyped(
  deps: CurationDeps,
  turn: ActionTurn,
  found: FoundDraft,
): Extract<Checked, { readonly ok: true }> | Outcome {
  const { draft } = found;
  const { kind } = draft;
  const before = rowToKeep(draft);
  if (!isFilled(kind, turn.data)) {
    const checked = checkRow(deps, kind, before);
    return checked.ok
      ? checked
      : say(draftEditor(deps, turn, found, { faults: checked.faults }), "entry-faults");
  }
  const stored = formOf(kind, before);
  const mine = readForm(kind, turn.data, stored, withoutInput);
  const { marks } = turn.data;
  if (typeof marks === "string") {
    const merged = mergeEdits(
      columnsOf(kind),
      { mine: full(mine), stored: full(stored), marks },
      deps.digest,
    );
    if (merged.changes.length > 0) {
      const changes = { of: merged.changes, stored };
      return say(draftEditor(deps, turn, found, { form: merged.form, changes }), "entry-changed");
    }
  }
  const checked = checkForm(deps, kind, mine, before);
  return checked.ok
    ? checked
    : say(draftEditor(deps, turn, found, { form: mine, faults: checked.faults }), "entry-faults");
}

/** Who publishes a practice says later when it is to be reviewed. */
const withoutInput = ["reviewBy"];

/** Whatever a proposal says, it becomes content of its own network, and can be found. */
const rowToKeep = ({ id, kind, network, row }: Draft): EntryRow => ({
  ...row,
  id: row["id"] ?? id,
  network,
  ...(kind === "practices" && { status: "published" }),
});

/** Every column is there. */
const full = (form: Form): Record<string, string> => ({ ...form });

export function draftEditor(
  deps: CurationDeps,
  turn: ActionTurn,
  { draft, role, network }: FoundDraft,
  more: {
    readonly form?: Form;
    readonly faults?: readonly ColumnFault[];
    readonly changes?: Parameters<typeof editorCard>[0]["changes"];
  } = {},
): Card {
  const { language } = turn;
  const texts = textsIn(language).curation;
  const { kind, row } = draft;
  const stored = formOf(kind, rowToKeep(draft));
  const data = {
    ...draftData(draft),
    marks: marksOf(columnsOf(kind), full(stored), deps.digest),
  };
  const isCurator = role === "coordinator" && draft.state === "waiting";
  const save = draft.state === "waiting" ? texts.save : texts.propose;
  return editorCard({
    language,
    kind,
    heading: texts.draftHeadings[kind],
    intro: isCurator ? texts.draftIntroCoordinator : texts.draftIntro,
    form: more.form ?? stored,
    buttons: [
      ...(isCurator ? [{ title: texts.approve, verb: "todo.approve", data }] : []),
      { title: save, verb: "todo.edit", data },
    ],
    others: [
      ...(isCurator ? [{ title: texts.reject, verb: "todo.reject", data: draftData(draft) }] : []),
      listButton(language),
    ],
    fixed: withoutInput,
    related: lookAlikes(deps, { kind, row, network: network.id }, language),
    ...more,
  });
}

/** A stored announcement is changed in the editor, unless somebody else has changed it or it is on its way. */
import type { Outcome } from "../../../core/feature.ts";
import { mergeEdits } from "../../../core/merge-edits.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type Announcement, announcementData } from "../announcement.ts";
import type { FoundAnnouncement } from "../announcements-deps.ts";
import { refuse, say } from "../say.ts";
import { isFound, lookUp } from "../who-may.ts";
import { formFields, formOf, readForm } from "./announcement-form.ts";
import type { Decided } from "./check-form.ts";
import { checkTyped, notes } from "./check-typed.ts";
import { storedEditor } from "./open-editor.ts";
import { actBy, noteLastAct } from "./record-act.ts";
import type { WritingDeps } from "./writing-deps.ts";

/** What was kept, with what is to be said about it. */
export type Kept = { readonly found: FoundAnnouncement; readonly notices: readonly string[] };

export const isKept = (kept: Kept | Outcome): kept is Kept => "found" in kept;

const writeTries = 4;
export const isEditable = ({ status }: Announcement): boolean =>
  ["draft", "awaiting-approval", "scheduled", "held"].includes(status);

export async function change(
  deps: WritingDeps,
  turn: ActionTurn,
  first: FoundAnnouncement,
): Promise<Kept | Outcome> {
  const texts = textsIn(turn.language).announcements.writing;
  const marks = typeof turn.data["marks"] === "string" ? turn.data["marks"] : undefined;
  let found = first;
  for (let tries = 0; tries < writeTries; tries++) {
    const { announcement: before, network } = found;
    if (!isEditable(before)) return refuse(turn, texts.tooLate);
    const stored = formOf(before);
    const mine = readForm(turn.data, stored);
    const merged = mergeEdits(formFields, { mine, stored, marks }, deps.digest);
    if (merged.changes.length > 0) {
      const changes = { of: merged.changes, stored };
      const card = storedEditor(deps, turn, found, { form: merged.form, changes });
      return say(card, "announcement-merge");
    }
    const checked = checkTyped(deps, turn, network, mine, stored);
    if (!checked.ok) {
      const { faults } = checked;
      return say(storedEditor(deps, turn, found, { form: mine, faults }), "announcement-faults");
    }
    const fields = formFields.filter((field) => mine[field] !== stored[field]);
    if (fields.length === 0) {
      return { found, notices: [marks === undefined ? texts.savedBefore : texts.unchanged] };
    }
    const lastAct = actBy(turn, "announcement.edit", { fields: fields.join(" ") });
    const after = { ...applied(before, checked.decided, turn.at), lastAct };
    const replaced = await deps.store.replace(after, found.etag);
    if (replaced !== "stale") {
      await noteLastAct(deps, after);
      const notices = [
        before.template ? texts.templateSaved : texts.changed,
        ...(before.status === "draft" ? [] : [texts.backToDraft]),
        ...notes(checked, turn),
      ];
      return { found: { announcement: after, etag: replaced.etag, network }, notices };
    }
    const again = await lookUp(deps, turn, announcementData(before));
    if (!isFound(again)) return again;
    found = again;
  }
  throw new Error("An announcement is written by too many at once.");
}

/** With other words or readers, what was approved or scheduled was something else. */
const applied = (before: Announcement, decided: Decided, at: Date): Announcement => {
  const { id, network, version, author, createdAt, template } = before;
  return {
    id,
    network,
    ...decided,
    status: "draft",
    version,
    author,
    createdAt,
    changedAt: at.toISOString(),
    ...(template && { template }),
  };
};

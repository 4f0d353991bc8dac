/** The editor once more, with the words of what was sent; saving changes every message where it lies. */
import type { Outcome } from "../../../core/feature.ts";
import { marksOf, mergeEdits } from "../../../core/merge-edits.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { announcementData } from "../announcement.ts";
import type { FoundAnnouncement } from "../announcements-deps.ts";
import { refuse, say } from "../say.ts";
import { type AnnouncementForm, formOf, readForm, wordFields } from "../write/announcement-form.ts";
import { checkWords } from "../write/check-form.ts";
import { type EditorView, editorCard } from "../write/editor-card.ts";
import { change } from "./change-status.ts";
import { corrected, mayCorrect } from "./corrected.ts";
import type { SendDeps } from "./send-deps.ts";
import { showReport } from "./show-report.ts";

export function pressCorrect(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
): Promise<Outcome> | Outcome {
  const { announcement } = found;
  const texts = textsIn(turn.language).announcements;
  if (!mayCorrect(announcement)) return refuse(turn, texts.after.cannotCorrect);
  const stored = formOf(announcement);
  const isFilled = wordFields.some((field) => turn.data[field] !== undefined);
  if (!isFilled) return editor(deps, turn, found, { form: stored });

  const mine = readForm(turn.data, stored);
  const { marks } = turn.data;
  const merged = mergeEdits(
    wordFields,
    { mine, stored, marks: typeof marks === "string" ? marks : undefined },
    deps.digest,
  );
  if (marks !== undefined && merged.changes.length > 0) {
    const changes = { of: merged.changes, stored };
    return editor(deps, turn, found, { form: { ...mine, ...merged.form }, changes });
  }
  const checked = checkWords(mine);
  if (!checked.ok) return editor(deps, turn, found, { form: mine, faults: checked.faults });
  const fields = wordFields.filter((field) => mine[field] !== stored[field]);
  if (fields.length === 0)
    return showReport(deps, turn, found, { notices: [texts.writing.unchanged] });
  return change(deps, turn, found, {
    to: corrected(announcement, checked.words, turn.at),
    without: ["titleSv", "titleFi", "titleEn", "textSv", "textFi", "textEn", "imageUrl"],
    act: "correct",
    details: { fields: fields.join(" ") },
    notice: texts.after.correctedNow,
    late: texts.after.changedMeanwhile,
  });
}

function editor(
  deps: SendDeps,
  { language }: ActionTurn,
  { announcement }: FoundAnnouncement,
  more: { readonly form: AnnouncementForm } & Partial<Pick<EditorView, "faults" | "changes">>,
): Outcome {
  const { writing, after } = textsIn(language).announcements;
  const marks = marksOf(wordFields, formOf(announcement), deps.digest);
  const data = announcementData(announcement);
  const card = editorCard({
    language,
    kind: "correct",
    buttons: [{ title: writing.correctDo, verb: "announcement.correct", data: { ...data, marks } }],
    others: [{ title: after.report, verb: "announcement.report", data }],
    ...more,
  });
  return say(card, "announcement-correct");
}

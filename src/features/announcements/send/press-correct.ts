/** The editor once more, with the words of what was sent; saving changes every message where it lies. */
import type { Outcome } from "../../../core/feature.ts";
import { marksOf, mergeEdits } from "../../../core/merge-edits.ts";
import { approvalLimitOf } from "../../../core/network-settings.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { isWholeForm } from "../../../core/whole-form.ts";
import { textsIn } from "../../../texts/texts.ts";
import { announcementData, type CorrectedWords } from "../announcement.ts";
import type { FoundAnnouncement } from "../announcements-deps.ts";
import { refuse, say } from "../say.ts";
import { type AnnouncementForm, formOf, readForm, wordFields } from "../write/announcement-form.ts";
import { checkWords } from "../write/check-form.ts";
import { type EditorView, editorCard } from "../write/editor-card.ts";
import { askedInWords } from "./asked-in-words.ts";
import { change } from "./change-status.ts";
import { asProposed, corrected, mayCorrect, needsApprovalAgain, wordKeys } from "./corrected.ts";
import { othersWhoRun } from "./names.ts";
import { whyOutOfReach } from "./out-of-reach.ts";
import type { SendDeps } from "./send-deps.ts";
import { showReport } from "./show-report.ts";

export async function pressCorrect(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
): Promise<Outcome> {
  const { announcement } = found;
  const texts = textsIn(turn.language).announcements;
  if (!mayCorrect(announcement)) return refuse(turn, texts.after.cannotCorrect);
  const why = await whyOutOfReach(deps, announcement);
  if (why) return refuse(turn, why === "too-old" ? texts.after.tooOld : texts.after.cannotCorrect);
  const stored = formOf(asProposed(announcement));
  const isFilled =
    isWholeForm(turn.data) || wordFields.some((field) => turn.data[field] !== undefined);
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
  return keep(deps, turn, found, { words: checked.words, fields: fields.join(" ") });
}

/** At once, or first for another coordinator. Whoever was late sees in the editor what came between. */
async function keep(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
  { words, fields }: { readonly words: CorrectedWords; readonly fields: string },
): Promise<Outcome> {
  const { announcement, network } = found;
  const texts = textsIn(turn.language).announcements.after;
  const late = (now: FoundAnnouncement) => pressCorrect(deps, turn, now);
  const first = await deps.outbox.head(deps.batchIds.message(announcement));
  const limit = approvalLimitOf(deps.library, network.id);
  if (!needsApprovalAgain(announcement, first?.intended ?? 0, limit)) {
    return change(deps, turn, found, {
      to: corrected(announcement, words, turn.at),
      without: [...wordKeys, "correction"],
      act: "correct",
      details: { fields },
      notice: texts.correctedNow,
      late,
    });
  }
  const by = keyOf(turn.actor);
  const others = othersWhoRun(deps, network, by);
  if (others.length === 0) return refuse(turn, texts.nobodyToApproveCorrection);
  const asked = await askedInWords(deps, others, turn.language);
  return change(deps, turn, found, {
    to: { correction: { words, by, at: turn.at.toISOString() } },
    act: "correct",
    details: { fields, needs: "approval" },
    notice:
      asked === undefined ? texts.correctionAwaitingSomebody : texts.correctionAwaiting(asked),
    late,
  });
}

function editor(
  deps: SendDeps,
  { language }: ActionTurn,
  { announcement }: FoundAnnouncement,
  more: { readonly form: AnnouncementForm } & Partial<Pick<EditorView, "faults" | "changes">>,
): Outcome {
  const { writing, after } = textsIn(language).announcements;
  const marks = marksOf(wordFields, formOf(asProposed(announcement)), deps.digest);
  const data = announcementData(announcement);
  const card = editorCard({
    language,
    kind: "correct",
    notices: announcement.correction ? [after.correctionPending] : [],
    buttons: [{ title: writing.correctDo, verb: "announcement.correct", data: { ...data, marks } }],
    others: [{ title: after.report, verb: "announcement.report", data }],
    ...more,
  });
  return say(card, "announcement-correct");
}

/** A correction that waits for another coordinator: approved, or not. */
import type { Outcome } from "../../../core/feature.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { FoundAnnouncement } from "../announcements-deps.ts";
import { refuse } from "../say.ts";
import { change } from "./change-status.ts";
import { corrected, mayCorrect, ofCorrection, wordKeys } from "./corrected.ts";
import type { SendDeps } from "./send-deps.ts";
import { showReport } from "./show-report.ts";

export function approveCorrection(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
): Promise<Outcome> | Outcome {
  const { announcement } = found;
  const { correction } = announcement;
  const texts = textsIn(turn.language).announcements.after;
  if (!correction || !mayCorrect(announcement))
    return showReport(deps, turn, found, { warnings: [texts.nothingToApprove] });
  // Nobody approves what they have not seen.
  if (turn.data["changedAt"] !== correction.at) return refuse(turn, texts.changedMeanwhile);
  if (correction.by === keyOf(turn.actor)) return refuse(turn, texts.ownApproval);
  return change(deps, turn, found, {
    to: { ...corrected(announcement, correction.words, turn.at), approvedBy: keyOf(turn.actor) },
    without: [...wordKeys, "correction"],
    act: "approve",
    details: { of: ofCorrection },
    notice: texts.correctedNow,
    late: (now) => approveCorrection(deps, turn, now),
  });
}

export function dropCorrection(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
): Promise<Outcome> | Outcome {
  const texts = textsIn(turn.language).announcements.after;
  if (!found.announcement.correction)
    return showReport(deps, turn, found, { warnings: [texts.nothingToApprove] });
  return change(deps, turn, found, {
    to: {},
    without: ["correction"],
    act: "stop",
    details: { of: ofCorrection },
    notice: texts.correctionDropped,
    late: (now) => dropCorrection(deps, turn, now),
  });
}

/** Withdrawing, sending once more and the report, by button. */
import type { Outcome } from "../../../core/feature.ts";
import { unreadReason } from "../../../core/outbox/unread-team.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { FoundAnnouncement } from "../announcements-deps.ts";
import { say } from "../say.ts";
import { change } from "./change-status.ts";
import { mayCorrect } from "./corrected.ts";
import { gather } from "./gather.ts";
import { whyOutOfReach } from "./out-of-reach.ts";
import { mayNudge } from "./report-buttons.ts";
import { againUnderWay } from "./rounds.ts";
import type { SendDeps } from "./send-deps.ts";
import { showReport } from "./show-report.ts";
import { withdrawQuestion } from "./withdraw-question.ts";

/** Asks first, for what is deleted does not come back. */
export async function pressWithdraw(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
): Promise<Outcome> {
  const texts = textsIn(turn.language).announcements.after;
  const why = mayCorrect(found.announcement)
    ? await whyOutOfReach(deps, found.announcement)
    : "never-sent";
  if (why) {
    const warnings = [why === "too-old" ? texts.tooOld : texts.cannotWithdraw];
    return showReport(deps, turn, found, { warnings });
  }
  if (turn.data["sure"] !== true)
    return say(withdrawQuestion(found.announcement, turn.language), "announcement-withdraw");
  return change(deps, turn, found, {
    to: { status: "withdrawn", withdrawnAt: turn.at.toISOString() },
    without: ["correction"],
    act: "withdraw",
    notice: texts.withdrawnNow,
    late: texts.cannotWithdraw,
  });
}

export async function pressRetry(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
): Promise<Outcome> {
  const texts = textsIn(turn.language).announcements.after;
  const { announcement } = found;
  const wanted = turn.data["value"];
  const warn = (warning: string) => showReport(deps, turn, found, { warnings: [warning] });
  if (announcement.status === "sending") return warn(texts.retryUnderWay);
  if (announcement.status !== "sent") return warn(texts.nothingToRetry);
  const { retries = [] } = announcement;
  if ((await againUnderWay(deps, announcement)).isRetrying) return warn(texts.retryUnderWay);
  if (wanted === "unconfirmed") return nudge(deps, turn, found);
  if (wanted !== "refused" && wanted !== "unknown") return warn(texts.nothingToRetry);

  const { tally } = await gather(deps, announcement, { from: 0, size: 0, names: 0 });
  const count = tally?.counts[wanted] ?? 0;
  const teams = wanted === "refused" ? (tally?.reasons.get(unreadReason) ?? 0) : 0;
  if (count + teams === 0) return warn(texts.nothingToRetry);
  return change(deps, turn, found, {
    to: { retries: [...retries, wanted] },
    act: "retry",
    details: { wanted, count, ...(teams > 0 && { teams }) },
    notice: texts.retriedNow,
    late: texts.retryUnderWay,
  });
}

/** Once and no more. */
async function nudge(deps: SendDeps, turn: ActionTurn, found: FoundAnnouncement): Promise<Outcome> {
  const texts = textsIn(turn.language).announcements.after;
  const { announcement } = found;
  const warn = (warning: string) => showReport(deps, turn, found, { warnings: [warning] });
  if (announcement.nudgedAt !== undefined) return warn(texts.nudgedBefore);
  if (!mayNudge(announcement)) return warn(texts.noConfirmation);
  const { unconfirmed } = await gather(deps, announcement, { from: 0, size: 0, names: 0 });
  if (unconfirmed === 0) return warn(texts.nobodyToNudge);
  return change(deps, turn, found, {
    to: { nudgedAt: turn.at.toISOString() },
    act: "nudge",
    details: { count: unconfirmed },
    notice: texts.nudgedNow,
    late: texts.nudgedBefore,
  });
}

export function pressReport(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
): Promise<Outcome> {
  const { after } = turn.data;
  const isPage = typeof after === "number" && Number.isSafeInteger(after) && after > 0;
  return showReport(deps, turn, found, isPage ? { after } : {});
}

/** What a coordinator can do with an announcement as it stands. Pure. */
import type { Button } from "../../../core/buttons.ts";
import { unreadReason } from "../../../core/outbox/unread-team.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { AfterTexts } from "../../../texts/announcements/after-type.ts";
import { type Announcement, announcementData } from "../announcement.ts";
import { ofCorrection } from "./corrected.ts";
import type { Report } from "./report.ts";

/** What can be done with it; a client shows five in one row. */
export function reportButtons(report: Report, texts: AfterTexts): readonly Button[] {
  const { announcement } = report;
  const button = maker(announcement);
  const seen = { changedAt: announcement.changedAt };
  const stop = button(texts.stop, "stop");
  const { correction } = announcement;
  const edit = button(texts.edit, "save");
  const change = [
    ...(correction ? correctionOf(report, texts, button) : []),
    button(texts.correct, "correct"),
    button(texts.withdraw, "withdraw"),
  ];
  switch (announcement.status) {
    case "awaiting-approval": {
      const approve = button(texts.approve, "approve", seen);
      return [...(report.isAuthor ? [] : [approve]), edit, stop];
    }
    case "scheduled":
      return [edit, stop];
    case "held":
      return [button(texts.takeOver, "approve", seen), edit, stop];
    case "sending":
      return [stop, ...change];
    case "sent":
    case "stopped":
      return [
        ...againOf(report, texts, button),
        ...(isSomewhere(report) || correction ? change : []),
      ];
    case "withdrawn":
      return [];
    case "draft":
      return [edit];
  }
}

/** The next of those who were not reached, or the report as it is now: together with the others at most six. */
export function reportPages(
  { announcement, figures, after }: Report,
  texts: AfterTexts,
): readonly Button[] {
  const button = maker(announcement);
  const shown = after + figures.failures.length;
  return figures.failures.length > 0 && shown < figures.failed
    ? [button(texts.more, "report", { after: shown })]
    : [button(texts.refresh, "report")];
}

/** `act`: the second word of the verb. */
type MakeButton = (title: string, act: string, more?: JsonObject) => Button;

const maker =
  (announcement: Announcement): MakeButton =>
  (title, act, more = {}) => ({
    title,
    verb: `announcement.${act}`,
    data: { ...announcementData(announcement), ...more },
  });

function againOf({ announcement, figures }: Report, texts: AfterTexts, button: MakeButton) {
  const { refused = 0, unknown = 0 } = figures.tally?.counts ?? {};
  const teams = figures.tally?.reasons.get(unreadReason) ?? 0;
  const { isRetrying, isNudging } = figures.again;
  const stop = isRetrying || isNudging ? [button(texts.stop, "stop")] : [];
  // A correction that waits comes first, and nothing is tried again while something is.
  if (isRetrying || announcement.correction) return stop;
  const isSent = announcement.status === "sent";
  const retry = (value: string) => ({ value });
  return [
    ...(isSent && refused + teams > 0
      ? [button(texts.retryRefused(refused, teams), "retry", retry("refused"))]
      : []),
    ...(isSent && unknown > 0
      ? [button(texts.retryUnknown(unknown), "retry", retry("unknown"))]
      : []),
    ...stop,
    ...(mayNudge(announcement) && figures.unconfirmed > 0
      ? [button(texts.nudge, "retry", retry("unconfirmed"))]
      : []),
  ];
}

/** Whoever wrote it may drop it, too. */
function correctionOf({ announcement, mayApprove }: Report, texts: AfterTexts, button: MakeButton) {
  const of = { value: ofCorrection };
  const seen = { changedAt: announcement.correction?.at ?? "" };
  return [
    ...(mayApprove ? [button(texts.approveCorrection, "approve", { ...of, ...seen })] : []),
    button(texts.dropCorrection, "stop", of),
  ];
}

export const mayNudge = ({ confirm, nudgedAt, status }: Announcement): boolean =>
  confirm && nudgedAt === undefined && status === "sent";

/** Whether anybody has it, or may have it. */
const isSomewhere = ({ figures }: Report): boolean => {
  const { delivered = 0, unknown = 0, sending = 0 } = figures.tally?.counts ?? {};
  return delivered + unknown + sending > 0;
};

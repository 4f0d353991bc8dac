/** Sending, approving and stopping, by button. */
import type { Outcome } from "../../../core/feature.ts";
import { approvalLimitOf } from "../../../core/network-settings.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { momentOf } from "../../../core/wall-clock.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Announcement } from "../announcement.ts";
import type { Coverage, FoundAnnouncement } from "../announcements-deps.ts";
import { refuse } from "../say.ts";
import { mayAnnounce } from "../who-may.ts";
import { faultsBeforeSending } from "../write/check-announcement.ts";
import { isCounted, needsApproval } from "../write/needs-approval.ts";
import { faultInWords } from "../write/words.ts";
import { askedInWords } from "./asked-in-words.ts";
import { networksOf } from "./audience.ts";
import { change, mayStop } from "./change-status.ts";
import { ofCorrection } from "./corrected.ts";
import { coverageOf } from "./coverage.ts";
import { othersWhoRun, runs } from "./names.ts";
import { approveCorrection, dropCorrection } from "./press-correction.ts";
import { againUnderWay } from "./rounds.ts";
import type { SendDeps } from "./send-deps.ts";
import { showReport } from "./show-report.ts";
import { localInWords } from "./words.ts";

export async function pressSend(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
): Promise<Outcome> {
  const { announcement, network } = found;
  const texts = textsIn(turn.language).announcements.after;
  if (announcement.template) return refuse(turn, texts.cannotSend);
  if (announcement.status !== "draft") {
    const isOver = ["stopped", "withdrawn"].includes(announcement.status);
    const warnings = [isOver ? texts.cannotSend : texts.alreadySent];
    return showReport(deps, turn, found, { warnings });
  }
  if (isChanged(turn, announcement)) return refuse(turn, texts.changedMeanwhile);
  const faults = faultsBeforeSending(announcement, network, turn.at);
  if (faults.length > 0)
    return refuse(turn, faults.map((fault) => faultInWords(fault, turn.language)).join(" "));
  const coverage = await checkAudience(deps, turn, announcement);
  if (typeof coverage === "string") return refuse(turn, coverage);
  return release(deps, turn, found, { act: "send", coverage });
}

/** Another coordinator says yes; what is held is taken over by whoever presses. */
export async function pressApprove(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
): Promise<Outcome> {
  if (turn.data["value"] === ofCorrection) return approveCorrection(deps, turn, found);
  const { announcement } = found;
  const texts = textsIn(turn.language).announcements.after;
  const isHeld = announcement.status === "held";
  if (!isHeld && announcement.status !== "awaiting-approval")
    return showReport(deps, turn, found, { warnings: [texts.nothingToApprove] });
  // Every card that approves says what it showed: a press that does not comes from none.
  const isUnseen = turn.data["changedAt"] === undefined;
  if (isUnseen || isChanged(turn, announcement)) return refuse(turn, texts.changedMeanwhile);
  if (!isHeld && announcement.author === keyOf(turn.actor)) return refuse(turn, texts.ownApproval);
  if (!isHeld) {
    return change(deps, turn, found, {
      // The job sends it at once if its time has come, and if its author may still send it.
      to: { status: "scheduled", approvedBy: keyOf(turn.actor) },
      act: "approve",
      notice: `${texts.approvedNow} ${whenInWords(announcement, found, turn)}`,
      late: texts.nothingToApprove,
    });
  }
  const coverage = await checkAudience(deps, turn, announcement);
  if (typeof coverage === "string") return refuse(turn, coverage);
  return release(deps, turn, found, { act: "approve", coverage });
}

export async function pressStop(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
): Promise<Outcome> {
  if (turn.data["value"] === ofCorrection) return dropCorrection(deps, turn, found);
  const { announcement } = found;
  const texts = textsIn(turn.language).announcements.after;
  if (announcement.status === "sent") return stopAgain(deps, turn, found);
  if (!mayStop(announcement))
    return showReport(deps, turn, found, { warnings: [texts.cannotStop] });
  return change(deps, turn, found, {
    to: { status: "stopped" },
    act: "stop",
    details: (was) => ({ was: was.status }),
    notice: texts.stoppedNow,
    late: texts.cannotStop,
  });
}

/** It has been sent: what can be stopped is what is being sent once more. */
async function stopAgain(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
): Promise<Outcome> {
  const { announcement } = found;
  const texts = textsIn(turn.language).announcements.after;
  const { isRetrying, isNudging } = await againUnderWay(deps, announcement);
  if (!isRetrying && !isNudging)
    return showReport(deps, turn, found, { warnings: [texts.cannotStop] });
  const { retries = [], nudgedAt, version } = announcement;
  return change(deps, turn, found, {
    to: { halted: { retries: retries.length, nudge: nudgedAt !== undefined, version } },
    act: "stop",
    details: { was: isRetrying ? "retry" : "nudge" },
    notice: texts.stoppedAgain,
    late: (now) => pressStop(deps, turn, now),
  });
}

/** On its way, or first to another coordinator. Whoever presses answers for it from now on. */
async function release(
  deps: SendDeps,
  turn: ActionTurn,
  found: FoundAnnouncement,
  { act, coverage }: { readonly act: string; readonly coverage: Coverage },
): Promise<Outcome> {
  const { announcement, network } = found;
  const texts = textsIn(turn.language).announcements.after;
  const author = keyOf(turn.actor);
  const limit = approvalLimitOf(deps.library, network.id);
  const others = othersWhoRun(deps, network, author);
  const reason = needsApproval(announcement, coverage, { limit, isAlone: others.length === 0 });
  const { approvedBy } = announcement;
  const isApproved =
    approvedBy !== undefined && approvedBy !== author && runs(deps, network, approvedBy);
  const late = texts.alreadySent;
  if (reason === undefined || isApproved) {
    const { to, without } = onItsWay(announcement, found, turn.at);
    const notice = whenInWords(announcement, found, turn);
    return change(deps, turn, found, {
      to: { ...to, author },
      without,
      act,
      details: { members: coverage.members, channels: coverage.channels },
      notice: announcement.status === "held" ? `${texts.takenOver} ${notice}` : notice,
      late,
    });
  }
  if (others.length === 0) return refuse(turn, texts.nobodyToApprove);
  const asked = await askedInWords(deps, others, turn.language);
  return change(deps, turn, found, {
    to: { status: "awaiting-approval", author },
    without: ["heldBecause", "approvedBy"],
    act,
    details: { needs: reason },
    notice: asked === undefined ? texts.awaitingSomebody : texts.awaiting(asked),
    late,
  });
}

/** Why it cannot be sent to its audience by whoever presses; else how it would be reached. */
async function checkAudience(
  deps: SendDeps,
  turn: ActionTurn,
  announcement: Announcement,
): Promise<Coverage | string> {
  const texts = textsIn(turn.language).announcements.after;
  if (!networksOf(deps, announcement).every((one) => mayAnnounce(deps, one, turn)))
    return texts.notYourNetwork;
  const coverage = await coverageOf(deps, announcement);
  const reached = coverage.inChat + coverage.byMention + coverage.channels;
  // By the time it is sent, some may want it again.
  const meant = announcement.sendAt === undefined ? reached : coverage.members + coverage.channels;
  return meant > 0 || !isCounted(coverage) ? coverage : texts.nobody;
}

/** At its time; at once if it has none, or that has gone by while it waited. */
function onItsWay(announcement: Announcement, { network }: FoundAnnouncement, now: Date) {
  const isLater = isAhead(announcement, network.timeZone, now);
  return {
    to: { status: isLater ? ("scheduled" as const) : ("sending" as const) },
    without: ["heldBecause"] as const,
  };
}

function whenInWords(
  announcement: Announcement,
  { network }: FoundAnnouncement,
  { language, at }: ActionTurn,
): string {
  const texts = textsIn(language).announcements.after;
  const { sendAt } = announcement;
  return sendAt !== undefined && isAhead(announcement, network.timeZone, at)
    ? texts.scheduledFor(localInWords(sendAt, language))
    : texts.sendingNow;
}

const isAhead = ({ sendAt }: Announcement, zone: string, now: Date): boolean =>
  sendAt !== undefined && momentOf(sendAt, zone) > now;

/** The card showed something else than what is stored now: nobody sends or approves what they have not seen. */
const isChanged = ({ data }: ActionTurn, { changedAt }: Announcement): boolean =>
  data["changedAt"] !== undefined && data["changedAt"] !== changedAt;

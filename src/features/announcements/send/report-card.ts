/** What became of an announcement, for its coordinators; while it is being sent, how far it is. Pure. */
import type { Delivery } from "../../../core/outbox/delivery.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import type { AfterTexts, SendReason } from "../../../texts/announcements/after-type.ts";
import { textsIn } from "../../../texts/texts.ts";
import { titleIn } from "../announcement.ts";
import type { Figures } from "./gather.ts";
import { reasonOf, type Tally } from "./outcomes.ts";
import type { Report } from "./report.ts";
import { reportButtons, reportPages } from "./report-buttons.ts";
import { localInWords, shortMoment } from "./words.ts";

export function reportCard(report: Report): Card {
  const { announcement, language, figures } = report;
  const texts = textsIn(language).announcements.after;
  const { tally, failures, failed } = figures;
  const title = titleIn(announcement, language);
  const reasons = tally ? reasonsInWords(tally, texts) : [];
  const names = figures.unconfirmedNames;
  const others = figures.unconfirmed - names.length;
  // Nobody is asked any more for what was withdrawn.
  const showsUnconfirmed = names.length > 0 && announcement.status !== "withdrawn";
  return {
    kind: "report",
    language,
    summary: [...(report.notices ?? []), `${title}: ${texts.status[announcement.status]}`].join(
      " ",
    ),
    view: {
      notices: report.notices ?? [],
      warnings: report.warnings ?? [],
      heading: texts.reportHeading,
      elementId: `announcement:${announcement.id}`,
      title,
      facts: [...factsOf(report, texts), ...(tally ? figuresOf(report, tally, texts) : [])].filter(
        ({ value }) => value !== "",
      ),
      lines: linesOf(report, texts),
      reasonsHeading: reasons.length > 0 ? texts.reasonsHeading : "",
      reasons,
      failuresHeading:
        failures.length > 0
          ? texts.failuresHeading(report.after + 1, report.after + failures.length, failed)
          : "",
      failures: failures.map((one) => failureOf(one, texts)),
      unconfirmedHeading: showsUnconfirmed ? texts.unconfirmedHeading(figures.unconfirmed) : "",
      unconfirmed: showsUnconfirmed
        ? [names.join(", "), ...(others > 0 ? [texts.andOthers(others)] : [])].join(" ")
        : "",
      fileHint: failures.length > 0 || showsUnconfirmed ? texts.fileHint(announcement.id) : "",
      pages: reportPages(report, texts),
      buttons: reportButtons(report, texts),
      links: [],
    },
  };
}

type Fact = { readonly label: string; readonly value: string };

function factsOf(report: Report, texts: AfterTexts): readonly Fact[] {
  const { announcement, network, language, now } = report;
  const { labels } = texts;
  const moment = (iso: string | undefined) =>
    iso === undefined ? "" : shortMoment(new Date(iso), network.timeZone, language, now);
  const isAhead = ["awaiting-approval", "scheduled", "held"].includes(announcement.status);
  const { sendAt } = announcement;
  return [
    { label: labels.status, value: texts.status[announcement.status] },
    { label: labels.author, value: report.author ?? "" },
    { label: labels.approvedBy, value: report.approvedBy ?? "" },
    {
      label: labels.planned,
      value: isAhead && sendAt !== undefined ? localInWords(sendAt, language) : "",
    },
    { label: labels.sentAt, value: moment(announcement.sentAt) },
    { label: labels.correctedAt, value: moment(announcement.correctedAt) },
    { label: labels.withdrawnAt, value: moment(announcement.withdrawnAt) },
  ];
}

/** The numbers add up to the first of them. */
function figuresOf(report: Report, tally: Tally, texts: AfterTexts): readonly Fact[] {
  const { labels } = texts;
  const { counts } = tally;
  const some = (count: number) => (count > 0 ? String(count) : "");
  const end = endOf(report, tally);
  return [
    { label: labels.intended, value: String(tally.intended) },
    { label: labels.delivered, value: String(counts.delivered) },
    { label: labels.waiting, value: waitingInWords(report, tally, texts) },
    { label: labels.sending, value: some(counts.sending) },
    { label: labels.refused, value: some(counts.refused) },
    { label: labels.skipped, value: some(counts.skipped) },
    { label: labels.unknown, value: some(counts.unknown) },
    { label: labels.duplicates, value: some(tally.duplicates) },
    {
      label: labels.end,
      value: end ? shortMoment(end, report.network.timeZone, report.language, report.now) : "",
    },
    {
      label: labels.confirmed,
      value: report.announcement.confirm ? confirmedInWords(report.figures, tally, texts) : "",
    },
  ];
}

/** In a channel somebody may confirm who was not told in person. */
const confirmedInWords = ({ confirmed }: Figures, { toldPeople }: Tally, texts: AfterTexts) =>
  toldPeople >= confirmed && toldPeople > 0
    ? texts.confirmed(confirmed, toldPeople)
    : String(confirmed);

function waitingInWords(
  { network, language, now }: Report,
  { quiet, quietUntil, heldUp, inLine }: Tally,
  texts: AfterTexts,
): string {
  const until = quietUntil ? shortMoment(quietUntil, network.timeZone, language, now) : "";
  return [
    ...(inLine > 0 ? [texts.waitsForTurn(inLine)] : []),
    ...(heldUp > 0 ? [texts.waitsForTeams(heldUp)] : []),
    ...(quiet > 0 ? [texts.waitsForQuiet(quiet, until)] : []),
  ].join("; ");
}

const minuteMs = 60_000;

/** To the minute; undefined if nothing is on its way, or not all is known. */
export function endOf(
  { now, sendRate, figures }: Pick<Report, "now" | "sendRate" | "figures">,
  { inLine, heldUp, quiet, quietUntil, counts }: Tally,
): Date | undefined {
  if (inLine + heldUp + quiet + counts.sending === 0 || !figures.isPlanned) return undefined;
  const seconds = (inLine + heldUp + counts.sending) / sendRate;
  const at = Math.max(now.getTime() + seconds * 1_000, quietUntil?.getTime() ?? 0);
  // A second past it is still that minute: what waits for an hour is due just after it.
  return new Date(Math.ceil((at - 1_000) / minuteMs) * minuteMs);
}

function linesOf({ announcement, network, language, now, figures }: Report, texts: AfterTexts) {
  const { corrected, deleted, tally, isPlanned } = figures;
  const { nudgedAt, correctedAt, status, correction } = announcement;
  const isChanged = correctedAt !== undefined || status === "withdrawn";
  return [
    ...(correction ? [texts.correctionPending] : []),
    ...(tally && !isPlanned ? [texts.beingPlanned] : []),
    ...(corrected && corrected.all > 0 ? [texts.editing(corrected.done, corrected.all)] : []),
    ...(corrected && corrected.left > 0 ? [texts.notEdited(corrected.left)] : []),
    ...(deleted && deleted.all > 0 ? [texts.deleting(deleted.done, deleted.all)] : []),
    ...(deleted && deleted.left > 0 ? [texts.notDeleted(deleted.left)] : []),
    ...(tally && tally.duplicates > 0 && isChanged ? [texts.secondCopy] : []),
    ...(nudgedAt === undefined
      ? []
      : [texts.nudgedAt(shortMoment(new Date(nudgedAt), network.timeZone, language, now))]),
  ];
}

/** The most frequent first. */
const reasonsInWords = ({ reasons }: Tally, texts: AfterTexts): readonly string[] =>
  [...reasons]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count}: ${texts.reasons[known(reason, texts)]}`);

function failureOf(delivery: Delivery, texts: AfterTexts): JsonObject {
  const isChannel = delivery.target.route === "channel";
  return {
    name: isChannel ? texts.channel : delivery.name || delivery.recipient,
    detail: texts.reasons[known(reasonOf(delivery) ?? "other", texts)],
  };
}

const known = (reason: string, { reasons }: AfterTexts): SendReason =>
  Object.hasOwn(reasons, reason) ? (reason as SendReason) : "other";

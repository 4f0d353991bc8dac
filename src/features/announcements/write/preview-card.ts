/** What is checked before an announcement is sent: to whom, when, who is reached and how. Pure. */
import type { Button } from "../../../core/buttons.ts";
import type { Network } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Card } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type Announcement, announcementData, titleIn } from "../announcement.ts";
import type { Coverage } from "../announcements-deps.ts";
import { faultsBeforeSending } from "./check-announcement.ts";
import { isCounted, needsApproval } from "./needs-approval.ts";
import { listButton } from "./open-editor.ts";
import { coverageInWords, faultInWords, missingInWords, whenInWords } from "./words.ts";

export function previewCard(of: {
  readonly announcement: Announcement;
  readonly network: Network;
  readonly coverage: Coverage;
  /** Of the audience, in words. */
  readonly to: string;
  /** Members that an announcement may reach without another coordinator's approval. */
  readonly approvalLimit: number;
  /** Nobody else could approve it. */
  readonly isAlone: boolean;
  readonly notices: readonly string[];
  readonly language: Language;
  readonly now: Date;
}): Card {
  const { announcement, network, coverage, language, now } = of;
  const texts = textsIn(language).announcements.writing;
  const title = titleIn(announcement, language);
  const when = whenInWords(announcement, network.timeZone, language, now);
  const reached = coverageInWords(coverage, language);
  const why = needsApproval(announcement, coverage, {
    limit: of.approvalLimit,
    isAlone: of.isAlone,
  });
  const told = coverage.inChat + coverage.byMention + coverage.channels;
  const isNobody = told === 0 && isCounted(coverage);
  const sending = faultsBeforeSending(announcement, network, now);
  const faults = [
    ...sending.map((fault) => faultInWords(fault, language)),
    ...(isNobody && sending.length === 0 ? [texts.nobodyReached] : []),
  ];
  const data = announcementData(announcement);
  const send: Button = {
    title: why ? texts.askApproval : announcement.sendAt ? texts.schedule : texts.send,
    verb: "announcement.send",
    data: { ...data, changedAt: announcement.changedAt },
  };
  const facts = [
    { label: texts.facts.to, value: of.to },
    { label: texts.facts.when, value: when || texts.now },
    { label: texts.facts.importance, value: texts.importances[announcement.importance] },
    { label: texts.facts.confirm, value: announcement.confirm ? texts.yes : texts.no },
    ...(announcement.audience.members ? [{ label: texts.facts.reached, value: reached }] : []),
    ...(coverage.channels > 0
      ? [{ label: texts.facts.channels, value: texts.channelPosts(coverage.channels) }]
      : []),
    { label: texts.facts.approval, value: approval() },
  ];
  const missing = missingInWords(announcement, network.languages, language);
  return {
    kind: "announcement-preview",
    language,
    summary: [texts.previewHeading, title, reached, ...faults, ...missing].join(" "),
    view: {
      heading: texts.previewHeading,
      intro: texts.previewIntro,
      notices: of.notices,
      faultsHeading: faults.length > 0 ? texts.faultsHeading : "",
      faults,
      missingHeading: missing.length > 0 ? texts.missingHeading : "",
      missing,
      elementId: `announcement:${announcement.id}`,
      title,
      facts,
      buttons: [
        ...(faults.length === 0 && announcement.status === "draft" ? [send] : []),
        { title: texts.test, verb: "announcement.test", data },
        { title: texts.edit, verb: "announcement.save", data },
        listButton(texts),
      ],
      links: [],
    },
  };

  function approval(): string {
    if (why === "urgent") return texts.approvalUrgent;
    if (why === "uncounted") return texts.approvalUncounted;
    return why === "many" ? texts.approvalMany(of.approvalLimit) : texts.noApproval;
  }
}

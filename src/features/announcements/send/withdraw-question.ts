/** Asked before an announcement is withdrawn, and nothing else, so that it is seen. Pure. */
import type { Language } from "../../../core/language.ts";
import type { Card } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type Announcement, announcementData, titleIn } from "../announcement.ts";

export function withdrawQuestion(announcement: Announcement, language: Language): Card {
  const texts = textsIn(language).announcements.after;
  const title = titleIn(announcement, language);
  const data = announcementData(announcement);
  return {
    kind: "report",
    language,
    summary: `${title}: ${texts.withdrawAsk}`,
    view: {
      notices: [],
      warnings: [],
      heading: "",
      elementId: `announcement:${announcement.id}`,
      title,
      facts: [],
      lines: [texts.withdrawAsk],
      reasonsHeading: "",
      reasons: [],
      failuresHeading: "",
      failures: [],
      unconfirmedHeading: "",
      unconfirmed: "",
      fileHint: "",
      pages: [],
      buttons: [
        { title: texts.withdrawSure, verb: "announcement.withdraw", data: { ...data, sure: true } },
        { title: texts.withdrawNot, verb: "announcement.report", data },
      ],
      links: [],
    },
  };
}

import type { Language } from "../../../core/language.ts";
import type { Card } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type Announcement, announcementData, titleIn } from "../announcement.ts";
import { askFirst } from "../ask-first.ts";

export function withdrawQuestion(announcement: Announcement, language: Language): Card {
  const texts = textsIn(language).announcements.after;
  const data = announcementData(announcement);
  return askFirst(announcement, {
    title: titleIn(announcement, language),
    question: texts.withdrawAsk,
    buttons: [
      { title: texts.withdrawSure, verb: "announcement.withdraw", data: { ...data, sure: true } },
      { title: texts.withdrawNot, verb: "announcement.report", data },
    ],
    language,
  });
}

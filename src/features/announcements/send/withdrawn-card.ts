import type { Language } from "../../../core/language.ts";
import type { Card } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Announcement } from "../announcement.ts";
import { sayIn, versionId } from "./card-versions.ts";

/** What is left of it where it cannot be deleted. */
export function withdrawnCard(
  announcement: Announcement,
  languages: readonly [Language, ...Language[]],
): Card {
  const [language] = languages;
  const said = sayIn(languages);
  const texts = textsIn(language).announcements.after;
  return {
    kind: "announcement",
    language,
    summary: texts.summaryWithdrawn,
    view: {
      notices: [],
      heading: "",
      important: "",
      urgent: "",
      corrected: "",
      elementId: `announcement:${announcement.id}`,
      switches: [],
      versions: [
        {
          elementId: versionId(language),
          isVisible: true,
          note: "",
          title: said(({ withdrawn }) => withdrawn),
          text: languages.map((one) => textsIn(one).announcements.after.withdrawnText).join("\n"),
        },
      ],
      images: [],
      sender: "",
      confirm: "",
      own: "",
      buttons: [],
      links: [],
    },
  };
}

/** What stands over a card that a coordinator looks at before it is sent. Pure. */
import type { Network } from "../../../core/content.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Announcement } from "../announcement.ts";
import { type CardLanguage, languagesOf } from "./card-versions.ts";

/** In each language of the card. */
export function previewNotes(
  announcement: Announcement,
  network: Network,
  wanted: CardLanguage,
): readonly string[] {
  const { confirm, audience } = announcement;
  const hasButtons = confirm || (wanted !== "all" && audience.topics.length > 0);
  return languagesOf(announcement, network, wanted).map((one) => {
    const { preview, previewButtons } = textsIn(one).announcements.after;
    return hasButtons ? `${preview} ${previewButtons}` : preview;
  });
}

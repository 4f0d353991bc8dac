/** Asked before something is done that cannot be undone, and nothing else, so that it is seen. Pure. */
import type { Button } from "../../core/buttons.ts";
import type { Language } from "../../core/language.ts";
import type { Card } from "../../core/reply.ts";
import type { Announcement } from "./announcement.ts";

export function askFirst(
  { id }: Pick<Announcement, "id">,
  of: {
    readonly title: string;
    readonly question: string;
    readonly buttons: readonly Button[];
    readonly language: Language;
  },
): Card {
  const { title, question, buttons, language } = of;
  return {
    kind: "report",
    language,
    summary: `${title}: ${question}`,
    view: {
      notices: [],
      warnings: [],
      heading: "",
      elementId: `announcement:${id}`,
      title,
      facts: [],
      lines: [question],
      reasonsHeading: "",
      reasons: [],
      failuresHeading: "",
      failures: [],
      unconfirmedHeading: "",
      unconfirmed: "",
      fileHint: "",
      pages: [],
      buttons,
      links: [],
    },
  };
}

/** One thing of the list by itself. */
import type { Button, Link } from "../../core/buttons.ts";
import type { Language } from "../../core/language.ts";
import type { Card, JsonObject } from "../../core/reply.ts";
import { textsIn } from "../../texts/texts.ts";

export type ItemView = {
  readonly language: Language;
  readonly heading: string;
  readonly notices?: readonly string[];
  readonly warnings?: readonly string[];
  readonly elementId: string;
  readonly title: string;
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  readonly parts?: readonly { readonly label: string; readonly text: string }[];
  /** What looks like it. */
  readonly related?: readonly JsonObject[];
  /** Undefined: no reason is asked for. */
  readonly reason?: string;
  /** With a reason only the first sends it. */
  readonly buttons: readonly Button[];
  readonly links?: readonly Link[];
};

/** Pure. */
export function itemCard(of: ItemView): Card {
  const { language, heading, title, notices = [], related = [], facts = [] } = of;
  const texts = textsIn(language).curation;
  return {
    kind: "todo-item",
    language,
    summary: [...notices, heading, title].filter(Boolean).join(". "),
    view: {
      heading,
      notices,
      warnings: of.warnings ?? [],
      elementId: of.elementId,
      title,
      facts: facts.filter(({ value }) => value !== ""),
      parts: of.parts ?? [],
      relatedHeading: related.length > 0 ? texts.relatedHeading : "",
      related,
      reasons:
        of.reason === undefined
          ? []
          : [{ elementId: "reason", label: texts.reason, data: { value: of.reason } }],
      buttons: of.buttons,
      links: of.links ?? [],
    },
  };
}

/** Back to the list of all that waits. */
export const listButton = (language: Language): Button => ({
  title: textsIn(language).curation.toList,
  verb: "ask.more",
  data: { kind: "todo" },
});

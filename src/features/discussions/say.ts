import type { Outcome } from "../../core/feature.ts";
import type { Card } from "../../core/reply.ts";
import type { Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";

export const say = (card: Card, label: string, remember?: Outcome["remember"]): Outcome => ({
  replies: [{ type: "card", card }],
  ...(remember && { remember }),
  label,
});

/** In a sentence where the card stays, else as a card. */
export function refuse({ type, language }: Turn, text: string): Outcome {
  if (type === "action")
    return { replies: [{ type: "sentence", language, text }], label: "refused" };
  const heading = textsIn(language).help.refusedHeading;
  const view = { heading, text, buttons: [], links: [] };
  return say({ kind: "refused", language, summary: `${heading}. ${text}`, view }, "refused");
}

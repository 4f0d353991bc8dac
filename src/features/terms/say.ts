import type { Outcome } from "../../core/feature.ts";
import type { Language } from "../../core/language.ts";
import type { Card } from "../../core/reply.ts";

export const say = (card: Card, label: string, remember?: Outcome["remember"]): Outcome => ({
  replies: [{ type: "card", card }],
  ...(remember && { remember }),
  label,
});

/** What somebody who pressed is told while the card stays. */
export const tell = (language: Language, text: string, label = "refused"): Outcome => ({
  replies: [{ type: "sentence", language, text }],
  label,
});

/** The outcomes that most features give: a card, or a polite refusal. */
import type { Outcome } from "./feature.ts";
import type { Language } from "./language.ts";
import type { Card } from "./reply.ts";
import type { Turn } from "./turn.ts";

export const say = (card: Card, label: string): Outcome => ({
  replies: [{ type: "card", card }],
  label,
});

/** A sentence to whoever pressed; the card stays as it is. */
export const refuseInSentence = ({ language }: Pick<Turn, "language">, text: string): Outcome => ({
  replies: [{ type: "sentence", language, text }],
  label: "refused",
});

/** In a sentence where there is a card that stays, else as a card under a heading. */
export const refuseUnder =
  (headingIn: (language: Language) => string) =>
  (turn: Turn, text: string): Outcome => {
    if (turn.type === "action") return refuseInSentence(turn, text);
    const { language } = turn;
    const heading = headingIn(language);
    const view = { heading, text, buttons: [], links: [] };
    return say({ kind: "refused", language, summary: `${heading}. ${text}`, view }, "refused");
  };

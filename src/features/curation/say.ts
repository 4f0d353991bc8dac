import type { Outcome } from "../../core/feature.ts";
import type { Card } from "../../core/reply.ts";
import type { Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";

export const say = (card: Card, label: string): Outcome => ({
  replies: [{ type: "card", card }],
  label,
});

/** In a sentence where the card stays, else as a card. */
export function refuse({ type, language }: Turn, text: string): Outcome {
  if (type === "action" || type === "message-action")
    return { replies: [{ type: "sentence", language, text }], label: "refused" };
  const heading = textsIn(language).help.refusedHeading;
  const view = { heading, text, buttons: [], links: [] };
  return say({ kind: "refused", language, summary: `${heading}. ${text}`, view }, "refused");
}

/** What waits only its coordinators see: cards go to the personal chat, and elsewhere one line says so. */
export function privately(turn: Turn, outcome: Outcome): Outcome {
  const isDialog = turn.type === "message-action" || (turn.type === "action" && turn.dialog);
  const isAlone = turn.conversation.kind === "personal" || isDialog;
  if (isAlone || outcome.label === "refused") return outcome;
  if (outcome.replies.some(({ type }) => type === "sentence")) return outcome;
  const { language } = turn;
  const { openedHeading: heading, opened: intro } = textsIn(language).curation;
  const cards = outcome.replies.map((reply) =>
    reply.type === "card" ? ({ ...reply, to: "person" } as const) : reply,
  );
  const view = { heading, intro, sections: [], note: "", buttons: [], links: [] };
  const line = {
    type: "card",
    card: { kind: "help", language, summary: `${heading}. ${intro}`, view },
  } as const;
  // The answer to a press comes first; a message's line only if the card has arrived.
  const isAnswered = turn.type === "action" && turn.via === "execute";
  return { ...outcome, replies: isAnswered ? [line, ...cards] : [...cards, line] };
}

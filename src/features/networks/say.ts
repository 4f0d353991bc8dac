import type { Outcome } from "../../core/feature.ts";
import type { Card } from "../../core/reply.ts";
import type { Turn } from "../../core/turn.ts";

export const say = (card: Card, label: string): Outcome => ({
  replies: [{ type: "card", card }],
  label,
});

/** A sentence to whoever pressed; the card stays as it is. */
export const refuse = (turn: Turn, text: string): Outcome => ({
  replies: [{ type: "sentence", language: turn.language, text }],
  label: "refused",
});

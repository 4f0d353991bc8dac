import { BotError } from "../../core/errors.ts";
import type { Outcome } from "../../core/feature.ts";
import type { RememberedQuestion } from "../../core/memory.ts";
import type { Card } from "../../core/reply.ts";
import type { Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";

export const say = (card: Card, label: string, remember?: Outcome["remember"]): Outcome => ({
  replies: [{ type: "card", card }],
  ...(remember && { remember }),
  label,
});

export const refuse = (turn: Turn, text: string): Outcome => ({
  replies: [{ type: "sentence", language: turn.language, text }],
  label: "refused",
});

/** The button belongs to a question that is no longer remembered, or carries nothing we know. */
export function stale(turn: Turn): Outcome {
  if (turn.memoryIsOutOfReach) throw new BotError("store-unavailable");
  return refuse(turn, textsIn(turn.language).ask.stale);
}

/** What "none of these" leads to: in a channel others can be asked, elsewhere it is noted. */
export const afterNone = ({ conversation }: Turn): "note" | "ask-network" =>
  conversation.kind === "channel" ? "ask-network" : "note";

export const recall = (turn: Turn, ref: string | undefined): RememberedQuestion | undefined =>
  turn.memory.questions.find((question) => question.ref === ref);

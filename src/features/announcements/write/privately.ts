import type { Outcome } from "../../../core/feature.ts";
import type { Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";

/** What is not sent yet only its coordinators see: cards go to the personal chat, and elsewhere one line says so. */
export function privately(turn: Turn, outcome: Outcome): Outcome {
  const isRefusal = outcome.label === "refused";
  if (turn.conversation.kind === "personal" || isRefusal) return outcome;
  const { language } = turn;
  const { openedHeading: heading, opened: intro } = textsIn(language).announcements.writing;
  const cards = outcome.replies.map((reply) =>
    reply.type === "card" ? ({ ...reply, to: "person" } as const) : reply,
  );
  const isSaid = outcome.replies.some(({ type }) => type === "sentence");
  const view = { heading, intro, sections: [], note: "", buttons: [], links: [] };
  const line = {
    type: "card",
    card: { kind: "help", language, summary: `${heading}. ${intro}`, view },
  } as const;
  if (isSaid) return { ...outcome, replies: cards };
  // The answer to a press comes first; a message's line only if the card has arrived.
  const isAnswered = turn.type === "action" && turn.via === "execute";
  return { ...outcome, replies: isAnswered ? [line, ...cards] : [...cards, line] };
}

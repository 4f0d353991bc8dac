import type { Outcome } from "../../../core/feature.ts";
import { keepAct } from "../../../core/keep-act.ts";
import type { Card } from "../../../core/reply.ts";
import { refuseUnder, say } from "../../../core/say.ts";
import type { Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Meeting } from "../meeting.ts";

/** In a sentence where the card stays, else as a card. */
export const refuse = refuseUnder((language) => textsIn(language).help.refusedHeading);

export const recordAct = (
  deps: Parameters<typeof keepAct>[0],
  turn: Turn,
  { id, network }: Meeting,
  act: string,
  details: Readonly<Record<string, string | number>>,
): Promise<void> => keepAct(deps, turn, act, network, { meeting: id, ...details });

/** Puts a form into the personal chat; elsewhere a line says so. */
export async function inPerson(
  turn: Turn,
  card: Card,
  note: () => Card | Promise<Card>,
): Promise<Outcome> {
  const label = "meeting-editor";
  if (turn.conversation.kind === "personal") return say(card, label);
  const form = { type: "card", card, to: "person" } as const;
  const line = { type: "card", card: await note() } as const;
  // The answer to a press comes first; a message's line only if the form has arrived.
  const isAnswered = turn.type === "action" && turn.via === "execute";
  return { replies: isAnswered ? [line, form] : [form, line], label };
}

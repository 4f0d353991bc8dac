/** Where Kollega hears every post of a forum: it offers, once, to take up one that is a question. */
import type { Network } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import { forumCareOf } from "../../../core/network-settings.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { Asked, MessageTurn } from "../../../core/turn.ts";
import { rootOf } from "../discussion.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { forumOf } from "../forum.ts";
import { say } from "../say.ts";
import { askCard } from "./ask-card.ts";
import { relatedTo, remembered } from "./ask-network.ts";

const fewestWords = 3;
const longestAsked = 1_500;

/** A new post, not a reply, that asks something. */
export function isOffered(deps: TurnDeps, asked: Asked, networks: readonly Network[]): boolean {
  const { conversation, id, text } = asked;
  const begins = conversation.kind === "channel" && rootOf(conversation.id) === id;
  return begins && asksSomething(text) && offering(deps, networks, conversation.id).length > 0;
}

function asksSomething(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  return text.length <= longestAsked && words.length >= fewestWords && /\?(?:\s|$)/u.test(text);
}

const offering = (deps: TurnDeps, networks: readonly Network[], conversation: string) =>
  forumOf(deps, networks, conversation).filter(
    ({ id }) => forumCareOf(deps.library, id).offersToAsk,
  );

export function offerToAsk(deps: TurnDeps, turn: MessageTurn): Outcome | undefined {
  const networks = offering(deps, turn.networks, turn.conversation.id);
  if (!isOffered(deps, turn, turn.networks)) return undefined;
  const question = {
    ref: turn.id,
    text: turn.text,
    language: turn.writtenIn,
    asker: keyOf(turn.actor),
  };
  const card = askCard(
    {
      text: turn.text,
      ref: turn.id,
      where: "offer",
      networks,
      related: relatedTo(deps, turn, question),
    },
    turn.language,
  );
  return say(card, "ask-offer", { question: remembered(question) });
}

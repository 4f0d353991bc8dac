/** "Ask the network", chosen on somebody's message: first what answers it already, in a dialog. */
import type { Outcome } from "../../../core/feature.ts";
import type { NetworkQuestion } from "../../../core/network-question.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ConversationAddress } from "../../../core/ports.ts";
import type { ActionTurn, MessageActionTurn, ShownMessage, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { channelOf, threadIn } from "../discussion.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { forumOf } from "../forum.ts";
import { askCard } from "./ask-card.ts";
import { relatedTo, tell } from "./ask-network.ts";
import { longestQuestion, openIn } from "./open-discussion.ts";

export function askAboutMessage(deps: TurnDeps, turn: MessageActionTurn): Outcome {
  const { language, message } = turn;
  const texts = textsIn(language).discussions;
  if (!message || !/[\p{L}\d]/u.test(message.text)) return tell(turn, texts.noQuestion, "refused");
  const here =
    turn.conversation.kind === "channel" ? forumOf(deps, turn.networks, turn.conversation.id) : [];
  const networks = here.length > 0 ? here : turn.networks;
  if (networks.length === 0) return tell(turn, texts.noNetwork, "refused");
  const thread = threadOf(turn)?.conversationId;
  if (thread !== undefined && here.some((network) => openIn(deps, network, thread)))
    return tell(turn, texts.openAlready, "discussion-opened");
  const question = askedIn(turn, message);
  const card = askCard(
    {
      text: question.text,
      ref: question.ref,
      where: here.length > 0 ? "thread" : "chat",
      networks,
      related: relatedTo(deps, turn, question),
    },
    language,
  );
  return {
    replies: [{ type: "dialog", title: texts.askNetwork, card }],
    label: "ask-network",
  };
}

/**
 * What a message asks. Whose it is says the client alone, so it gives nobody a right: what is not the actor's own only
 * coordinators decide about.
 */
export function askedIn(turn: Turn, message: ShownMessage): NetworkQuestion {
  const { author, id, subject, text } = message;
  const words = [subject, text].filter((part) => part !== undefined && part !== "").join("\n");
  return {
    ref: id,
    text: words.slice(0, longestQuestion),
    language: turn.writtenIn,
    asker: author?.person === turn.actor.person ? keyOf(turn.actor) : "",
  };
}

/** The thread of the channel that a message stands in; undefined outside channels. */
export function threadOf(turn: MessageActionTurn | ActionTurn): ConversationAddress | undefined {
  const { address, conversation } = turn;
  if (conversation.kind !== "channel") return undefined;
  const message = turn.type === "action" ? turn.dialog?.message : turn.message;
  if (!message) return address;
  const root = message.threadRoot ?? message.id;
  return { ...address, conversationId: threadIn(channelOf(conversation.id), root) };
}

/** From "ask the network" to an open question. */
import type { Network } from "../../../core/content.ts";
import { networkName } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import type { RememberedQuestion } from "../../../core/memory.ts";
import type { NetworkQuestion } from "../../../core/network-question.ts";
import type { Card, Reply } from "../../../core/reply.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { rootOf } from "../discussion.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { findRelated } from "../find-related.ts";
import { forumFor, forumOf } from "../forum.ts";
import { namesIn } from "../names.ts";
import { refuse, say } from "../say.ts";
import { discussionCard } from "../thread/discussion-card.ts";
import { askCard } from "./ask-card.ts";
import { longestQuestion, type Opened, openDiscussion } from "./open-discussion.ts";

/** See core/network-question.ts. */
export async function askNetwork(
  deps: TurnDeps,
  turn: Turn,
  question: NetworkQuestion,
): Promise<Outcome> {
  const [here, ...others] = forumThread(deps, turn);
  return here && others.length === 0
    ? openHere(deps, turn, here, question)
    : showCard(deps, turn, question);
}

/** The networks in whose forum the turn takes place, in a thread. */
export const forumThread = (
  deps: TurnDeps,
  { conversation, networks }: Turn,
): readonly Network[] =>
  conversation.kind === "channel" && rootOf(conversation.id) !== undefined
    ? forumOf(deps, networks, conversation.id)
    : [];

export function showCard(
  deps: TurnDeps,
  turn: Turn,
  question: NetworkQuestion,
  notices: readonly string[] = [],
): Outcome {
  const { language } = turn;
  const here = forumThread(deps, turn);
  const networks = here.length > 0 ? here : turn.networks;
  if (networks.length === 0) return refuse(turn, textsIn(language).discussions.noNetwork);
  const card = askCard(
    {
      text: question.text,
      ref: question.ref,
      where: here.length > 0 ? "thread" : "chat",
      networks,
      related: relatedTo(deps, turn, question),
      notices,
    },
    language,
  );
  return say(card, "ask-network", { question: remembered(question) });
}

/** Nothing of what is found is the question itself, which may have been taken up before. */
export function relatedTo(
  deps: TurnDeps,
  turn: Pick<Turn, "networks">,
  { text, language }: Pick<NetworkQuestion, "text" | "language">,
) {
  const networks = turn.networks.map(({ id }) => id);
  return findRelated(deps, { text, language, networks });
}

export const remembered = (question: NetworkQuestion): RememberedQuestion => ({
  ref: question.ref,
  text: question.text.slice(0, longestQuestion),
  language: question.language,
  results: [],
  shown: 0,
  ...(question.asker !== undefined && { asker: question.asker }),
  ...(question.term && { term: question.term }),
});

export async function openHere(
  deps: TurnDeps,
  turn: Turn,
  network: Network,
  question: NetworkQuestion,
  thread = turn.address,
): Promise<Outcome> {
  const texts = textsIn(turn.language).discussions;
  const opened = await openDiscussion(deps, turn, { network, question, thread });
  return tell(
    turn,
    opened.came === "there" ? texts.openAlready : texts.opened,
    "discussion-opened",
  );
}

/** Posted to the forum by Kollega, in the asker's name. */
export async function postToForum(
  deps: TurnDeps,
  turn: Turn,
  network: Network,
  question: NetworkQuestion,
): Promise<Outcome> {
  const { language } = turn;
  const texts = textsIn(language).discussions;
  const forum = forumFor(deps, network, turn.actor);
  const name = networkName(network, language);
  if (!forum) return tell(turn, texts.noForum(name), "refused");
  const opened = await openDiscussion(deps, turn, { network, question, forum });
  const notice = opened.came === "there" ? texts.openAlready : texts.posted(name);
  if (turn.type === "action" && turn.dialog) return tell(turn, notice, "discussion-opened");
  return say(await postedCard(deps, turn, network, opened, notice), "discussion-opened");
}

async function postedCard(
  deps: TurnDeps,
  { language, actor, at: now }: Turn,
  network: Network,
  { discussion }: Opened,
  notice: string,
): Promise<Card> {
  return discussionCard(discussion, {
    network,
    reader: { now, mayDecide: true },
    language,
    nameOf: await namesIn(deps, network, discussion, actor),
    notices: [notice],
  });
}

/** A sentence, where the one who pressed waits for it; else a small card that says it. */
export function tell(turn: Turn, text: string, label: string): Outcome {
  const { language } = turn;
  const waits =
    turn.type === "message-action" ||
    (turn.type === "action" && (turn.via === "execute" || turn.dialog !== undefined));
  const reply: Reply = waits
    ? { type: "sentence", language, text }
    : { type: "card", card: textCard(turn, text) };
  return { replies: [reply], label };
}

const textCard = ({ language }: Pick<ActionTurn, "language">, text: string): Card => ({
  kind: "discussions",
  language,
  summary: text,
  view: { heading: text, intro: "", sections: [], note: "", buttons: [], links: [] },
});

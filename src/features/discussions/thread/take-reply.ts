/** What is said in the thread of a question: an answer, or what may be one. */

import { readCommand } from "../../../core/commands.ts";
import type { Discussion, Network, ThreadMessage } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { MessageActionTurn, MessageTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { justPosted } from "../care/show-in-thread.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { namesIn } from "../names.ts";
import { refuse, say } from "../say.ts";
import { askedIn, threadOf } from "../take-up/ask-about-message.ts";
import { tell } from "../take-up/ask-network.ts";
import { discussionIn } from "../take-up/open-discussion.ts";
import { mayDecide, whoDecides } from "../who-may.ts";
import { withReply } from "./change-discussion.ts";
import { cardFor, markAnswer } from "./mark-answer.ts";
import { readMark, withoutMark } from "./read-mark.ts";
import { writeChange } from "./write-change.ts";

type Of = { readonly discussion: Discussion; readonly network: Network };

/** Undefined: it is a question or a command, or nothing of this thread is taken up. */
export async function takeReply(deps: TurnDeps, turn: MessageTurn): Promise<Outcome | undefined> {
  if (turn.conversation.kind !== "channel") return undefined;
  const thread = turn.conversation.id;
  const of =
    discussionIn(deps, turn.networks, thread) ?? (await justPosted(deps, turn.networks, thread));
  if (!of || of.discussion.question.id === turn.id) return undefined;
  if (!turn.isMentioned) return overheard(deps, turn, of);
  const mark = readMark(turn.text);
  if (mark?.text === "") return markEarlier(deps, turn, of);
  if (mark) return answered(deps, turn, of, mark.text);
  return mayBeAnswer(deps, turn, of) ? proposed(deps, turn, of, turn.text) : undefined;
}

/** A statement to Kollega by somebody else, while a question is open, is not another question. */
function mayBeAnswer(deps: TurnDeps, turn: MessageTurn, { discussion }: Of): boolean {
  const { text } = turn;
  return (
    discussion.status === "open" &&
    discussion.question.author !== keyOf(turn.actor) &&
    /[\p{L}\d]/u.test(text) &&
    !text.includes("?") &&
    readCommand(text) === undefined &&
    !deps.isFollowUp(text)
  );
}

async function overheard(deps: TurnDeps, turn: MessageTurn, of: Of): Promise<Outcome> {
  const label = "overheard";
  if (of.discussion.status === "open" && /[\p{L}\d]/u.test(turn.text))
    await keep(deps, turn, of, turn.text);
  return { replies: [], label };
}

/** The asker's and the coordinators' word is a mark, anybody else's a proposal. */
async function answered(deps: TurnDeps, turn: MessageTurn, of: Of, text: string): Promise<Outcome> {
  if (!mayDecide(deps, of, turn)) return proposed(deps, turn, of, text);
  const { card } = await markAnswer(deps, turn, of, replyOf(turn, text));
  return say(card, "discussion-answered");
}

async function proposed(deps: TurnDeps, turn: MessageTurn, of: Of, text: string): Promise<Outcome> {
  const kept = await keep(deps, turn, of, text);
  const { author } = kept.question;
  const nameOf = await namesIn(deps, of.network, kept);
  const asker = author === undefined ? undefined : nameOf(author);
  const notice = textsIn(turn.language).discussions.proposed(asker ?? "");
  const card = await cardFor(deps, turn, { discussion: kept, network: of.network }, [notice]);
  return say(card, "discussion-reply");
}

async function keep(
  deps: TurnDeps,
  turn: MessageTurn,
  { discussion }: Of,
  text: string,
): Promise<Discussion> {
  const written = await writeChange(deps.store, discussion, (now) =>
    withReply(now, replyOf(turn, text), turn.at.toISOString()),
  );
  return written?.after ?? discussion;
}

const replyOf = ({ id, actor, at, text: said }: MessageTurn, text: string): ThreadMessage => ({
  id,
  author: keyOf(actor),
  text,
  at: at.toISOString(),
  ...(text !== said && { isWithoutMark: true }),
});

/** "@Kollega svaret" alone: the latest reply that is known, by somebody else than who marks it. */
async function markEarlier(deps: TurnDeps, turn: MessageTurn, of: Of): Promise<Outcome> {
  if (!mayDecide(deps, of, turn)) return refuse(turn, whoDecides(deps, of, turn));
  const own = keyOf(turn.actor);
  const reply = of.discussion.replies.findLast(
    ({ author, text, id }) => author !== own && text !== "" && id !== of.discussion.answer,
  );
  const texts = textsIn(turn.language).discussions;
  if (!reply) return refuse(turn, texts.whichAnswer);
  const { card } = await markAnswer(deps, turn, of, reply);
  return say(card, "discussion-answered");
}

/** "This is the answer", chosen on the reply itself. */
export async function markMessage(deps: TurnDeps, turn: MessageActionTurn): Promise<Outcome> {
  const texts = textsIn(turn.language).discussions;
  const { message } = turn;
  const thread = threadOf(turn)?.conversationId;
  if (!message || thread === undefined) return tell(turn, texts.notInForum, "refused");
  const of = discussionIn(deps, turn.networks, thread);
  if (!of) return tell(turn, texts.notTakenUp, "refused");
  if (of.discussion.question.id === message.id) return tell(turn, texts.isQuestion, "refused");
  if (!/[\p{L}\d]/u.test(message.text)) return tell(turn, texts.noWords, "refused");
  if (!mayDecide(deps, of, turn)) return tell(turn, whoDecides(deps, of, turn), "refused");
  const { text } = askedIn(turn, message);
  const known = of.discussion.replies.find(({ id }) => id === message.id);
  const said: ThreadMessage = {
    id: message.id,
    // Whom the client names as its author would be asked whether it may be kept, and decide: only who was heard does.
    ...(known?.author !== undefined && { author: known.author }),
    ...withoutMark(text),
    at: known?.at ?? message.createdAt ?? turn.at.toISOString(),
  };
  // What came from Teams itself goes before what a client says: nobody's words are changed by whoever marks them.
  const reply = known?.author !== undefined && known.text !== "" ? known : said;
  const { notice } = await markAnswer(deps, turn, of, reply);
  return tell(turn, notice, "discussion-answered");
}

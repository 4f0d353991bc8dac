/** "Ask the network", pressed: on an answer that was none, and on the card that comes before the question is open. */
import type { Outcome } from "../../../core/feature.ts";
import type { NetworkQuestion } from "../../../core/network-question.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { refuse } from "../say.ts";
import { askedIn, threadOf } from "./ask-about-message.ts";
import { askNetwork, forumThread, openHere, postToForum, showCard } from "./ask-network.ts";
import { longestQuestion } from "./open-discussion.ts";

/** Undefined: the button means something else. */
export async function pressAsk(deps: TurnDeps, turn: ActionTurn): Promise<Outcome | undefined> {
  const { value } = turn.data;
  const isHere = forumThread(deps, turn).length > 0;
  if (value !== "post" && value !== "network" && !isHere) return undefined;
  const question = questionOf(turn);
  if (!question) return refuse(turn, textsIn(turn.language).ask.stale);
  if (value !== "post") return askNetwork(deps, turn, question);
  return post(deps, turn, question);
}

async function post(deps: TurnDeps, turn: ActionTurn, question: NetworkQuestion): Promise<Outcome> {
  const texts = textsIn(turn.language).discussions;
  if (!/[\p{L}\d]/u.test(question.text)) return showCard(deps, turn, question, [texts.noQuestion]);
  const here = forumThread(deps, turn);
  const possible = here.length > 0 ? here : turn.networks;
  const wanted = turn.data["network"];
  const network =
    wanted === undefined && possible.length === 1
      ? possible[0]
      : possible.find(({ id }) => id === wanted);
  if (!network) return showCard(deps, turn, question, [texts.chooseNetwork]);
  return here.length > 0
    ? openHere(deps, turn, network, question, threadOf(turn))
    : postToForum(deps, turn, network, question);
}

/** What is asked: the message under the dialog, or what is remembered; in a chat as its asker has put it now. */
function questionOf(turn: ActionTurn): NetworkQuestion | undefined {
  const { question: ref, text } = turn.data;
  const written = typeof text === "string" ? text.trim().slice(0, longestQuestion) : undefined;
  const message = turn.dialog?.message;
  if (message) {
    const asked = askedIn(turn, message);
    return written === undefined ? asked : { ...asked, text: written, asker: keyOf(turn.actor) };
  }
  const known = turn.memory.questions.find((one) => one.ref === ref);
  if (!known) {
    const isOwn = written !== undefined && typeof ref === "string" && ref.length <= longestRef;
    return isOwn ? { ref, text: written, language: turn.language } : undefined;
  }
  // In a thread the words are those that stand there.
  const isPersonal = turn.conversation.kind === "personal";
  return {
    ref: known.ref,
    text: isPersonal && written !== undefined ? written : known.text,
    language: known.language,
    ...(known.asker !== undefined && !isPersonal && { asker: known.asker }),
    ...(known.term && { term: known.term }),
  };
}

const longestRef = 200;

/** The buttons of a discussion's card: this is the answer, it is mine and may be kept, close, open again. */
import type { ThreadMessage } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import { keepAct } from "../../../core/keep-act.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { refuse, say } from "../say.ts";
import { type Found, lookUp, mayDecide, whoDecides } from "../who-may.ts";
import { closed, reopened } from "./change-discussion.ts";
import { cardFor, markAnswer } from "./mark-answer.ts";
import { pressConsent } from "./press-consent.ts";
import { withdrawDraftOf } from "./withdraw-draft.ts";
import { writeChange } from "./write-change.ts";

export async function pressAnswer(deps: TurnDeps, turn: ActionTurn): Promise<Outcome> {
  const texts = textsIn(turn.language).discussions;
  const found = await lookUp(deps, turn, turn.data);
  if (!found) return refuse(turn, texts.gone);
  const { reply: id, value } = turn.data;
  if (value === "keep" || value === "leave" || value === "mine")
    return pressConsent(deps, turn, found, value);
  if (!mayDecide(deps, found, turn)) return refuse(turn, whoDecides(deps, found, turn));
  const reply = found.discussion.replies.find((one): one is ThreadMessage => one.id === id);
  if (!reply) return refuse(turn, texts.replyGone);
  const { card } = await markAnswer(deps, turn, found, reply);
  return say(card, "discussion-answered");
}

export async function pressClose(deps: TurnDeps, turn: ActionTurn): Promise<Outcome> {
  const texts = textsIn(turn.language).discussions;
  const found = await lookUp(deps, turn, turn.data);
  if (!found) return refuse(turn, texts.gone);
  if (!mayDecide(deps, found, turn)) return refuse(turn, whoDecides(deps, found, turn));
  return turn.data["value"] === "reopen" ? reopen(deps, turn, found) : close(deps, turn, found);
}

async function close(deps: TurnDeps, turn: ActionTurn, found: Found): Promise<Outcome> {
  const at = turn.at.toISOString();
  const written = await writeChange(deps.store, found.discussion, (now) =>
    now.status === "open" ? closed(now, "closed", at) : undefined,
  );
  const texts = textsIn(turn.language).discussions;
  if (written) await note(deps, turn, found, "discussion.close");
  return shown(deps, turn, found, written?.after, written ? texts.closed : texts.notOpen);
}

async function reopen(deps: TurnDeps, turn: ActionTurn, found: Found): Promise<Outcome> {
  const at = turn.at.toISOString();
  const written = await writeChange(deps.store, found.discussion, (now) =>
    now.status === "open" || now.closedBecause === "deleted" ? undefined : reopened(now, at),
  );
  const texts = textsIn(turn.language).discussions;
  if (written) {
    await withdrawDraftOf(deps, written.before, "answer-changed");
    await note(deps, turn, found, "discussion.reopen");
  }
  return shown(deps, turn, found, written?.after, written ? texts.reopened : texts.cannotReopen);
}

async function shown(
  deps: TurnDeps,
  turn: ActionTurn,
  { discussion, network }: Found,
  after: Found["discussion"] | undefined,
  notice: string,
): Promise<Outcome> {
  return say(
    await cardFor(deps, turn, { discussion: after ?? discussion, network }, [notice]),
    "discussion",
  );
}

async function note(deps: TurnDeps, turn: ActionTurn, found: Found, act: string): Promise<void> {
  const { discussion, network } = found;
  // What askers do with their own question is nobody's act of office.
  if (discussion.question.author === keyOf(turn.actor)) return;
  await keepAct(deps, turn, act, network.id, { discussion: discussion.id });
}

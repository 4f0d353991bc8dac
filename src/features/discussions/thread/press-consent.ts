/** Whether an answer may be kept: its author alone says so. */
import type { Outcome } from "../../../core/feature.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { answerOf } from "../discussion.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { refuse, say } from "../say.ts";
import type { Found } from "../who-may.ts";
import { cardFor } from "./mark-answer.ts";
import { writeChange } from "./write-change.ts";

/** "mine": where nobody knew who wrote it, whoever presses says that they did, for all to see. */
export async function pressConsent(
  deps: TurnDeps,
  turn: ActionTurn,
  { discussion, network }: Found,
  value: "keep" | "leave" | "mine",
): Promise<Outcome> {
  const texts = textsIn(turn.language).discussions;
  const actor = keyOf(turn.actor);
  const asked = turn.data["reply"];
  const answer = answerOf(discussion);
  if (!answer || answer.id !== asked) return refuse(turn, texts.notTheAnswer);
  const isOwn = value === "mine" ? answer.author === undefined : answer.author === actor;
  if (!isOwn) return refuse(turn, texts.onlyAuthor);
  if (discussion.draft !== undefined && value === "leave") return refuse(turn, texts.keptAlready);
  const written = await writeChange(deps.store, discussion, (now) => {
    const present = answerOf(now);
    if (!present || present.id !== asked || now.draft !== undefined) return undefined;
    const isKept = value !== "leave";
    // Of what shall not be kept only where it stands is remembered.
    const said = { ...present, author: actor, text: isKept ? present.text : "" };
    return {
      ...now,
      replies: now.replies.map((one) => (one === present ? said : one)),
      consent: isKept ? "given" : "refused",
      changedAt: turn.at.toISOString(),
    };
  });
  const after = { discussion: written?.after ?? discussion, network };
  const notice = value === "leave" ? texts.consentRefused : texts.consentGiven;
  return say(await cardFor(deps, turn, after, [notice]), "discussion-consent");
}

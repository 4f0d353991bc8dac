/** Whether an answer may be kept: its author alone says so. */

import type { Discussion } from "../../../core/content.ts";
import { agreeToDraft, withdrawDraft } from "../../../core/drafts.ts";
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
  { discussion, network }: Pick<Found, "discussion" | "network">,
  value: "keep" | "leave" | "mine",
): Promise<Outcome> {
  const texts = textsIn(turn.language).discussions;
  const actor = keyOf(turn.actor);
  const asked = turn.data["reply"];
  const answer = answerOf(discussion);
  if (!answer || answer.id !== asked) return refuse(turn, texts.notTheAnswer);
  const isOwn = value === "mine" ? answer.author === undefined : answer.author === actor;
  if (!isOwn) return refuse(turn, texts.onlyAuthor);
  const isKept = value !== "leave";
  if (isKept && answer.text === "") return refuse(turn, texts.textGone);
  const { draft } = discussion;
  const became = draft === undefined ? "none" : await tellDraft(deps, discussion, draft, isKept);
  if (became === "decided") return refuse(turn, texts.keptAlready);
  const written = await writeChange(deps.store, discussion, (now) => {
    const present = answerOf(now);
    if (!present || present.id !== asked || now.draft !== draft) return undefined;
    // Of what shall not be kept only where it stands is remembered.
    const said = { ...present, author: actor, text: isKept ? present.text : "" };
    const { draft: _, ...undrafted } = now;
    return {
      ...(became === "waiting" ? now : undrafted),
      replies: now.replies.map((one) => (one === present ? said : one)),
      consent: isKept ? "given" : "refused",
      changedAt: turn.at.toISOString(),
    };
  });
  if (!written) {
    // The job has proposed it meanwhile, or somebody marked another.
    const now = (await deps.store.find(network.id, discussion.id))?.doc.value;
    return now && now.draft !== draft
      ? pressConsent(deps, turn, { discussion: now, network }, value)
      : refuse(turn, texts.notTheAnswer);
  }
  const after = { discussion: written.after, network };
  const notice = isKept ? texts.consentGiven : texts.consentRefused;
  return say(await cardFor(deps, turn, after, [notice]), "discussion-consent");
}

/** What was proposed before the author said anything, or anything else. */
const tellDraft = (
  deps: TurnDeps,
  { network }: Discussion,
  id: string,
  isKept: boolean,
): Promise<"waiting" | "withdrawn" | "decided"> =>
  isKept
    ? agreeToDraft(deps, { network, id })
    : withdrawDraft(deps, { network, id }, "answer-refused");

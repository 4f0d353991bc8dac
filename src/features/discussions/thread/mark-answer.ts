/** Marks a reply as the answer. The asker or a coordinator decides; the last mark counts, and says what it replaced. */
import type { ThreadMessage } from "../../../core/content.ts";
import { keepAct } from "../../../core/keep-act.ts";
import { keyOf, nameInRoster } from "../../../core/person-key.ts";
import type { Card } from "../../../core/reply.ts";
import type { Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { answerOf } from "../discussion.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { namesIn } from "../names.ts";
import { type Found, mayDecide } from "../who-may.ts";
import { withAnswer } from "./change-discussion.ts";
import { discussionCard } from "./discussion-card.ts";
import { withdrawDraftOf } from "./withdraw-draft.ts";
import { writeChange } from "./write-change.ts";

const longestExcerpt = 120;

/** The discussion as it is then, with what whoever marked shall know; the role has been checked. */
export async function markAnswer(
  deps: TurnDeps,
  turn: Turn,
  found: Pick<Found, "discussion" | "network">,
  reply: ThreadMessage,
): Promise<{ readonly card: Card; readonly notice: string }> {
  const texts = textsIn(turn.language).discussions;
  const by = keyOf(turn.actor);
  const at = turn.at.toISOString();
  const { network } = found;
  const written = await writeChange(deps.store, found.discussion, (now) =>
    now.status === "answered" && now.answer === reply.id
      ? undefined
      : withAnswer(now, reply, by, at),
  );
  const after = written?.after ?? found.discussion;
  const earlier = written && answerOf(written.before);
  if (written && earlier) await withdrawDraftOf(deps, written.before, "answer-changed");
  if (written && after.question.author !== by)
    await keepAct(deps, turn, "discussion.answer", network.id, { discussion: after.id });
  const marker = written?.before.answeredBy;
  const notice = !written
    ? texts.markedAlready
    : earlier === undefined
      ? texts.marked
      : texts.markedInstead(
          (marker === undefined ? undefined : nameInRoster(deps, network, marker)) ?? "",
          excerpt(earlier.text),
        );
  return { card: await cardFor(deps, turn, { discussion: after, network }, [notice]), notice };
}

const excerpt = (text: string): string =>
  text.length <= longestExcerpt ? text : `${text.slice(0, longestExcerpt - 1)}…`;

/** In a channel everybody sees it, in a chat its reader alone. */
export async function cardFor(
  deps: Pick<TurnDeps, "directory" | "admins">,
  turn: Turn,
  { discussion, network }: Pick<Found, "discussion" | "network">,
  notices: readonly string[] = [],
): Promise<Card> {
  const { conversation, language, at: now } = turn;
  const mayDecideHere = mayDecide(deps, { discussion, network }, turn);
  return discussionCard(discussion, {
    network,
    notices,
    language,
    nameOf: await namesIn(deps, network, discussion, turn.actor),
    ...(conversation.kind === "personal" && { reader: { now, mayDecide: mayDecideHere } }),
  });
}

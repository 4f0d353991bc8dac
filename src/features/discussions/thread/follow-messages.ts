/** Messages of a thread that are edited, deleted or taken back in Teams. */
import type { Discussion } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import type { MessageChanged, Turn } from "../../../core/turn.ts";
import { channelOf, rootOf } from "../discussion.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { afterChange } from "./change-discussion.ts";
import { withoutMark } from "./read-mark.ts";
import { withdrawDraftOf } from "./withdraw-draft.ts";
import { writeChange } from "./write-change.ts";

/** Those of a channel that a message belongs to, from memory. */
export function discussionsOf(
  { store, library }: Pick<TurnDeps, "store" | "library">,
  { conversation, message }: Pick<MessageChanged, "conversation" | "message">,
): readonly Discussion[] {
  const channel = channelOf(conversation.id);
  return store
    .list(library.networks().map(({ id }) => id))
    .filter(
      ({ thread, question, replies }) =>
        channelOf(thread.conversationId) === channel &&
        (question.id === message.id ||
          rootOf(thread.conversationId) === message.id ||
          replies.some(({ id }) => id === message.id)),
    );
}

export async function followMessage(
  deps: TurnDeps,
  turn: MessageChanged & Pick<Turn, "at">,
): Promise<Outcome> {
  const { change, message } = turn;
  const at = turn.changedAt ?? turn.at.toISOString();
  for (const discussion of discussionsOf(deps, turn)) {
    const written = await writeChange(deps.store, discussion, (now) =>
      afterChange(now, {
        change,
        id: message.id,
        text: textOf(now, message),
        isRoot: rootOf(now.thread.conversationId) === message.id,
        at,
      }),
    );
    const isAnswerLost = written?.before.answer !== undefined && written.after.answer === undefined;
    if (written && isAnswerLost) await withdrawDraftOf(deps, written.before, "answer-deleted");
  }
  return { replies: [], label: `message-${change}` };
}

/** As it was kept before: the word that marks an answer goes only where it went then. */
function textOf(
  { question, replies }: Discussion,
  { id, text }: MessageChanged["message"],
): string | undefined {
  const kept = question.id === id ? question : replies.find((reply) => reply.id === id);
  return text !== undefined && kept?.isWithoutMark ? withoutMark(text).text : text;
}

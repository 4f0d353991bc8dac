/** What is done with a discussion in memory, and how it is named. Pure. */
import type { Discussion, ThreadMessage } from "../../core/content.ts";
import type { Digest } from "../../core/ports.ts";
import type { JsonObject } from "../../core/reply.ts";

/** What a button about a discussion carries. */
export const discussionData = ({
  id,
  network,
}: Pick<Discussion, "id" | "network">): JsonObject => ({
  kind: "discussion",
  id,
  network,
});

/** The reply that was marked as the answer, as far as its words are kept. */
export const answerOf = ({ answer, replies }: Discussion): ThreadMessage | undefined =>
  answer === undefined ? undefined : replies.find(({ id }) => id === answer);

/** The same question, asked in the same place, is the same discussion. */
export const discussionIdOf = (
  digest: Digest,
  of: { readonly network: string; readonly conversation: string; readonly ref: string },
): string => digest(JSON.stringify([of.network, of.conversation, of.ref])).slice(0, idLength);

const idLength = 20;

/** A channel without its thread. */
export const channelOf = (conversationId: string): string =>
  conversationId.split(threadMark, 1)[0] ?? conversationId;

/** The message that a thread begins with; undefined: it is no thread. */
export const rootOf = (conversationId: string): string | undefined =>
  conversationId.split(threadMark, 2)[1];

export const threadIn = (channel: string, root: string): string => `${channel};messageid=${root}`;

const threadMark = /;messageid=/iu;

/** What batches about discussions are called. The names alone keep anything from being sent twice. */
import type { Discussion } from "../../core/content.ts";
import type { Digest } from "../../core/ports.ts";

type Of = Pick<Discussion, "id" | "network">;

/** Names are ids of documents, which may have 200 characters; together with what surrounds them. */
const longestName = 120;
const digestLength = 12;

export function createBatchIds(digest: Digest) {
  const short = (text: string): string => digest(text).slice(0, digestLength);
  const nameOf = ({ network, id }: Of): string => {
    const name = `${network}:${id}`;
    return name.length <= longestName ? name : digest(name);
  };
  return {
    /** The card in the thread. */
    post: (of: Of): string => `discussion:${nameOf(of)}`,
    /** The card as it is after a change. */
    edit: (of: Of, state: string): string => `discussion-edit:${nameOf(of)}:${short(state)}`,
    /** To the author of an answer. */
    consent: (of: Of, reply: string): string => `discussion-consent:${nameOf(of)}:${short(reply)}`,
    /** To who asked in a chat. */
    answered: (of: Of, reply: string): string =>
      `discussion-answered:${nameOf(of)}:${short(reply)}`,
    /** An answer was deleted. */
    lost: (of: Of, reply: string): string => `discussion-lost:${nameOf(of)}:${short(reply)}`,
    /** It could not be posted. */
    notPosted: (of: Of): string => `discussion-not-posted:${nameOf(of)}`,
    decided: (of: Of, draft: string, state: string): string =>
      `discussion-decided:${nameOf(of)}:${short(JSON.stringify([draft, state]))}`,
    /** `n` counts from 1, and anew each time it is opened again. */
    nudge: (of: Of & Pick<Discussion, "reopenedAt">, n: number): string => {
      const round = of.reopenedAt === undefined ? "" : `:${short(of.reopenedAt)}`;
      return `discussion-nudge:${nameOf(of)}${round}:${n}`;
    },
    /** `day` is the one it is due on, YYYY-MM-DD. */
    digest: (network: string, day: string): string => `digest:${digest(network)}:${day}`,
  };
}

export type BatchIds = ReturnType<typeof createBatchIds>;

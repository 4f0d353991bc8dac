/** Takes a question up: from now on it is open until it is answered or closed. */
import type { Discussion, Network } from "../../../core/content.ts";
import type { NetworkQuestion } from "../../../core/network-question.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ConversationAddress } from "../../../core/ports.ts";
import type { Turn } from "../../../core/turn.ts";
import { channelOf, discussionIdOf, rootOf } from "../discussion.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { findRelated } from "../find-related.ts";
import { forumOf, linkTo } from "../forum.ts";
import { reopened } from "../thread/change-discussion.ts";
import { topicsOf } from "./topics-of.ts";

export type Opened = {
  readonly discussion: Discussion;
  /** "there": the same question was taken up before, or another one of the thread is open. */
  readonly came: "new" | "again" | "there";
};

/** More is cut: it is a question. */
export const longestQuestion = 2_000;

/** `thread`: of the forum, where the question stands already; undefined: it is posted to `forum`. */
export async function openDiscussion(
  deps: TurnDeps,
  turn: Turn,
  of: {
    readonly network: Network;
    readonly question: NetworkQuestion;
    readonly thread?: ConversationAddress;
    readonly forum?: ConversationAddress;
  },
): Promise<Opened> {
  const { network, thread } = of;
  const open = thread && openIn(deps, network, thread.conversationId);
  if (open) return { discussion: open, came: "there" };
  const discussion = newDiscussion(deps, turn, of);
  const created = await deps.store.create(discussion);
  if (created !== "exists") return { discussion, came: "new" };
  return askedAgain(deps, turn, discussion);
}

/** The open question of a thread, from memory. */
export const openIn = (
  { store }: Pick<TurnDeps, "store">,
  network: Pick<Network, "id">,
  thread: string,
): Discussion | undefined =>
  store
    .list([network.id])
    .find((one) => one.status === "open" && one.thread.conversationId === thread);

/** The latest question of a thread, whatever became of it, in one of the networks whose forum it lies in. */
export function discussionIn(
  deps: Pick<TurnDeps, "store" | "directory">,
  networks: readonly Network[],
  thread: string,
): { readonly discussion: Discussion; readonly network: Network } | undefined {
  const [latest] = forumOf(deps, networks, thread)
    .flatMap((network) =>
      deps.store
        .list([network.id])
        .filter((one) => one.thread.conversationId === thread && one.closedBecause !== "deleted")
        .map((discussion) => ({ discussion, network })),
    )
    .sort(
      (a, b) =>
        Number(b.discussion.status === "open") - Number(a.discussion.status === "open") ||
        b.discussion.openedAt.localeCompare(a.discussion.openedAt),
    );
  return latest;
}

/** One that was closed is open again; only who could have closed it may ask it anew. */
async function askedAgain(deps: TurnDeps, turn: Turn, asked: Discussion): Promise<Opened> {
  const stored = await deps.store.find(asked.network, asked.id);
  if (!stored) return { discussion: asked, came: "there" };
  const before = stored.doc.value;
  const isClosed = before.status === "closed" && before.question.author === keyOf(turn.actor);
  if (!isClosed) return { discussion: before, came: "there" };
  const question = { ...before.question, text: asked.question.text };
  const discussion = reopened({ ...before, question }, turn.at.toISOString());
  const written = await deps.store.replace(discussion, stored.etag);
  return written === "stale"
    ? { discussion: before, came: "there" }
    : { discussion, came: "again" };
}

function newDiscussion(
  deps: TurnDeps,
  turn: Turn,
  { network, question, thread, forum }: Parameters<typeof openDiscussion>[2],
): Discussion {
  const at = turn.at.toISOString();
  const address = thread ?? forum ?? turn.address;
  const root = thread && rootOf(thread.conversationId);
  const channel = channelOf(address.conversationId);
  const text = question.text.trim().slice(0, longestQuestion);
  const { ref, language, term, asker = keyOf(turn.actor) } = question;
  return {
    id: discussionIdOf(deps.digest, {
      network: network.id,
      conversation: (thread ?? turn.address).conversationId,
      ref,
    }),
    network: network.id,
    language,
    status: "open",
    question: {
      // What Kollega posts gets its id when it is posted.
      id: thread ? ref : "",
      ...(asker !== "" && { author: asker }),
      text,
      at,
    },
    thread: address,
    ...(root !== undefined && {
      link: linkTo(deps, network, { channel, root, message: ref }, address.tenant),
    }),
    replies: [],
    topics: topicsFor(deps, network, text, language),
    openedAt: at,
    changedAt: at,
    nudgedAt: [],
    ...(thread === undefined && { isPostedByUs: true as const }),
    ...(term && { term }),
  };
}

function topicsFor(
  deps: TurnDeps,
  network: Network,
  text: string,
  language: Discussion["language"],
): readonly string[] {
  const networks = [network.id];
  const { library } = deps;
  const [nearest] = findRelated(deps, { text, language, networks }).filter(
    ({ kind }) => kind === "practice",
  );
  const tagsNearby = nearest
    ? library
        .practiceVersions(nearest.id, nearest.network)
        .filter((version) => version.language === nearest.language)
        .flatMap(({ tags }) => tags)
    : [];
  const tags = new Set(library.practices(networks).flatMap((practice) => practice.tags));
  return topicsOf(text, [...tags], tagsNearby);
}

/** The card of a discussion in its thread: posted once, then kept as the discussion is. */
import type { Network } from "../../../core/content.ts";
import { type Delivery, urgencies } from "../../../core/outbox/delivery.ts";
import type { ConversationAddress } from "../../../core/ports.ts";
import { channelOf, rootOf, threadIn } from "../discussion.ts";
import { linkTo } from "../forum.ts";
import { closed } from "../thread/change-discussion.ts";
import { writeChange } from "../thread/write-change.ts";
import type { JobDeps, Of, Step } from "./job-deps.ts";
import { postIn, recipientsOf } from "./say-in-thread.ts";
import { threadCard } from "./thread-card.ts";
import { dueInThread, isTooOldToTell } from "./too-old-to-tell.ts";

export type Shown = { readonly address: ConversationAddress; readonly activityId: string };

/** What is known of a post: where it is, or that it never came there; "forgotten": too long ago to know. */
export type Posted = Shown | "under-way" | "gone" | "failed" | "forgotten";

export async function postOf(deps: JobDeps, of: Of): Promise<Posted> {
  const { jobOutbox: outbox, batchIds } = deps;
  const id = batchIds.post(of.discussion);
  const head = await outbox.head(id);
  if (!head || head.state === "planning") {
    if (isTooOldToTell(dueInThread(of.discussion), deps.clock.now())) return "forgotten";
    await plan(deps, of, id);
    return "under-way";
  }
  for await (const delivery of outbox.deliveries(id)) return readPost(delivery);
  return "failed";
}

function readPost({ state, reason, activityId, deliveredTo }: Delivery): Posted {
  if (state === "planned" || state === "sending") return "under-way";
  if (state === "delivered" && activityId !== undefined && deliveredTo)
    return { address: deliveredTo, activityId };
  return state === "refused" && reason === "gone" ? "gone" : "failed";
}

async function plan(deps: JobDeps, of: Of, id: string): Promise<void> {
  const { discussion, network } = of;
  // A question from a chat names its asker, so that Teams tells them of what is said under it.
  const named = discussion.isPostedByUs ? [discussion.question.author] : [];
  await deps.jobOutbox.plan(
    {
      id,
      kind: "discussion",
      network: network.id,
      urgency: urgencies.notice,
      about: { discussion: discussion.id },
      cards: { [discussion.language]: await threadCard(deps, of) },
    },
    postIn(discussion, await recipientsOf(deps, named)),
    true,
  );
}

/** Once what Kollega posted is there, its thread is the discussion's; what could not be posted is closed. */
export async function noteThread(
  deps: JobDeps,
  { discussion, network }: Of,
  posted: Posted,
): Promise<Step> {
  const now = deps.clock.now().toISOString();
  const isNowhere =
    posted === "failed" || (posted === "forgotten" && discussion.question.id === "");
  if (posted === "gone" || (isNowhere && discussion.isPostedByUs)) {
    const because = discussion.isPostedByUs ? "not-posted" : "deleted";
    const written = await writeChange(deps.store, discussion, (was) =>
      was.status === "open" ? closed(was, because, now) : undefined,
    );
    return written ? "again" : "done";
  }
  if (typeof posted === "string" || rootOf(discussion.thread.conversationId) !== undefined)
    return "done";
  const { address, activityId } = posted;
  const channel = channelOf(address.conversationId);
  await writeChange(deps.store, discussion, (was) => ({
    ...was,
    question: { ...was.question, id: activityId },
    thread: { ...address, conversationId: threadIn(channel, activityId) },
    link: linkTo(deps, network, { channel, root: activityId, message: activityId }, address.tenant),
  }));
  return "again";
}

/**
 * The newest state is always shown; an edit that an even newer one overtakes is not sent. Gives the edit that shows
 * the discussion; "none": it is as it was posted; "again": somebody else has changed it, and memory does not know yet.
 */
export async function editPost(
  deps: JobDeps,
  of: Of,
  { address, activityId }: Shown,
  editedBefore: string | undefined,
): Promise<{ readonly id: string } | "again" | "none"> {
  const { discussion, network } = of;
  if (discussion.changedAt === discussion.openedAt) return "none";
  const id = deps.batchIds.edit(discussion, discussion.changedAt);
  if (id === editedBefore) return { id };
  const head = await deps.jobOutbox.head(id);
  const isPlanned = head !== undefined && head.state !== "planning";
  if (isPlanned && editedBefore === undefined) return { id };
  const stored = await deps.store.find(discussion.network, discussion.id);
  if (stored?.doc.value.changedAt !== discussion.changedAt) return "again";
  // Another instance may have planned the newest edit: the one before is this one's own to take back.
  if (editedBefore !== undefined) await deps.jobOutbox.skip(editedBefore, "superseded");
  if (isPlanned) return { id };
  const { language } = discussion;
  await deps.jobOutbox.plan(
    {
      id,
      kind: "discussion-edit",
      network: network.id,
      urgency: urgencies.edit,
      about: { discussion: discussion.id },
      cards: { [language]: await threadCard(deps, of) },
    },
    [
      {
        recipient: address.conversationId,
        name: "",
        target: { route: "edit", address, activityId },
        variant: language,
        language,
      },
    ],
    true,
  );
  return { id };
}

/** The question that Kollega posted a moment ago and that begins this thread, noted before the job's next round. */
export async function justPosted(
  deps: JobDeps,
  networks: readonly Network[],
  thread: string,
): Promise<Of | undefined> {
  const waiting = networks.flatMap((network) =>
    deps.store
      .list([network.id])
      .filter((one) => one.question.id === "" && one.thread.conversationId === channelOf(thread))
      .map((discussion) => ({ discussion, network })),
  );
  for (const of of waiting) {
    const posted = await postOf(deps, of);
    if (typeof posted === "string" || posted.activityId !== rootOf(thread)) continue;
    await noteThread(deps, of, posted);
    const stored = await deps.store.find(of.network.id, of.discussion.id);
    return stored && { discussion: stored.doc.value, network: of.network };
  }
  return undefined;
}

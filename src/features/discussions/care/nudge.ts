/** Brings a question without an answer up again, in its thread, with those who may know. */
import { isUnread, type Recipient } from "../../../core/directory.ts";
import { urgencies } from "../../../core/outbox/delivery.ts";
import { closed } from "../thread/change-discussion.ts";
import { writeChange } from "../thread/write-change.ts";
import { chosenFew, isAnswerProposed, isAskedFor } from "./decide-nudge.ts";
import type { JobDeps, Of } from "./job-deps.ts";
import { recipientsOf, sayInThread } from "./say-in-thread.ts";

export async function nudge(deps: JobDeps, of: Of): Promise<void> {
  const { discussion } = of;
  const now = deps.clock.now();
  // Where there are replies, whoever asked may only have forgotten to say which one helped.
  const isProposed = isAnswerProposed(discussion);
  const n = discussion.nudgedAt.length + 1;
  if (n > 1 && (await isGone(deps, of, n - 1))) {
    await writeChange(deps.store, discussion, (was) =>
      was.status === "open" ? closed(was, "deleted", now.toISOString()) : undefined,
    );
    return;
  }
  await sayInThread(deps, of, {
    batch: deps.batchIds.nudge(discussion, n),
    kind: "discussion-nudge",
    urgency: urgencies.reminder,
    notice: (texts) => (isProposed ? texts.nudgeMark : texts.nudge),
    people: isProposed
      ? await recipientsOf(deps, [discussion.question.author])
      : await whoMayKnow(deps, of),
  });
  await writeChange(deps.store, discussion, (was) =>
    was.nudgedAt.length < n && was.reopenedAt === discussion.reopenedAt
      ? { ...was, nudgedAt: [...was.nudgedAt, now.toISOString()] }
      : undefined,
  );
}

/** Whether the thread was no longer there when it was brought up before: not every deletion is told. */
async function isGone(deps: JobDeps, { discussion }: Of, n: number): Promise<boolean> {
  for await (const delivery of deps.jobOutbox.deliveries(deps.batchIds.nudge(discussion, n)))
    return delivery.state === "refused" && delivery.reason === "gone";
  return false;
}

/** Those whose topics it is about; where there are none, whoever runs the network and can find somebody. */
async function whoMayKnow(
  deps: JobDeps,
  { discussion, network }: Of,
): Promise<readonly Recipient[]> {
  const now = deps.clock.now();
  const found: Recipient[] = [];
  const running: Recipient[] = [];
  for await (const recipient of deps.directory.recipients(network.id)) {
    if (isUnread(recipient)) continue;
    if (isAskedFor(recipient, discussion, network, now)) found.push(recipient);
    const isOther = discussion.question.author !== recipient.key;
    if (isOther && network.coordinators.includes(recipient.person)) running.push(recipient);
  }
  return chosenFew(found.length > 0 ? found : running);
}

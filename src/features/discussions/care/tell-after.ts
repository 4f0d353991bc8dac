/** Tells people what became of a question: answered, answer deleted, not posted, kept or not. Each once. */

import { urgencies } from "../../../core/outbox/delivery.ts";
import { keyOf, splitKey } from "../../../core/person-key.ts";
import { answerOf } from "../discussion.ts";
import { isPerson } from "../who-may.ts";
import type { JobDeps, Of } from "./job-deps.ts";
import { recipientsOf, sayInThread } from "./say-in-thread.ts";
import { sayPrivately } from "./say-privately.ts";
import { decidedAt, dueInThread, isTooOldToTell } from "./too-old-to-tell.ts";

export async function tellAfter(deps: JobDeps, of: Of): Promise<"done" | "later"> {
  const steps = [tellAnswered, tellLost, tellNotPosted, tellDecided];
  let isAllTold = true;
  for (const step of steps) isAllTold = (await step(deps, of)) && isAllTold;
  return isAllTold ? "done" : "later";
}

/** Who asked in a chat does not see the thread; elsewhere Teams itself tells them. */
async function tellAnswered(deps: JobDeps, of: Of): Promise<boolean> {
  const { discussion } = of;
  const answer = answerOf(discussion);
  const { author } = discussion.question;
  const isNews =
    discussion.status === "answered" &&
    discussion.isPostedByUs &&
    author !== undefined &&
    author !== discussion.answeredBy &&
    answer !== undefined;
  if (!isNews) return true;
  const since = discussion.answeredAt ?? discussion.openedAt;
  return once(deps, deps.batchIds.answered(discussion, answer.id), since, (batch) =>
    sayPrivately(deps, of, {
      batch,
      kind: "discussion-answered",
      to: [author],
      wroteAt: discussion.question.at,
      notice: (texts) => texts.yoursAnswered,
    }),
  );
}

/** The answer was deleted in Teams, so that the question is open again. */
async function tellLost(deps: JobDeps, of: Of): Promise<boolean> {
  const { discussion, network } = of;
  const { author } = discussion.question;
  const lost = discussion.lostAnswer;
  if (lost === undefined) return true;
  const tenant = isPerson(author) ? splitKey(author).tenant : discussion.thread.tenant;
  const coordinators =
    tenant === undefined ? [] : network.coordinators.map((person) => keyOf({ tenant, person }));
  const since = discussion.reopenedAt ?? discussion.openedAt;
  return once(deps, deps.batchIds.lost(discussion, lost), since, (batch) =>
    sayPrivately(deps, of, {
      batch,
      kind: "discussion-lost",
      to: [...(author === undefined ? [] : [author]), ...coordinators],
      notice: (texts) => texts.answerDeleted,
    }),
  );
}

async function tellNotPosted(deps: JobDeps, of: Of): Promise<boolean> {
  const { discussion } = of;
  const { author } = discussion.question;
  if (discussion.closedBecause !== "not-posted" || author === undefined) return true;
  return once(deps, deps.batchIds.notPosted(discussion), dueInThread(discussion), (batch) =>
    sayPrivately(deps, of, {
      batch,
      kind: "discussion-not-posted",
      to: [author],
      notice: (texts) => texts.notPosted,
    }),
  );
}

async function tellDecided(deps: JobDeps, of: Of): Promise<boolean> {
  const { discussion } = of;
  const { decision, draft } = discussion;
  const answer = answerOf(discussion);
  const since = decidedAt(discussion);
  if (!decision || draft === undefined || since === undefined) return true;
  const batch = deps.batchIds.decided(discussion, draft, decision.state);
  const { author } = discussion.question;
  if (decision.state === "approved") {
    const wording = decision.kind === "terms" ? "terms" : "practices";
    return once(deps, batch, since, async () => {
      await sayInThread(deps, of, {
        batch,
        kind: "discussion-decided",
        urgency: urgencies.notice,
        notice: (texts) => texts.approved[wording],
        people: await recipientsOf(deps, [author, answer?.author]),
      });
      return true;
    });
  }
  const people = [answer?.author, author].filter((key) => key !== undefined);
  return once(deps, batch, since, () =>
    sayPrivately(deps, of, {
      batch,
      kind: "discussion-decided",
      to: people,
      notice: (texts) => texts.rejected(decision.reason ?? ""),
    }),
  );
}

/** `since`: ISO, when it happened. True: it is told, or was told before, or so long ago that nobody knows. */
async function once(
  deps: JobDeps,
  batch: string,
  since: string,
  tell: (batch: string) => Promise<boolean>,
): Promise<boolean> {
  if (isTooOldToTell(since, deps.clock.now())) return true;
  const head = await deps.jobOutbox.head(batch);
  return head && head.state !== "planning" ? true : tell(batch);
}

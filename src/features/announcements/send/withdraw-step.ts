/** Takes a withdrawn announcement back: every message is deleted, and edited where that is refused. */
import {
  type BatchHead,
  type BatchPlan,
  type DeliveryPlan,
  urgencies,
} from "../../../core/outbox/delivery.ts";
import { nudgePartOf } from "./batch-ids.ts";
import { cardsOf } from "./cards-of.ts";
import type { JobDeps, Of, Step } from "./job-deps.ts";
import {
  type About,
  hasEnded,
  messageHeads,
  nudgeHeads,
  planAgain,
  sentMessages,
} from "./rounds.ts";
import { stopBatches } from "./stop-batches.ts";

export async function withdrawStep(deps: JobDeps, of: Of): Promise<Step> {
  const { announcement } = of;
  const { outbox, batchIds } = deps;
  const ids = withdrawIds(deps, of);
  const last = await outbox.head(ids.nudgeEdits);
  if (last && last.state !== "planning") return hasEnded(last) ? "done" : "waits";

  const messages = await messageHeads(deps, announcement);
  const nudges = await nudgeHeads(deps, announcement);
  const edits = await Promise.all(
    Array.from({ length: announcement.version - 1 }, (_, at) => [
      outbox.head(batchIds.correct(announcement, at + 2)),
      outbox.head(nudgePartOf(batchIds.correct(announcement, at + 2))),
    ]).flat(),
  );
  const all = [...messages, ...nudges, ...edits.filter((head) => head !== undefined)];
  if ((await stopBatches(deps, all, "withdrawn")) === "waits") return "waits";

  for (const [id, sources] of [
    [ids.deletes, messages],
    [ids.nudgeDeletes, nudges],
  ] as const) {
    const step = await planOnce(deps, batchOf(of, id, "announcement-withdraw"), () =>
      deletes(deps, sources),
    );
    if (step === "more") return "more";
  }
  for (const [id, from] of [
    [ids.edits, ids.deletes],
    [ids.nudgeEdits, ids.nudgeDeletes],
  ] as const) {
    const source = await outbox.head(from);
    if (!source || !hasEnded(source)) return "waits";
    const step = await planOnce(deps, batchOf(of, id, "announcement-withdrawn"), () =>
      marks(deps, from),
    );
    if (step === "more") return "more";
  }
  return "waits";
}

function withdrawIds(
  { batchIds }: Pick<JobDeps, "batchIds">,
  { announcement }: Pick<Of, "announcement">,
) {
  return {
    deletes: batchIds.withdraw(announcement),
    nudgeDeletes: nudgePartOf(batchIds.withdraw(announcement)),
    edits: batchIds.withdrawn(announcement),
    nudgeEdits: nudgePartOf(batchIds.withdrawn(announcement)),
  };
}

function batchOf({ announcement, network }: Of, id: string, kind: string): BatchPlan {
  const about: About = { announcement: announcement.id, version: announcement.version };
  return {
    id,
    kind,
    network: network.id,
    urgency: urgencies.notice,
    about,
    cards: cardsOf(announcement, network, {}),
  };
}

async function planOnce(
  deps: JobDeps,
  batch: BatchPlan,
  plans: () => AsyncIterable<DeliveryPlan>,
): Promise<"more" | "done"> {
  const head = await deps.outbox.head(batch.id);
  return head && head.state !== "planning" ? "done" : deps.slices.plan(batch, plans);
}

async function* deletes(
  deps: JobDeps,
  sources: readonly BatchHead[],
): AsyncGenerator<DeliveryPlan> {
  for await (const { delivery, address, activityId } of sentMessages(deps, sources)) {
    yield planAgain(delivery, { route: "delete", address, activityId });
  }
}

/** What could not be deleted, or may not have been. */
async function* marks({ outbox }: JobDeps, deletesId: string): AsyncGenerator<DeliveryPlan> {
  for await (const delivery of outbox.deliveries(deletesId)) {
    const { state, target } = delivery;
    const isLeft = state === "refused" || state === "unknown";
    if (isLeft && target.route === "delete")
      yield planAgain(delivery, { ...target, route: "edit" });
  }
}

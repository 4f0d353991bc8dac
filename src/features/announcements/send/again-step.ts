/** Sends once more: to whom it was refused (or nobody knows), and, once, to those who have not confirmed. */
import type { Delivery, DeliveryPlan } from "../../../core/outbox/delivery.ts";
import { readerOf } from "./audience.ts";
import { isMember } from "./correct-step.ts";
import { planFor } from "./decide-delivery.ts";
import type { JobDeps, Of, Step } from "./job-deps.ts";
import { isTold, outcomesOf } from "./outcomes.ts";
import { privately } from "./privately.ts";
import { hasEnded, planAgain } from "./rounds.ts";
import { messageBatch } from "./send-step.ts";

export async function retryStep(deps: JobDeps, of: Of): Promise<Step> {
  const { retries = [] } = of.announcement;
  let isBusy = false;
  for (const [at, wanted] of retries.entries()) {
    const id = deps.batchIds.retry(of.announcement, at + 1);
    const head = await deps.outbox.head(id);
    if (head && head.state !== "planning") {
      isBusy = !hasEnded(head);
      continue;
    }
    // Whom the retry before it has in hand, nobody knows yet whether to try again.
    if (isBusy) return "waits";
    const before = { ...of.announcement, retries: retries.slice(0, at) };
    const batch = messageBatch(of, id, "announcement-retry");
    const step = await deps.slices.plan(batch, () => failed(before));
    if (step === "more") return "more";
    isBusy = true;

    async function* failed(announcement: Of["announcement"]): AsyncGenerator<DeliveryPlan> {
      for await (const delivery of outcomesOf(deps, announcement)) {
        if (delivery.state === wanted) yield again(deps, of, delivery);
      }
    }
  }
  return "done";
}

export async function nudgeStep(deps: JobDeps, of: Of): Promise<Step> {
  const { announcement } = of;
  if (announcement.nudgedAt === undefined) return "done";
  const id = deps.batchIds.nudge(announcement);
  const head = await deps.outbox.head(id);
  if (head && head.state !== "planning") return "done";
  return deps.slices.plan(messageBatch(of, id, "announcement-nudge"), () => unconfirmed());

  async function* unconfirmed(): AsyncGenerator<DeliveryPlan> {
    for await (const delivery of outcomesOf(deps, announcement)) {
      if (!isTold(delivery) || delivery.target.route === "channel") continue;
      if (await deps.confirmations.find(announcement, delivery.recipient)) continue;
      // Who has not confirmed is nobody else's business.
      yield privately(await again(deps, of, delivery));
    }
  }
}

/** As they are reached now: they may have written, blocked the bot, or left since. */
async function again(
  deps: JobDeps,
  { announcement, network }: Of,
  delivery: Delivery,
): Promise<DeliveryPlan> {
  const { recipient: key, target } = delivery;
  if (target.route === "channel") return planAgain(delivery, target);
  if (!isMember(deps, announcement, delivery))
    return { ...planAgain(delivery, target), skip: "left" };
  const at = key.indexOf(":");
  const recipient = await deps.directory.recipient(key.slice(0, at), key.slice(at + 1));
  if (!recipient) return { ...planAgain(delivery, target), skip: "left" };
  return planFor(readerOf(deps, network, recipient), announcement, deps.clock.now());
}

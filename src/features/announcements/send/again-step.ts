/**
 * Sends once more: to whom it was refused, together with the members of teams that could not be read; to whom nobody
 * knows whether it came; and, once, to those who have not confirmed.
 */
import type { Delivery, DeliveryPlan } from "../../../core/outbox/delivery.ts";
import { meantBy, readerOf } from "./audience.ts";
import { isMember } from "./carry-over.ts";
import { planFor } from "./decide-delivery.ts";
import type { JobDeps, Of, Step } from "./job-deps.ts";
import { personOf } from "./names.ts";
import { isTold, outcomesOf } from "./outcomes.ts";
import { privately } from "./privately.ts";
import { isOfUnread, readLater } from "./read-later.ts";
import { hasEnded, messageHeads, nudgeHeads, planAgain, retryHead } from "./rounds.ts";
import { messageBatch } from "./send-step.ts";
import { stopBatches } from "./stop-batches.ts";

/** What was to be sent once more, and was stopped. */
export async function haltStep(deps: JobDeps, of: Of): Promise<Step> {
  const { announcement } = of;
  const { halted } = announcement;
  if (!halted) return "done";
  const then = {
    ...announcement,
    version: halted.version,
    retries: (announcement.retries ?? []).slice(0, halted.retries),
  };
  const nudges = halted.nudge ? await nudgeHeads(deps, then) : [];
  return stopBatches(deps, [...(await messageHeads(deps, then)), ...nudges], "stopped");
}

/** What was begun is planned to its end before a correction takes it over: nobody is lost between the two. */
export const goOnStep = async (deps: JobDeps, of: Of): Promise<Step> =>
  (await retries(deps, of, false)) === "more" || (await nudges(deps, of, false)) === "more"
    ? "more"
    : "done";

export const retryStep = (deps: JobDeps, of: Of): Promise<Step> => retries(deps, of, true);

export const nudgeStep = (deps: JobDeps, of: Of): Promise<Step> => nudges(deps, of, true);

async function retries(deps: JobDeps, of: Of, begins: boolean): Promise<Step> {
  const { announcement } = of;
  const { retries: all = [], halted } = announcement;
  let isBusy = false;
  for (const [at, wanted] of all.entries()) {
    const head = await retryHead(deps, announcement, at + 1);
    if (head && head.state !== "planning") {
      isBusy = !hasEnded(head);
      continue;
    }
    if (!head && (!begins || at < (halted?.retries ?? 0))) continue;
    // Whom the retry before it has in hand, nobody knows yet whether to try again.
    if (isBusy) return "waits";
    const id = head?.id ?? deps.batchIds.retry(announcement, at + 1, announcement.version);
    const before = { ...announcement, retries: all.slice(0, at) };
    const batch = messageBatch(of, id, "announcement-retry");
    const step = await deps.slices.plan(batch, () => failed(before));
    if (step === "more") return "more";
    isBusy = true;

    async function* failed(then: Of["announcement"]): AsyncGenerator<DeliveryPlan> {
      const unread: Delivery[] = [];
      for await (const delivery of outcomesOf(deps, then)) {
        if (delivery.state === wanted) yield again(deps, of, delivery);
        else if (isOfUnread(delivery)) unread.push(delivery);
      }
      if (wanted === "refused" && unread.length > 0) yield* readLater(deps, of, then, unread);
    }
  }
  return "done";
}

async function nudges(deps: JobDeps, of: Of, begins: boolean): Promise<Step> {
  const { announcement } = of;
  if (announcement.nudgedAt === undefined) return "done";
  const heads = await nudgeHeads(deps, announcement);
  const begun = heads.find(({ state }) => state === "planning");
  if (!begun && (heads.length > 0 || !begins || announcement.halted?.nudge)) return "done";
  const id = begun?.id ?? deps.batchIds.nudge(announcement, announcement.version);
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
  const recipient = isMember(deps, announcement, delivery) && (await personOf(deps, key));
  if (!recipient) return { ...planAgain(delivery, target), skip: "left" };
  const meant = meantBy(deps, announcement);
  return planFor(readerOf(deps, network, recipient), meant, deps.clock.now());
}

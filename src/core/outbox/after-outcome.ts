/**
 * What becomes of a delivery after a call for it (design.md 5): which calls are made again and when, where it goes
 * instead, and where it ends. Pure, so that the table in the test is the whole truth about it.
 */
import type { ConversationAddress, Delivered, Door, Undelivered } from "../ports.ts";
import type { Delivery, Target } from "./delivery.ts";

export type Moment = {
  /** Ms since 1970. */
  readonly now: number;
  /** 0 to 1: spreads what failed together. */
  readonly jitter: number;
};

export type AfterCall = {
  readonly next: Delivery;
  /** They blocked the bot: their address is closed until they write again. */
  readonly closesAddress: boolean;
};

type Refusal = Extract<Undelivered, { readonly state: "refused" }>["reason"];

const mostRetries = 5;
const retriedForMs = 60 * 60_000;
/** A POST that may have been taken is made again so often at most: each time people may get it twice. */
const mostOpenRetries = 2;
/** The five retries last 26 to 52 minutes in all: an outage of a quarter of an hour is outlived where nothing was taken. */
const notTakenBackoff = { firstMs: 2_000, factor: 6 };
const leftOpenBackoff = { firstMs: 5_000, factor: 6 };

/** After a call of the delivery's route; for "open" that is the call that opens the chat, if it failed. */
export function afterOutcome(delivery: Delivery, outcome: Delivered, moment: Moment): AfterCall {
  const { target } = delivery;
  switch (outcome.state) {
    case "delivered":
      return kept(delivered(delivery, outcome.activityId, moment));
    case "throttled":
      return kept(afterNotTaken(delivery, "throttled", moment, outcome.retryAfterMs));
    case "unknown":
      // Opening a chat sends nobody anything, so nothing was taken.
      if (target.route === "open") return kept(afterNotTaken(delivery, "no-answer", moment));
      return kept(afterLeftOpen(delivery, outcome.cause, moment));
    case "refused":
      if (outcome.reason === "gone" && target.route === "delete")
        return kept(delivered(delivery, undefined, moment));
      return {
        next: afterRefusal(delivery, outcome.reason, moment),
        // A channel that is closed to the bot says nothing about a person who was to be mentioned there.
        closesAddress:
          outcome.reason === "blocked" && target.route !== "channel" && target.route !== "mention",
      };
  }
}

/** After the chat was opened: the message goes there. */
export function afterOpening(delivery: Delivery, address: ConversationAddress): Delivery {
  if (delivery.target.route !== "open") return delivery;
  const { userId } = delivery.target;
  return { ...delivery, target: { route: "chat", address, userId } };
}

const kept = (next: Delivery): AfterCall => ({ next, closesAddress: false });

function delivered(delivery: Delivery, activityId: string | undefined, { now }: Moment): Delivery {
  const { target } = delivery;
  const { reason: _, ...rest } = ended(delivery, now);
  const id = "activityId" in target ? target.activityId : activityId;
  return {
    ...rest,
    state: "delivered",
    ...(id !== undefined && { activityId: id }),
    ...("address" in target && { deliveredTo: target.address }),
  };
}

/** It was surely not taken, so it is made again without harm. */
function afterNotTaken(
  delivery: Delivery,
  reason: string,
  moment: Moment,
  retryAfterMs?: number,
): Delivery {
  const notTaken = delivery.notTaken + 1;
  const tried = { ...delivery, notTaken };
  const due = moment.now + (retryAfterMs ?? backoff(notTakenBackoff, notTaken, moment));
  if (notTaken > mostRetries || isTooLate(delivery, due, moment)) {
    // An earlier call may have been taken, and nothing says that it was not.
    const isOpen = isPost(delivery.target) && delivery.leftOpen > 0;
    return { ...ended(tried, moment.now), state: isOpen ? "unknown" : "refused", reason };
  }
  return again(tried, due, moment);
}

function afterLeftOpen(delivery: Delivery, cause: string, moment: Moment): Delivery {
  const leftOpen = delivery.leftOpen + 1;
  const tried = { ...delivery, leftOpen };
  const isFree = !isPost(delivery.target);
  const due = moment.now + backoff(isFree ? notTakenBackoff : leftOpenBackoff, leftOpen, moment);
  if (leftOpen > (isFree ? mostRetries : mostOpenRetries) || isTooLate(delivery, due, moment))
    return { ...ended(tried, moment.now), state: "unknown", reason: cause };
  return again(isFree ? tried : { ...tried, possibleDuplicate: true }, due, moment);
}

function afterRefusal(delivery: Delivery, reason: Refusal, moment: Moment): Delivery {
  const { target, fallback, reopened } = delivery;
  const isChat = target.route === "chat" || target.route === "open";
  if (isChat && (reason === "not-installed" || reason === "gone")) {
    const chat = target.route === "chat" && !reopened && newChat(target, fallback?.userId);
    if (chat) return again({ ...delivery, target: chat, reopened: true }, moment.now, moment);
    if (fallback) {
      const { address, userId, variant } = fallback;
      const mention: Target = { route: "mention", address, userId };
      return again({ ...delivery, target: mention, variant }, moment.now, moment);
    }
  }
  return { ...ended(delivery, moment.now), state: "refused", reason };
}

function newChat(
  { address, userId: known }: Extract<Target, { readonly route: "chat" | "channel" }>,
  ofFallback: string | undefined,
): Target | undefined {
  const userId = known ?? ofFallback;
  if (userId === undefined) return undefined;
  const { serviceUrl, channel, botId, botName, tenant } = address;
  const door: Door = {
    serviceUrl,
    channel,
    botId,
    ...(botName !== undefined && { botName }),
    ...(tenant !== undefined && { tenant }),
  };
  return { route: "open", door, userId };
}

const isPost = ({ route }: Target): boolean =>
  route === "chat" || route === "channel" || route === "mention";

const isTooLate = ({ firstTriedAt }: Delivery, due: number, { now }: Moment): boolean =>
  due > (firstTriedAt ?? now) + retriedForMs;

const backoff = (
  { firstMs, factor }: { readonly firstMs: number; readonly factor: number },
  tries: number,
  { jitter }: Moment,
): number => Math.round(firstMs * factor ** (tries - 1) * (0.5 + jitter / 2));

function again(delivery: Delivery, due: number, { now }: Moment): Delivery {
  return { ...ended(delivery, now), state: "planned", due };
}

/** Nobody has it in hand any more. */
function ended({ sender: _, ...delivery }: Delivery, now: number): Delivery {
  const { firstTriedAt = now } = delivery;
  return { ...delivery, firstTriedAt, at: new Date(now).toISOString() };
}

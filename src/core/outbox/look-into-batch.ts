/** Reads what a batch has to be sent now, page by page; notices what a dead sender left open, and when it is done. */
import type { Log, Stored } from "../ports.ts";
import { afterOutcome } from "./after-outcome.ts";
import { type BatchHead, behindChannelsMs, type Delivery } from "./delivery.ts";
import type { DeliveryStore } from "./delivery-store.ts";
import { endIfDone } from "./end-batch.ts";
import { isDrained, type Lane, lookBy, nothingMet } from "./lane.ts";
import { skipPlanned } from "./skip-planned.ts";

const pageSize = 100;
/** One post mentions so many people at most. */
const mostMentions = 20;
const mostPostsAtOnce = 5;
/**
 * A chat delivery that was not taken and is tried again this soon may still become a mention: the post waits for it.
 * A chat that does not answer holds up nobody: what seldom becomes a mention gets a post of its own if it does.
 */
const waitsForRetryMs = 60_000;
const lookAtPlanningEveryMs = 5_000;
/** Calls end after fifteen seconds; the rest is for the write before and for clocks that differ. */
const callIsOverAfterMs = 20_000;
/** A planner that has not been heard of for so long does not come back. */
const planningEndsAfterMs = 7 * 24 * 3_600_000;

/** "ended": the batch is done, the lane can be dropped. */
export async function lookIntoBatch(
  store: DeliveryStore,
  lane: Lane,
  log: Log,
  jitter: () => number,
): Promise<"ended" | undefined> {
  const { doc: head } = lane.head;
  // From here on others may only bring the next look forward.
  lane.nextLookAt = Number.POSITIVE_INFINITY;
  if (head.stopReason !== undefined) await skipPlanned(store, head.id, head.stopReason);
  if (store.now() >= lane.nextSweepAt) await sweep(store, lane, log, jitter);

  const now = store.now();
  if (lane.after === undefined) lane.met = nothingMet;
  const page = await store.due(head.id, "planned", {
    limit: pageSize,
    ...(lane.after !== undefined && { after: lane.after }),
  });
  takeIn(lane, page.items, now);
  const later = page.items.find(({ doc }) => !isDue(doc, now))?.doc.due;
  lane.after = later === undefined ? page.next : undefined;
  if (lane.after !== undefined) {
    lookBy(lane, now);
    return undefined;
  }
  if (later !== undefined) lookBy(lane, later);
  if (head.state === "planning") lookBy(lane, now + lookAtPlanningEveryMs);
  // Whoever empties the lane looks again.
  if (!isDrained(lane)) return undefined;
  if (lane.met.due > 0) lookBy(lane, now);
  else if (lane.met.mentions > 0 && lane.met.soon === 0) await gatherMentions(store, lane, now);
  else if (later === undefined) return finish(store, lane, log);
  return undefined;
}

const isDue = ({ due }: Delivery, now: number): boolean => due - behindChannelsMs <= now;

function takeIn(lane: Lane, items: readonly Stored<Delivery>[], now: number): void {
  let { due, soon, mentions } = lane.met;
  for (const stored of items) {
    const { doc } = stored;
    const isNow = isDue(doc, now);
    if (doc.target.route === "mention") {
      if (isNow) mentions += 1;
      continue;
    }
    if (isNow) due += 1;
    else if (doc.notTaken > 0 && doc.leftOpen === 0 && doc.due <= now + waitsForRetryMs) soon += 1;
    if (!isNow || lane.held.has(doc.id)) continue;
    lane.held.add(doc.id);
    lane.waiting.push([stored]);
  }
  lane.met = { due, soon, mentions };
}

/** One post for each channel and card, of up to twenty people. */
async function gatherMentions(store: DeliveryStore, lane: Lane, now: number): Promise<void> {
  const open = new Map<string, Stored<Delivery>[]>();
  let posts = 0;
  const post = (people: Stored<Delivery>[]): void => {
    for (const { doc } of people) lane.held.add(doc.id);
    lane.waiting.push(people);
    posts += 1;
  };
  let after: string | undefined;
  do {
    const page = await store.due(lane.head.doc.id, "planned", {
      until: now + behindChannelsMs,
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    for (const stored of page.items) {
      const { target, variant } = stored.doc;
      if (target.route !== "mention" || lane.held.has(stored.doc.id)) continue;
      const key = `${variant}\n${target.address.conversationId}`;
      const people = [...(open.get(key) ?? []), stored];
      open.set(key, people);
      if (people.length < mostMentions) continue;
      post(people);
      open.delete(key);
      // The rest is gathered when these are through.
      if (posts >= mostPostsAtOnce) return;
    }
    after = page.next;
    if (after !== undefined) await store.pause();
  } while (after !== undefined);
  for (const people of open.values()) post(people);
}

/** What another sender (or this one, before it lost its way) began and did not end: whether it was taken is open. */
async function sweep(
  store: DeliveryStore,
  lane: Lane,
  log: Log,
  jitter: () => number,
): Promise<void> {
  // Once more when all is over that a sender began who did not yet know that it is none any more.
  let next = lane.isSwept ? Number.POSITIVE_INFINITY : store.now() + callIsOverAfterMs;
  let leftOpen = 0;
  let after: string | undefined;
  do {
    const page = await store.due(lane.head.doc.id, "sending", {
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    for (const { doc, etag } of page.items) {
      if (lane.held.has(doc.id)) continue;
      const now = store.now();
      const overAt = Date.parse(doc.at) + callIsOverAfterMs;
      if (overAt > now) {
        next = Math.min(next, overAt);
        continue;
      }
      const outcome = { state: "unknown", cause: "crash" } as const;
      const moment = { now, jitter: jitter() };
      if ((await store.replace(afterOutcome(doc, outcome, moment).next, etag)) !== "stale") {
        leftOpen += 1;
      }
    }
    after = page.next;
  } while (after !== undefined);
  if (leftOpen > 0) log.warn("deliveries were left open", { count: leftOpen });
  lane.isSwept = true;
  lane.nextSweepAt = next;
  lookBy(lane, next);
}

async function finish(store: DeliveryStore, lane: Lane, log: Log): Promise<"ended" | undefined> {
  const { doc: head, etag } = lane.head;
  const now = store.now();
  if (head.state === "planning") {
    if (now - (head.due ?? now) < planningEndsAfterMs) return undefined;
    log.warn("a batch whose planning never ended is closed", { kind: head.kind });
    const doc: BatchHead = { ...head, state: "open" };
    await store.replaceHead({ doc, etag });
  }
  if (await endIfDone(store, head.id)) return "ended";
  // Something is still being sent, by a sender that may be dead.
  lane.nextSweepAt = now;
  lookBy(lane, now + 1_000);
  return undefined;
}

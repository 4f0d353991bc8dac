/**
 * The sender: whichever process holds the lease sends all batches, the most urgent first (design.md 5). One run sends
 * everything that is due and returns; a run while nothing is due costs two small queries now and then.
 */
import { BotError } from "../errors.ts";
import type { Job } from "../feature.ts";
import type { Clock, Digest, Documents, Log, Messenger } from "../ports.ts";
import type { Card } from "../reply.ts";
import type { Delivery, LastLook } from "./delivery.ts";
import { createDeliveryStore } from "./delivery-store.ts";
import { conversationOf, isDrained, type Lane, lookBy, type Parcel, pick } from "./lane.ts";
import { createLanes } from "./lanes.ts";
import { createLease } from "./lease.ts";
import { afterLeaving, afterThrottling, createConversations, mayLeaveAt, paceOf } from "./pace.ts";
import { type Handed, sendParcel } from "./send-parcel.ts";

export type SenderDeps = {
  readonly documents: Documents;
  /** Whose calls may take fifteen seconds. */
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly digest: Digest;
  /** Names this process among all that ever send. */
  readonly newId: () => string;
  /** Calls a second over the tenant. */
  readonly rate: number;
  /** 0 to 1, anew each time. */
  readonly jitter: () => number;
  /** Everybody is sent what they were planned for, unless told. */
  readonly lastLook?: LastLook;
};

export type Sender = Job & {
  readonly stop: () => Promise<void>;
  /** Looks for new batches with the next run, which comes within half a second. */
  wake(): void;
  /** Whether this process is the sender now. */
  isSender(): boolean;
};

const runEveryMs = 500;
const mostUnderWay = 64;
const longestWaitMs = 1_000;
/** Of the ten seconds that the process has to end. */
const stopWithinMs = 8_000;

export function createSender(deps: SenderDeps): Sender {
  const { documents, messenger, clock, log, digest, rate, jitter } = deps;
  const store = createDeliveryStore({ documents, clock, digest });
  const lease = createLease({ documents, clock, newId: deps.newId });
  const conversations = createConversations();
  const now = () => clock.now().getTime();

  const lanes = createLanes({ store, log, jitter, changed: wakeLoop, failed: storeTrouble });
  /** One for what is begun, one for the calls themselves: a store that lags must not bunch them. */
  let begun = paceOf(rate);
  let called = paceOf(rate);
  let underWay = 0;
  let isStopping = false;
  let isStoreAway = false;
  let changed = Promise.withResolvers<void>();
  let sleeper: { readonly until: number; readonly over: Promise<void> } | undefined;

  const mayStart = () => !isStopping && lease.isMine();

  function wakeLoop(): void {
    changed.resolve();
    changed = Promise.withResolvers();
  }

  /** Until something has changed, or the time has come. */
  async function waitUntil(until: number): Promise<void> {
    const isOver = !sleeper || sleeper.until <= now() || sleeper.until > until;
    if (isOver) sleeper = { until, over: clock.sleep(Math.max(1, Math.ceil(until - now()))) };
    await Promise.race([changed.promise, sleeper?.over]);
  }

  async function run(): Promise<void> {
    if (isStopping) return;
    try {
      await lease.keep();
      if (!mayStart()) return lanes.forget();
      if (lanes.areHeadsOld()) await readHeads();
    } catch (error) {
      if (!storeIsAway(error)) throw error;
      return;
    }
    await sendAll();
  }

  async function sendAll(): Promise<void> {
    while (mayStart()) {
      keepUp();
      lanes.lookAround();
      const freeAt = mayLeaveAt(begun, now());
      if (freeAt > now() && lanes.isAnyWaiting()) {
        await clock.sleep(Math.ceil(freeAt - now()));
        continue;
      }
      const picked =
        underWay < mostUnderWay
          ? pick(lanes.inOrder(), conversations, now())
          : { notBefore: undefined };
      if ("parcel" in picked) begin(picked.lane, picked.parcel);
      else if (picked.notBefore === undefined && underWay === 0 && !lanes.isLooking()) return;
      else
        await waitUntil(
          Math.min(picked.notBefore ?? Number.POSITIVE_INFINITY, now() + longestWaitMs),
        );
    }
    lanes.forget();
  }

  /** What must go on while much is sent; what fails is tried again with the next step. */
  function keepUp(): void {
    lease.keep().catch(storeTrouble);
    if (lanes.areHeadsOld()) readHeads().then(wakeLoop, storeTrouble);
  }

  async function readHeads(): Promise<void> {
    await lanes.readHeads();
    isStoreAway = false;
  }

  function begin(lane: Lane, parcel: Parcel): void {
    const conversation = conversationOf(parcel);
    begun = afterLeaving(begun, now());
    if (conversation !== undefined) conversations.leave(conversation, now());
    underWay += 1;
    void handle(lane, parcel).finally(() => {
      underWay -= 1;
      wakeLoop();
    });
  }

  async function handle(lane: Lane, parcel: Parcel): Promise<void> {
    let handed: Handed = { kind: "not-mine" };
    try {
      handed = await sendParcel(
        {
          ...{ store, documents, messenger, clock, log, jitter, mayCall },
          sender: lease.holder(),
          lastLook: deps.lastLook,
        },
        lane.head.doc,
        parcel,
        (delivery) => cardOf(lane, delivery),
      );
    } catch (error) {
      storeTrouble(error);
    }
    if (handed.kind === "opened" && mayStart()) {
      // Before all others: the chat is open.
      lane.waiting.unshift(handed.parcel);
      return;
    }
    for (const { doc } of parcel) lane.held.delete(doc.id);
    if (handed.kind === "called") learn(lane, parcel, handed);
    else lookBy(lane, now() + longestWaitMs);
    if (isDrained(lane)) lookBy(lane, now());
  }

  function learn(
    lane: Lane,
    parcel: Parcel,
    { outcome, next }: Extract<Handed, { readonly kind: "called" }>,
  ): void {
    for (const { state, due } of next) if (state === "planned") lookBy(lane, due);
    if (outcome.state !== "throttled") return;
    begun = afterThrottling(begun, now());
    called = afterThrottling(called, now());
    const conversation = conversationOf(parcel);
    if (conversation !== undefined && outcome.retryAfterMs !== undefined) {
      conversations.hold(conversation, now() + outcome.retryAfterMs);
    }
  }

  async function mayCall(): Promise<boolean> {
    for (;;) {
      if (!mayStart()) return false;
      const freeAt = mayLeaveAt(called, now());
      if (freeAt <= now()) {
        called = afterLeaving(called, now());
        return true;
      }
      await clock.sleep(Math.ceil(freeAt - now()));
    }
  }

  async function cardOf(lane: Lane, { batch, variant }: Delivery): Promise<Card | undefined> {
    if (!lane.cards || !(variant in lane.cards)) {
      lane.cards = (await store.cards(batch))?.doc.cards ?? {};
    }
    return lane.cards[variant];
  }

  function storeTrouble(error: unknown): void {
    if (!storeIsAway(error)) log.error("outbox failed", error);
  }

  /** Said once, however long it lasts. */
  function storeIsAway(error: unknown): boolean {
    if (!(error instanceof BotError) || error.code !== "store-unavailable") return false;
    if (!isStoreAway) log.warn("the outbox waits for the store");
    isStoreAway = true;
    return true;
  }

  return {
    name: "outbox",
    everyMs: runEveryMs,
    run,
    isSender: () => lease.isMine(),
    wake() {
      lanes.wake();
      wakeLoop();
    },
    async stop() {
      isStopping = true;
      wakeLoop();
      const until = now() + stopWithinMs;
      while (underWay > 0 && now() < until) await waitUntil(until);
      // Calls that are still under way are left alone by the next sender until they must have ended.
      await lease.release().catch(storeTrouble);
    },
  };
}

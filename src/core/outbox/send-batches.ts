/**
 * The sender: whichever process holds the lease sends all batches, the most urgent first (design.md 5). One run sends
 * everything that is due and returns; a run while nothing is due costs two small queries now and then.
 */
import { BotError } from "../errors.ts";
import type { Job } from "../feature.ts";
import type { Clock, Digest, Documents, Log, Messenger } from "../ports.ts";
import type { Card } from "../reply.ts";
import type { Delivery } from "./delivery.ts";
import { createDeliveryStore } from "./delivery-store.ts";
import {
  byUrgency,
  conversationOf,
  dropWaiting,
  isDrained,
  type Lane,
  lookBy,
  newLane,
  type Parcel,
  pick,
} from "./lane.ts";
import { createLease } from "./lease.ts";
import { lookIntoBatch } from "./look-into-batch.ts";
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
/** When so few wait, the next page is read. */
const lowWater = 20;
const readHeadsEveryMs = 2_000;
const longestWaitMs = 1_000;
/** Of the ten seconds that the process has to end. */
const stopWithinMs = 8_000;

export function createSender(deps: SenderDeps): Sender {
  const { documents, messenger, clock, log, digest, rate, jitter } = deps;
  const store = createDeliveryStore({ documents, clock, digest });
  const lease = createLease({ documents, clock, newId: deps.newId });
  const conversations = createConversations();
  const now = () => clock.now().getTime();

  const lanes = new Map<string, Lane>();
  let inOrder: readonly Lane[] = [];
  /** One for what is begun, one for the calls themselves: a store that lags must not bunch them. */
  let begun = paceOf(rate);
  let called = paceOf(rate);
  let headsReadAt = Number.NEGATIVE_INFINITY;
  let underWay = 0;
  let looking = 0;
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
      if (!mayStart()) return forgetLanes();
      if (now() - headsReadAt >= readHeadsEveryMs) await readHeads();
    } catch (error) {
      if (!storeIsAway(error)) throw error;
      return;
    }
    await sendAll();
  }

  async function sendAll(): Promise<void> {
    while (mayStart()) {
      keepUp();
      lookAround();
      const freeAt = mayLeaveAt(begun, now());
      if (freeAt > now() && isAnyWaiting()) {
        await clock.sleep(Math.ceil(freeAt - now()));
        continue;
      }
      const picked =
        underWay < mostUnderWay ? pick(inOrder, conversations, now()) : { notBefore: undefined };
      if ("parcel" in picked) begin(picked.lane, picked.parcel);
      else if (picked.notBefore === undefined && underWay === 0 && looking === 0) return;
      else
        await waitUntil(
          Math.min(picked.notBefore ?? Number.POSITIVE_INFINITY, now() + longestWaitMs),
        );
    }
    forgetLanes();
  }

  /** What must go on while much is sent; what fails is tried again with the next step. */
  function keepUp(): void {
    lease.keep().catch(storeTrouble);
    if (now() - headsReadAt >= readHeadsEveryMs) readHeads().then(wakeLoop, storeTrouble);
  }

  const isAnyWaiting = (): boolean => inOrder.some(({ waiting }) => waiting.length > 0);

  async function readHeads(): Promise<void> {
    headsReadAt = now();
    const found = new Set<string>();
    for await (const head of store.openHeads()) {
      found.add(head.doc.id);
      const known = lanes.get(head.doc.id);
      if (!known) lanes.set(head.doc.id, newLane(head, now()));
      else if (known.head.etag !== head.etag) {
        known.head = head;
        lookBy(known, now());
      }
    }
    for (const [id, lane] of lanes) if (!found.has(id) && isDrained(lane)) lanes.delete(id);
    inOrder = [...lanes.values()].sort(byUrgency);
    isStoreAway = false;
  }

  /** What waits is read anew by whoever sends it; what is under way here still gets its outcome from here. */
  function forgetLanes(): void {
    for (const [id, lane] of lanes) {
      dropWaiting(lane);
      if (isDrained(lane)) lanes.delete(id);
    }
    inOrder = [];
    headsReadAt = Number.NEGATIVE_INFINITY;
  }

  function lookAround(): void {
    for (const lane of inOrder) {
      if (!lane.isLooking && lane.nextLookAt <= now() && lane.waiting.length < lowWater) {
        void look(lane);
      }
    }
  }

  async function look(lane: Lane): Promise<void> {
    lane.isLooking = true;
    looking += 1;
    try {
      if ((await lookIntoBatch(store, lane, log, jitter)) === "ended") {
        lanes.delete(lane.head.doc.id);
        inOrder = inOrder.filter((one) => one !== lane);
      }
    } catch (error) {
      storeTrouble(error);
      lookBy(lane, now() + longestWaitMs);
    } finally {
      lane.isLooking = false;
      looking -= 1;
      wakeLoop();
    }
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
        { store, documents, messenger, clock, log, jitter, sender: lease.holder(), mayCall },
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
      headsReadAt = Number.NEGATIVE_INFINITY;
      for (const lane of lanes.values())
        if (lane.head.doc.state === "planning") lookBy(lane, now());
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

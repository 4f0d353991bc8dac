/** Senders on one store with a messenger of their own, in virtual time. */

import { countDeliveries } from "../../src/core/outbox/count-deliveries.ts";
import { createOutbox } from "../../src/core/outbox/create-outbox.ts";
import type { BatchPlan, Delivery, DeliveryPlan } from "../../src/core/outbox/delivery.ts";
import type { Outbox } from "../../src/core/outbox/outbox.ts";
import { createSender, type Sender } from "../../src/core/outbox/send-batches.ts";
import type {
  ConversationAddress,
  Delivered,
  Documents,
  Door,
  Fetched,
  Log,
  Mention,
  Messenger,
} from "../../src/core/ports.ts";
import type { Card } from "../../src/core/reply.ts";
import { digest } from "../../src/platform/system/digest.ts";
import type { OpenDocuments, StorePlace } from "./both-stores.ts";
import { createPatientClock, type PatientClock } from "./patient-clock.ts";

/** One call of a messenger: what it was for, when it left and what the fake connector did with it. */
export type Call = {
  readonly kind: "send" | "update" | "remove" | "open";
  readonly conversation: string;
  readonly at: number;
  readonly mentions: readonly Mention[];
  readonly card?: Card;
  readonly by: string;
  /** True: the message is there, whatever was answered. */
  isTaken: boolean;
  /** As its process heard it; undefined if it did not live to. */
  outcome?: Delivered | Fetched<ConversationAddress>;
};

export type Behaviour = {
  /** What a call comes to; it is taken when this says so, and also when it says so without telling ("unknown"). */
  readonly answer: (call: Pick<Call, "kind" | "conversation">) => (
    | Delivered
    | Extract<Fetched<never>, { readonly state: "refused" }>
  ) & {
    readonly isTaken?: boolean;
  };
  readonly latencyMs: number;
};

export type Process = {
  readonly name: string;
  readonly sender: Sender;
  readonly outbox: Outbox;
  /** From now on it does nothing any more, as after SIGKILL: calls that are under way never come back to it. */
  kill(): void;
  /** Calls of the store end like this; undefined: they work. */
  storeFails: Error | undefined;
};

export type OutboxWorld = {
  readonly clock: PatientClock;
  readonly documents: Documents;
  readonly outbox: Outbox;
  readonly calls: Call[];
  readonly logged: string[];
  behaviour: Behaviour;
  start(rate?: number): Process;
  /** Runs the senders every half second until nothing is open, or the time is over. */
  runUntil(isDone: () => Promise<boolean> | boolean, forMs: number): Promise<void>;
  isEnded(batchId: string): Promise<boolean>;
  deliveries(batchId: string): Promise<readonly Delivery[]>;
  /** Throws if the sum of the states is not what was intended. */
  checkSum(batchId: string, intended: number): Promise<void>;
  close(): Promise<void>;
};

export const everythingArrives: Behaviour = {
  answer: () => ({ state: "delivered" }),
  latencyMs: 50,
};

export async function createOutboxWorld(place: StorePlace): Promise<OutboxWorld> {
  const clock = createPatientClock();
  const logged: string[] = [];
  const log: Log = {
    info() {},
    warn: (event) => logged.push(`warn ${event}`),
    error: (event, error) => logged.push(`error ${event} ${error}`),
  };
  const opened: OpenDocuments = await place.open({ clock, log });
  const documents = whileTimeStands(opened, clock);
  const outbox = createOutbox({ documents, clock, digest, wake: () => {} });
  const calls: Call[] = [];
  const processes: Process[] = [];

  const world: OutboxWorld = {
    clock,
    documents,
    outbox,
    calls,
    logged,
    behaviour: everythingArrives,
    start(rate = 25) {
      const name = `process-${processes.length + 1}`;
      let isDead = false;
      const never = new Promise<never>(() => {});
      const alive = async <T>(work: () => Promise<T>): Promise<T> => {
        if (isDead) return never;
        const outcome = await work();
        return isDead ? never : outcome;
      };
      const process: Process = {
        name,
        storeFails: undefined,
        kill: () => {
          isDead = true;
        },
        ...createParts(),
      };
      function createParts() {
        const own = mapCalls(documents, (work) =>
          alive(async () => {
            if (process.storeFails) throw process.storeFails;
            return work();
          }),
        );
        const sender = createSender({
          documents: own,
          messenger: messengerOf(name, alive),
          clock: {
            now: clock.now,
            sleep: (ms) => alive(() => clock.sleep(ms)),
          },
          log,
          digest,
          newId: () => name,
          rate,
          jitter: () => 0.5,
        });
        return {
          sender,
          outbox: createOutbox({ documents: own, clock, digest, wake: sender.wake }),
        };
      }
      processes.push(process);
      return process;
    },
    async runUntil(isDone, forMs) {
      const until = clock.now().getTime() + forMs;
      const running = new Map<Process, Promise<void>>();
      while (!(await isDone()) && clock.now().getTime() < until) {
        for (const process of processes) {
          if (running.has(process)) continue;
          const run = process.sender.run().finally(() => running.delete(process));
          running.set(process, run);
        }
        await clock.sleep(500);
      }
    },
    async isEnded(batchId) {
      const head = await outbox.head(batchId);
      return head?.state === "ended" || head?.state === "stopped";
    },
    async deliveries(batchId) {
      const all: Delivery[] = [];
      for await (const delivery of outbox.deliveries(batchId)) all.push(delivery);
      return all;
    },
    async checkSum(batchId, intended) {
      const head = await outbox.head(batchId);
      if (!head) throw new Error("no such batch");
      const counted = await outbox.counts(head);
      const all = await countDeliveries(outbox.deliveries(batchId));
      const sum =
        all.planned + all.sending + all.delivered + all.refused + all.skipped + all.unknown;
      const seen = [counted.intended, all.intended, sum];
      if (seen.some((one) => one !== intended)) throw new Error(`intended ${intended}: ${seen}`);
    },
    async close() {
      for (const process of processes) process.kill();
      await opened.close();
    },
  };

  function messengerOf(by: string, alive: <T>(work: () => Promise<T>) => Promise<T>): Messenger {
    async function make(
      kind: Call["kind"],
      conversation: string,
      more: { readonly card?: Card; readonly mentions?: readonly Mention[] } = {},
    ): Promise<Delivered> {
      const { call, made } = await alive(async () => {
        const { answer, latencyMs } = world.behaviour;
        const at = clock.now().getTime();
        const { isTaken, ...outcome } = answer({ kind, conversation });
        const call: Call = {
          kind,
          conversation,
          at,
          by,
          mentions: more.mentions ?? [],
          ...(more.card && { card: more.card }),
          isTaken: isTaken ?? outcome.state === "delivered",
        };
        calls.push(call);
        const made =
          outcome.state === "delivered" && kind === "send"
            ? { ...outcome, activityId: outcome.activityId ?? `message-${calls.length}` }
            : outcome;
        await clock.sleep(latencyMs);
        return { call, made };
      });
      call.outcome = made;
      return made;
    }
    const nothing = async (): Promise<never> => {
      throw new Error("not for the outbox");
    };
    return {
      send: ({ conversationId }, card, { mentions } = {}) =>
        make("send", conversationId, { card, ...(mentions && { mentions }) }),
      update: ({ conversationId }, _id, card) => make("update", conversationId, { card }),
      remove: ({ conversationId }) => make("remove", conversationId),
      async openChat(door: Door, userId) {
        const outcome = await make("open", userId);
        return outcome.state === "delivered"
          ? { state: "done", value: { ...door, v: 1, conversationId: `opened-${userId}` } }
          : outcome;
      },
      roster: nothing,
      member: nothing,
      channels: nothing,
    };
  }

  return world;
}

export const door: Door = {
  serviceUrl: "http://127.0.0.1:1/",
  channel: "msteams",
  botId: "28:kollega",
  tenant: "t",
};

export const chatWith = (name: string): ConversationAddress => ({
  ...door,
  v: 1,
  conversationId: `chat-${name}`,
});

const card: Card = { kind: "reminder", language: "sv", view: {}, summary: "Möte" };

export const batchOf = (id: string, more: Partial<BatchPlan> = {}): BatchPlan => ({
  id,
  kind: "reminder",
  urgency: 2,
  about: {},
  cards: { sv: card },
  ...more,
});

/** To the personal chat of a person, who has a forum to be mentioned in. */
export const toPerson = (name: string, more: Partial<DeliveryPlan> = {}): DeliveryPlan => ({
  recipient: `t:${name}`,
  name: `Name ${name}`,
  target: { route: "chat", address: chatWith(name) },
  variant: "sv",
  language: "sv",
  ...more,
});

export const toStranger = (name: string, more: Partial<DeliveryPlan> = {}): DeliveryPlan =>
  toPerson(name, { target: { route: "open", door, userId: name }, ...more });

export const forum: ConversationAddress = { ...door, v: 1, conversationId: "19:forum@thread" };

export const withForum = (name: string): Pick<DeliveryPlan, "fallback"> => ({
  fallback: { address: forum, userId: `29:${name}`, variant: "sv" },
});

export const people = (
  count: number,
  plan: (name: string) => DeliveryPlan = toPerson,
): readonly DeliveryPlan[] => Array.from({ length: count }, (_, n) => plan(`p${n}`));

/** A store over the wire takes its time, which is none of the test's. */
const whileTimeStands = (documents: Documents, { during }: PatientClock): Documents =>
  mapCalls(documents, during);

function mapCalls(
  documents: Documents,
  around: <T>(work: () => Promise<T>) => Promise<T>,
): Documents {
  return {
    read: (...call) => around(() => documents.read(...call)),
    create: (...call) => around(() => documents.create(...call)),
    replace: (...call) => around(() => documents.replace(...call)),
    delete: (...call) => around(() => documents.delete(...call)),
    query: (...call) => around(() => documents.query(...call)),
    changes: (...call) => around(() => documents.changes(...call)),
    purge: (...call) => around(() => documents.purge(...call)),
  };
}

import { BotError } from "../../src/core/errors.ts";
import type { Delivery } from "../../src/core/outbox/delivery.ts";
import { createDeliveryReport } from "../../src/core/outbox/report-deliveries.ts";
import type { Delivered } from "../../src/core/ports.ts";
import { memberPlace, readState, writeState } from "../../src/core/state.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { bothStores, type StorePlace } from "./both-stores.ts";
import {
  batchOf,
  chatWith,
  createOutboxWorld,
  door,
  everythingArrives,
  forum,
  type OutboxWorld,
  people,
  toPerson,
  toStranger,
  withForum,
} from "./outbox-world.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const storeDown = new BotError("store-unavailable");

describe.each(bothStores.map((store) => [store.name, store] as const))(
  "the outbox on %s",
  (_name, store) => {
    let place: StorePlace;
    let world: OutboxWorld;

    beforeAll(() => store.start());
    afterAll(() => store.stop());
    beforeEach(async () => {
      place = store.newPlace();
      world = await createOutboxWorld(place);
    });
    afterEach(async () => {
      await world.close();
      place.remove();
    });

    const now = () => world.clock.now().getTime();
    const untilEnded = async (batchId = "b", forMs = 5 * minuteMs) => {
      await world.runUntil(() => world.isEnded(batchId), forMs);
      expect(await world.isEnded(batchId)).toBe(true);
    };
    const countsOf = async (batchId = "b") => {
      const head = await world.outbox.head(batchId);
      return world.outbox.counts(head!);
    };
    const oneOf = async (name: string, batchId = "b"): Promise<Delivery> => {
      const found = await world.outbox.delivery(batchId, `t:${name}`);
      if (!found) throw new Error(`nothing for ${name}`);
      return found;
    };
    const answering = (answer: (conversation: string, nth: number) => Delivered | undefined) => {
      const times = new Map<string, number>();
      world.behaviour = {
        latencyMs: 50,
        answer: ({ conversation }) => {
          const nth = (times.get(conversation) ?? 0) + 1;
          times.set(conversation, nth);
          return answer(conversation, nth) ?? { state: "delivered" };
        },
      };
    };

    describe("planning and sending", () => {
      it("when a batch is planned, then everyone gets it once and it ends", async () => {
        world.start();
        await world.outbox.plan(batchOf("b"), people(30), true);

        await untilEnded();

        const deliveries = await world.deliveries("b");
        expect(world.calls).toHaveLength(30);
        expect(deliveries).toHaveLength(30);
        for (const one of deliveries) {
          expect(one).toMatchObject({ state: "delivered", activityId: expect.any(String) });
          expect(one.deliveredTo).toEqual(chatWith(one.recipient.slice(2)));
        }
        expect(await world.outbox.head("b")).toMatchObject({
          state: "ended",
          intended: 30,
          counts: { planned: 0, sending: 0, delivered: 30, refused: 0, skipped: 0, unknown: 0 },
        });
        expect(world.logged).toEqual([]);
      });

      it("when the same is planned again, before and after, and twice at once, then it is planned once", async () => {
        world.start();
        const plan = () => world.outbox.plan(batchOf("b"), people(40), true);

        await Promise.all([plan(), plan()]);
        await plan();
        await untilEnded();
        await plan();

        expect(world.calls).toHaveLength(40);
        expect(await countsOf()).toMatchObject({ intended: 40, delivered: 40 });
      });

      it("when a planner dies and plans again, then nobody is left out or told twice", async () => {
        world.start();
        async function* dying() {
          yield* people(25);
          throw new Error("the process died");
        }

        await expect(world.outbox.plan(batchOf("b"), dying(), true)).rejects.toThrow("died");
        await world.runUntil(() => world.calls.length >= 16, minuteMs);
        expect(await world.outbox.head("b")).toMatchObject({ state: "planning" });
        await world.outbox.plan(batchOf("b"), people(40), true);
        await untilEnded();

        expect(new Set(world.calls.map(({ conversation }) => conversation)).size).toBe(40);
        expect(world.calls).toHaveLength(40);
      });

      it("when more is planned in a later call, then it ends only after the last", async () => {
        world.start();
        await world.outbox.plan(batchOf("b"), people(3), false);
        await world.runUntil(() => world.calls.length === 3, minuteMs);
        expect(await world.isEnded("b")).toBe(false);

        const cards = { fi: { ...batchOf("b").cards["sv"]!, summary: "Kokous" } };
        const late = toPerson("late", { variant: "fi" });
        await world.outbox.plan(batchOf("b", { cards }), [late], true);
        await untilEnded();

        expect(world.calls.map(({ card }) => card?.summary)).toEqual([
          "Möte",
          "Möte",
          "Möte",
          "Kokous",
        ]);
        expect(await countsOf()).toMatchObject({ intended: 4, delivered: 4 });
      });

      it("when someone is planned to be skipped, then they are only accounted for", async () => {
        world.start();
        const plans = [toPerson("a"), toPerson("b", { skip: "paused" })];
        await world.outbox.plan(batchOf("b"), plans, true);
        await untilEnded();

        expect(world.calls.map(({ conversation }) => conversation)).toEqual(["chat-a"]);
        expect(await oneOf("b")).toMatchObject({ state: "skipped", reason: "paused" });
        expect(await countsOf()).toMatchObject({ intended: 2, delivered: 1, skipped: 1 });
      });

      it("when there is nobody to send to, then the batch ends", async () => {
        world.start();
        await world.outbox.plan(batchOf("b"), [], true);
        await untilEnded();

        expect(await countsOf()).toMatchObject({ intended: 0 });
      });

      it("when channels and people are planned, then channel posts leave first, whatever their place", async () => {
        const channel = {
          recipient: "19:forum@thread",
          target: { route: "channel", address: forum },
        } as const;
        await world.outbox.plan(batchOf("b"), [...people(120), toPerson("forum", channel)], true);
        world.start();
        await untilEnded();

        expect(world.calls[0]?.conversation).toBe("19:forum@thread");
      });

      it("when something is not due yet, then it leaves at its time, and what is due does not wait", async () => {
        world.start();
        const at = new Date(now() + 10 * minuteMs);
        const plans = [toPerson("later", { notBefore: at }), toPerson("now")];
        await world.outbox.plan(batchOf("b"), plans, true);

        await untilEnded("b", 20 * minuteMs);

        const left = world.calls.map((call) => [call.conversation, call.at]);
        expect(left[0]?.[0]).toBe("chat-now");
        expect(Number(left[1]?.[1]) - at.getTime()).toBeLessThan(2_000);
        expect(Number(left[1]?.[1])).toBeGreaterThanOrEqual(at.getTime());
      });

      it("when something more urgent comes, then it is sent before what waits", async () => {
        const process = world.start();
        await world.outbox.plan(batchOf("b", { urgency: 3 }), people(200), true);
        await world.runUntil(() => world.calls.length > 50, minuteMs);
        const planned = now();
        await process.outbox.plan(batchOf("reply", { urgency: 0 }), [toPerson("asker")], true);
        await untilEnded("b");

        const reply = world.calls.find(({ conversation }) => conversation === "chat-asker");
        expect(reply!.at - planned).toBeLessThan(1_000);
      });

      it("when a rate is set, then at least 95 % of it is reached, and one call a second in a conversation", async () => {
        world.start(45);
        const edits = Array.from({ length: 5 }, (_, n) =>
          toPerson(`edit-${n}`, {
            target: { route: "edit", address: forum, activityId: `m${n}` },
          }),
        );
        await world.outbox.plan(batchOf("b"), [...edits, ...people(300, toStranger)], true);
        await untilEnded();

        const times = world.calls.map(({ at }) => at).sort((a, b) => a - b);
        const [from, to] = [times[30]!, times[570]!];
        expect((540 * 1_000) / (to - from)).toBeGreaterThanOrEqual(0.95 * 45);
        const inForum = world.calls.filter(({ kind }) => kind === "update").map(({ at }) => at);
        for (const [n, at] of inForum.slice(1).entries()) {
          expect(at - inForum[n]!).toBeGreaterThanOrEqual(1_000);
        }
      });
    });

    describe("ways to people", () => {
      it("when someone was never met, then a chat is opened, kept, and used", async () => {
        world.start();
        await world.outbox.plan(batchOf("b"), [toStranger("a")], true);
        await untilEnded();

        expect(world.calls.map(({ kind, conversation }) => [kind, conversation])).toEqual([
          ["open", "a"],
          ["send", "opened-a"],
        ]);
        const state = await readState(world.documents, memberPlace({ tenant: "t", person: "a" }));
        expect(state?.doc.met).toMatchObject({
          name: "Name a",
          userId: "a",
          address: { conversationId: "opened-a" },
        });
        expect(await oneOf("a")).toMatchObject({
          state: "delivered",
          deliveredTo: { conversationId: "opened-a" },
        });
      });

      it("when someone has blocked the bot, then their address is closed and no other way is tried", async () => {
        world.start();
        const me = memberPlace({ tenant: "t", person: "a" });
        const met = { name: "A", address: chatWith("a") };
        await writeState(world.documents, me, undefined, { met }, now());
        answering(() => ({ state: "refused", reason: "blocked" }));
        await world.outbox.plan(batchOf("b"), [toPerson("a", withForum("a"))], true);
        await untilEnded();

        expect(world.calls).toHaveLength(1);
        expect(await oneOf("a")).toMatchObject({ state: "refused", reason: "blocked" });
        const state = await readState(world.documents, me);
        expect(state?.doc).toMatchObject({ closed: true, met });
      });

      it("when a chat is gone, then one new one is opened", async () => {
        world.start();
        answering((conversation) =>
          conversation === "chat-a" ? { state: "refused", reason: "gone" } : undefined,
        );
        await world.outbox.plan(batchOf("b"), [toPerson("a", withForum("a"))], true);
        await untilEnded();

        expect(world.calls.map(({ conversation }) => conversation)).toEqual([
          "chat-a",
          "29:a",
          "opened-29:a",
        ]);
        expect(await oneOf("a")).toMatchObject({ state: "delivered", reopened: true });
      });

      it("when many are not reached in chats, then posts of twenty mention them, after all chats", async () => {
        world.start();
        answering((conversation) =>
          conversation.startsWith("29:")
            ? { state: "refused", reason: "not-installed" }
            : undefined,
        );
        const strangers = people(45, (name) =>
          toStranger(name, {
            ...withForum(name),
            target: { route: "open", door, userId: `29:${name}` },
          }),
        );
        await world.outbox.plan(batchOf("b"), [...strangers, toPerson("reached")], true);
        await untilEnded();

        const posts = world.calls.filter(({ conversation }) => conversation === "19:forum@thread");
        expect(posts.map(({ mentions }) => mentions.length)).toEqual([20, 20, 5]);
        expect(world.calls.slice(-3)).toEqual(posts);
        const mentioned = posts.flatMap(({ mentions }) => mentions.map(({ userId }) => userId));
        expect(new Set(mentioned).size).toBe(45);
        const deliveries = (await world.deliveries("b")).filter(
          ({ target }) => target.route === "mention",
        );
        expect(deliveries).toHaveLength(45);
        expect(new Set(deliveries.map(({ activityId }) => activityId)).size).toBe(3);
      });

      it("when a chat is tried again soon, then the post waits for it", async () => {
        world.start();
        answering((conversation, nth) => {
          if (conversation === "chat-slow" && nth === 1)
            return { state: "throttled", retryAfterMs: 9_000 };
          return conversation === "19:forum@thread" || conversation === "chat-slow"
            ? undefined
            : { state: "refused", reason: "not-installed" };
        });
        const plans = [toPerson("a", withForum("a")), toPerson("slow", withForum("slow"))];
        await world.outbox.plan(batchOf("b"), plans, true);
        await untilEnded();

        expect(world.calls.at(-1)).toMatchObject({
          conversation: "19:forum@thread",
          mentions: [{ userId: "29:a", name: "Name a" }],
        });
      });

      it("when messages are edited and deleted, then that is delivered, a vanished one too if it was to be deleted", async () => {
        world.start();
        answering((conversation) =>
          conversation === "chat-b" ? { state: "refused", reason: "gone" } : undefined,
        );
        const change = (route: "edit" | "delete", name: string) =>
          toPerson(name, { target: { route, address: chatWith(name), activityId: `m-${name}` } });
        await world.outbox.plan(batchOf("b"), [change("edit", "a"), change("delete", "b")], true);
        await untilEnded();

        expect(world.calls.map(({ kind }) => kind).sort()).toEqual(["remove", "update"]);
        expect(await oneOf("a")).toMatchObject({ state: "delivered", activityId: "m-a" });
        expect(await oneOf("b")).toMatchObject({ state: "delivered", activityId: "m-b" });
      });

      it("when a card is missing or cannot be made, then that delivery is refused and the rest goes on", async () => {
        world.start();
        const plans = [toPerson("a", { variant: "none" }), toPerson("b")];
        await world.outbox.plan(batchOf("b"), plans, true);
        await untilEnded();

        expect(await oneOf("a")).toMatchObject({ state: "refused", reason: "invalid" });
        expect(await oneOf("b")).toMatchObject({ state: "delivered" });
        expect(world.logged).toEqual([expect.stringContaining("error delivery cannot be sent")]);
      });
    });

    describe("taking back", () => {
      it("when some are skipped, then only what is still planned of theirs", async () => {
        world.start();
        const later = { notBefore: new Date(now() + 60 * minuteMs) };
        const plans = [toPerson("a"), toPerson("b", later), toPerson("c", later)];
        await world.outbox.plan(batchOf("b"), plans, true);
        await world.runUntil(() => world.calls.length > 0, minuteMs);

        const skipped = await world.outbox.skip("b", "moved", new Set(["t:a", "t:b", "t:x"]));

        expect(skipped).toBe(1);
        expect(await countsOf()).toMatchObject({
          intended: 3,
          planned: 1,
          delivered: 1,
          skipped: 1,
        });
        expect(await oneOf("b")).toMatchObject({ state: "skipped", reason: "moved" });
      });

      it("when a batch is stopped while it is sent, then the rest is skipped and it takes no more", async () => {
        world.start();
        await world.outbox.plan(batchOf("b"), people(300), true);
        await world.runUntil(() => world.calls.length > 50, minuteMs);

        const skipped = await world.outbox.skip("b", "cancelled");
        await untilEnded();
        await world.outbox.plan(batchOf("b"), people(310), true);

        expect(await world.outbox.head("b")).toMatchObject({ state: "stopped", intended: 300 });
        const counts = await countsOf();
        expect(counts).toMatchObject({ intended: 300, skipped, planned: 0, sending: 0 });
        expect(counts.delivered).toBe(world.calls.length);
        expect(await world.outbox.skip("b", "again")).toBe(0);
      });

      it("when a batch is stopped while it is planned, then what comes late is skipped, too", async () => {
        world.start();
        const plans = async function* () {
          yield* people(400, (name) => toPerson(name, { notBefore: new Date(now() + minuteMs) }));
          await world.outbox.skip("b", "cancelled");
          yield* people(20, (name) => toPerson(`late-${name}`));
        };
        await world.outbox.plan(batchOf("b"), plans(), true);
        await untilEnded();

        const { intended, skipped } = await countsOf();
        expect(world.calls).toEqual([]);
        expect(skipped).toBe(intended);
        expect(await world.outbox.head("b")).toMatchObject({ state: "stopped", intended });
      });
    });

    describe("several processes", () => {
      it("when two run, then one of them sends", async () => {
        const [first, second] = [world.start(), world.start()];
        await world.outbox.plan(batchOf("b"), people(60), true);
        await untilEnded();

        expect(new Set(world.calls.map(({ by }) => by)).size).toBe(1);
        expect(world.calls).toHaveLength(60);
        expect([first, second].filter(({ sender }) => sender.isSender())).toHaveLength(1);
      });

      it("when the sender stops, then another goes on at once, and nothing is sent twice or marked", async () => {
        const first = world.start();
        await world.outbox.plan(batchOf("b"), people(200), true);
        await world.runUntil(() => world.calls.length > 50, minuteMs);
        world.start();
        const stopped = now();
        await first.sender.stop();
        await untilEnded();

        const others = world.calls.filter(({ by }) => by !== first.name);
        expect(others[0]!.at - stopped).toBeLessThan(3_000);
        expect(world.calls).toHaveLength(200);
        const marked = (await world.deliveries("b")).filter((one) => one.possibleDuplicate);
        expect(marked).toEqual([]);
      });

      it("when the sender dies in its calls, then another takes over within 30 s and marks what was under way", async () => {
        const first = world.start();
        world.start();
        await world.outbox.plan(batchOf("b"), people(200), true);
        await world.runUntil(() => world.calls.length > 50, minuteMs);
        first.kill();
        const died = now();
        const underWay = world.calls.filter(({ outcome }) => !outcome).length;
        await untilEnded();

        const others = world.calls.filter(({ by }) => by !== first.name);
        expect(others[0]!.at - died).toBeLessThan(30_000);
        const marked = (await world.deliveries("b")).filter((one) => one.possibleDuplicate);
        expect(underWay).toBeGreaterThan(0);
        expect(marked).toHaveLength(underWay);
        expect(world.calls).toHaveLength(200 + underWay);
        expect(await countsOf()).toMatchObject({ intended: 200, delivered: 200 });
      });

      it("when the sender cannot renew its lease, then it starts no more calls before another may", async () => {
        const first = world.start();
        const second = world.start();
        await world.outbox.plan(batchOf("b"), people(2_000), true);
        await world.runUntil(() => world.calls.length > 50, minuteMs);
        const sends = first.sender.isSender() ? first : second;
        sends.storeFails = storeDown;
        await world.runUntil(() => new Set(world.calls.map(({ by }) => by)).size === 2, minuteMs);

        const last = world.calls.findLast(({ by }) => by === sends.name);
        const taken = world.calls.find(({ by }) => by !== sends.name);
        expect(last!.at).toBeLessThan(taken!.at);
      });
    });

    describe("trouble with the store", () => {
      it("when it is away after messages were sent, then their outcomes are written when it is back", async () => {
        const process = world.start();
        await world.outbox.plan(batchOf("b"), people(60), true);
        await world.runUntil(() => world.calls.length > 20, minuteMs);
        process.storeFails = storeDown;
        const away = now();
        await world.runUntil(() => now() - away > 5 * minuteMs, 10 * minuteMs);
        process.storeFails = undefined;
        await untilEnded();

        expect(world.calls).toHaveLength(60);
        const deliveries = await world.deliveries("b");
        expect(deliveries.filter((one) => one.state === "delivered")).toHaveLength(60);
        expect(deliveries.filter((one) => one.possibleDuplicate)).toEqual([]);
        expect(world.logged.every((line) => line.startsWith("warn"))).toBe(true);
      });
    });

    describe("what is kept", () => {
      it("when 90 days have passed since the end, then it is gone, and not before", async () => {
        world.start();
        await world.outbox.plan(batchOf("b"), people(3), true);
        await untilEnded();

        world.clock.advance(89 * dayMs);
        expect(await countsOf()).toMatchObject({ delivered: 3 });
        expect(await world.deliveries("b")).toHaveLength(3);
        world.clock.advance(9 * dayMs);
        expect(await world.outbox.head("b")).toBeUndefined();
        expect(await world.deliveries("b")).toEqual([]);
      });

      it("when heads are asked for by their beginning, then these come, by id", async () => {
        for (const id of ["r:2", "r:1", "s:1", "r"]) {
          await world.outbox.plan(batchOf(id), [], true);
        }
        const ids = async (prefix?: string) => {
          const found: string[] = [];
          for await (const { id } of world.outbox.heads(prefix)) found.push(id);
          return found;
        };

        expect(await ids("r:")).toEqual(["r:1", "r:2"]);
        expect(await ids()).toEqual(["r", "r:1", "r:2", "s:1"]);
      });

      it("when figures are told, then they hold what has ended and what is open, and how long the oldest is due", async () => {
        const process = world.start();
        const told: (readonly [Readonly<Record<string, number>>, number])[] = [];
        const report = createDeliveryReport({
          documents: world.documents,
          clock: world.clock,
          digest,
          telemetry: { deliveries: (counts, oldest) => told.push([counts, oldest]) },
          isSender: () => process.sender.isSender(),
        });
        await report.run();
        await world.outbox.plan(batchOf("early"), people(3), true);
        await untilEnded("early");
        await report.run();
        answering(() => ({ state: "throttled", retryAfterMs: 40_000 }));
        await world.outbox.plan(batchOf("b"), people(2), true);
        await world.runUntil(() => world.calls.length === 5, minuteMs);
        const { due } = await oneOf("p0");
        world.clock.advance(due - now() + 30_000);
        await process.sender.run();
        await world.outbox.plan(batchOf("c"), [], true);
        await report.run();
        await process.sender.stop();
        await report.run();

        const none = { planned: 0, sending: 0, delivered: 0, refused: 0, skipped: 0, unknown: 0 };
        expect(told).toEqual([
          [{ ...none, delivered: 3 }, 0],
          [{ ...none, delivered: 3, planned: 2 }, expect.any(Number)],
          [none, 0],
        ]);
      });
    });
  },
);

describe("a connector that throttles", () => {
  it("when every tenth call is throttled, then everything arrives, none of it twice", async () => {
    const place = bothStores[0]!.newPlace();
    const world = await createOutboxWorld(place);
    world.start();
    let calls = 0;
    world.behaviour = {
      ...everythingArrives,
      answer: () =>
        ++calls % 10 === 0 ? { state: "throttled", retryAfterMs: 1_000 } : { state: "delivered" },
    };
    await world.outbox.plan(batchOf("b"), people(200), true);
    await world.runUntil(() => world.isEnded("b"), 30 * minuteMs);

    const arrived = world.calls.filter(({ isTaken }) => isTaken);
    expect(arrived).toHaveLength(200);
    expect(new Set(arrived.map(({ conversation }) => conversation)).size).toBe(200);
    await world.close();
    place.remove();
  });
});

import fc from "fast-check";
import type { Delivery, DeliveryPlan } from "../../src/core/outbox/delivery.ts";
import { bothStores } from "./both-stores.ts";
import {
  type Behaviour,
  batchOf,
  type Call,
  chatWith,
  createOutboxWorld,
  door,
  type OutboxWorld,
  toPerson,
  toStranger,
  withForum,
} from "./outbox-world.ts";

const propertyMs = 300_000;
const hourMs = 3_600_000;
const rate = 45;

type Answer = ReturnType<Behaviour["answer"]>;

/** What a connector may do with a call, and whether the message is there after it. */
const answers: readonly Answer[] = [
  { state: "throttled" },
  { state: "throttled", retryAfterMs: 3_000 },
  { state: "unknown", cause: "HTTP 502", isTaken: false },
  { state: "unknown", cause: "ECONNRESET", isTaken: true },
  { state: "refused", reason: "blocked" },
  { state: "refused", reason: "gone" },
  { state: "refused", reason: "not-installed" },
  { state: "refused", reason: "forbidden" },
  { state: "refused", reason: "invalid" },
];

/** Every kind of recipient there is, in turn. */
function planFor(n: number): DeliveryPlan {
  const name = `p${n}`;
  const edited = { address: chatWith(name), activityId: `earlier-${n}` };
  switch (n % 8) {
    case 0:
      return toPerson(name, withForum(name));
    case 1:
      return toStranger(name, withForum(name));
    case 2:
      return toStranger(name);
    case 3:
      return toPerson(name, { target: { route: "edit", ...edited } });
    case 4:
      return toPerson(name, { target: { route: "delete", ...edited } });
    case 5:
      return toPerson(name, n % 16 === 5 ? { skip: "paused" } : {});
    case 6:
      return toPerson(name, {
        recipient: `19:channel-${n}`,
        target: { route: "channel", address: { ...door, v: 1, conversationId: `19:channel-${n}` } },
      });
    default:
      return toPerson(name);
  }
}

/** Posts for a recipient that are there. */
const postsFor = (calls: readonly Call[], { recipient }: Delivery): readonly Call[] => {
  const name = recipient.startsWith("t:") ? recipient.slice(2) : recipient;
  const places = [`chat-${name}`, `opened-${name}`, `opened-29:${name}`, name];
  return calls.filter(
    ({ kind, conversation, mentions }) =>
      kind === "send" &&
      (places.includes(conversation) || mentions.some(({ userId }) => userId === `29:${name}`)),
  );
};

function check(world: OutboxWorld, deliveries: readonly Delivery[]): void {
  for (const delivery of deliveries) {
    const { state, target, possibleDuplicate, at } = delivery;
    const faults: string[] = [];
    const must = (isSo: boolean, what: string) => {
      if (!isSo) faults.push(what);
    };
    must(state !== "planned" && state !== "sending", "lost");
    if (target.route !== "edit" && target.route !== "delete") {
      const posts = postsFor(world.calls, delivery);
      const there = posts.filter(({ isTaken }) => isTaken).length;
      const open = posts.filter(({ outcome }) => !outcome || outcome.state === "unknown").length;
      must(state !== "delivered" || there > 0, "delivered, but not there");
      must(there <= 1 || possibleDuplicate === true, "twice, and not marked");
      must(there <= 1 + open, "more often than calls were left open");
      must(open <= 3, "tried too often");
      must(state !== "skipped" || posts.length === 0, "skipped, but sent");
      must(
        (state !== "refused" && state !== "unknown") || there === 0 || open > 0,
        "there, but not known",
      );
      must(
        state !== "delivered" || posts.every((call) => call.at <= Date.parse(at)),
        "sent again after it was delivered",
      );
    }
    if (faults.length > 0) throw new Error(`${faults}: ${JSON.stringify(delivery)}`);
  }
}

/** Of one process, and in one conversation. */
function checkPace(calls: readonly Call[]): void {
  const byProcess = Object.groupBy(calls, ({ by }) => by);
  for (const own of Object.values(byProcess)) {
    const times = own?.map(({ at }) => at) ?? [];
    for (const [n, at] of times.entries()) {
      const next = times[n + rate + 2];
      if (next !== undefined && next - at < 1_000) throw new Error(`too fast at ${at}`);
    }
    const latest = new Map<string, number>();
    for (const { kind, conversation, at } of own ?? []) {
      if (kind === "open") continue;
      if (at - (latest.get(conversation) ?? 0) < 1_000) throw new Error(`twice in ${conversation}`);
      latest.set(conversation, at);
    }
  }
}

/** Sends a batch to all kinds of recipients while the connector and the processes fail as told. */
async function sendAll(
  world: OutboxWorld,
  options: {
    readonly recipients: number;
    /** For each call in turn a number from 0 to 1; then from the beginning. */
    readonly luck: readonly number[];
    readonly faults: number;
    /** After how many calls a process dies, each time. */
    readonly deaths: readonly number[];
  },
): Promise<void> {
  const { recipients, luck, faults, deaths } = options;
  let made = 0;
  let dying = [...deaths];
  let current = world.start(rate);
  world.start(rate);
  world.behaviour = {
    latencyMs: 50,
    answer() {
      made += 1;
      if (made >= (dying[0] ?? Number.POSITIVE_INFINITY)) {
        dying = dying.slice(1).map((calls) => made + calls);
        current.kill();
        current = world.start(rate);
      }
      const drawn = luck[made % luck.length] ?? 1;
      const answer = answers[Math.floor((drawn / faults) * answers.length)];
      return answer ?? { state: "delivered" };
    },
  };
  const plans = Array.from({ length: recipients }, (_, n) => planFor(n));
  await world.outbox.plan(batchOf("b"), plans, true);

  let checkedAt = -recipients;
  await world.runUntil(async () => {
    // A look at a thousand costs more than sending to a few.
    if (made - checkedAt < recipients / 40) return world.isEnded("b");
    checkedAt = made;
    await world.checkSum("b", recipients);
    return false;
  }, 3 * hourMs);

  expect(await world.isEnded("b")).toBe(true);
  const deliveries = await world.deliveries("b");
  check(world, deliveries);
  checkPace(world.calls);
  const head = await world.outbox.head("b");
  expect(head).toMatchObject({ state: "ended", intended: recipients });
  expect(await world.outbox.counts(head!)).toMatchObject({ planned: 0, sending: 0 });
}

describe.each(bothStores.map((store) => [store.name, store] as const))(
  "whatever happens to the outbox on %s",
  (name, store) => {
    beforeAll(() => store.start());
    afterAll(() => store.stop());

    async function inWorld(work: (world: OutboxWorld) => Promise<void>): Promise<void> {
      const place = store.newPlace();
      const world = await createOutboxWorld(place);
      try {
        await work(world);
      } finally {
        await world.close();
        place.remove();
      }
    }

    it(
      "when calls fail in any way and senders die at any call, then nothing is lost and every possible duplicate is marked",
      async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 7, maxLength: 40 }),
            fc.constantFrom(0.2, 0.5, 0.9),
            fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
            (luck, faults, deaths) =>
              inWorld((world) => sendAll(world, { recipients: 40, luck, faults, deaths })),
          ),
          { numRuns: name === "SQLite" ? 25 : 6 },
        );
      },
      propertyMs,
    );

    const many = name === "SQLite" ? 1_000 : 300;
    it(
      `when ${many} are sent to, calls fail now and then and two senders die, then all the same`,
      async () => {
        const luck = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), {
          numRuns: 997,
          seed: 5,
        });
        await inWorld((world) =>
          sendAll(world, { recipients: many, luck, faults: 0.1, deaths: [many / 3, many / 2] }),
        );
      },
      propertyMs,
    );
  },
);

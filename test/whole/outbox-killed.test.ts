import { setTimeout as pause } from "node:timers/promises";
import { createOutbox } from "../../src/core/outbox/create-outbox.ts";
import {
  type Counts,
  type Delivery,
  type DeliveryPlan,
  deliveryStates,
  urgencies,
} from "../../src/core/outbox/delivery.ts";
import type { Outbox } from "../../src/core/outbox/outbox.ts";
import { openStore, type Store } from "../../src/platform/storage/open-store.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { runCli } from "../cli/run-cli.ts";
import { type BotConnector, chatOpenedWith, createBotConnector } from "../fakes/bot-connector.ts";
import { fullCard } from "../platform/cards/sample-views.ts";
import { realClock } from "../platform/storage/cosmos-line.ts";
import { type CosmosStage, setCosmosStage } from "./cosmos-stage.ts";
import { freePort, type Kollega, newDataDir, startKollega } from "./start-kollega.ts";

const recipients = 1_000;
const killedAfterCalls = 400;
const database = "outbox-killed";
const batch = "announcement:killed-in-the-middle";
const takenOverWithinMs = 30_000;
const tenant = "11111111-1111-4111-8111-111111111111";

let cosmos: CosmosStage;
let connector: BotConnector;
let store: Store;
let outbox: Outbox;
let bots: readonly Kollega[] = [];

beforeAll(async () => {
  cosmos = await setCosmosStage();
  connector = await createBotConnector({ latencyMs: 100 });
  const env = { ...cosmos.env({ database, direct: true }), SEND_RATE: "50" };
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  bots = await Promise.all(ports.map((port) => startKollega({ port, env })));
  store = await openStore(
    { kind: "cosmos", ...cosmos.direct, database },
    { clock: realClock, log: { info() {}, warn() {}, error() {} }, mode: "tool" },
  );
  outbox = createOutbox({ documents: store.jobs, clock: realClock, digest, wake() {} });
}, 90_000);

afterAll(async () => {
  await store?.close();
  await Promise.all(bots.map((bot) => bot.kill()));
  await connector?.close();
  await cosmos?.close();
});

const isUnknown = (number: number): boolean => number % 10 === 9;
const conversationOf = (number: number): string =>
  isUnknown(number) ? chatOpenedWith(`29:${number}`) : `a:known-${number}`;
const conversationsOf = (deliveries: readonly Delivery[]): readonly string[] =>
  deliveries.map(({ recipient }) => conversationOf(Number(recipient.split(":")[1])));

/** Every tenth is someone whose chat has to be opened first. */
function* plans(): Generator<DeliveryPlan> {
  const door = { serviceUrl: connector.url, channel: "msteams", botId: "28:kollega", tenant };
  for (let number = 0; number < recipients; number++) {
    const address = { ...door, v: 1, conversationId: conversationOf(number) } as const;
    yield {
      recipient: `${tenant}:${number}`,
      name: `Person ${number}`,
      target: isUnknown(number)
        ? { route: "open", door, userId: `29:${number}` }
        : { route: "chat", address },
      variant: "sv",
      language: "sv",
    };
  }
}

const sumOf = (counts: Counts): number =>
  deliveryStates.reduce((sum, state) => sum + counts[state], 0);

async function deliveriesNow(): Promise<readonly Delivery[]> {
  const found: Delivery[] = [];
  for await (const delivery of outbox.deliveries(batch)) found.push(delivery);
  return found;
}

/**
 * Reads the batch's counts in this process every 100 ms, for a command takes longer than that to start; the command
 * itself runs beside it, one after another.
 */
function watchSums() {
  const wrong: object[] = [];
  let reads = 0;
  let commands = 0;
  let isOver = false;
  const readOften = async () => {
    while (!isOver) {
      const next = pause(100);
      const head = await outbox.head(batch);
      if (head) {
        const counts = await outbox.counts(head);
        if (sumOf(counts) !== recipients || head.intended !== recipients)
          wrong.push({ ...counts, head: head.intended });
        reads++;
      }
      await next;
    }
  };
  const runCommands = async () => {
    while (!isOver) {
      const told = await outboxCommand();
      if (sumOf(told) !== recipients || told.intended !== recipients) wrong.push({ command: told });
      commands++;
      await pause(1_000);
    }
  };
  const both = Promise.all([readOften(), runCommands()]);
  both.catch(() => undefined);
  return {
    async end() {
      isOver = true;
      await both;
      return { wrong, reads, commands };
    },
  };
}

type Told = Counts & {
  readonly state: string;
  readonly intended: number;
  readonly recipients: readonly { readonly possibleDuplicate?: true; readonly state: string }[];
};

/** As a user would: `kollega outbox --batch … --json`. */
async function outboxCommand(): Promise<Told> {
  const env = cosmos.env({ database, direct: true });
  const ended = await runCli(newDataDir(), ["outbox", "--batch", batch, "--json"], env);
  if (ended.exitCode !== 0) throw new Error(`kollega outbox ended with ${ended.stderr}`);
  return JSON.parse(ended.stdout);
}

/** The instance that has called the connector most is the one that sends. */
async function findSender(): Promise<Kollega> {
  const counts = await Promise.all(
    bots.map(async ({ url }) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const lines = text.matchAll(/^kollega_connector_calls_total\{.*\} (\d+)$/gmu);
      return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
    }),
  );
  return bots[counts.indexOf(Math.max(...counts))]!;
}

async function until(isSo: () => boolean | Promise<boolean>, withinMs: number): Promise<void> {
  const late = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > late) throw new Error("not in time");
    await pause(50);
  }
}

describe("three instances on one database, of which the one that sends is killed", () => {
  it(`when that happens in a batch of ${recipients}, then another goes on, nothing is lost, and what may have come twice is marked`, async () => {
    await outbox.plan(
      {
        id: batch,
        kind: "announcement",
        urgency: urgencies.announcement,
        about: {},
        cards: { sv: fullCard("answer") },
      },
      plans(),
      true,
    );
    const sums = watchSums();
    await until(() => connector.calls.length >= killedAfterCalls, 60_000);
    const sender = await findSender();
    const killedAt = performance.now();
    const openAtConnector = connector.calls.filter(({ state }) => state === "open").length;
    await sender.kill();
    // Handed to the connector, or about to be, and what became of it not yet in the store: nobody can tell any more.
    const inFlight = (await deliveriesNow()).filter(({ state }) => state === "sending");
    const tookOver = await connector.waitFor(
      ({ arrivedAt }) => arrivedAt > killedAt + 500,
      takenOverWithinMs + 5_000,
    );
    await until(async () => (await outbox.head(batch))?.state === "ended", 60_000);
    const { wrong, reads, commands } = await sums.end();

    const taken = Map.groupBy(
      connector.calls.filter(({ method, state }) => method === "POST" && state === "taken"),
      ({ conversation }) => conversation,
    );
    const twice = [...taken].filter(([, calls]) => calls.length > 1).map(([id]) => id);
    const all = await deliveriesNow();
    const marked = all.filter(({ possibleDuplicate }) => possibleDuplicate);
    const told = await outboxCommand();
    process.stdout.write(
      `killed with ${inFlight.length} in flight (${openAtConnector} open at the connector); taken over after ` +
        `${Math.round(tookOver.arrivedAt - killedAt)} ms; ${marked.length} marked, ${twice.length} came twice; ` +
        `sums read ${reads} times, by the command ${commands} times\n`,
    );
    expect(wrong).toEqual([]);
    expect(Math.min(reads, commands)).toBeGreaterThan(5);
    expect(tookOver.arrivedAt - killedAt).toBeLessThan(takenOverWithinMs);
    expect(told).toMatchObject({
      state: "ended",
      intended: recipients,
      delivered: recipients,
      planned: 0,
      sending: 0,
      refused: 0,
      skipped: 0,
      unknown: 0,
    });
    expect(told.recipients).toHaveLength(recipients);
    expect(taken.size).toBe(recipients);
    expect(marked.length).toBeLessThanOrEqual(inFlight.length);
    expect(conversationsOf(inFlight)).toEqual(expect.arrayContaining([...conversationsOf(marked)]));
    expect(conversationsOf(marked)).toEqual(expect.arrayContaining(twice));
    expect(told.recipients.filter((one) => one.possibleDuplicate)).toHaveLength(marked.length);
    for (const bot of bots) expect(bot.output().stderr).not.toMatch(/"level":50|^\s+at /mu);
  }, 180_000);
});

/** Plans one batch for everyone and sends it as the bot does, in a process of its own whose cost can be told. */
import { countDeliveries } from "../../src/core/outbox/count-deliveries.ts";
import { createOutbox } from "../../src/core/outbox/create-outbox.ts";
import {
  type BatchHead,
  batchesPartition,
  type Delivery,
  urgencies,
} from "../../src/core/outbox/delivery.ts";
import { createSender } from "../../src/core/outbox/send-batches.ts";
import type { Log } from "../../src/core/ports.ts";
import { createCardRenderer } from "../../src/platform/cards/card-renderer.ts";
import { countCalls } from "../../src/platform/storage/count-calls.ts";
import { openStore } from "../../src/platform/storage/open-store.ts";
import { systemClock as clock } from "../../src/platform/system/clock.ts";
import { digest, newId } from "../../src/platform/system/digest.ts";
import { createConnector } from "../../src/platform/teams/connector.ts";
import { isLoopbackUrl } from "../../src/platform/teams/loopback.ts";
import { fullCard } from "../../test/platform/cards/sample-views.ts";
import { conversationOf, numberOf, planFor } from "./recipients.ts";
import type { SenderSettings, Sent } from "./run-child.ts";

const settings = JSON.parse(process.argv[2] ?? "{}") as SenderSettings;
const log: Log = {
  info() {},
  warn() {},
  error: (event, error) => console.error(event, error),
};
const batch = "bench";

const store = await openStore(settings.store, { clock, log, mode: "bot" });
const storageCalls: Record<string, number> = {};
const documents = countCalls(store.jobs, (container, operation) => {
  const call = `${container} ${operation}`;
  storageCalls[call] = (storageCalls[call] ?? 0) + 1;
});
const cards = createCardRenderer();
const sender = createSender({
  documents,
  messenger: createConnector({
    render: (card) => cards.render(card, newId()),
    isAllowed: isLoopbackUrl,
    token: async () => undefined,
    timeoutMs: 15_000,
  }),
  clock,
  log,
  digest,
  newId,
  rate: settings.rate,
  jitter: Math.random,
});
const outbox = createOutbox({ documents, clock, digest, wake: sender.wake });

let memory = 0;
const watch = setInterval(() => {
  memory = Math.max(memory, process.memoryUsage.rss());
}, 200);
const began = performance.now();
const spentBefore = process.cpuUsage();
await outbox.plan(
  {
    id: batch,
    kind: "announcement",
    urgency: urgencies.announcement,
    about: {},
    cards: { sv: fullCard("answer"), fi: { ...fullCard("answer"), language: "fi" } },
  },
  planFor(settings.recipients, settings.serviceUrl),
  true,
);
const planned = performance.now();
for (;;) {
  await sender.run();
  // Asked past the counter: the bot does not ask this.
  const head = await store.jobs.read<BatchHead>("deliveries", batchesPartition, batch);
  if (head?.doc.state === "ended") break;
  await clock.sleep(sender.everyMs);
}
const ended = performance.now();
const spent = process.cpuUsage(spentBefore);
clearInterval(watch);

await sender.stop();
const counted = { ...storageCalls };
const all: Delivery[] = [];
for await (const delivery of outbox.deliveries(batch)) all.push(delivery);
const placesOf = (some: readonly Delivery[]) =>
  some.map(({ recipient }) => conversationOf(numberOf(recipient)));
const sent: Sent = {
  seconds: (ended - planned) / 1_000,
  planSeconds: (planned - began) / 1_000,
  counts: await countDeliveries(all),
  marked: placesOf(all.filter(({ possibleDuplicate }) => possibleDuplicate)),
  delivered: placesOf(all.filter(({ state }) => state === "delivered")),
  processorMs: (spent.user + spent.system) / 1_000,
  memory: memory / 1024 / 1024,
  storageCalls: counted,
};
process.on("disconnect", () => process.exit());
await store.close();
process.send?.(sent);

/**
 * How the outbox sends: the real planner, sender, connector client and store in one process, a Bot Connector that
 * enforces Teams' published limits in another, and this one, which compares what both say. First without faults at
 * each rate, then at the highest with faults by chance.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { StoreSettings } from "../../src/platform/storage/open-store.ts";
import { startCosmos } from "../turns/programs.ts";
import { callsPerSecond, duplicatesIn, mostInASecond } from "./figures.ts";
import { report } from "./report.ts";
import { runConnector, runSender, type Seen, type SenderSettings, type Sent } from "./run-child.ts";

const latencyMs = 50;
/** Of SEND_RATE. */
const leastShare = 0.95;
const seed = 4711;

export async function benchSend(args: readonly string[]): Promise<void> {
  const { recipients, rates, onCosmos } = readArguments(args);
  const folder = mkdtempSync(join(tmpdir(), "kollega-bench-"));
  const cosmos = onCosmos ? await startCosmos() : undefined;
  const storeFor = (run: string): StoreSettings =>
    cosmos
      ? { kind: "cosmos", endpoint: cosmos.url, key: "a2V5", database: run }
      : { kind: "sqlite", dataDir: join(folder, run) };
  console.log(
    `${recipients} recipients, a third of them unknown; ${latencyMs} ms a call; ` +
      `store: ${cosmos ? "Cosmos DB over the wire, in memory" : "SQLite"}`,
  );
  try {
    for (const rate of rates) {
      const run = { recipients, rate, store: storeFor(`rate-${rate}`) };
      showFaultless(run, await send(run, false));
    }
    const rate = Math.max(...rates);
    const run = { recipients, rate, store: storeFor("faulty") };
    showFaulty(run, await send(run, true));
  } finally {
    await cosmos?.stop();
    rmSync(folder, { recursive: true });
  }
}

type Run = Omit<SenderSettings, "serviceUrl">;
type Outcome = { readonly sent: Sent; readonly seen: Seen };

async function send(run: Run, isFaulty: boolean): Promise<Outcome> {
  const connector = runConnector({ latencyMs, isFaulty, seed });
  const serviceUrl = (await connector.hear()) as string;
  const sender = runSender({ ...run, serviceUrl });
  try {
    const sent = (await sender.hear()) as Sent;
    const seen = (await connector.ask()) as Seen;
    return { sent, seen };
  } finally {
    sender.stop();
    connector.stop();
  }
}

function showFaultless({ rate, recipients }: Run, { sent, seen }: Outcome): void {
  const perSecond = callsPerSecond(seen.calls);
  report(`SEND_RATE=${rate}, no faults`, [
    { what: "time", value: sent.seconds, unit: "s" },
    { what: "connector calls", value: seen.calls.length },
    { what: "calls a second, 5th to 95th percentile", value: perSecond },
    { what: "of SEND_RATE", value: perSecond / rate, atLeast: leastShare },
    { what: "most calls in any second", value: mostInASecond(seen.calls) },
    { what: "429s", value: throttled(seen), atMost: 0 },
    { what: "delivered", value: sent.counts.delivered, atLeast: recipients },
    ...common(recipients, { sent, seen }),
  ]);
}

function showFaulty({ rate, recipients }: Run, { sent, seen }: Outcome): void {
  const { delivered, unknown, refused } = sent.counts;
  report(
    `SEND_RATE=${rate}, 2 % 429, 1 % 502 or 503 (half of them taken), 0.5 % dropped (half of them taken)`,
    [
      { what: "time", value: sent.seconds, unit: "s" },
      { what: "connector calls", value: seen.calls.length },
      { what: "calls a second, 5th to 95th percentile", value: callsPerSecond(seen.calls) },
      { what: "429s", value: throttled(seen) },
      { what: "delivered", value: delivered },
      { what: "unknown", value: unknown },
      { what: "refused", value: refused, atMost: 0 },
      ...common(recipients, { sent, seen }),
    ],
  );
}

/** What holds with faults and without. */
function common(recipients: number, { sent, seen }: Outcome) {
  const { counts, marked, delivered, storageCalls } = sent;
  const duplicates = duplicatesIn(seen.calls);
  const arrived = new Set(
    seen.calls.filter(({ isPost, isTaken }) => isPost && isTaken).map((call) => call.conversation),
  );
  const accounted = counts.delivered + counts.refused + counts.skipped + counts.unknown;
  const calls = Object.values(storageCalls).reduce((sum, count) => sum + count, 0);
  return [
    { what: "lost (in no end state)", value: recipients - accounted, atMost: 0 },
    {
      what: "delivered by the outbox's word, but never come",
      value: delivered.filter((conversation) => !arrived.has(conversation)).length,
      atMost: 0,
    },
    { what: "possible duplicates, marked", value: marked.length },
    { what: "real duplicates", value: duplicates.length },
    {
      what: "real duplicates without a mark",
      value: duplicates.filter((conversation) => !marked.includes(conversation)).length,
      atMost: 0,
    },
    { what: "planned within", value: sent.planSeconds, unit: "s" },
    { what: "processor time a recipient", value: sent.processorMs / recipients, unit: "ms" },
    { what: "most memory", value: sent.memory, unit: "MB" },
    { what: "storage calls a recipient", value: calls / recipients },
    ...Object.entries(storageCalls).map(([call, count]) => ({
      what: `  ${call}`,
      value: count / recipients,
    })),
  ];
}

const throttled = ({ calls }: Seen): number => calls.filter(({ status }) => status === 429).length;

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      recipients: { type: "string", default: "1500" },
      rate: { type: "string", default: "25,45" },
      store: { type: "string", default: "sqlite" },
    },
  });
  return {
    recipients: Number(values.recipients),
    rates: values.rate.split(",").map(Number),
    onCosmos: values.store === "cosmos",
  };
}

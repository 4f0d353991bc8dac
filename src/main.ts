/** Starts the bot: the only file that knows all adapters. Loads the configuration, picks adapters, listens, shuts down. */
import { createApp } from "./app.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { BotError } from "./core/errors.ts";
import type { Documents, HttpResponse, Log, Route } from "./core/ports.ts";
import type { Card } from "./core/reply.ts";
import { createCardRenderer } from "./platform/cards/card-renderer.ts";
import { importSamples } from "./platform/files/import-samples.ts";
import { createHttpServer, type HttpServer } from "./platform/http/create-server.ts";
import { runJobs } from "./platform/scheduler/run-jobs.ts";
import { createSearchIndex } from "./platform/search/create-search-index.ts";
import { countCalls } from "./platform/storage/count-calls.ts";
import { openSqliteDocuments } from "./platform/storage/sqlite-documents.ts";
import { systemClock } from "./platform/system/clock.ts";
import { digest, newId } from "./platform/system/digest.ts";
import { createBotAdapter } from "./platform/teams/bot-adapter.ts";
import { createConnector } from "./platform/teams/connector.ts";
import { guardLocal } from "./platform/teams/guard.ts";
import { isLoopbackHost, isLoopbackUrl } from "./platform/teams/loopback.ts";
import { createMessagesRoute } from "./platform/teams/messages-route.ts";
import { createLog } from "./platform/telemetry/log.ts";
import { createMetrics } from "./platform/telemetry/metrics.ts";
import { askOnce, textOfCard } from "./platform/tryout/ask-once.ts";
import { createLoopbackConnector } from "./platform/tryout/loopback-connector.ts";

/** sysexits.h: a temporary failure, a configuration error. */
const exitTemporary = 75;
const exitConfiguration = 78;
const waitForPredecessorMs = 12_000;
const stopWithinMs = 10_000;
/** Of a turn's ten seconds. */
const connectorTimeoutMs = 3_500;
const tryoutPath = "/tryout/connector";

try {
  await start(loadConfig());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode =
    error instanceof ConfigError
      ? exitConfiguration
      : error instanceof BotError && (error.code === "store-locked" || error.code === "port-taken")
        ? exitTemporary
        : 1;
}

async function start(config: Config): Promise<void> {
  if (config.mode.kind !== "local") {
    throw new ConfigError([
      "MicrosoftAppId: this version runs in local mode only; Teams mode is not built yet.",
    ]);
  }
  if (config.store.kind !== "sqlite") {
    throw new ConfigError([
      "COSMOS_ENDPOINT: this version keeps its data in SQLite only; Cosmos DB is not built yet.",
    ]);
  }
  const log = createLog(config.logLevel);
  const metrics = createMetrics({
    ...(config.metricsToken !== undefined && { token: config.metricsToken }),
    isLoopback: isLoopbackHost,
  });
  const store = await openSqliteDocuments({
    dataDir: config.store.dataDir,
    clock: systemClock,
    mode: "bot",
    log,
  });
  const documents: Documents = countCalls(store, metrics.storageCall);

  const cards = createCardRenderer();
  const render = (card: Card) => cards.render(card, newId());
  const connector = createConnector({
    render,
    isAllowed: isLoopbackUrl,
    token: async () => undefined,
    timeoutMs: connectorTimeoutMs,
    onCall: metrics.connectorCall,
  });
  const app = createApp({
    documents,
    index: createSearchIndex(),
    messenger: connector,
    clock: systemClock,
    log,
    telemetry: metrics,
    digest,
    newId,
    config,
  });

  let isReady = false;
  const tryout = createLoopbackConnector(tryoutPath);
  const messages = createMessagesRoute({
    adapter: createBotAdapter({}),
    guard: guardLocal,
    isReady: () => isReady,
    handle: app.handle,
    render,
    log,
  });
  const routes = [messages, ...healthRoutes(() => isReady), metrics.route, ...tryout.routes];
  const server = createHttpServer({ routes, log });
  const port = await listen(server, config);

  await app.library.refresh();
  if (config.sampleContent && app.library.networks().length === 0) {
    await importSamples({ documents, targets: app.importTargets, timeZone: config.timeZone });
    await app.library.refresh();
  }
  const stopJobs = runJobs(app.jobs, log);
  isReady = true;
  log.info("ready", { port, mode: config.mode.kind });

  stopOnSignal(async () => {
    stopJobs();
    await server.close(stopWithinMs);
    await store.close();
  }, log);
  await greet(`http://localhost:${port}`, `http://127.0.0.1:${port}`);

  /** Shows the newcomer where Kollega is and that it answers. */
  async function greet(address: string, origin: string): Promise<void> {
    const say = (line: string) => process.stdout.write(`${line}\n`);
    say(`Kollega: ${address}`);
    const question = app.sampleQuestion;
    const card = await askOnce({
      origin,
      connector: tryout,
      base: tryoutPath,
      question,
      locale: config.defaultLanguage,
      waitMs: stopWithinMs,
    });
    say(`\n? ${question}`);
    for (const line of textOfCard(card)) say(`  ${line}`);
  }
}

/** Waits for a bot that is ending to give the port free. */
async function listen(server: HttpServer, config: Config): Promise<number> {
  const until = systemClock.now().getTime() + waitForPredecessorMs;
  for (;;) {
    try {
      return await server.listen(config.host, config.port);
    } catch (error) {
      const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!isTaken) throw error;
      if (systemClock.now().getTime() > until) {
        throw new BotError(
          "port-taken",
          `Port ${config.port} is taken by another program. Stop it, or choose another PORT.`,
        );
      }
      await systemClock.sleep(250);
    }
  }
}

function healthRoutes(isReady: () => boolean): readonly Route[] {
  const ready = (): HttpResponse =>
    isReady()
      ? { status: 200, body: { status: "ready" } }
      : { status: 503, body: { status: "starting", missing: ["store and indexes"] } };
  return [
    { method: "GET", path: "/healthz", handle: () => ({ status: 200, body: { status: "alive" } }) },
    { method: "GET", path: "/readyz", handle: ready },
  ];
}

function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      log.info("stopping", { signal });
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error("stopping failed", error);
          process.exit(1);
        },
      );
    });
  }
}

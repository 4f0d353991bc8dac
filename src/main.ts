/** Starts the bot: the only file that knows all adapters. Loads the configuration, picks adapters, listens, shuts down. */
import { type App, createApp } from "./app.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { BotError } from "./core/errors.ts";
import type { Documents, Log, Telemetry } from "./core/ports.ts";
import type { Card } from "./core/reply.ts";
import type { Arrival } from "./core/turn.ts";
import { createCardRenderer } from "./platform/cards/card-renderer.ts";
import { shippedCollections } from "./platform/files/collections.ts";
import { importSamples } from "./platform/files/import-samples.ts";
import { aboutRoute } from "./platform/http/about.ts";
import { createHttpServer, type HttpServer } from "./platform/http/create-server.ts";
import { createHealth } from "./platform/http/health.ts";
import { runJobs } from "./platform/scheduler/run-jobs.ts";
import { createSearchIndex } from "./platform/search/create-search-index.ts";
import { createTermIndex } from "./platform/search/term-index.ts";
import { shippedWords } from "./platform/search/translate/dictionary-file.ts";
import { countCalls } from "./platform/storage/count-calls.ts";
import { openStore, type Store } from "./platform/storage/open-store.ts";
import { systemClock } from "./platform/system/clock.ts";
import { digest, newId } from "./platform/system/digest.ts";
import { createConnector } from "./platform/teams/connector.ts";
import { isLoopbackHost } from "./platform/teams/loopback.ts";
import { createMessagesRoute } from "./platform/teams/messages-route.ts";
import { localSide, teamsSide } from "./platform/teams/open-side.ts";
import { createDayKey } from "./platform/telemetry/day-key.ts";
import { createLog } from "./platform/telemetry/log.ts";
import { createMetrics } from "./platform/telemetry/metrics.ts";
import { openSpans } from "./platform/telemetry/open-spans.ts";
import { measuredDocuments, measuredMessenger } from "./platform/telemetry/spans.ts";
import { createTurnScope } from "./platform/telemetry/turn-scope.ts";
import { askOnce, textOfCard } from "./platform/tryout/ask-once.ts";
import { connectorPath, createTryout, type Tryout } from "./platform/tryout/tryout.ts";
import { textsIn } from "./texts/texts.ts";

/** sysexits.h: a temporary failure, a configuration error. */
const exitTemporary = 75;
const exitConfiguration = 78;
const waitForPredecessorMs = 12_000;
const stopWithinMs = 10_000;
/** Of a turn's ten seconds. */
const connectorTimeoutMs = 3_500;
/** Of the outbox's calls, which nobody waits for. */
const jobConnectorTimeoutMs = 15_000;
const retryStoreMs = 2_000;

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
  const scope = createTurnScope();
  const log = createLog(config.logLevel, scope.fields);
  const metrics = createMetrics({ token: config.metricsToken, isLoopback: isLoopbackHost });
  const spans = await openSpans({
    endpoint: config.otlpEndpoint,
    figures: metrics.snapshot,
    instance: newId(),
    clock: systemClock,
  });
  const { mode } = config;
  const onTokenExpiry = (at: Date) => metrics.credentialExpiry("bot-token", at);
  const side =
    mode.kind === "local" ? localSide() : teamsSide(mode, systemClock, log, onTokenExpiry);
  if (mode.kind === "teams" && mode.tokenEndpoint !== undefined) {
    log.warn("test identity: tokens come from this machine, not from Microsoft");
  }
  const store = await openStore(config.store, {
    clock: systemClock,
    log,
    mode: "bot",
    onRequestCharge: metrics.requestCharge,
  });
  const counted = (documents: Documents) =>
    countCalls(measuredDocuments(documents, spans), metrics.storageCall);
  const jobDocuments = counted(store.jobs);
  const cards = createCardRenderer({ isLocal: mode.kind === "local" });
  const render = (card: Card) => cards.render(card, newId());
  const connect = (timeoutMs: number) =>
    measuredMessenger(
      createConnector({ ...side, render, timeoutMs, onCall: metrics.connectorCall }),
      spans,
    );
  const telemetry: Telemetry = {
    ...metrics,
    turn(kind, outcome, seconds) {
      metrics.turn(kind, outcome, seconds);
      log.info("turn", { kind, outcome, ms: Math.round(seconds * 1000) });
      spans.note({ kind, outcome });
    },
  };
  const app = createApp({
    documents: counted(store.turns),
    jobDocuments,
    index: createSearchIndex(shippedWords()),
    terms: createTermIndex(),
    messenger: connect(connectorTimeoutMs),
    jobMessenger: connect(jobConnectorTimeoutMs),
    clock: systemClock,
    log,
    telemetry,
    digest,
    newId,
    collections: shippedCollections(),
    ...(store.compact && { compact: store.compact }),
    publicOrigin: () => config.publicUrl ?? (mode.kind === "local" ? origin : undefined),
    config,
  });

  // Nothing is there; that the store answers from where turns read is all that counts.
  const answers = () => store.turns.read("claims", "readyz", "readyz");
  const health = createHealth({ clock: systemClock, answers });
  const nameOfPerson = createDayKey(systemClock);
  const inTurn = <T>({ actor }: Arrival, work: () => Promise<T>): Promise<T> => {
    const who = nameOfPerson(`${actor.tenant}/${actor.person}`);
    return scope.run({ turnId: newId(), who }, () => spans.span("turn", {}, work));
  };
  const messages = createMessagesRoute({
    ...side,
    isReady: health.hasStarted,
    inTurn,
    handle: app.handle,
    render,
    sorry: (language) => textsIn(language).errors.bug,
    log,
  });
  const tryout =
    mode.kind === "local"
      ? createTryout({ guard: side.guard.request, origin: () => origin, render })
      : undefined;
  const routes = [
    messages,
    ...health.routes,
    aboutRoute(),
    metrics.route,
    ...app.routes,
    ...(tryout?.routes ?? []),
  ];
  const server = createHttpServer({ routes, log });
  const port = await listen(server, config);
  const origin = `http://127.0.0.1:${port}`;
  let stopJobs = async () => {};
  stopOnSignal(async () => {
    const late = systemClock.sleep(stopWithinMs);
    tryout?.close();
    // Calls of the outbox that are not through by then are left to the next sender.
    await Promise.all([server.close(stopWithinMs), Promise.race([stopJobs(), late])]);
    await store.close();
    await Promise.race([spans.close(), late]);
  }, log);

  const fill = () => fillLibrary(app, config, jobDocuments);
  await untilStoreAnswers(fill, store, log, health.lacks);
  stopJobs = runJobs(app.jobs, log);
  log.info("ready", { port, mode: mode.kind, store: config.store.kind });
  if (tryout) await greet(origin, tryout, app.sampleQuestion, config);
}

/** Reads what the networks know, and puts the samples into a store that has no network. */
async function fillLibrary(app: App, config: Config, documents: Documents): Promise<void> {
  await app.library.refresh();
  if (!config.sampleContent || app.library.networks().length > 0) return;
  await importSamples({ documents, targets: app.importTargets, timeZone: config.timeZone });
  await app.library.refresh();
}

/** However long the store takes to come up, the bot waits for it and says what is missing. */
async function untilStoreAnswers(
  fill: () => Promise<void>,
  store: Store,
  log: Log,
  lacks: (missing: readonly string[]) => void,
): Promise<void> {
  for (;;) {
    try {
      await fill();
      return lacks([]);
    } catch (error) {
      const isDown = error instanceof BotError && error.code === "store-unavailable";
      if (!isDown) throw error;
      const missing = await store.missing();
      lacks(missing.length > 0 ? missing : ["store"]);
      log.warn("store not reached, trying again", { missing: missing.length });
      await systemClock.sleep(retryStoreMs);
    }
  }
}

/** Shows the newcomer where Kollega is and that it answers. */
async function greet(
  origin: string,
  { connector }: Tryout,
  question: string,
  { defaultLanguage: locale }: Config,
): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`Kollega: ${origin.replace("127.0.0.1", "localhost")}`);
  const card = await askOnce({
    origin,
    connector,
    base: connectorPath,
    question,
    locale,
    waitMs: stopWithinMs,
  });
  say(`\n? ${question}`);
  for (const line of textOfCard(card)) say(`  ${line}`);
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

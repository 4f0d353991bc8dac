/** Figures for Prometheus on /metrics: to programs on this machine, or to whoever has the token. */
import { timingSafeEqual } from "node:crypto";
import {
  Counter,
  Gauge,
  Histogram,
  type MetricObjectWithValues,
  type MetricValue,
  Registry,
} from "prom-client";
import { httpError, type Route, type Telemetry } from "../../core/ports.ts";

export type Metrics = Telemetry & {
  storageCall(container: string, operation: string): void;
  /** Request units, as Cosmos DB counted them. */
  requestCharge(container: string, operation: string, units: number): void;
  connectorCall(status: string): void;
  /** When what the bot proves itself with will expire, such as "bot-token". */
  credentialExpiry(credential: string, expiresAt: Date): void;
  readonly route: Route;
  /** All figures as they stand now, for whoever sends them elsewhere. */
  snapshot(): Promise<readonly Figure[]>;
};

export type Figure = MetricObjectWithValues<MetricValue<string>>;

export function createMetrics(options: {
  readonly token?: string | undefined;
  readonly isLoopback: (peer: string) => boolean;
}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const turns = new Counter({
    name: "kollega_turns_total",
    help: "Turns by kind and outcome",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const turnSeconds = new Histogram({
    name: "kollega_turn_seconds",
    help: "Time from arrival to answer",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const answers = new Counter({
    name: "kollega_answers_total",
    help: "Questions by decision",
    labelNames: ["decision"],
    registers,
  });
  const storageCalls = new Counter({
    name: "kollega_storage_calls_total",
    help: "Calls to the store",
    labelNames: ["container", "operation"],
    registers,
  });
  const requestUnits = new Counter({
    name: "kollega_storage_request_units_total",
    help: "Request units of Cosmos DB",
    labelNames: ["container", "operation"],
    registers,
  });
  const connectorCalls = new Counter({
    name: "kollega_connector_calls_total",
    help: "Calls to the Bot Connector by outcome",
    labelNames: ["status"],
    registers,
  });
  const deliveries = new Gauge({
    name: "kollega_deliveries",
    help: "Deliveries of the outbox by state; told by the instance that sends",
    labelNames: ["state"],
    registers,
  });
  const oldestSeconds = new Gauge({
    name: "kollega_outbox_oldest_seconds",
    help: "How long the oldest delivery has been due that is not through",
    registers,
  });
  const expiries = new Gauge({
    name: "kollega_credential_expiry_timestamp_seconds",
    help: "When a credential expires, in seconds since 1970; a bot token that is not renewed in time is trouble",
    labelNames: ["credential"],
    registers,
  });

  return {
    turn(kind, outcome, seconds) {
      turns.inc({ kind, outcome });
      turnSeconds.observe(seconds);
    },
    answer: (decision) => answers.inc({ decision }),
    deliveries(counts, oldest) {
      for (const [state, count] of Object.entries(counts)) deliveries.set({ state }, count);
      oldestSeconds.set(oldest);
    },
    storageCall: (container, operation) => storageCalls.inc({ container, operation }),
    requestCharge: (container, operation, units) =>
      requestUnits.inc({ container, operation }, units),
    connectorCall: (status) => connectorCalls.inc({ status }),
    credentialExpiry: (credential, expiresAt) =>
      expiries.set({ credential }, Math.floor(expiresAt.getTime() / 1000)),
    snapshot: () => registry.getMetricsAsJSON(),
    route: {
      method: "GET",
      path: "/metrics",
      async handle({ headers, peer }) {
        const isForwarded = Object.keys(headers).some(
          (name) => name === "forwarded" || name.startsWith("x-forwarded-"),
        );
        const isLocal = options.isLoopback(peer) && !isForwarded;
        const isAllowed =
          options.token === undefined
            ? isLocal
            : hasToken(headers["authorization"], options.token) || isLocal;
        if (!isAllowed) return httpError(401, "unauthorized", "Metrics need a token.");
        return {
          status: 200,
          headers: { "content-type": registry.contentType },
          body: await registry.metrics(),
        };
      },
    },
  };
}

function hasToken(header: string | readonly string[] | undefined, token: string): boolean {
  const given = Buffer.from(typeof header === "string" ? header.replace(/^Bearer\s+/iu, "") : "");
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/**
 * Traces and figures by OTLP over HTTP, to whoever collects them. Loaded only where an endpoint is configured, for it
 * costs start time. A span carries words of ours (what was done, in which container, with which outcome), never an id,
 * a name or a text, not even an error's message.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Attributes,
  type Context,
  type HrTime,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { BotError } from "../../core/errors.ts";
import type { Clock } from "../../core/ports.ts";
import { figuresToOtlp } from "./figures-to-otlp.ts";
import type { Figure } from "./metrics.ts";
import type { Spans } from "./spans.ts";

const everyMs = 60_000;
const timeoutMs = 5_000;
/** What is not through by then is lost: a collector that hangs must not hold up the end. */
const endWithinMs = 2_000;

export function openOtlp(options: {
  /** The collector's base address; `/v1/traces` and `/v1/metrics` are added. */
  readonly endpoint: string;
  readonly figures: () => Promise<readonly Figure[]>;
  readonly instance: string;
  readonly clock: Clock;
}): Spans {
  const { figures, clock } = options;
  const base = options.endpoint.replace(/\/+$/u, "");
  const resource = resourceFromAttributes({
    "service.name": "kollega",
    "service.instance.id": options.instance,
  });
  const tracerProvider = new TracerProvider({
    resource,
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${base}/v1/traces`, timeoutMillis: timeoutMs }),
      }),
    ],
  });
  const startTime = hrTime(clock);
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter({ url: `${base}/v1/metrics`, timeoutMillis: timeoutMs }),
    exportIntervalMillis: everyMs,
    exportTimeoutMillis: timeoutMs,
    metricProducers: [
      {
        async collect() {
          const metrics = figuresToOtlp(await figures(), { startTime, endTime: hrTime(clock) });
          const scopeMetrics = [{ scope: { name: "kollega" }, metrics }];
          return { resourceMetrics: { resource, scopeMetrics }, errors: [] };
        },
      },
    ],
  });
  const meterProvider = new MeterProvider({ resource, readers: [reader] });
  const tracer = tracerProvider.getTracer("kollega");
  const current = new AsyncLocalStorage<Context>();

  const measure: Spans["span"] = async (name, attributes, work) => {
    const parent = current.getStore() ?? ROOT_CONTEXT;
    const span = tracer.startSpan(name, { attributes: attributes as Attributes }, parent);
    try {
      return await current.run(trace.setSpan(parent, span), work);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute("error.type", error instanceof BotError ? error.code : "bug");
      throw error;
    } finally {
      span.end();
    }
  };

  return {
    span: measure,
    part: (name, fields, work) => (current.getStore() ? measure(name, fields, work) : work()),
    note(attributes) {
      trace.getSpan(current.getStore() ?? ROOT_CONTEXT)?.setAttributes(attributes as Attributes);
    },
    async close() {
      const sent = Promise.allSettled([tracerProvider.shutdown(), meterProvider.shutdown()]);
      await Promise.race([sent, clock.sleep(endWithinMs)]);
    },
  };
}

function hrTime(clock: Clock): HrTime {
  const ms = clock.now().getTime();
  return [Math.floor(ms / 1000), (ms % 1000) * 1_000_000];
}

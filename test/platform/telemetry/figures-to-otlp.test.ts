import { figuresToOtlp } from "../../../src/platform/telemetry/figures-to-otlp.ts";
import { createMetrics } from "../../../src/platform/telemetry/metrics.ts";

const period = { startTime: [1, 0], endTime: [2, 0] } as const;

describe("figures in OpenTelemetry's words", () => {
  it("when things were counted, then counters, gauges and the histogram tell the same as /metrics", async () => {
    const metrics = createMetrics({ isLoopback: () => true });
    metrics.turn("message", "answer", 0.02);
    metrics.turn("message", "answer", 0.02);
    metrics.turn("action", "saved", 60);
    metrics.connectorCall("delivered");
    metrics.requestCharge("content", "read", 1.5);
    metrics.deliveries({ planned: 3 }, 12.5);
    metrics.credentialExpiry("bot-token", new Date("2026-11-23T04:00:00.500Z"));

    const found = figuresToOtlp(await metrics.snapshot(), {
      startTime: [...period.startTime],
      endTime: [...period.endTime],
    });

    const points = (name: string) =>
      found
        .find(({ descriptor }) => descriptor.name === name)
        ?.dataPoints.map(({ attributes, value }) => ({ attributes, value }));
    expect(points("kollega_turns_total")).toEqual([
      { attributes: { kind: "message", outcome: "answer" }, value: 2 },
      { attributes: { kind: "action", outcome: "saved" }, value: 1 },
    ]);
    expect(points("kollega_connector_calls_total")).toEqual([
      { attributes: { status: "delivered" }, value: 1 },
    ]);
    expect(points("kollega_storage_request_units_total")).toEqual([
      { attributes: { container: "content", operation: "read" }, value: 1.5 },
    ]);
    expect(points("kollega_deliveries")).toEqual([{ attributes: { state: "planned" }, value: 3 }]);
    expect(points("kollega_outbox_oldest_seconds")).toEqual([{ attributes: {}, value: 12.5 }]);
    expect(points("kollega_credential_expiry_timestamp_seconds")).toEqual([
      { attributes: { credential: "bot-token" }, value: Date.UTC(2026, 10, 23, 4) / 1000 },
    ]);
    const [histogram] = points("kollega_turn_seconds") ?? [];
    expect(histogram?.value).toMatchObject({ count: 3, sum: 60.04 });
    const { buckets } = histogram?.value as {
      readonly buckets: {
        readonly boundaries: readonly number[];
        readonly counts: readonly number[];
      };
    };
    expect(buckets.counts).toHaveLength(buckets.boundaries.length + 1);
    expect(buckets.counts[buckets.boundaries.indexOf(0.025)]).toBe(2);
    expect(buckets.counts.at(-1)).toBe(1);
    expect(buckets.counts.reduce((sum, count) => sum + count, 0)).toBe(3);
  });
});

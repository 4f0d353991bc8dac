import type { HttpRequest, HttpResponse } from "../../../src/core/ports.ts";
import { isLoopbackHost } from "../../../src/platform/teams/loopback.ts";
import { createMetrics } from "../../../src/platform/telemetry/metrics.ts";

const request = (headers: HttpRequest["headers"] = {}, peer = "127.0.0.1"): HttpRequest => ({
  headers,
  peer,
  path: "/metrics",
  params: {},
  query: {},
  body: "",
});
const ask = async (token: string | undefined, from: HttpRequest): Promise<HttpResponse> =>
  createMetrics({ ...(token !== undefined && { token }), isLoopback: isLoopbackHost }).route.handle(
    from,
  );

describe("the metrics", () => {
  it("when things were counted, then Prometheus can read them by the promised names", async () => {
    const metrics = createMetrics({ isLoopback: isLoopbackHost });
    metrics.turn("message", "answer", 0.02);
    metrics.turn("message", "answer", 7);
    metrics.answer("choices");
    metrics.storageCall("claims", "create");
    metrics.connectorCall("delivered");
    metrics.deliveries({ planned: 3, delivered: 5 }, 12.5);
    metrics.deliveries({ planned: 2, delivered: 6 }, 7);
    metrics.requestCharge("claims", "create", 5.5);
    metrics.requestCharge("claims", "create", 1);
    metrics.credentialExpiry("bot-token", new Date("2026-11-23T04:00:00Z"));

    const { status, headers, body } = await metrics.route.handle(request());

    expect(status).toBe(200);
    expect(headers?.["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/u);
    const lines = String(body).split("\n");
    for (const line of [
      'kollega_turns_total{kind="message",outcome="answer"} 2',
      'kollega_turn_seconds_bucket{le="0.025"} 1',
      "kollega_turn_seconds_count 2",
      'kollega_answers_total{decision="choices"} 1',
      'kollega_storage_calls_total{container="claims",operation="create"} 1',
      'kollega_connector_calls_total{status="delivered"} 1',
      'kollega_deliveries{state="planned"} 2',
      'kollega_deliveries{state="delivered"} 6',
      "kollega_outbox_oldest_seconds 7",
      'kollega_storage_request_units_total{container="claims",operation="create"} 6.5',
      `kollega_credential_expiry_timestamp_seconds{credential="bot-token"} ${Date.UTC(2026, 10, 23, 4) / 1000}`,
    ]) {
      expect(lines).toContain(line);
    }
  });

  it("when two bots run in one process, then they do not share figures", async () => {
    const first = createMetrics({ isLoopback: isLoopbackHost });
    const second = createMetrics({ isLoopback: isLoopbackHost });
    first.answer("none");

    const { body } = await second.route.handle(request());

    expect(String(body)).not.toContain('decision="none"');
  });

  it.each<[string, string | undefined, HttpRequest, number]>([
    ["this machine, no token set", undefined, request(), 200],
    ["this machine, a token set", "s3cret", request(), 200],
    ["elsewhere, no token set", undefined, request({}, "10.0.0.7"), 401],
    [
      "elsewhere with a token, none set",
      undefined,
      request({ authorization: "Bearer " }, "10.0.0.7"),
      401,
    ],
    ["elsewhere, without the token", "s3cret", request({}, "10.0.0.7"), 401],
    [
      "elsewhere, with another",
      "s3cret",
      request({ authorization: "Bearer s3creT" }, "10.0.0.7"),
      401,
    ],
    [
      "elsewhere, with a part of it",
      "s3cret",
      request({ authorization: "Bearer s3cre" }, "10.0.0.7"),
      401,
    ],
    [
      "elsewhere, with a longer one",
      "s3cret",
      request({ authorization: "Bearer s3cret1" }, "10.0.0.7"),
      401,
    ],
    [
      "elsewhere, with several",
      "s3cret",
      request({ authorization: ["Bearer s3cret"] }, "10.0.0.7"),
      401,
    ],
    [
      "elsewhere, with the token",
      "s3cret",
      request({ authorization: "Bearer s3cret" }, "10.0.0.7"),
      200,
    ],
    [
      "elsewhere, with the token, in other case",
      "s3cret",
      request({ authorization: "bearer  s3cret" }, "10.0.0.7"),
      200,
    ],
    ["behind a proxy on this machine", undefined, request({ "x-forwarded-for": "10.0.0.7" }), 401],
    [
      "behind a proxy, with the token",
      "s3cret",
      request({ forwarded: "for=10.0.0.7", authorization: "Bearer s3cret" }),
      200,
    ],
  ])("when it is asked from %s, then that is the status", async (_, token, from, status) => {
    const response = await ask(token, from);

    expect(response.status).toBe(status);
    if (status !== 200) expect(JSON.stringify(response.body)).not.toContain("kollega_");
  });
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type BotConnector, createBotConnector } from "../fakes/bot-connector.ts";
import { createTeamsClient, type Person, type TeamsClient } from "../fakes/teams-client.ts";
import { type Kollega, startKollega } from "./start-kollega.ts";
import { startTeamsMode } from "./start-teams-mode.ts";

type Attribute = { readonly key: string; readonly value: { readonly stringValue?: string } };
type Span = {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly Attribute[];
};
type Received = { readonly path: string; readonly body: string };

/** Takes what is sent by OTLP over HTTP, on loopback. */
async function startCollector() {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      received.push({ path: request.url ?? "", body });
      response.setHeader("content-type", "application/json");
      response.end("{}");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bodies = (path: string) =>
    received.filter((one) => one.path === path).map(({ body }) => JSON.parse(body));
  return {
    received,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: (): readonly Span[] =>
      bodies("/v1/traces").flatMap(({ resourceSpans }) =>
        resourceSpans.flatMap((one: { scopeSpans: { spans: Span[] }[] }) =>
          one.scopeSpans.flatMap(({ spans }) => spans),
        ),
      ),
    figures: (): readonly string[] =>
      bodies("/v1/metrics").flatMap(({ resourceMetrics }) =>
        resourceMetrics.flatMap((one: { scopeMetrics: { metrics: { name: string }[] }[] }) =>
          one.scopeMetrics.flatMap(({ metrics }) => metrics.map(({ name }) => name)),
        ),
      ),
    close: () => new Promise((done) => server.close(done)),
  };
}

/** design.md 9, request units and credential expiry besides. */
const promised = [
  "kollega_turns_total",
  "kollega_turn_seconds",
  "kollega_answers_total",
  "kollega_storage_calls_total",
  "kollega_deliveries",
  "kollega_connector_calls_total",
  "kollega_outbox_oldest_seconds",
  "kollega_storage_request_units_total",
  "kollega_credential_expiry_timestamp_seconds",
];

const texts = [
  "Hur har andra använt sysselsättningsvillkor i upphandlingar kring Zebraviken?",
  "kuka hoitaa innovatiivisia hankintoja Kvasimotossa?",
  "kontakt Mikaela Sandbacka",
  "språk svenska",
  "Vad kostar en zeppelinare till månen?",
];
/** Words of the texts that stand nowhere in the code. */
const words = ["Zebraviken", "Kvasimotossa", "Sandbacka", "zeppelinare", "Sysselsättningsvillkor"];

describe("what a bot tells of itself, at its most talkative, and sends to a collector", () => {
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let connector: BotConnector;
  let bot: Kollega;
  let teams: TeamsClient;
  let metrics: string;
  const people: Person[] = [];
  const places: string[] = [];

  beforeAll(async () => {
    collector = await startCollector();
    connector = await createBotConnector();
    bot = await startKollega({
      env: { LOG_LEVEL: "trace", OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` },
    });
    teams = createTeamsClient({ botUrl: bot.url, connector });
    for (const name of ["Anna Askersdotter-Unik", "Petri Kysyvä-Ainutlaatuinen"]) {
      const person = teams.person(name);
      people.push(person);
      const chat = teams.personalChat({ person });
      places.push(chat.conversation);
      for (const text of texts) {
        const { activity } = await chat.say(text);
        places.push(`"${String(activity["id"])}"`);
      }
    }
    // A turn that breaks says more than others.
    await teams
      .groupChat()
      .send({ type: "invoke", name: "adaptiveCard/action", value: { action: 1 } });
    metrics = await (await fetch(`${bot.url}/metrics`)).text();
    await bot.stop();
  }, 60_000);
  afterAll(async () => {
    await bot?.kill();
    await connector?.close();
    await collector?.close();
  });

  const logLines = (): readonly Readonly<Record<string, unknown>>[] =>
    bot
      .output()
      .stderr.split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));

  it("when turns were handled, then each has a line in the log with an id and who in disguise", () => {
    const turns = logLines().filter(({ msg }) => msg === "turn");
    const said = turns.slice(1, 1 + 2 * texts.length);

    expect(said).toHaveLength(2 * texts.length);
    for (const line of said) {
      expect(line).toMatchObject({
        turnId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
        who: expect.stringMatching(/^[\w-]{10}$/u),
        kind: "message",
        outcome: expect.any(String),
        ms: expect.any(Number),
      });
    }
    expect(new Set(said.map(({ turnId }) => turnId)).size).toBe(said.length);
    const names = said.map(({ who }) => who);
    expect(new Set(names.slice(0, texts.length)).size).toBe(1);
    expect(new Set(names).size).toBe(2);
  });

  it("when it ends, then the collector has each turn with its calls of store and connector in it", () => {
    const spans = collector.spans();
    const turns = spans.filter(({ name }) => name === "turn");
    const of = (turn: Span | undefined) =>
      spans.filter(({ parentSpanId }) => parentSpanId === turn?.spanId).map(({ name }) => name);
    const answered = turns.find(({ attributes }) =>
      attributes.some(({ key, value }) => key === "outcome" && value.stringValue === "answer"),
    );

    expect(turns.length).toBeGreaterThanOrEqual(2 * texts.length);
    expect(answered?.attributes.map(({ key }) => key)).toEqual(["kind", "outcome"]);
    expect(of(answered)).toEqual(
      expect.arrayContaining(["store create", "store read", "connector send"]),
    );
    expect(answered?.parentSpanId ?? "").toBe("");
    // What jobs do every few seconds is left out.
    expect(
      spans.filter(({ name, parentSpanId }) => name.startsWith("store") && !parentSpanId),
    ).toEqual([]);
  });

  it("when it ends, then the collector has the same figures as /metrics", () => {
    const sent = new Set(collector.figures());

    expect([...sent].toSorted()).toEqual(promised.toSorted());
    for (const name of promised) expect(metrics).toContain(`# TYPE ${name} `);
  });

  it("when all of it is searched, then there is no text, no name and no id of anybody in it", () => {
    const ids = people.flatMap(({ id, name, aadObjectId = "" }) => [id, name, aadObjectId]);
    const secrets = [...words, ...ids, ...places, "11111111-1111-4111-8111-111111111111"];
    const told = {
      log: bot.output().stderr,
      metrics,
      collector: collector.received.map(({ body }) => body).join("\n"),
    };

    for (const [where, text] of Object.entries(told)) {
      expect(text.length).toBeGreaterThan(500);
      const found = secrets.filter((secret) => secret !== "" && text.includes(secret));
      expect({ where, found }).toEqual({ where, found: [] });
    }
  });
});

describe("a collector that is not there", () => {
  it("when nobody takes what is sent, then the bot answers and ends as ever", async () => {
    const bot = await startKollega({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" } });

    const { code } = await bot.stop();

    expect(code).toBe(0);
    expect(bot.output().stderr).not.toContain('"level":50');
  });
});

describe("the bot's own token", () => {
  it("when one was fetched, then /metrics tells when it expires", async () => {
    const bot = await startTeamsMode();
    try {
      await bot.ask();
      const text = await (await fetch(`${bot.url}/metrics`)).text();
      const line =
        /^kollega_credential_expiry_timestamp_seconds\{credential="bot-token"\} (\d+)$/mu;

      const told = Number(line.exec(text)?.[1]);

      const ends = Math.floor((bot.identity.tokens[0]?.endsAt ?? 0) / 1000);
      expect(Math.abs(told - ends)).toBeLessThanOrEqual(2);
    } finally {
      await bot.stop();
    }
  });
});

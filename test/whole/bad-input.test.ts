import { request } from "node:http";
import fc from "fast-check";
import type { Activity } from "../fakes/bot-connector.ts";
import { readCard } from "../fakes/read-card.ts";
import { type Chat, cardOf, type Exchange, readReply } from "../fakes/teams-client.ts";
import { setTheStage } from "./set-the-stage.ts";

const stage = setTheStage();
const question = "Hur har andra använt sysselsättningsvillkor i upphandlingar?";

type Answer = { readonly status: number; readonly text: string };

/** Any request at all, also ones that fetch would not send. */
function send(options: {
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly method?: string;
}): Promise<Answer> {
  const { body = "", headers, path = "/api/messages", method = "POST" } = options;
  return new Promise((resolve, reject) => {
    const sent = request(
      `${stage().bot.url}${path}`,
      { method, headers: { "content-type": "application/json", ...headers } },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on("error", reject).end(body);
  });
}

/** design.md 9: a code and words, never a stack. */
function expectRefusal(answer: Answer, status: number): void {
  expect(answer).toMatchObject({ status });
  expect(JSON.parse(answer.text)).toEqual({
    error: { code: expect.stringMatching(/^[\w-]+$/u), message: expect.stringMatching(/\S/u) },
  });
  expectNoStack(answer.text);
}

const expectNoStack = (text: string) =>
  expect(text).not.toMatch(/\bat [\w.<>]+ \(|node:internal|node_modules|\.ts:\d|TypeError/u);

/** An activity as the client sends it, in a chat of its own. */
async function validActivity(): Promise<Activity> {
  return (await stage().teams.personalChat().say("hej")).activity;
}

describe("a message of an odd kind", () => {
  const said = (kind: string | RegExp) => ({ kind: expect.stringMatching(kind) });

  it.each([
    ["nothing", "", said(/^nothing$/u)],
    ["spaces", " \t\n ", said(/^nothing$/u)],
    ["emoji only", "😀👍🏽👨‍👩‍👧", said(/^nothing$/u)],
    ["10,000 characters", "upphandling av tjänster ".repeat(417), said(/\S/u)],
    ["10,000 characters without a space", "a".repeat(10_000), said(/\S/u)],
    ["right to left", "\u202eupphandling\u202c שלום עולם مرحبا", said(/\S/u)],
    ["HTML", "<script>alert(1)</script><img src=x onerror=alert(1)>", said(/\S/u)],
    ["a template's field", "${title} ${$root.secret} ${toUpper('x')}", said(/\S/u)],
    ["curly braces", "{{DATE(2026-01-01, SHORT)}} {{}} {{constructor}}", said(/\S/u)],
    ["markdown", "**vem** [länk](https://evil.example) `kod` # rubrik", said(/\S/u)],
    ["control characters", "hur\u0000 \u0007upphandlar\u001b[31m man?", said(/\S/u)],
    ["a lone surrogate", "upphandling \ud800", said(/\S/u)],
    ["an SQL quote", "'; DROP TABLE content; --", said(/\S/u)],
    ["a name of Object.prototype", "__proto__", said(/\S/u)],
    ["another one", "constructor", said(/\S/u)],
    ["an unknown language", "språk klingonska", said(/^help$/u)],
    ["a command's word and more than it takes", "kontakt a b c d e f g", said(/\S/u)],
    ["a command's word alone", "kontakt", said(/\S/u)],
  ])("when %s is written, then one card answers it", async (_, text, expected) => {
    const exchange = await stage().teams.personalChat().say(text);

    expect(exchange.status).toBe(200);
    expect(exchange.replies).toHaveLength(1);
    expect(readReply(exchange)).toMatchObject(expected);
    expect(JSON.stringify(cardOf(exchange))).not.toContain("<script>");
  });

  it("when a message has no text at all, then one card answers it", async () => {
    const exchange = await stage().teams.personalChat().send({ type: "message" });

    expect(exchange.status).toBe(200);
    expect(readReply(exchange).kind).toBe("nothing");
  });
});

describe("a press that makes no sense", () => {
  const invoke = (chat: Chat, value: unknown) =>
    chat.send({ type: "invoke", name: "adaptiveCard/action", value });
  const action = (verb: unknown, data?: unknown) => ({
    action: { type: "Action.Execute", verb, ...(data !== undefined && { data }) },
    trigger: "manual",
  });
  const known = { kind: "practice", id: "sysselsattningsvillkor-helsingfors" };

  const expectWords = (exchange: Exchange) => {
    expect(exchange.status).toBe(200);
    const body = exchange.body as { readonly type: string; readonly value: unknown };
    expect(body).toMatchObject({ statusCode: 200 });
    if (body.type === "application/vnd.microsoft.activity.message") {
      expect(body.value).toMatch(/\S/u);
    } else {
      expect(body.type).toBe("application/vnd.microsoft.card.adaptive");
      expect(readCard(body.value).kind).not.toBe("error");
    }
    expectNoStack(JSON.stringify(body));
  };

  it.each([
    ["no data", "ask.choose", undefined],
    ["data that is null", "ask.more", null],
    ["data that is a list", "ask.person", [1, 2]],
    ["data that is text", "ask.none", "text"],
    ["an unknown question", "ask.more", { question: "never-asked", key: "k1" }],
    ["an unknown question to note", "ask.none", { question: "never-asked", key: "k2" }],
    ["an unknown practice", "ask.choose", { kind: "practice", id: "no-such", key: "k3" }],
    ["an unknown contact", "ask.choose", { kind: "contact", id: "no-such", key: "k4" }],
    ["an unknown kind", "ask.choose", { kind: "secret", id: "x", key: "k5" }],
    ["ids that are objects", "ask.choose", { kind: "practice", id: { $gt: "" }, key: "k6" }],
    ["a prototype's name", "ask.choose", { kind: "practice", id: "__proto__", key: "k7" }],
    ["a foreign network", "ask.choose", { ...known, network: "../../etc", key: "k8" }],
    ["an opinion that is none", "ask.helpful", { ...known, value: "sideways", key: "k9" }],
    ["an opinion of nothing", "ask.helpful", { value: "up", key: "k10" }],
    ["a key that is an object", "ask.person", { ...known, key: { a: 1 } }],
    ["a topic that is none", "ask.choose", { tags: "no-such-topic", key: "k11" }],
    ["a list of topics", "ask.choose", { tags: ["a", "b"], key: "k12" }],
    ["somebody else's identity", "ask.person", { person: "x", role: "admin", key: "k13" }],
    ["a verb of later days", "announcement.send", { key: "k14" }],
    ["an unknown verb", "no.such.verb", { key: "k15" }],
    ["a verb that is no text", { a: 1 }, { key: "k16" }],
    ["no verb", undefined, { key: "k17" }],
  ])("when it has %s, then it is answered with words", async (_, verb, data) => {
    expectWords(await invoke(stage().teams.personalChat(), action(verb, data)));
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a list", []],
    ["text", "press"],
    ["an action that is text", { action: "press" }],
  ])("when its value is %s, then it is refused or answered with words", async (_, value) => {
    const exchange = await invoke(stage().teams.personalChat(), value);

    if (exchange.status === 400) expectRefusal({ status: 400, text: exchange.text }, 400);
    else expectWords(exchange);
  });

  it("when the question it belongs to is another person's, then nothing of theirs is shown", async () => {
    const { teams } = stage();
    const asked = await teams.personalChat().say("marknadsdialog");

    const pressed = await teams.personalChat().press(cardOf(asked), { verb: "ask.more" });

    expectWords(pressed);
    expect(pressed.body).toMatchObject({ type: "application/vnd.microsoft.activity.message" });
  });

  it("when an invoke is of an unknown kind, then it is refused, not failed", async () => {
    const chat = stage().teams.personalChat();
    const unknown = await chat.send({ type: "invoke", name: "task/fetch", value: {} });
    const nameless = await chat.send({ type: "invoke" });

    for (const { status } of [unknown, nameless]) expect(status).toBeLessThan(500);
    expectNoStack(JSON.stringify([unknown.body, nameless.body]));
  });
});

describe("a body that is no activity", () => {
  it.each([
    ["empty", ""],
    ["no JSON", "{"],
    ["text", "hello"],
    ["a list", "[]"],
    ["null", "null"],
    ["a number", "42"],
    ["a string", '"message"'],
    ["true", "true"],
    ["an empty object", "{}"],
    ["only a type", '{"type":"message"}'],
    ["bytes", Buffer.from([0xff, 0xfe, 0x00])],
    ["deeply nested", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
  ])("when it is %s, then it is refused as malformed", async (_, body) => {
    expectRefusal(await send({ body }), 400);
  });

  it.each(["type", "id", "from", "recipient", "conversation", "serviceUrl"])(
    "when %s is missing, then it is refused as malformed",
    async (field) => {
      const { [field]: _, ...rest } = await validActivity();

      expectRefusal(await send({ body: JSON.stringify(rest) }), 400);
    },
  );

  it.each(["text", "entities", "channelData", "channelId", "locale", "timestamp", "localTimezone"])(
    "when %s is missing, then it is taken",
    async (field) => {
      const { [field]: _, ...rest } = await validActivity();

      const answer = await send({ body: JSON.stringify({ ...rest, id: `without-${field}` }) });

      expect(answer).toEqual({ status: 200, text: "" });
    },
  );

  it("when it is larger than 256 KiB, then it is refused", async () => {
    const activity = { ...(await validActivity()), id: "large", text: "a".repeat(300_000) };

    expectRefusal(await send({ body: JSON.stringify(activity) }), 413);
  });

  it("when any part of an activity is anything at all, then it is never a fault of the server", async () => {
    const valid = [
      await validActivity(),
      (await pressed()).activity,
      (await stage().teams.channel().post("<at>Kollega</at> hej")).exchange.activity,
    ];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...valid), mutations, async (activity, changes) => {
        const fresh = { ...structuredClone(activity), id: `mutated-${++run}` };
        for (const change of changes) change(fresh);
        const answer = await send({ body: JSON.stringify(fresh) });
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) expectRefusal(answer, answer.status);
      }),
      { numRuns: 400, endOnFailure: true },
    );
  });

  const pressed = async () => {
    const chat = stage().teams.personalChat();
    return chat.press(cardOf(await chat.say(question)), { verb: "ask.person" });
  };
});

describe("a caller who is not of this machine", () => {
  it.each([
    ["Host", { host: "kollega.example.com" }],
    ["Host with our name in it", { host: "localhost.evil.example" }],
    ["Host before an @", { host: "localhost@evil.example" }],
    ["Origin", { origin: "https://evil.example" }],
    ["Origin of no page", { origin: "null" }],
    ["X-Forwarded-For", { "x-forwarded-for": "127.0.0.1" }],
    ["X-Forwarded-Host", { "x-forwarded-host": "localhost" }],
    ["Forwarded", { forwarded: "for=127.0.0.1" }],
  ])("when the header %s gives it away, then it is refused", async (_, headers) => {
    const body = JSON.stringify({ ...(await validActivity()), id: "foreign" });

    expectRefusal(await send({ body, headers: headers as Record<string, string> }), 403);
  });

  it.each([
    "https://smba.trafficmanager.net/emea/",
    "http://127.0.0.1.evil.com/",
    "http://localhost.evil.com/",
    "http://localhost@evil.com/",
    "http://127.0.0.1:80@evil.com/",
    "http://evil.com/127.0.0.1",
    "http://evil.com#@127.0.0.1/",
    "http://evil.com\\@127.0.0.1/",
    "http://0.0.0.0/",
    "http://134744072/",
    "http://0x08080808/",
    "http://[::ffff:8.8.8.8]/",
    "http://[::]/",
    "http://169.254.169.254/",
    "http://10.0.0.1/",
    "file:///etc/passwd",
    "ftp://127.0.0.1/",
    "javascript:alert(1)",
  ])("when the service URL is %s, then it is refused and not called", async (serviceUrl) => {
    const body = JSON.stringify({ ...(await validActivity()), id: "elsewhere", serviceUrl });

    expectRefusal(await send({ body }), 403);
  });

  it.each([
    "http://[::1]:9/",
    "http://2130706433:9/",
    "http://localhost:9/",
    "http://127.0.0.1:9/?a=b#c",
  ])(
    "when the service URL %s is this machine, then nobody listens there and it is taken",
    async (serviceUrl) => {
      const activity = { ...(await validActivity()), id: "nobody", serviceUrl };

      expect((await send({ body: JSON.stringify(activity) })).status).toBe(200);
    },
  );
});

describe("a request to somewhere else", () => {
  it.each([
    ["GET", "/api/messages", 405],
    ["PUT", "/api/messages", 405],
    ["DELETE", "/api/messages", 405],
    ["GET", "/no-such-path", 404],
    ["GET", "/api/messages/../../etc/passwd", 404],
    ["GET", "/%00", 404],
    ["GET", "/%E0%A4%A", 404],
    ["POST", "/healthz", 405],
  ])("when it is %s %s, then it is refused", async (method, path, status) => {
    const answer = await send({ method, path });

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expectRefusal(answer, answer.status === 400 ? 400 : status);
  });

  it("when the metrics are asked for through a proxy, then they are refused", async () => {
    const headers = { "x-forwarded-for": "10.0.0.1" };

    expectRefusal(await send({ method: "GET", path: "/metrics", headers }), 401);
  });
});

type Change = (activity: Record<string, unknown>) => void;

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, "", 0, -1, [], {}, "message", "invoke", "conversationUpdate", "\u0000"),
  fc.string({ unit: "binary", maxLength: 50 }),
);

/** Puts anything in the place of some part of an activity, or takes the part away. */
const mutations: fc.Arbitrary<readonly Change[]> = fc.array(
  fc
    .record({ steps: fc.array(fc.nat(50), { minLength: 1, maxLength: 4 }), value: anything })
    .chain(({ steps, value }) =>
      fc.boolean().map(
        (takesAway): Change =>
          (activity) => {
            let node: Record<string, unknown> = activity;
            for (const [depth, step] of steps.entries()) {
              const names = Object.keys(node);
              const name = names[step % Math.max(1, names.length)];
              if (name === undefined) return;
              const inner = node[name];
              if (depth === steps.length - 1 || typeof inner !== "object" || inner === null) {
                if (takesAway) delete node[name];
                else node[name] = value;
                return;
              }
              node = inner as Record<string, unknown>;
            }
          },
      ),
    ),
  { minLength: 1, maxLength: 3 },
);

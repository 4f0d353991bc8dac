import fc from "fast-check";
import type { ConversationAddress } from "../../../src/core/ports.ts";
import type { Card } from "../../../src/core/reply.ts";
import { createConnector } from "../../../src/platform/teams/connector.ts";
import { guardTeams, isTeamsServiceUrl } from "../../../src/platform/teams/guard.ts";
import { teamsSide } from "../../../src/platform/teams/open-side.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";
import { allowedTenant, appId } from "../../fakes/identity.ts";

const serviceUrl = "https://smba.trafficmanager.net/emea/";
const otherTenant = "99999999-9999-4999-8999-999999999999";

const guard = guardTeams({
  channel: "msteams",
  allowedTenants: [allowedTenant, "22222222-2222-4222-8222-222222222222"],
  isAllowedServiceUrl: isTeamsServiceUrl,
});

const activity = (fields: Readonly<Record<string, unknown>>) => ({
  channelId: "msteams",
  serviceUrl,
  conversation: { id: "a:1", tenantId: allowedTenant },
  channelData: { tenant: { id: allowedTenant } },
  ...fields,
});

describe("the guard of Teams mode", () => {
  it.each([
    ["as Teams sends it", {}],
    ["the tenant in the conversation only", { channelData: undefined }],
    ["the tenant in channelData only", { conversation: { id: "a:1" } }],
    [
      "another allowed tenant",
      { channelData: { tenant: { id: "22222222-2222-4222-8222-222222222222" } } },
    ],
    ["the tenant in upper case", { channelData: { tenant: { id: allowedTenant.toUpperCase() } } }],
  ])("when an activity is good (%s), then it goes on", (_name, fields) => {
    expect(guard.activity(activity(fields))).toBeUndefined();
  });

  it.each([
    ["another channel", { channelId: "webchat" }],
    ["the emulator", { channelId: "emulator" }],
    ["no channel", { channelId: undefined }],
    ["a channel with spaces", { channelId: " msteams " }],
    ["a channel in upper case", { channelId: "MSTEAMS" }],
    ["a list of channels", { channelId: ["msteams"] }],
    ["no service URL", { serviceUrl: undefined }],
    ["a service URL that is no text", { serviceUrl: [serviceUrl] }],
    ["a service URL of others", { serviceUrl: "https://smba.example/" }],
    ["no tenant", { channelData: {}, conversation: { id: "a:1" } }],
    ["no tenant and no channelData", { channelData: undefined, conversation: undefined }],
    ["another tenant", { channelData: { tenant: { id: otherTenant } }, conversation: {} }],
    ["another tenant in the conversation", { conversation: { tenantId: otherTenant } }],
    ["another tenant in channelData", { channelData: { tenant: { id: otherTenant } } }],
    ["a tenant that is no text", { channelData: { tenant: { id: [allowedTenant] } } }],
    ["a tenant that is null", { channelData: { tenant: { id: null } } }],
    ["an empty tenant", { conversation: { tenantId: "" } }],
    ["a tenant with a space", { conversation: { tenantId: `${allowedTenant} ` } }],
  ])("when an activity is not (%s), then it is refused", (_name, fields) => {
    expect(guard.activity(activity(fields))).toMatchObject({ status: 403 });
  });

  it("when fields are anything at all, then it does not throw", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (fields) => {
        guard.activity(activity(fields));
      }),
    );
  });

  const requestWith = (contentType: string | undefined) => ({
    headers: { "content-type": contentType },
    peer: "203.0.113.7",
    path: "/api/messages",
    params: {},
    query: {},
    body: "{}",
  });

  it.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON;charset=UTF-8",
  ])("when the content type is %s, then the request goes on", (contentType) => {
    expect(guard.request(requestWith(contentType))).toBeUndefined();
  });

  it.each([
    undefined,
    "",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=application/json",
    "application/jsonp",
  ])("when the content type is %s, then it is malformed", (contentType) => {
    expect(guard.request(requestWith(contentType))).toMatchObject({ status: 400 });
  });
});

const teamsUrls = [
  "https://smba.trafficmanager.net/emea/",
  "https://smba.trafficmanager.net/teams/",
  "https://smba.trafficmanager.net/emea/11111111-1111-4111-8111-111111111111/",
  "https://smba.trafficmanager.net",
  "HTTPS://SMBA.trafficmanager.net/emea/",
  "https://canary.botapi.teams.microsoft.com/amer/",
  "https://europe.api.botframework.com/",
];

const foreignUrls = [
  ["http", "http://smba.trafficmanager.net/emea/"],
  ["another protocol", "ftp://smba.trafficmanager.net/"],
  ["no protocol", "//smba.trafficmanager.net/"],
  ["a user name", "https://user@smba.trafficmanager.net/"],
  ["a user name and a password", "https://user:word@smba.trafficmanager.net/"],
  ["an empty user name", "https://@smba.trafficmanager.net/"],
  ["our host as the user name", "https://smba.trafficmanager.net@evil.example/"],
  ["our host as user name and password", "https://smba.trafficmanager.net:x@evil.example/"],
  ["a port", "https://smba.trafficmanager.net:8443/"],
  ["the usual port, spelled out", "https://smba.trafficmanager.net:443/"],
  ["a backslash", "https://evil.example\\@smba.trafficmanager.net/"],
  ["a backslash behind the host", "https://smba.trafficmanager.net\\evil.example/"],
  ["a trailing dot", "https://smba.trafficmanager.net./"],
  ["a longer host", "https://smba.trafficmanager.net.evil.example/"],
  ["a host with the same end", "https://evilsmba.trafficmanager.net/"],
  ["another host of the same service", "https://evil.trafficmanager.net/"],
  ["a domain with the same end", "https://evilbotframework.com/"],
  ["a domain of ours in the path", "https://evil.example/.botframework.com"],
  ["a domain of ours in the fragment", "https://evil.example/#.botframework.com"],
  ["the domain alone", "https://botframework.com/"],
  ["a letter that looks alike", "https://smb\u0430.trafficmanager.net/"],
  ["full-width letters", "https://\uff53mba.trafficmanager.net/"],
  ["a full-width dot", "https://smba\u3002trafficmanager.net/"],
  ["an invisible letter", "https://smba\u200b.trafficmanager.net/"],
  ["a line break", "https://smba.traffic\nmanager.net/"],
  ["a space before it", " https://smba.trafficmanager.net/"],
  ["an encoded host", "https://smba%2etrafficmanager.net/"],
  ["a query", "https://smba.trafficmanager.net/?to=evil.example"],
  ["a fragment", "https://smba.trafficmanager.net/#"],
  ["an IPv4 address", "https://13.107.42.14/"],
  ["an IPv6 address", "https://[2620:1ec::14]/"],
  ["this machine", "https://127.0.0.1/"],
  ["storage that anyone can rent", "https://evil.blob.core.windows.net/"],
  ["no URL", "smba.trafficmanager.net"],
  ["nothing", ""],
] as const;

describe("the hosts of Teams", () => {
  it.each(teamsUrls)("%s is one", (url) => {
    expect(isTeamsServiceUrl(url)).toBe(true);
  });

  it.each(foreignUrls)("%s makes it none (%s)", (_name, url) => {
    expect(isTeamsServiceUrl(url)).toBe(false);
  });

  it("when a text is anything at all, then it does not throw, and what it takes leads to Teams", () => {
    const host = fc.constantFrom("smba.trafficmanager.net", "x.botframework.com", "evil.example");
    const url = fc
      .tuple(
        fc.constantFrom("https://", "http://", "https:\\\\", ""),
        fc.string(),
        host,
        fc.string(),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), url), (text) => {
        if (!isTeamsServiceUrl(text)) return;
        expect(new URL(`${text}/v3`)).toMatchObject({
          protocol: "https:",
          port: "",
          username: "",
          hostname: expect.stringMatching(/^smba\.trafficmanager\.net$|\.botframework\.com$/u),
        });
      }),
    );
  });
});

describe("where Teams mode may send", () => {
  const registration = {
    appId,
    tenantId: allowedTenant,
    password: "x",
    allowedTenants: [allowedTenant],
  };
  const loopback = ["http://127.0.0.1:4000/", "http://localhost:4000/", "http://[::1]:4000/"];
  const test = {
    openIdMetadata: "http://127.0.0.1:4000/openid",
    tokenEndpoint: "http://127.0.0.1:4000/token",
  };

  it.each(loopback)("when it is for real, then not to this machine (%s)", (url) => {
    const side = teamsSide(registration, createFixedClock());

    expect(side.isAllowed(url)).toBe(false);
    expect(side.guard.activity(activity({ serviceUrl: url }))).toMatchObject({ status: 403 });
  });

  it.each(loopback)("when only the token endpoint is a test's, then neither (%s)", (url) => {
    const { tokenEndpoint } = test;

    expect(teamsSide({ ...registration, tokenEndpoint }, createFixedClock()).isAllowed(url)).toBe(
      false,
    );
  });

  it.each(loopback)("when it is a test, then to this machine too (%s)", (url) => {
    const side = teamsSide({ ...registration, ...test }, createFixedClock());

    expect(side.isAllowed(url)).toBe(true);
    expect(side.isAllowed(serviceUrl)).toBe(true);
    expect(side.isAllowed("http://192.0.2.1/")).toBe(false);
    expect(side.isAllowed("https://evil.example/")).toBe(false);
  });

  it.each([
    "https://evil.example/",
    "https://smba.trafficmanager.net@evil.example/",
    "http://127.0.0.1:9/",
  ])(
    "when an address was stored that is not allowed (%s), then nothing is sent there and no token is fetched",
    async (url) => {
      const side = teamsSide(registration, createFixedClock());
      let fetched = 0;
      const connector = createConnector({
        isAllowed: side.isAllowed,
        render: () => ({}),
        timeoutMs: 1_000,
        token: async () => `token-${++fetched}`,
      });

      expect(await connector.send(addressAt(url), card)).toEqual(forbidden);
      expect(await connector.update(addressAt(url), "1", card)).toEqual(forbidden);
      expect(fetched).toBe(0);
    },
  );

  it("when there is no token, then the call is not made and may be repeated", async () => {
    const { isAllowed } = teamsSide({ ...registration, ...test }, createFixedClock());
    const heard: string[] = [];
    const connector = createConnector({
      isAllowed,
      render: () => ({}),
      timeoutMs: 1_000,
      onCall: (state) => heard.push(state),
      token: async () => {
        throw new Error("down");
      },
    });

    expect(await connector.send(addressAt("http://127.0.0.1:9/"), card)).toEqual({
      state: "throttled",
    });
    expect(heard).toEqual(["no-token"]);
  });
});

const forbidden = { state: "refused", reason: "forbidden" };
const card: Card = { kind: "help", language: "sv", view: {}, summary: "Hjälp" };
const addressAt = (url: string): ConversationAddress => ({
  v: 1,
  serviceUrl: url,
  channel: "msteams",
  conversationId: "a:1",
  botId: "28:kollega",
});

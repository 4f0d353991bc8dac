import type { ConversationAddress, Messenger, RosterMember } from "../../../src/core/ports.ts";
import type { Card } from "../../../src/core/reply.ts";
import { createConnector } from "../../../src/platform/teams/connector.ts";
import {
  type BotConnector,
  chatOpenedWith,
  createBotConnector,
} from "../../fakes/bot-connector.ts";

let teams: BotConnector;
let token: () => Promise<string | undefined>;
let messenger: Messenger;
const told: string[] = [];

const card: Card = { kind: "answer", language: "sv", view: {}, summary: "Ett svar" };
const rendered = { type: "AdaptiveCard", body: [{ id: "answer" }], msteams: { width: "Full" } };
const team = "19:team@thread.tacv2";

const connectorWith = (timeoutMs: number): Messenger =>
  createConnector({
    render: () => rendered,
    isAllowed: (url) => url.startsWith("http://127.0.0.1:"),
    token: () => token(),
    timeoutMs,
    onCall: (state) => told.push(state),
  });

beforeAll(async () => {
  teams = await createBotConnector();
  messenger = connectorWith(5_000);
});
beforeEach(() => {
  teams.heal();
  told.length = 0;
  token = async () => "token-1";
});
afterAll(() => teams.close());

const addressOf = (conversationId: string): ConversationAddress => ({
  v: 1,
  serviceUrl: teams.url,
  channel: "msteams",
  conversationId,
  botId: "28:kollega",
  botName: "Kollega",
  tenant: "tenant-1",
});
const door = () => {
  const { v: _, conversationId: __, ...rest } = addressOf("");
  return rest;
};
const callsTo = (conversation: string) =>
  teams.calls.filter((call) => call.conversation === conversation);
const cardIn = (activity: unknown) => (activity as Sent).attachments[0]?.content;
type Sent = { readonly attachments: readonly { readonly content: object }[] };

describe("a card", () => {
  it("when it is sent, then it is one message with a card, from the bot, with the token", async () => {
    const outcome = await messenger.send(addressOf("a:1"), card);

    const [call] = callsTo("a:1");
    expect(outcome).toEqual({ state: "delivered", activityId: call?.id });
    expect(call).toMatchObject({
      method: "POST",
      target: undefined,
      authorization: "Bearer token-1",
    });
    expect(call?.activity).toMatchObject({
      type: "message",
      from: { id: "28:kollega", name: "Kollega", role: "bot" },
      summary: "Ett svar",
      locale: "sv",
    });
    expect(call?.activity).not.toHaveProperty("text");
    expect(told).toEqual(["delivered"]);
  });

  it("when it is sent to a channel without a thread, then the path names the channel alone", async () => {
    await messenger.send(addressOf("19:forum@thread.tacv2"), card);
    await messenger.send(addressOf("19:forum@thread.tacv2;messageid=7"), card, { replyToId: "7" });

    expect(callsTo("19:forum@thread.tacv2")).toMatchObject([{ target: undefined }]);
    expect(callsTo("19:forum@thread.tacv2;messageid=7")).toMatchObject([{ target: "7" }]);
  });

  it("when people are mentioned, then the card names them, when it is edited too", async () => {
    const mentions = [{ userId: "29:anna", name: "Anna <b>" }];
    const entities = [{ text: "<at>Anna b</at>", mentioned: { id: "29:anna", name: "Anna b" } }];

    const sent = await messenger.send(addressOf("a:2"), card, { mentions });
    const id = sent.state === "delivered" ? (sent.activityId ?? "") : "";
    await messenger.update(addressOf("a:2"), id, card, { mentions });

    for (const { activity } of callsTo("a:2")) {
      expect(cardIn(activity)).toMatchObject({ msteams: { width: "Full", entities } });
    }
    expect(callsTo("a:2")).toMatchObject([{ method: "POST" }, { method: "PUT", target: id }]);
  });

  it("when it is edited and deleted, then its message is, and what is gone is refused as gone", async () => {
    const sent = await messenger.send(addressOf("a:3"), card);
    const id = sent.state === "delivered" ? (sent.activityId ?? "") : "";

    expect(await messenger.update(addressOf("a:3"), id, card)).toEqual({
      state: "delivered",
      activityId: id,
    });
    expect(await messenger.remove(addressOf("a:3"), id)).toEqual({ state: "delivered" });
    expect(teams.messages.has(id)).toBe(false);
    expect(await messenger.remove(addressOf("a:3"), id)).toEqual({
      state: "refused",
      reason: "gone",
      status: 404,
    });
    expect(await messenger.update(addressOf("a:3"), id, card)).toMatchObject({ reason: "gone" });
  });
});

describe("somebody's account", () => {
  const chat = "a:chat-with-anna";
  const anna = {
    id: "29:anna",
    aadObjectId: "00000000-0000-4000-8000-00000000000A",
    name: "Anna Berg",
    email: "anna@example.fi",
    userPrincipalName: "Anna.Berg@example.fi",
    userRole: "user",
  };
  const known = { person: anna.aadObjectId.toLowerCase(), isGuest: false };

  it("when it is asked for by either id, then Teams' own words for it come", async () => {
    teams.rosters.set(chat, [anna]);
    const value = { ...known, signInName: "Anna.Berg@example.fi", email: "anna@example.fi" };

    expect(await messenger.member(door(), chat, "29:anna")).toEqual({ state: "done", value });
    expect(await messenger.member(door(), chat, anna.aadObjectId)).toEqual({
      state: "done",
      value,
    });
    expect(teams.fetches.at(-1)).toMatchObject({ operation: "member", conversation: chat });
  });

  it("when nobody is there by the id, then it is refused as gone", async () => {
    teams.rosters.set(chat, [anna]);

    expect(await messenger.member(door(), chat, "29:bo")).toEqual({
      state: "refused",
      reason: "gone",
      status: 404,
    });
  });

  it.each<[unknown, object]>([
    [
      { ...anna, userRole: "guest" },
      { ...known, isGuest: true, signInName: anna.userPrincipalName },
    ],
    [{ ...anna, email: 7, userPrincipalName: "" }, known],
    [
      { ...anna, userPrincipalName: "anna_home.fi#EXT#@example.fi" },
      { ...known, isGuest: true },
    ],
  ])("when the answer is %j, then only what can be read of it is", async (body, value) => {
    teams.fail({ on: "member", status: 200, body });

    expect(await messenger.member(door(), chat, "29:anna")).toMatchObject({ state: "done", value });
  });

  it.each([{ id: "28:a-bot" }, [], "x", {}])(
    "when the answer is %j, then nobody is",
    async (body) => {
      teams.fail({ on: "member", status: 200, body });

      expect(await messenger.member(door(), chat, "29:anna")).toEqual({
        state: "unknown",
        cause: "no member",
      });
    },
  );
});

describe("a call that does not come to an answer", () => {
  const everyCall = (at: ConversationAddress): readonly Promise<{ state: string }>[] => [
    messenger.send(at, card),
    messenger.update(at, "1", card),
    messenger.remove(at, "1"),
    messenger.openChat(at, "29:anna"),
    messenger.roster(at, team),
    messenger.member(at, "a:1", "29:anna"),
    messenger.channels(at, team),
  ];

  it("when nobody listens there, then it was surely not taken", async () => {
    const closed = await createBotConnector();
    await closed.close();
    const nowhere = { ...addressOf("a:4"), serviceUrl: closed.url };

    const outcomes = await Promise.all(everyCall(nowhere));

    expect(outcomes).toEqual(Array(7).fill({ state: "throttled" }));
  });

  it.each(["before", "after"] as const)(
    "when the connection drops %s it was taken, then that is open",
    async (drop) => {
      teams.fail({ drop, conversation: `a:${drop}` });

      const outcome = await messenger.send(addressOf(`a:${drop}`), card);

      expect(outcome).toEqual({ state: "unknown", cause: "ECONNRESET" });
      expect(callsTo(`a:${drop}`)).toHaveLength(1);
    },
  );

  it("when nothing comes in time, then it is open whether it was taken", async () => {
    teams.fail({ wait: new Promise(() => {}), conversation: "a:5" });

    expect(await connectorWith(50).send(addressOf("a:5"), card)).toEqual({
      state: "unknown",
      cause: "time-out",
    });
    expect(told).toEqual(["unknown"]);
  });

  it("when there is no token, then nothing leaves, and it may be tried again", async () => {
    token = () => Promise.reject(new Error("no token"));

    const outcomes = await Promise.all(everyCall(addressOf("a:6")));

    expect(outcomes).toEqual(Array(7).fill({ state: "throttled" }));
    expect(callsTo("a:6")).toEqual([]);
    expect(told).toEqual(Array(7).fill("no-token"));
  });

  it("when the service URL is not allowed, then nothing leaves, not even a token", async () => {
    let isAsked = false;
    token = async () => {
      isAsked = true;
      return "token-1";
    };
    const elsewhere = { ...addressOf("a:7"), serviceUrl: "https://evil.example/" };

    const outcomes = await Promise.all(everyCall(elsewhere));

    expect(outcomes).toEqual(Array(7).fill({ state: "refused", reason: "forbidden" }));
    expect(isAsked).toBe(false);
  });
});

describe("a personal chat", () => {
  it("when it is opened, then the person, the bot and the tenant are named, and its address comes back", async () => {
    const opened = await messenger.openChat(door(), "29:anna");

    expect(opened).toEqual({ state: "done", value: addressOf(chatOpenedWith("29:anna")) });
    expect(teams.fetches.at(-1)?.activity).toEqual({
      bot: { id: "28:kollega", name: "Kollega" },
      members: [{ id: "29:anna" }],
      isGroup: false,
      tenantId: "tenant-1",
      channelData: { tenant: { id: "tenant-1" } },
    });
    expect(told).toEqual(["done"]);
  });

  it("when it is opened again, then it is the same", async () => {
    expect(await messenger.openChat(door(), "29:bo")).toEqual(
      await messenger.openChat(door(), "29:bo"),
    );
  });

  const answered = (status: number, body: unknown, retryAfter?: number) =>
    teams.fail({ on: "create", status, body, ...(retryAfter !== undefined && { retryAfter }) });

  it("when the answer names another service URL that is allowed, then the chat stays with the known one", async () => {
    answered(201, { id: "a:chat", serviceUrl: "http://127.0.0.1:9/other/" });

    expect(await messenger.openChat(door(), "29:anna")).toEqual({
      state: "done",
      value: addressOf("a:chat"),
    });
  });

  it.each<[string, number, unknown, object]>([
    [
      "a service URL that is not allowed",
      201,
      { id: "a:1", serviceUrl: "https://evil.example" },
      { state: "refused", reason: "forbidden" },
    ],
    ["no id", 201, {}, { state: "unknown", cause: "no conversation id" }],
    ["no object", 201, [], { state: "unknown", cause: "no conversation id" }],
    [
      "a person who is not there",
      403,
      { error: { code: "BotNotInConversationRoster" } },
      { state: "refused", reason: "not-installed", status: 403 },
    ],
    ["a fault of its own", 500, {}, { state: "refused", reason: "invalid", status: 500 }],
    ["a gateway's fault", 502, {}, { state: "unknown", cause: "HTTP 502" }],
  ])("when the answer is %s, then that is told", async (_, status, body, outcome) => {
    answered(status, body);

    expect(await messenger.openChat(door(), "29:anna")).toEqual(outcome);
  });

  it("when it is throttled, then for how long is told", async () => {
    answered(429, {}, 3);

    expect(await messenger.openChat(door(), "29:anna")).toEqual({
      state: "throttled",
      retryAfterMs: 3_000,
    });
  });
});

describe("a roster", () => {
  const member = (number: number, more: object = {}) => ({
    id: `29:${number}`,
    objectId: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    name: `Person ${number}`,
    tenantId: "Tenant-1",
    userRole: "user",
    ...more,
  });

  it("when it is longer than a page, then it is read page by page", async () => {
    teams.rosters.set(
      team,
      Array.from({ length: 1_203 }, (_, number) => member(number)),
    );
    const members: RosterMember[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await messenger.roster(door(), team, after);
      if (page.state !== "done") throw new Error(page.state);
      members.push(...page.value.members);
      after = page.value.next;
      pages++;
    } while (after);

    expect(pages).toBe(3);
    expect(new Set(members.map(({ userId }) => userId)).size).toBe(1_203);
  });

  it("when it names people, guests and others, then each is read as they are in their own activities", async () => {
    const aadObjectId = "00000000-0000-4000-8000-00000000000A";
    teams.rosters.set(team, [
      member(1, { aadObjectId, objectId: undefined }),
      member(2, { objectId: "00000000-0000-4000-8000-00000000000B", userRole: "guest" }),
      member(3, { userPrincipalName: "anna_example.com#ext#@host.example" }),
      member(4, { objectId: undefined, tenantId: undefined, name: 7 }),
      { id: "28:another-bot", name: "Bot" },
      { name: "nobody" },
      "nothing",
    ] as never);

    expect(await messenger.roster(door(), team)).toEqual({
      state: "done",
      value: {
        members: [
          person("29:1", aadObjectId.toLowerCase(), "Person 1"),
          person("29:2", "00000000-0000-4000-8000-00000000000b", "Person 2", true),
          person("29:3", "00000000-0000-4000-8000-000000000003", "Person 3", true),
          person("29:4", "29:4", ""),
        ],
      },
    });
  });

  const person = (userId: string, id: string, name: string, isGuest = false): RosterMember => ({
    tenant: "tenant-1",
    person: id,
    userId,
    name,
    isGuest,
  });

  it.each<[unknown, object]>([
    [
      { members: [], continuationToken: "" },
      { state: "done", value: { members: [] } },
    ],
    [
      { members: [], continuationToken: "again" },
      { state: "done", value: { members: [] } },
    ],
    [{ members: "x" }, { state: "unknown", cause: "no roster" }],
    ["x", { state: "unknown", cause: "no roster" }],
  ])("when the answer is %j, then nothing goes round in a circle", async (body, outcome) => {
    teams.fail({ on: "members", status: 200, body });

    expect(await messenger.roster(door(), team, "again")).toEqual(outcome);
  });

  it("when the team is not there, then it is gone", async () => {
    expect(await messenger.roster(door(), "19:nowhere")).toEqual({
      state: "refused",
      reason: "gone",
      status: 404,
    });
  });
});

describe("a team's channels", () => {
  it("when they are asked for, then ids and names are read, and the first has none", async () => {
    teams.channels.set(team, [{ id: team }, { id: "19:forum", name: "Forum" }, { name: "x" }]);

    expect(await messenger.channels(door(), team)).toEqual({
      state: "done",
      value: [{ id: team }, { id: "19:forum", name: "Forum" }],
    });
  });

  it("when the answer is none, then that is told", async () => {
    teams.fail({ on: "channels", status: 200, body: { conversations: {} } });

    expect(await messenger.channels(door(), team)).toEqual({
      state: "unknown",
      cause: "no channels",
    });
  });
});

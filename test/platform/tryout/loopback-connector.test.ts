import { createLoopbackClient } from "../../../src/platform/tryout/loopback-client.ts";
import { createLoopbackConnector } from "../../../src/platform/tryout/loopback-connector.ts";
import { channel, type PersonRecord, people, team } from "../../../src/platform/tryout/people.ts";

const [coordinator, member, finn] = people as readonly [PersonRecord, PersonRecord, PersonRecord];
const card = (text: string) => ({
  type: "message",
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: { text } }],
});

function setUp() {
  let time = Date.parse("2026-11-22T10:00:00Z");
  const now = () => time++;
  const connector = createLoopbackConnector(now);
  const client = createLoopbackClient({
    connector,
    serviceUrl: () => "http://127.0.0.1:3978/tryout/connector",
    now,
  });
  const news = (conversations: readonly string[], mark?: string, waitMs = 0) =>
    connector.transcript.changes(conversations, mark, waitMs);
  return { connector, client, news };
}

describe("a person's message", () => {
  it("when it is written in the personal chat, then the bot gets it as Teams would post it", () => {
    const { client } = setUp();

    const { message, activity } = client.say({ person: member, place: "personal", text: "Hej" });

    expect(activity).toMatchObject({
      type: "message",
      id: message.id,
      text: "Hej",
      channelId: "msteams",
      locale: "sv-FI",
      from: { aadObjectId: "00000000-0000-4000-8000-000000000002" },
      conversation: { conversationType: "personal" },
      channelData: { tenant: { id: "11111111-1111-4111-8111-111111111111" } },
    });
  });

  it("when the person sits in another zone, then their client says so", () => {
    const { client } = setUp();
    const guest = people.at(-1) as PersonRecord;

    const { activity } = client.say({ person: guest, place: "personal", text: "Hi" });

    expect(activity).toMatchObject({
      localTimezone: "Europe/London",
      entities: [{ type: "clientInfo", timezone: "Europe/London" }],
    });
  });

  it("when it begins a thread in the channel, then the conversation names the message as its root", () => {
    const { client } = setUp();

    const { message, activity } = client.say({
      person: member,
      place: "channel",
      text: "Vem vet?",
      mentionsBot: true,
    });

    expect(activity).toMatchObject({
      text: "<at>Kollega</at> Vem vet?",
      conversation: { id: `${channel.id};messageid=${message.id}`, conversationType: "channel" },
      channelData: {
        team: { id: team.id, aadGroupId: team.aadGroupId },
        channel: { id: channel.id },
      },
      entities: expect.arrayContaining([
        {
          type: "mention",
          text: "<at>Kollega</at>",
          mentioned: { id: "28:kollega", name: "Kollega" },
        },
      ]),
    });
  });

  it("when it answers in a thread, then it goes to the same conversation", () => {
    const { client } = setUp();
    const { message: root } = client.say({ person: member, place: "channel", text: "Ett" });

    const { message, activity } = client.say({
      person: finn,
      place: "channel",
      text: "entä @kollega?",
      thread: root.id,
    });

    expect(message.thread).toBe(root.id);
    expect(activity).toMatchObject({
      text: "entä <at>Kollega</at>?",
      conversation: { id: `${channel.id};messageid=${root.id}` },
    });
  });

  it.each(["channel", "group"] as const)(
    "when it is written in a %s without mentioning the bot, then the bot does not get it",
    (place) => {
      const { client } = setUp();

      expect(
        client.say({ person: member, place, text: "skriv till a@kollega.example" }),
      ).not.toHaveProperty("activity");
    },
  );
});

describe("a place", () => {
  it("when it is opened for the first time, then the bot is added to it, and never again", () => {
    const { client } = setUp();

    const first = client.open({ person: member, place: "group" });
    const again = client.open({ person: finn, place: "group" });

    expect(first.map(({ type }) => type)).toEqual(["installationUpdate", "conversationUpdate"]);
    expect(again).toEqual([]);
  });

  it("when it is the team's channel, then the bot is told of the team and the channel by name", () => {
    const { client } = setUp();

    const events = client.open({ person: coordinator, place: "channel" });

    for (const event of events) {
      expect(event).toMatchObject({
        conversation: { id: channel.id, conversationType: "channel" },
        channelData: { team, channel },
      });
    }
    expect(events[1]).toMatchObject({
      membersAdded: [{ id: "28:kollega" }],
      channelData: { eventType: "teamMemberAdded" },
    });
  });
});

describe("what the bot sends", () => {
  it("when it posts, edits and deletes a message, then everyone in the place sees that", async () => {
    const { connector, news } = setUp();

    const posted = connector.post(`${channel.id};messageid=1`, card("one"));
    const { id } = posted.body as { id: string };
    const { mark, messages } = await news([channel.id]);
    connector.update(channel.id, id, card("two"));
    const edited = await news([channel.id], mark);
    const deleted = connector.remove(channel.id, id);
    const afterwards = await news([channel.id], edited.mark);

    expect(posted.status).toBe(201);
    expect(messages).toMatchObject([{ id, thread: "1", state: "sent" }]);
    expect(edited.messages).toMatchObject([{ id, state: "edited", activity: card("two") }]);
    expect(deleted.status).toBe(200);
    expect(afterwards.messages).toMatchObject([{ id, state: "deleted", activity: {} }]);
  });

  it("when a message is not there, deleted or not its own, then it can neither be edited nor deleted", () => {
    const { connector, client } = setUp();
    const { message } = client.say({ person: member, place: "personal", text: "Hej" });
    const { id } = connector.post("a:kollega-2", card("one")).body as { id: string };
    connector.remove("a:kollega-2", id);

    const statuses = [
      connector.update("a:kollega-2", "7", card("two")),
      connector.update("a:kollega-2", id, card("two")),
      connector.remove("a:kollega-2", message.id),
    ].map(({ status }) => status);

    expect(statuses).toEqual([404, 404, 404]);
  });

  it("when it is larger than Teams takes, then it is refused", () => {
    const { connector } = setUp();

    expect(connector.post("a:kollega-2", card("x".repeat(52_000))).status).toBe(413);
  });

  it("when throttling is switched on, then so many calls are told to wait", () => {
    const { connector } = setUp();
    connector.refuseNext({ status: 429, code: "Throttled", retryAfterSeconds: 3, times: 2 });

    const answers = [1, 2, 3].map(() => connector.post("a:kollega-2", card("one")));

    expect(answers.map(({ status }) => status)).toEqual([429, 429, 201]);
    expect(answers[0]).toMatchObject({
      headers: { "retry-after": "3" },
      body: { error: { code: "Throttled" } },
    });
  });

  it("when it types, then that is told but not kept", async () => {
    const { connector, news } = setUp();
    const { mark } = await news(["a:kollega-2"]);

    connector.post("a:kollega-2", { type: "typing" });

    expect(await news(["a:kollega-2"], mark)).toMatchObject({
      messages: [],
      typing: [{ conversation: "a:kollega-2" }],
    });
  });

  it("when it opens a conversation with a person, then that is their personal chat", () => {
    const { connector } = setUp();

    const created = connector.create({ members: [{ id: finn.id }], activity: card("hei") });

    expect(created).toMatchObject({ status: 201, body: { id: "a:kollega-3" } });
    expect(connector.create({ members: [{ id: "29:nobody" }] }).status).toBe(403);
  });

  it("when it opens a conversation in the channel, then that is a new thread", () => {
    const { connector } = setUp();

    const { body } = connector.create({
      channelData: { channel: { id: channel.id } },
      activity: card("news"),
    });

    const { id, activityId } = body as { id: string; activityId: string };
    expect(id).toBe(`${channel.id};messageid=${activityId}`);
  });

  it("when it posts to a channel without a thread, then a new thread begins", () => {
    const { connector } = setUp();

    const { body } = connector.post("19:kollega-announcements@thread.tacv2", card("news"));

    const { id } = body as { id: string };
    expect(connector.transcript.find(id)).toMatchObject({ thread: id });
    expect(connector.create({ channelData: { channel: { id: "19:x" } } }).status).toBe(404);
  });
});

describe("a roster", () => {
  it("when it is read, then the five stand in it, page by page", () => {
    const { connector } = setUp();

    const first = connector.pagedMembers(team.id, 3).body as Page;
    const second = connector.pagedMembers(team.id, 3, first.continuationToken).body as Page;

    expect([...first.members, ...second.members].map(({ name }) => name)).toEqual(
      people.map(({ name }) => name),
    );
    expect(second.continuationToken).toBeUndefined();
    expect(connector.member(team.id, coordinator.aadObjectId)).toMatchObject({ status: 200 });
    expect(connector.member("a:kollega-4", "29:kollega-tryout-4").body).toMatchObject({
      email: "maija.sjolund@kollega.example",
      userPrincipalName: "maija.sjolund@kollega.example",
    });
    expect(connector.member(team.id, "29:kollega-tryout-5").body).toMatchObject({
      email: "daniel.price@gast.example",
      userPrincipalName: "daniel.price_gast.example#EXT#@kollega.example",
    });
    expect(connector.members("a:kollega-2").body).toMatchObject([{ name: member.name }]);
  });

  type Page = { members: readonly { name: string }[]; continuationToken?: string };
});

describe("a press", () => {
  it("when it is answered with a card, then only the presser sees that card, until the bot edits the message", () => {
    const { connector, client } = setUp();
    const { id } = connector.post(`${channel.id};messageid=1`, card("all")).body as { id: string };
    const activity = client.press({
      person: member,
      place: "channel",
      message: id,
      verb: "ask.choose",
      data: { key: "k" },
    });

    client.answered({
      person: member,
      message: id,
      body: {
        statusCode: 200,
        type: "application/vnd.microsoft.card.adaptive",
        value: { text: "own" },
      },
    });

    expect(activity).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: id,
      conversation: { id: `${channel.id};messageid=1` },
      value: { action: { type: "Action.Execute", verb: "ask.choose", data: { key: "k" } } },
    });
    expect(connector.transcript.find(id)?.ownCards).toEqual({ [member.id]: { text: "own" } });
    connector.update(channel.id, id, card("new"));
    expect(connector.transcript.find(id)?.ownCards).toEqual({});
  });

  it("when the client knows only Action.Submit, then a message with the value is posted", () => {
    const { connector, client } = setUp();
    const { id } = connector.post("a:kollega-2", card("all")).body as { id: string };

    const activity = client.press({
      person: member,
      place: "personal",
      message: id,
      verb: "ask.none",
      data: { key: "k" },
      asSubmit: true,
    });

    expect(activity).toMatchObject({ type: "message", value: { verb: "ask.none", key: "k" } });
    expect(activity).not.toHaveProperty("text");
  });

  it("when it is answered with a sentence, then that is handed over and the card stays", () => {
    const { connector, client } = setUp();
    const { id } = connector.post("a:kollega-2", card("all")).body as { id: string };

    const sentence = client.answered({
      person: member,
      message: id,
      body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Nej" },
    });

    expect(sentence).toBe("Nej");
    expect(connector.transcript.find(id)?.ownCards).toEqual({});
  });
});

describe("waiting for news", () => {
  it("when something is said meanwhile, then the wait ends at once", async () => {
    const { connector, news } = setUp();
    const { mark } = await news(["a:kollega-2"]);

    const waiting = news(["a:kollega-2"], mark, 20_000);
    connector.post("a:kollega-3", card("not for them"));
    connector.post("a:kollega-2", card("one"));

    expect((await waiting).messages).toHaveLength(1);
  });

  it("when the program ends, then nobody waits on", async () => {
    const { connector, news } = setUp();
    const { mark } = await news(["a:kollega-2"]);

    const waiting = news(["a:kollega-2"], mark, 20_000);
    connector.transcript.close();

    expect((await waiting).messages).toEqual([]);
  });

  it("when the mark is another program's, then everything comes and is said to be anew", async () => {
    const { connector, news } = setUp();
    connector.post("a:kollega-2", card("one"));

    const changes = await news(["a:kollega-2"], "1-5", 20_000);

    expect(changes).toMatchObject({ reset: true, messages: [{}] });
  });
});

import { parseActivity } from "../../../src/platform/teams/parse-activity.ts";
import { createLoopbackClient } from "../../../src/platform/tryout/loopback-client.ts";
import { createLoopbackConnector } from "../../../src/platform/tryout/loopback-connector.ts";
import { channel, people } from "../../../src/platform/tryout/people.ts";

const [, oskar, hanna] = people;
if (!oskar || !hanna) throw new Error("nobody lives here");

function setUp() {
  const connector = createLoopbackConnector();
  const client = createLoopbackClient({ connector, serviceUrl: () => "http://127.0.0.1:1/c" });
  const arrivalOf = (activity: unknown) => {
    const parsed = parseActivity(activity);
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.arrival;
  };
  return { connector, client, arrivalOf };
}

describe("an action on a message of the try-out", () => {
  it("when it is chosen on a reply in the forum, then the bot gets the message, its author and its thread", () => {
    const { client, arrivalOf } = setUp();
    const place = "channel" as const;
    const { message: root } = client.say({ person: hanna, place, text: "Miten?" });
    const { message } = client.say({
      person: hanna,
      place,
      thread: root.id,
      text: "@Kollega 1 < 2 & <b>\nTvå",
    });

    const arrival = arrivalOf(
      client.act({ person: oskar, place, message: message.id, command: "askNetwork" }),
    );

    expect(arrival).toMatchObject({
      type: "message-action",
      command: "askNetwork",
      stage: "open",
      actor: { person: oskar.aadObjectId },
      conversation: { kind: "channel", id: `${channel.id};messageid=${root.id}` },
      message: {
        id: message.id,
        threadRoot: root.id,
        text: "Kollega 1 < 2 & <b>\nTvå",
        author: { name: hanna.name, person: hanna.aadObjectId },
        link: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\//u),
      },
    });
  });

  it("when its dialog is sent back, then it is a press with what the button carries", () => {
    const { client, arrivalOf } = setUp();
    const place = "personal" as const;
    const { message } = client.say({ person: oskar, place, text: "Hur?" });
    const data = { verb: "term.share", key: "k", id: "t1" };

    const chosen = { person: oskar, place, message: message.id, command: "lookUpTerms", data };

    expect(arrivalOf(client.act(chosen))).toMatchObject({
      type: "action",
      verb: "term.share",
      key: "k",
      data: { id: "t1" },
      dialog: { command: "lookUpTerms" },
    });
  });

  it("when the message is gone, then nothing is posted", () => {
    const { client } = setUp();

    expect(
      client.act({ person: oskar, place: "personal", message: "1", command: "x" }),
    ).toBeUndefined();
  });
});

describe("the search of the try-out", () => {
  it.each(["", "upphandling"])("when %j is looked up, then the bot is asked for it", (query) => {
    const { client, arrivalOf } = setUp();

    expect(arrivalOf(client.search({ person: oskar, place: "group", query }))).toMatchObject({
      type: "search",
      command: "search",
      query,
      skip: 0,
      count: 25,
    });
  });

  it("when a card is inserted, then it is a message of the person's own in the thread", () => {
    const { client, connector } = setUp();
    const place = "channel" as const;
    const { message: root } = client.say({ person: hanna, place, text: "Miten?" });
    const card = { type: "AdaptiveCard", body: [] };

    const { id } = client.insert({ person: oskar, place, thread: root.id, card, summary: "Term" });

    expect(connector.transcript.find(id)).toMatchObject({
      thread: root.id,
      from: { id: oskar.id },
      activity: { summary: "Term", attachments: [{ content: card }] },
    });
  });
});

import type { Card, Reply } from "../../../src/core/reply.ts";
import type { Arrival } from "../../../src/core/turn.ts";
import { invokeAnswer } from "../../../src/platform/teams/answer-invoke.ts";

const base = {
  id: "f:1",
  actor: { tenant: "t", person: "p", name: "P" },
  conversation: { kind: "group", id: "g" },
  address: {
    v: 1,
    serviceUrl: "https://smba.trafficmanager.net/emea/",
    channel: "msteams",
    conversationId: "g",
    botId: "28:kollega",
  },
} as const;
const press = { ...base, type: "action", verb: "v", data: {}, via: "execute" } as const;
const chosen: Arrival = { ...base, type: "message-action", command: "c", stage: "open", data: {} };
const search: Arrival = {
  ...base,
  type: "search",
  command: "search",
  query: "",
  skip: 0,
  count: 9,
};
const inDialog: Arrival = { ...press, dialog: { command: "c" } };

const card: Card = { kind: "help", language: "sv", summary: "S", view: {} };
const sentence: Reply = { type: "sentence", language: "sv", text: "Så." };
const submit = { type: "Action.Submit", title: "Ja", data: { verb: "v", key: "k" } };
const rendered = {
  type: "AdaptiveCard",
  body: [
    { type: "Container", selectAction: { type: "Action.Execute", verb: "v", fallback: submit } },
    { type: "ColumnSet", fallback: "drop" },
  ],
  actions: [
    { type: "Action.Execute", title: "Ja", verb: "v", data: { key: "k" }, fallback: submit },
    { type: "Action.OpenUrl", url: "https://example.org" },
  ],
};
const asDialog = {
  type: "AdaptiveCard",
  body: [
    { type: "Container", selectAction: submit },
    { type: "ColumnSet", fallback: "drop" },
  ],
  actions: [submit, { type: "Action.OpenUrl", url: "https://example.org" }],
};
const answer = (arrival: Arrival, reply?: Reply) => invokeAnswer(arrival, reply, () => rendered);

describe("what an invoke is answered with", () => {
  it("when a button was pressed, then it is a card or a sentence in the shape of Universal Actions", () => {
    const type = "application/vnd.microsoft.card.adaptive";
    const words = "application/vnd.microsoft.activity.message";

    expect(answer(press, { type: "card", card })).toEqual({
      statusCode: 200,
      type,
      value: rendered,
    });
    expect(answer(press, sentence)).toEqual({ statusCode: 200, type: words, value: "Så." });
    expect(answer(press)).toEqual({ statusCode: 200, type: words, value: "" });
  });

  it.each([
    ["a message action", chosen],
    ["a press in its dialog", inDialog],
  ])("when it is %s, then a card is a dialog whose buttons are submits", (_, arrival) => {
    const dialog = answer(arrival, { type: "dialog", title: "T".repeat(100), card });

    expect(dialog).toMatchObject({
      task: {
        type: "continue",
        value: {
          title: "T".repeat(64),
          card: { contentType: "application/vnd.microsoft.card.adaptive", content: asDialog },
        },
      },
    });
    expect(answer(arrival, { type: "card", card })).toMatchObject({
      task: { type: "continue", value: { title: "Kollega" } },
    });
    expect(answer(arrival, sentence)).toEqual({ task: { type: "message", value: "Så." } });
    expect(answer(arrival)).toEqual({});
  });

  it("when it is a search, then it is a list of cards, each with a line to choose by", () => {
    const reply: Reply = { type: "list", items: [{ title: "<b>T", text: "x", card }] };

    expect(answer(search, reply)).toEqual({
      composeExtension: {
        type: "result",
        attachmentLayout: "list",
        attachments: [
          {
            contentType: "application/vnd.microsoft.card.adaptive",
            content: rendered,
            preview: {
              contentType: "application/vnd.microsoft.card.thumbnail",
              content: { title: " b T", text: "x" },
            },
          },
        ],
      },
    });
    expect(answer(search)).toEqual({
      composeExtension: { type: "result", attachmentLayout: "list", attachments: [] },
    });
    expect(answer(search, sentence)).toEqual({
      composeExtension: { type: "message", text: "Så." },
    });
  });

  it("when a card cannot be made, then a dialog says so and a list goes without it", () => {
    const broken = (arrival: Arrival, reply: Reply) => invokeAnswer(arrival, reply, () => "Oj.");

    expect(broken(chosen, { type: "card", card })).toEqual({
      task: { type: "message", value: "Oj." },
    });
    expect(broken(search, { type: "list", items: [{ title: "T", card }] })).toMatchObject({
      composeExtension: { attachments: [] },
    });
  });

  it("when nobody here knows the invoke, then there is none", () => {
    expect(answer({ ...base, type: "event", name: "invoke x" }, sentence)).toBeUndefined();
  });
});

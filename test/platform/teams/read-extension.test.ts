import { parseActivity } from "../../../src/platform/teams/parse-activity.ts";

const channel = "19:forum@thread.tacv2";
const base = {
  type: "invoke",
  id: "f:1",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  channelId: "msteams",
  from: { id: "29:anna", aadObjectId: "A" },
  recipient: { id: "28:kollega", name: "Kollega" },
  conversation: { id: `${channel};messageid=1611060744833`, conversationType: "channel" },
};
/** As Microsoft's documentation shows it. */
const messagePayload = {
  linkToMessage: `https://teams.microsoft.com/l/message/${channel}/1611060744833`,
  id: "1611060744833",
  replyToId: null,
  createdDateTime: "2021-01-19T12:52:24.833Z",
  deleted: false,
  subject: null,
  importance: "normal",
  locale: "en-us",
  body: {
    contentType: "html",
    content: '<div><div><at id="0">Vera</at> Hur g&ouml;r vi?&nbsp;<b>Nu</b></div>\n</div>',
  },
  from: {
    device: null,
    user: { userIdentityType: "aadUser", id: "B130C271", displayName: "Olo Brockhouse" },
    application: null,
  },
};

function arrivalOf(name: string, value: unknown, more: object = {}) {
  const parsed = parseActivity({ ...base, name: `composeExtension/${name}`, value, ...more });
  if (!parsed.ok) throw new Error(parsed.reason);
  expect(parsed.isInvoke).toBe(true);
  return parsed.arrival;
}
const shown = (payload: unknown) => {
  const arrival = arrivalOf("fetchTask", { commandId: "askNetwork", messagePayload: payload });
  return arrival.type === "message-action" ? arrival.message : undefined;
};

describe("a search while writing", () => {
  const search = (value: unknown) => arrivalOf("query", value);

  it("when something is typed, then it is read with the page that is asked for", () => {
    const value = {
      commandId: "search",
      parameters: [{ name: "query", value: " utvärderings&nbsp;grund\u200b " }],
      queryOptions: { skip: 25, count: 10 },
    };

    expect(search(value)).toMatchObject({
      type: "search",
      command: "search",
      query: "utvärderings grund",
      skip: 25,
      count: 10,
    });
  });

  it.each<[string, unknown]>([
    [
      "it is only opened",
      { commandId: "search", parameters: [{ name: "initialRun", value: "true" }] },
    ],
    ["it says nothing", undefined],
    ["its parameters are none", { commandId: "search", parameters: "query", queryOptions: 5 }],
    ["its query is no text", { commandId: "search", parameters: [{ name: "query", value: {} }] }],
    ["its page is none", { queryOptions: { skip: -1, count: 0.5 } }],
  ])("when %s, then the query is empty and the page the first", (_, value) => {
    expect(search(value)).toMatchObject({ type: "search", query: "", skip: 0, count: 25 });
  });

  it("when more is asked for than anyone looks at, then it stays within bounds", () => {
    const value = {
      parameters: [{ name: "query", value: "å".repeat(5_000) }],
      queryOptions: { skip: 1e9, count: 1e9 },
    };
    const arrival = search(value);

    expect(arrival).toMatchObject({ skip: 1_000, count: 25 });
    expect(arrival.type === "search" && arrival.query.length).toBe(500);
  });
});

describe("a message action", () => {
  it("when it is chosen on a message, then the message is read without markup", () => {
    const value = { commandId: "askNetwork", commandContext: "message", messagePayload };

    expect(arrivalOf("fetchTask", value)).toMatchObject({
      type: "message-action",
      command: "askNetwork",
      stage: "open",
      data: {},
      conversation: { kind: "channel", id: base.conversation.id },
      message: {
        id: "1611060744833",
        text: "Vera Hur gör vi? Nu",
        author: { name: "Olo Brockhouse", person: "b130c271" },
        threadRoot: "1611060744833",
        link: messagePayload.linkToMessage,
        createdAt: "2021-01-19T12:52:24.833Z",
      },
    });
  });

  it("when the activity names only the channel, then the message tells the thread", () => {
    const conversation = { id: channel, conversationType: "channel" };
    const reply = { ...messagePayload, id: "18", replyToId: "17" };
    const value = { commandId: "askNetwork", messagePayload: reply };
    const arrival = arrivalOf("fetchTask", value, { conversation });

    expect(arrival.conversation.id).toBe(`${channel};messageid=17`);
    expect(arrival.address.conversationId).toBe(`${channel};messageid=17`);
  });

  it("when the activity names a thread, then a message cannot name another", () => {
    const value = { commandId: "x", messagePayload: { ...messagePayload, replyToId: "99" } };

    expect(arrivalOf("fetchTask", value).conversation.id).toBe(base.conversation.id);
  });

  it.each<[string, object, object]>([
    ["a link elsewhere", { linkToMessage: "https://evil.example/l/message" }, { link: undefined }],
    ["a link that is no https", { linkToMessage: "javascript:alert(1)" }, { link: undefined }],
    [
      "a link behind a user name",
      { linkToMessage: "https://teams.microsoft.com@evil.example/" },
      { link: undefined },
    ],
    [
      "a root that would name another place",
      { replyToId: "1;x=19:other" },
      { threadRoot: "1611060744833" },
    ],
    ["no author", { from: null }, { author: undefined }],
    [
      "an app as its author",
      { from: { application: { id: "x", displayName: "Forms" } } },
      { author: { name: "Forms" } },
    ],
    ["no body", { body: 5 }, { text: "" }],
    ["a date that is none", { createdDateTime: "soon" }, { createdAt: undefined }],
  ])("when the message has %s, then that is passed over", (_, more, expected) => {
    const message = shown({ ...messagePayload, ...more }) as Record<string, unknown>;

    for (const [name, value] of Object.entries(expected)) expect(message[name]).toEqual(value);
  });

  it.each([[undefined], [null], ["x"], [{}], [{ id: "a b" }], [{ id: 7 }]])(
    "when the message is %j, then there is none",
    (payload) => {
      expect(shown(payload)).toBeUndefined();
    },
  );

  it("when a dialog is sent back without a button of ours, then what it held and its key are read", () => {
    const value = { commandId: "savePractice", messagePayload, data: { key: "k", title: "T" } };

    expect(arrivalOf("submitAction", value)).toMatchObject({
      type: "message-action",
      stage: "submit",
      key: "k",
      data: { title: "T" },
    });
  });

  it("when a button of ours is pressed in a dialog, then it is a press that waits for an answer", () => {
    const data = { verb: "discussion.close", key: "k", id: "d1" };
    const arrival = arrivalOf("submitAction", { commandId: "askNetwork", messagePayload, data });

    expect(arrival).toMatchObject({
      type: "action",
      via: "execute",
      verb: "discussion.close",
      key: "k",
      data: { id: "d1" },
      dialog: { command: "askNetwork", message: { id: "1611060744833" } },
    });
  });
});

import fc from "fast-check";
import { type Parsed, parseActivity } from "../../../src/platform/teams/parse-activity.ts";

const bot = { id: "28:kollega", name: "Kollega" };
const personal = {
  type: "message",
  id: "1700000000001",
  timestamp: "2026-03-02T08:00:00.000Z",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  channelId: "msteams",
  from: { id: "29:anna", name: "Anna", aadObjectId: "00000000-0000-4000-8000-00000000000A" },
  recipient: bot,
  conversation: { id: "a:chat", conversationType: "personal", tenantId: "Tenant-1" },
  locale: "sv-FI",
  text: "Hur har andra gjort?",
};
const channelData = {
  tenant: { id: "tenant-1" },
  team: { id: "19:team@thread.tacv2", aadGroupId: "group-1" },
};
const inChannel = {
  ...personal,
  conversation: { id: "19:forum@thread.tacv2", conversationType: "channel", isGroup: true },
  channelData,
};

function arrivalOf(activity: unknown): Extract<Parsed, { ok: true }>["arrival"] {
  const parsed = parseActivity(activity);
  if (!parsed.ok) throw new Error(`refused: ${parsed.reason}`);
  return parsed.arrival;
}
function textOf(activity: object): string {
  const arrival = arrivalOf({ ...personal, ...activity });
  if (arrival.type !== "message") throw new Error(`a ${arrival.type}`);
  return arrival.text;
}
const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(personal).filter(([name]) => !names.includes(name)));

describe("a message", () => {
  it("when it comes from a personal chat, then everything needed to answer it is read", () => {
    expect(parseActivity(personal)).toEqual({
      ok: true,
      isInvoke: false,
      arrival: {
        type: "message",
        id: "1700000000001",
        text: "Hur har andra gjort?",
        isMentioned: true,
        actor: {
          tenant: "tenant-1",
          person: "00000000-0000-4000-8000-00000000000a",
          name: "Anna",
          userId: "29:anna",
        },
        conversation: { kind: "personal", id: "a:chat" },
        address: {
          v: 1,
          serviceUrl: "https://smba.trafficmanager.net/emea/",
          channel: "msteams",
          conversationId: "a:chat",
          botId: "28:kollega",
          botName: "Kollega",
          tenant: "Tenant-1",
        },
        locale: "sv-FI",
      },
    });
  });

  it("when it begins a thread in a channel, then its thread is its own", () => {
    const { conversation, address } = arrivalOf(inChannel);

    expect(conversation).toEqual({
      kind: "channel",
      id: "19:forum@thread.tacv2;messageid=1700000000001",
      team: { id: "19:team@thread.tacv2", aadGroupId: "group-1" },
    });
    expect(address.conversationId).toBe(conversation.id);
  });

  it("when it is written in a thread, then the thread stays, whatever its own id", () => {
    const id = "19:forum@thread.tacv2;messageid=1699999999999";

    const { conversation } = arrivalOf({
      ...inChannel,
      conversation: { ...inChannel.conversation, id },
    });

    expect(conversation.id).toBe(id);
  });

  it("when the client names no conversation type, then team and group tell", () => {
    const kindOf = (conversation: object, more: object = {}) =>
      arrivalOf({ ...personal, conversation: { id: "c", ...conversation }, ...more }).conversation
        .kind;

    expect(kindOf({})).toBe("personal");
    expect(kindOf({ isGroup: true })).toBe("group");
    expect(kindOf({ conversationType: "groupChat" })).toBe("group");
    expect(kindOf({ isGroup: true }, { channelData })).toBe("channel");
  });

  it("when it is the chat of two people, then it is not the bot's own chat with one of them", () => {
    const conversation = { id: "19:one_other@unq.gbl.spaces", conversationType: "personal" };

    expect(arrivalOf({ ...personal, conversation }).conversation.kind).toBe("group");
  });

  it("when the sender has no Entra id, then the channel's id names them, and no tenant is none", () => {
    const { actor } = arrivalOf({
      ...personal,
      from: { id: "29:Guest" },
      conversation: { id: "c" },
    });

    expect(actor).toEqual({
      tenant: "none",
      person: "29:Guest",
      name: "",
      userId: "29:Guest",
    });
  });

  it("when the locale only stands in the client's info, then it is read from there", () => {
    const entities = [{ type: "clientInfo", locale: "fi-FI" }];

    expect(arrivalOf({ ...without("locale"), entities }).locale).toBe("fi-FI");
    expect(arrivalOf({ ...personal, entities }).locale).toBe("sv-FI");
  });
});

describe("the zone that a client is set to", () => {
  const zoneOf = (timezone: unknown, localTimezone?: unknown) =>
    arrivalOf({ ...personal, localTimezone, entities: [{ type: "clientInfo", timezone }] })
      .timeZone;

  it.each([
    ["Europe/Helsinki", undefined, "Europe/Helsinki"],
    [undefined, "Europe/Stockholm", "Europe/Stockholm"],
    ["America/Argentina/Buenos_Aires", "Europe/Helsinki", "America/Argentina/Buenos_Aires"],
    ["UTC", undefined, "UTC"],
    ["Etc/GMT+2", undefined, "Etc/GMT+2"],
    ["FLE Standard Time", "Europe/Helsinki", "Europe/Helsinki"],
    ["Europe/Atlantis", undefined, undefined],
    ["+02:00", undefined, undefined],
    ["../../etc/passwd", undefined, undefined],
    [`Europe/${"a".repeat(1_000)}`, undefined, undefined],
    ["", undefined, undefined],
    [5, {}, undefined],
  ])("when it says %j, and the activity %j, then it is %j", (info, local, zone) => {
    expect(zoneOf(info, local)).toBe(zone);
  });
});

describe("a message's text", () => {
  const mention = (text: string, mentioned: object = bot) => ({
    type: "mention",
    text,
    mentioned,
  });

  it.each([
    ["<at>Kollega</at> hur?", "hur?"],
    ["<at>Kollega</at>&nbsp;hur?", "hur?"],
    ["hur <at>Kollega</at> då?", "hur då?"],
    ["<at>Kollega</at> <at>Kollega</at> hur?", "hur?"],
    ["<at>Kollega</at>", ""],
    ["<p><at>Kollega</at>&nbsp;hur?</p>", "hur?"],
    ["<at>Kollega</at>\n\nhur?", "hur?"],
  ])("when it is %j, then the bot's mention is gone: %j", (text, said) => {
    expect(textOf({ text, entities: [mention("<at>Kollega</at>")] })).toBe(said);
  });

  it("when somebody else is mentioned, then their name stays", () => {
    const text = "<at>Kollega</at> vad gör <at>Vera</at>?";
    const entities = [mention("<at>Kollega</at>"), mention("<at>Vera</at>", { id: "29:vera" })];

    expect(textOf({ text, entities })).toBe("vad gör Vera ?");
  });

  it.each([
    ["AT&amp;T &lt;b&gt; &quot;x&quot;", 'AT&T <b> "x"'],
    ["&amp;lt;", "&lt;"],
    ["<p>Ett</p><p>Två</p>", "Ett\n Två"],
    ["<div>Ett<br>Två</div>", "Ett\nTvå"],
    ["<p>a <strong>b</strong> <em style='x'>c</em></p>", "a b c"],
    ["a < b och c > d", "a < b och c > d"],
    ["  a \t  b  ", "a b"],
    ["a\u200b\u202eb\u0000", "ab"],
    ["hja\u0308lp", "hjälp"],
  ])("when it is %j, then it reads %j", (text, said) => {
    expect(textOf({ text })).toBe(said);
  });

  it.each([[undefined], [null], [5], [{}], [["a"]]])("when it is %j, then it is empty", (text) => {
    expect(textOf({ text })).toBe("");
  });

  it("when it is longer than anyone writes, then its beginning is read", () => {
    expect(textOf({ text: "å".repeat(50_000) }).length).toBe(20_000);
  });

  it.each([
    [{ type: "mention" }],
    [{ type: "mention", text: "x" }],
    [{ type: "mention", mentioned: bot }],
    [{ type: "mention", text: "", mentioned: bot }],
    ["mention"],
    [null],
  ])("when an entity is %j, then it is passed over", (entity) => {
    expect(textOf({ text: "hur x?", entities: [entity] })).toBe("hur x?");
  });
});

describe("a press", () => {
  const invoke = {
    ...without("text"),
    type: "invoke",
    name: "adaptiveCard/action",
    value: {
      action: {
        type: "Action.Execute",
        verb: "ask.choose",
        data: { kind: "practice", id: "p", key: "k1", verb: "other" },
      },
    },
  };

  it("when it is an execute, then verb, data and key are read apart", () => {
    const parsed = parseActivity(invoke);

    expect(parsed).toMatchObject({ ok: true, isInvoke: true });
    expect(arrivalOf(invoke)).toMatchObject({
      type: "action",
      via: "execute",
      verb: "ask.choose",
      key: "k1",
      data: { kind: "practice", id: "p" },
    });
    const press = arrivalOf(invoke);
    expect(press.type === "action" && Object.keys(press.data)).toEqual(["kind", "id"]);
  });

  it("when it is a submit, with or without a text, then it is the same press", () => {
    const value = { verb: "ask.choose", kind: "practice", id: "p", key: "k1" };

    for (const text of [undefined, "", "Öppna"]) {
      expect(arrivalOf({ ...personal, text, value })).toMatchObject({
        type: "action",
        via: "submit",
        verb: "ask.choose",
        key: "k1",
        data: { kind: "practice", id: "p" },
      });
    }
  });

  it("when a message has a value without a verb but a text, then it is what was written", () => {
    expect(arrivalOf({ ...personal, value: { x: 1 } })).toMatchObject({ type: "message" });
  });

  it.each([
    ["no verb", { data: {} }, ""],
    ["the verb in its data", { data: { verb: "ask.more" } }, "ask.more"],
    ["a verb that is no text", { verb: 5, data: {} }, ""],
    ["data that is no object", { verb: "ask.more", data: "x" }, "ask.more"],
  ])("when it has %s, then it is a press all the same", (_, action, verb) => {
    const press = arrivalOf({ ...invoke, value: { action } });

    expect(press).toMatchObject({ type: "action", verb, data: {} });
    expect(press).not.toHaveProperty("key");
  });

  it("when it is pressed in a channel, then the conversation is the thread it names", () => {
    const id = "19:forum@thread.tacv2;messageid=1";
    const press = arrivalOf({ ...invoke, channelData, conversation: { id } });

    expect(press.conversation).toMatchObject({ kind: "channel", id });
  });

  it("when it is another invoke, then it is noted by its name", () => {
    expect(arrivalOf({ ...invoke, name: "composeExtension/queryLink" })).toMatchObject({
      type: "event",
      name: "invoke composeExtension/queryLink",
    });
  });
});

describe("an event", () => {
  const update = { ...without("text", "id"), type: "conversationUpdate" };

  it("when the bot is among those added, then the bot joined, else somebody did", () => {
    const joinedWith = (...ids: readonly string[]) =>
      arrivalOf({ ...update, id: "e1", membersAdded: ids.map((id) => ({ id })) });

    expect(joinedWith("29:anna", bot.id)).toMatchObject({ type: "joined", bot: true });
    expect(joinedWith("29:anna")).toMatchObject({ type: "joined", bot: false });
  });

  it("when it has no id, then what happened and when names it, the same each time", () => {
    const first = arrivalOf({ ...update, membersAdded: [bot] });
    const again = arrivalOf({ ...update, membersAdded: [bot] });
    const later = arrivalOf({ ...update, timestamp: "2026-03-02T08:00:01.000Z" });

    expect(again.id).toBe(first.id);
    expect(later.id).not.toBe(first.id);
  });

  it("when a channel is created, then it is noted by that name, and its conversation is no thread", () => {
    const data = { ...channelData, eventType: "channelCreated" };
    const arrival = arrivalOf({
      ...inChannel,
      ...update,
      channelData: data,
      conversation: { id: "19:forum", conversationType: "channel" },
    });

    expect(arrival).toMatchObject({ type: "event", name: "channelCreated" });
    expect(arrival.conversation.id).toBe("19:forum");
  });

  it.each([
    ["add", { type: "joined", bot: true }],
    ["add-upgrade", { type: "joined", bot: true }],
    ["remove", { type: "event", name: "installation remove" }],
    ["remove-upgrade", { type: "event", name: "installation remove-upgrade" }],
    ["upgrade", { type: "event", name: "installation upgrade" }],
  ])("when the installation says %s, then that is what happened", (action, happened) => {
    const activity = { ...update, type: "installationUpdate", action, id: "e1" };

    expect(arrivalOf(activity)).toMatchObject(happened);
  });

  it.each(["messageReaction", "messageUpdate", "typing", "endOfConversation", "somethingNew"])(
    "when it is a %s, then it is noted and nothing more",
    (type) => {
      expect(arrivalOf({ ...update, type })).toMatchObject({ type: "event", name: type });
    },
  );
});

describe("what is no usable activity", () => {
  it.each<[string, unknown]>([
    ["is no JSON object", undefined],
    ["is null", null],
    ["is a list", [personal]],
    ["is a text", "message"],
    ["has no type", without("type")],
    ["has a type that is no text", { ...personal, type: 5 }],
    ["has no id", without("id")],
    ["has an empty id", { ...personal, id: "" }],
    ["has no service URL", without("serviceUrl")],
    ["has a service URL that is none", { ...personal, serviceUrl: "smba" }],
    ["has no conversation", without("conversation")],
    ["has a conversation without id", { ...personal, conversation: {} }],
    ["has no recipient", without("recipient")],
    ["has a recipient without id", { ...personal, recipient: { name: "Kollega" } }],
    ["has no sender", without("from")],
    ["has a sender without id", { ...personal, from: { name: "Anna" } }],
    ["is an event with neither id nor time", { ...without("id", "timestamp"), type: "typing" }],
    ["is an invoke without id", { ...without("id"), type: "invoke" }],
  ])("when it %s, then it is refused with a reason", (_, activity) => {
    expect(parseActivity(activity)).toEqual({ ok: false, reason: expect.stringMatching(/\w/u) });
  });

  it("when any JSON comes, then it is read or refused, never thrown at", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(typeof parseActivity(value).ok).toBe("boolean");
      }),
    );
  });

  it("when any part of an activity is any JSON, then it is read or refused, never thrown at", () => {
    const names = [...Object.keys(personal), "channelData", "entities", "value", "membersAdded"];
    const types = fc.constantFrom(
      "message",
      "invoke",
      "conversationUpdate",
      "installationUpdate",
      "messageUpdate",
      "messageDelete",
    );
    fc.assert(
      fc.property(
        types,
        fc.dictionary(fc.constantFrom(...names.filter((name) => name !== "type")), fc.jsonValue()),
        fc.constantFrom(
          { name: "adaptiveCard/action" },
          { name: "composeExtension/query" },
          { name: "composeExtension/fetchTask" },
          { name: "composeExtension/submitAction" },
          {},
        ),
        (type, parts, more) => {
          const parsed = parseActivity({ ...inChannel, ...more, ...parts, type });
          expect(typeof parsed.ok).toBe("boolean");
        },
      ),
    );
  });

  it("when a text is any at all, then it is read within a moment", () => {
    const html = fc.array(
      fc.constantFrom("<at>", "</at>", "<p ", ">", "<", "&nbsp;", "&lt;", "a", " ", "\n", "\u200b"),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(html, (parts) => {
        const said = textOf({ text: parts.join(""), textFormat: "xml" });
        expect(said).toBe(said.trim());
      }),
    );
    const began = performance.now();
    textOf({ text: "<p ".repeat(7_000), textFormat: "xml" });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

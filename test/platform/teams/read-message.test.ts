import { parseActivity } from "../../../src/platform/teams/parse-activity.ts";

const bot = { id: "28:kollega", name: "Kollega" };
const inForum = {
  type: "message",
  id: "1",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  channelId: "msteams",
  from: { id: "29:anna" },
  recipient: bot,
  conversation: { id: "19:forum@thread.tacv2;messageid=1", conversationType: "channel" },
};
const mention = (name: string, id: string) => ({
  type: "mention",
  text: `<at>${name}</at>`,
  mentioned: { id, name },
});

function read(activity: object, hearsOthers?: boolean) {
  const options = hearsOthers === undefined ? {} : { hearsOthers };
  const parsed = parseActivity({ ...inForum, ...activity }, options);
  if (!parsed.ok || parsed.arrival.type !== "message") throw new Error("no message");
  const { text, isMentioned } = parsed.arrival;
  return { text, isMentioned };
}

describe("whether a message is said to the bot", () => {
  it.each<[string, object, { text: string; isMentioned: boolean }]>([
    [
      "an entity mentions it",
      { text: "<at>Kollega</at> hur?", entities: [mention("Kollega", bot.id)] },
      { text: "hur?", isMentioned: true },
    ],
    [
      "an entity mentions it by a name that was edited",
      { text: "<at>Botten</at> hur?", entities: [mention("Botten", bot.id)] },
      { text: "hur?", isMentioned: true },
    ],
    ["nobody is mentioned", { text: "Hur gör vi?" }, { text: "Hur gör vi?", isMentioned: false }],
    [
      "somebody else is mentioned",
      { text: "<at>Vera</at> hur?", entities: [mention("Vera", "29:vera")] },
      { text: "Vera hur?", isMentioned: false },
    ],
    [
      "a namesake is mentioned",
      { text: "<at>Kollega</at> hur?", entities: [mention("Kollega", "29:kollega")] },
      { text: "Kollega hur?", isMentioned: false },
    ],
    [
      "its name is typed",
      { text: "Fråga Kollega, hur?" },
      { text: "Fråga Kollega, hur?", isMentioned: false },
    ],
    [
      "the mention stands in the text without any entity",
      { text: '<p><at id="0">kollega</at>&nbsp;hur?</p>' },
      { text: "hur?", isMentioned: true },
    ],
    [
      "somebody else's stands in the text without any entity",
      { text: "<at>Vera</at> hur?" },
      { text: "Vera hur?", isMentioned: false },
    ],
    [
      "the mention was typed as text, which Teams escapes",
      { text: "&lt;at&gt;Kollega&lt;/at&gt; hur?" },
      { text: "<at>Kollega</at> hur?", isMentioned: false },
    ],
    ["it has no text", { text: undefined }, { text: "", isMentioned: false }],
  ])("when %s, then it is found out", (_, activity, expected) => {
    expect(read(activity)).toEqual(expected);
  });

  it("when the bot's name is a pattern, then it is still only a name", () => {
    const recipient = { id: bot.id, name: "Kollega (test) - v1.0/a[b]|c" };

    expect(read({ recipient, text: `<at>${recipient.name}</at> hur?` })).toEqual({
      text: "hur?",
      isMentioned: true,
    });
  });

  it("when it is in a personal chat, then it always is", () => {
    const conversation = { id: "a:chat", conversationType: "personal" };

    expect(read({ conversation, text: "hur?" }).isMentioned).toBe(true);
  });

  it("when the client mentions nobody ever, as those for trying bots out, then it always is", () => {
    const conversation = { id: "g", conversationType: "groupChat", isGroup: true };

    expect(read({ conversation, text: "hur?" }, false).isMentioned).toBe(true);
    expect(read({ conversation, text: "hur?" }, true).isMentioned).toBe(false);
  });
});

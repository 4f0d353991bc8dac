/** The message action "announce this", as Teams posts it. */
import type { ContentDocument } from "../../src/core/content.ts";
import { type Language, languages } from "../../src/core/language.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { bothStores } from "./both-stores.ts";
import { botsOn } from "./bots-on.ts";
import { createPoster, messageAction, payload } from "./post-activity.ts";
import { fillWithCoordinators } from "./small-world.ts";
import { button, shownIn, type TestBot } from "./start-bot.ts";

const forum = {
  conversation: { id: "19:forum@thread.tacv2;messageid=17", conversationType: "channel" },
  channelData: { team: { id: "19:team-alfa@thread.tacv2" } },
};
/** The chat of two people: the bot is not in it. */
const twoPeople = { conversation: { id: "19:a_b@unq.gbl.spaces", conversationType: "personal" } };

const messages: Readonly<Record<Language, readonly [string, string]>> = {
  sv: ["Träffen flyttas till torsdag", "Vi ses i Åbo i stället, och det finns kaffe för alla."],
  fi: ["Tapaaminen siirtyy torstaille", "Näemme Turussa, ja kaikille on tarjolla kahvia."],
  en: [
    "The meeting moves to Thursday",
    "We will meet in Turku, and there is coffee for everybody.",
  ],
};
const fieldsOf = { sv: "Sv", fi: "Fi", en: "En" } as const;
const html = (language: Language) =>
  messages[language].map((line) => `<p>${line}</p>`).join("\n<p>&nbsp;</p>\n");

const fill = fillWithCoordinators({ alfa: ["karin", "siv"], beta: ["siv"] });

const announce = (message: object | undefined, locale = "sv-FI", more: object = {}) =>
  messageAction("announceThis", message, { locale, ...more });
const told = (text: string) => ({ task: { type: "message", value: text } });

describe.each(bothStores)("announce this, on $name", (storeKind) => {
  const bots = botsOn(storeKind, { usual: { fill } });

  async function start() {
    const bot = await bots.start();
    return { bot, ...createPoster(bot) };
  }
  const stored = (bot: TestBot) =>
    bot.app.library.contentOf<Readonly<Record<string, unknown>>>("announcement");

  describe.each(languages)("in %s", (language) => {
    const texts = textsIn(language).announcements.writing;
    const [title, text] = messages[language];
    const ending = fieldsOf[language];

    it("when a coordinator chooses it, then the draft is kept, opened in their own chat, and found again", async () => {
      const { bot, post } = await start();

      const chosen = await post("karin", announce(payload(html(language)), language), forum);
      const list = await bot.ask(
        { sv: "meddelanden", fi: "tiedotteet", en: "announcements" }[language],
        { person: "karin" },
      );

      expect(chosen).toEqual({ status: 200, body: told(texts.keptFromMessage) });
      const [editor] = bot.sent;
      expect(editor?.address.conversationId).toBe("chat-29:karin");
      expect(editor?.card).toMatchObject({ kind: "announcement-editor", language });
      expect(editor?.card.view["values"]).toMatchObject({
        [`title${ending}`]: title,
        [`text${ending}`]: text,
      });
      expect(editor?.card.view["notices"]).toEqual([texts.saved, texts.fromMessage]);
      const [announcement] = stored(bot);
      expect(announcement?.value).toMatchObject({
        network: "alfa",
        status: "draft",
        author: "tenant-1:karin",
        [`title${ending}`]: title,
      });
      expect(shownIn(list.rendered)).toEqual([`announcement:${announcement?.value["id"]}`]);
    });

    it("when somebody else chooses it, then they are told who may, and nothing is kept or sent", async () => {
      const { bot, post } = await start();

      const chosen = await post("mona", announce(payload(html(language)), language), forum);

      expect(chosen).toEqual({ status: 200, body: told(texts.onlyCoordinators) });
      expect(bot.sent).toEqual([]);
      expect(stored(bot)).toEqual([]);
    });
  });

  const texts = textsIn("sv").announcements.writing;

  it("when the message is in another language than its reader's, then its own fields are filled", async () => {
    const { bot, post } = await start();

    await post("karin", announce(payload(html("fi")), "sv-FI"), forum);

    expect(bot.sent[0]?.card).toMatchObject({ language: "sv" });
    expect(bot.sent[0]?.card.view["values"]).toMatchObject({
      titleFi: messages.fi[0],
      titleSv: "",
    });
  });

  it("when it comes again or is chosen again, then there is one draft, and what was changed in it stays", async () => {
    const { bot, post } = await start();
    const action = announce(payload(html("sv")), "sv-FI", { id: "f:1" });

    await post("karin", action, forum);
    const again = await post("karin", action, forum);
    expect(again.body).toEqual(told(texts.keptFromMessage));
    expect(bot.sent).toHaveLength(1);

    const save = button(bot.sent[0]?.rendered, "announcement.save");
    await bot.press(
      { ...save, data: { ...save.data, titleSv: "Träffen är på fredag" } },
      { person: "karin" },
    );
    await post("karin", announce(payload(html("sv"))), forum);

    expect(stored(bot).map(({ value }) => value["titleSv"])).toEqual(["Träffen är på fredag"]);
    expect(bot.sent.at(-1)?.card.kind).toBe("announcement-editor");
  });

  it("when what was made of the message is on its way, then there is another draft", async () => {
    const { bot, post } = await start();
    await post("karin", announce(payload(html("sv"))), forum);
    const [first] = stored(bot);
    const id = `announcement:${first?.value["id"]}`;
    const there = await bot.store.read<ContentDocument<object>>("content", "alfa", id);
    if (!there) throw new Error("there is no draft");
    const value = { ...there.doc.value, status: "sent" };
    await bot.store.replace("content", "alfa", { ...there.doc, value }, there.etag);

    const chosen = await post("karin", announce(payload(html("sv"))), forum);

    expect(chosen.body).toEqual(told(texts.keptFromMessage));
    expect(stored(bot)).toHaveLength(2);
  });

  it("when it is chosen in a chat where the bot is not, then nothing is said there, and it is for one's own networks", async () => {
    const { bot, post } = await start();

    const chosen = await post("karin", announce(payload(html("sv"))), twoPeople);

    expect(chosen.body).toEqual(told(texts.keptFromMessage));
    expect(bot.sent.map(({ address }) => address.conversationId)).toEqual(["chat-29:karin"]);
  });

  it("when somebody coordinates several networks, then the editor asks for which one, and it is kept when they have said so", async () => {
    const { bot, post } = await start();

    const chosen = await post("siv", announce(payload(html("sv"))), twoPeople);
    const editor = bot.sent[0];

    expect(chosen.body).toEqual(told(texts.openedFromMessage));
    expect(stored(bot)).toEqual([]);
    expect(editor?.card.view["values"]).toMatchObject({ titleSv: messages.sv[0] });
    const save = button(editor?.rendered, "announcement.save");
    const values = editor?.card.view["values"] as object;
    const data = { ...save.data, ...values, network: "beta", audience: "network:beta" };
    await bot.press({ ...save, data }, { person: "siv" });
    expect(stored(bot)[0]?.value).toMatchObject({ network: "beta", titleSv: messages.sv[0] });
  });

  it("when the personal chat cannot be reached, then that is the answer, and the draft is kept", async () => {
    const { bot, post } = await start();
    bot.openings.push({ state: "refused", reason: "blocked" });

    const chosen = await post("karin", announce(payload(html("sv"))), forum);

    expect(chosen.body).toEqual(told(textsIn("sv").errors["no-chat"]));
    expect(bot.sent).toEqual([]);
    expect(stored(bot)).toHaveLength(1);
  });

  it.each<[string, object | undefined]>([
    ["there is no message", undefined],
    ["the message is a picture", payload('<p><img src="x"></p>')],
    ["the message is no message", { id: { a: 1 }, body: 7 }],
  ])("when %s, then that is said and nothing is kept", async (_, message) => {
    const { bot, post } = await start();

    const chosen = await post("karin", announce(message), forum);

    expect(chosen).toEqual({ status: 200, body: told(texts.nothingToAnnounce) });
    expect(stored(bot)).toEqual([]);
  });

  it("when data is forged, then the actor and their own networks decide", async () => {
    const { bot, post } = await start();
    const value = {
      commandId: "announceThis",
      messagePayload: payload("<p>Hej</p>", { from: { user: { id: "karin" } } }),
      data: { network: "beta", id: "a-1", author: "karin", role: "admin" },
    };
    const submit = { type: "invoke", name: "composeExtension/submitAction", value };

    const byMember = await post("mona", { ...submit, locale: "sv-FI" }, forum);
    const byCoordinator = await post("karin", { ...submit, locale: "sv-FI" }, forum);

    expect(byMember.body).toEqual(told(texts.onlyCoordinators));
    expect(byCoordinator.body).toEqual(told(texts.keptFromMessage));
    expect(stored(bot).map(({ value: { network, author } }) => [network, author])).toEqual([
      ["alfa", "tenant-1:karin"],
    ]);
  });

  it("when the message is too long and full of markup, then what fits is kept as plain words, and that is said", async () => {
    const { bot, post } = await start();
    const long = `<p>&lt;at&gt;alla&lt;/at&gt; **Viktigt**</p>${"<p>Hej på er alla vänner.</p>".repeat(400)}`;

    await post("karin", announce(payload(long)), forum);

    const { card, rendered } = bot.sent[0] ?? {};
    expect(card?.view["values"]).toMatchObject({ titleSv: "<at>alla</at> **Viktigt**" });
    expect(card?.view["notices"]).toContain(texts.messageCut(4_000));
    expect(rendered?.["msteams"]).not.toHaveProperty("entities");
  });
});

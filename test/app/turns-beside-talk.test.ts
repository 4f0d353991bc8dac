/** What comes besides questions and presses: talk between people, searches while writing, actions on messages. */
import { languages } from "../../src/core/language.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { bothStores } from "./both-stores.ts";
import { createPoster, messageAction, payload } from "./post-activity.ts";
import { questions } from "./small-world.ts";
import { button, startBot, type TestBot } from "./start-bot.ts";

const forum = {
  conversation: { id: "19:forum@thread.tacv2;messageid=17", conversationType: "channel" },
  channelData: { team: { id: "19:team-alfa@thread.tacv2" } },
};
const mention = {
  entities: [{ type: "mention", text: "<at>Kollega</at>", mentioned: { id: "28:kollega" } }],
};
const message = (text: string, more: object = {}) => ({ type: "message", text, ...more });
const search = { type: "invoke", name: "composeExtension/query", locale: "fi-FI" };

describe.each(bothStores)("beside talk, on $name", (storeKind) => {
  const bots: TestBot[] = [];
  beforeAll(() => storeKind.start(), 60_000);
  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.close();
  });
  afterAll(() => storeKind.stop());

  async function start(options: { readonly hearsOthers?: boolean } = {}) {
    const calls: string[] = [];
    const bot = await startBot({
      place: storeKind.newPlace(),
      wrap: (documents) => ({
        ...documents,
        read: (container, ...rest) => {
          calls.push(`read ${container}`);
          return documents.read(container, ...rest);
        },
        create: (container, ...rest) => {
          calls.push(`create ${container}`);
          return documents.create(container, ...rest);
        },
      }),
    });
    bots.push(bot);
    calls.length = 0;
    return { bot, calls, ...createPoster(bot, options) };
  }

  it("when people talk in a channel, then nothing is said, and it costs no call to the store", async () => {
    const { bot, calls, post } = await start();

    const { status } = await post("anna", message(questions.sv.answer), forum);

    expect(status).toBe(200);
    expect(bot.sent).toEqual([]);
    expect(calls).toEqual([]);
  });

  it("when the bot is mentioned there, then it answers in the thread", async () => {
    const { bot, post } = await start();
    const text = `<at>Kollega</at> ${questions.sv.answer}`;

    await post("anna", message(text, mention), forum);
    await post("anna", message(text), forum);

    expect(bot.sent.map(({ card, address }) => [card.kind, address.conversationId])).toEqual([
      ["answer", forum.conversation.id],
      ["answer", forum.conversation.id],
    ]);
  });

  it.each(["hjälp", "Ohje", "help!"])(
    "when a whole message is the command %j, then it is one without a mention, too",
    async (text) => {
      const { bot, post } = await start();

      await post("anna", message(text), forum);

      expect(bot.sent.map(({ card }) => card.kind)).toEqual(["help"]);
    },
  );

  it("when the client mentions nobody ever, then every message is said to the bot", async () => {
    const { bot, post } = await start({ hearsOthers: false });

    await post("anna", message(questions.sv.answer), forum);

    expect(bot.sent.map(({ card }) => card.kind)).toEqual(["answer"]);
  });

  it.each(["messageUpdate", "messageDelete"])(
    "when nobody listens for a %s, then nothing is said, and it costs no call",
    async (type) => {
      const { bot, calls, post } = await start();

      const { status } = await post("anna", { type, id: "18", text: "hjälp" }, forum);

      expect({ status, sent: bot.sent, calls }).toEqual({ status: 200, sent: [], calls: [] });
    },
  );

  it("when something is searched for while writing, then it is answered at once, and leaves nothing behind", async () => {
    const { bot, calls, post } = await start();
    const value = { commandId: "nothing", parameters: [{ name: "initialRun", value: "true" }] };

    const answer = await post("anna", { ...search, value }, forum);

    expect(answer).toEqual({
      status: 200,
      body: { composeExtension: { type: "result", attachmentLayout: "list", attachments: [] } },
    });
    expect(bot.sent).toEqual([]);
    expect(calls).toEqual(["read members"]);
  });

  it.each(languages)(
    "when a message action is not one of ours, then %s says so",
    async (language) => {
      const { bot, post } = await start();

      const answer = await post(
        "anna",
        messageAction("launchRockets", payload("<p>Hej</p>"), { locale: language }),
        forum,
      );

      const value = textsIn(language).help.notYetText;
      expect(answer).toEqual({ status: 200, body: { task: { type: "message", value } } });
      expect(bot.sent).toEqual([]);
    },
  );

  it("when a button is pressed in a dialog, then it is answered there, once, and the chat keeps its memory", async () => {
    const { bot, post } = await start();
    const { rendered } = await bot.ask(questions.sv.choices, { person: "anna" });
    const { data } = button(rendered, "ask.choose");
    const press = {
      type: "invoke",
      name: "composeExtension/submitAction",
      value: { commandId: "lookUpTerms", data: { ...data, verb: "ask.choose" } },
    };

    const first = await post("anna", press, forum);
    const again = await post("anna", press, forum);

    expect(first).toMatchObject({ status: 200, body: { task: { type: "continue" } } });
    expect(JSON.stringify(first.body)).not.toContain("Action.Execute");
    expect(JSON.stringify(first.body)).toContain("Action.Submit");
    expect(again.body).toMatchObject({ task: { type: "continue" } });
    expect(bot.sent).toHaveLength(1);
  });

  it("when an action was chosen in somebody else's chat, then the person is still reached in their own", async () => {
    const { bot, post } = await start();
    const twoPeople = {
      conversation: { id: "19:a_b@unq.gbl.spaces", conversationType: "personal" },
    };
    await post("anna", message("hej", { locale: "sv-FI" }));
    await post("anna", messageAction("launchRockets", payload("<p>Hej</p>")), twoPeople);

    const state = await bot.store.read<{
      readonly id: string;
      readonly type: string;
      readonly v: number;
      readonly met: { readonly address: { readonly conversationId: string } };
    }>("members", "tenant-1:anna", "member");

    expect(state?.doc.met.address.conversationId).toBe("chat-anna");
  });

  it("when an invoke is none that anyone knows, then it is refused as before", async () => {
    const { post } = await start();

    const answer = await post(
      "anna",
      { type: "invoke", name: "composeExtension/queryLink" },
      forum,
    );

    expect(answer).toMatchObject({ status: 400, body: { error: { code: "unknown-invoke" } } });
  });
});

describe("a store that cannot be reached", () => {
  it("when it is searched or an action is chosen, then both are answered all the same", async () => {
    const { BotError } = await import("../../src/core/errors.ts");
    const down = async () => {
      throw new BotError("store-unavailable");
    };
    let isDown = false;
    const bot = await startBot({
      wrap: (documents) => ({
        ...documents,
        read: (...call) => (isDown ? down() : documents.read(...call)),
        create: (...call) => (isDown ? down() : documents.create(...call)),
        replace: (...call) => (isDown ? down() : documents.replace(...call)),
      }),
    });
    isDown = true;
    const { post } = createPoster(bot);

    const searched = await post("anna", { ...search, value: { commandId: "nothing" } }, forum);
    const chosen = await post("anna", messageAction("launchRockets", payload("x")), forum);

    expect(searched).toMatchObject({ status: 200, body: { composeExtension: { type: "result" } } });
    expect(chosen).toMatchObject({ status: 200, body: { task: { type: "message" } } });
    expect(bot.sent).toEqual([]);
    await bot.close();
  });
});

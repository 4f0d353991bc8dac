import { type BotConnector, createBotConnector } from "../fakes/bot-connector.ts";
import { cardOf, createTeamsClient, readReply, type TeamsClient } from "../fakes/teams-client.ts";
import { type Kollega, newDataDir, startKollega } from "./start-kollega.ts";

const question = "Hur har andra använt sysselsättningsvillkor i upphandlingar?";
const practice = "practice:sysselsattningsvillkor-helsingfors";

let connector: BotConnector;
let bot: Kollega;
let teams: TeamsClient;

const start = async (dataDir: string) => {
  // The port stays: the client goes on with the same address.
  const port = bot?.port;
  bot = await startKollega({ dataDir, ...(port !== undefined && { port }) });
  teams ??= createTeamsClient({ botUrl: bot.url, connector });
};

const killAndStartAgain = async () => {
  await bot.kill();
  await start(bot.dataDir);
};

beforeAll(async () => {
  connector = await createBotConnector();
  await start(newDataDir());
});
afterAll(async () => {
  await bot?.kill();
  await connector?.close();
});

describe("a bot that was killed", () => {
  it("when it is started again, then conversations go on where they were", async () => {
    const [one, another, third] = [1, 2, 3].map(() => teams.personalChat());
    const { thread } = await teams.channel().post(`<at>Kollega</at> ${question}`);
    for (const chat of [one!, another!, third!]) await chat.say(question);

    await killAndStartAgain();

    const more = readReply(await one!.say("fler"));
    expect(more).toMatchObject({ kind: "choices" });
    expect(more.things).not.toContain(practice);
    const contact = "contact:mikaela-sandbacka";
    expect(readReply(await another!.say("vem kan jag ringa om det?")).things).toContain(contact);
    expect(readReply(await thread.say("vem kan jag ringa om det?")).things).toContain(contact);
    expect(readReply(await third!.say("på finska?"))).toMatchObject({ language: "fi" });
  });

  it("when a chosen language was kept, then it still holds", async () => {
    const chat = teams.personalChat();
    await chat.say("language English");

    await killAndStartAgain();

    expect(readReply(await chat.say(question))).toMatchObject({ kind: "answer", language: "en" });
  });

  it("when an activity was answered before, then it is not answered again", async () => {
    const chat = teams.personalChat();
    const first = await chat.say(question);
    const pressed = await chat.press(cardOf(first), { verb: "ask.person" });

    await killAndStartAgain();
    const again = await teams.post(first.activity);
    const pressedAgain = await teams.post(pressed.activity);

    expect(again.status).toBe(200);
    expect(first.replies).toHaveLength(1);
    expect(withoutKeys(pressedAgain.body)).toEqual(withoutKeys(pressed.body));
  });

  it("when it died in the middle of a turn, then that is answered once it is sent again", async () => {
    const chat = teams.personalChat();
    const ask = () => chat.say(question, { with: { id: "lost-1" } });
    const hanging = new Promise(() => undefined);
    connector.fail({ conversation: chat.conversation, wait: hanging, drop: "before" });
    const lost = ask().catch(String);
    await connector.waitFor((call) => call.conversation === chat.conversation);

    await killAndStartAgain();
    expect(await lost).toContain("fetch failed");
    // Teams sends again after 15 s; until then the claim of the dead process holds.
    const answered = async (): Promise<number> => {
      const { status } = await ask();
      return status === 503 ? answered() : status;
    };

    expect(await answered()).toBe(200);
    const taken = connector.calls.filter(
      (call) => call.conversation === chat.conversation && call.state === "taken",
    );
    expect(taken).toHaveLength(1);
  });
});

describe("an activity that comes twice", () => {
  it("when the first is under way, then the second waits and nothing is said twice", async () => {
    const chat = teams.personalChat();
    const gate = Promise.withResolvers<void>();
    connector.fail({ conversation: chat.conversation, wait: gate.promise });

    const first = chat.say(question, { with: { id: "twice-1" } });
    await connector.waitFor((call) => call.conversation === chat.conversation);
    const order: string[] = [];
    const second = chat.say(question, { with: { id: "twice-1" } });
    void first.then(() => order.push("first"));
    void second.then(() => order.push("second"));
    gate.resolve();

    expect((await first).status).toBe(200);
    expect((await second).status).toBe(200);
    expect(order).toEqual(["first", "second"]);
    expect((await first).replies).toHaveLength(1);
  });

  it("when many copies come at once, then one is answered", async () => {
    const chat = teams.personalChat();

    const copies = await Promise.all(
      Array.from({ length: 10 }, () => chat.say(question, { with: { id: "many-1" } })),
    );

    expect(copies.map(({ status }) => status)).toEqual(copies.map(() => 200));
    expect(copies[0]!.replies).toHaveLength(1);
  });

  it("when a press is sent again, under its own id or a new one, then the kept answer comes", async () => {
    const chat = teams.personalChat();
    const card = cardOf(await chat.say(question));
    const vote = { verb: "ask.helpful", data: { value: "up" } };

    const pressed = await chat.press(card, vote);
    const again = await teams.post(pressed.activity);
    const underNewId = await chat.press(card, vote);

    expect(readReply(pressed).text).toContain("Du svarade 👍");
    expect(withoutKeys(again.body)).toEqual(withoutKeys(pressed.body));
    expect(withoutKeys(underNewId.body)).toEqual(withoutKeys(pressed.body));
  });

  it("when a press arrives by Submit after it arrived by Execute, then it does not act twice", async () => {
    const chat = teams.personalChat();
    const card = cardOf(await chat.say(question));

    await chat.press(card, { verb: "ask.person" });
    const submitted = await chat.submit(card, { verb: "ask.person" });

    expect(submitted.status).toBe(200);
    expect(submitted.replies.length).toBeLessThanOrEqual(1);
  });
});

/** A card that is kept is sent with new keys in its buttons. */
const withoutKeys = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (name, value: unknown) => (name === "key" ? "" : value));

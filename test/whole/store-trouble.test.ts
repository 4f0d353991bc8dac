import { setTimeout as pause } from "node:timers/promises";
import { textsIn } from "../../src/texts/texts.ts";
import { type BotConnector, createBotConnector } from "../fakes/bot-connector.ts";
import {
  type Chat,
  cardOf,
  createTeamsClient,
  readReply,
  type TeamsClient,
} from "../fakes/teams-client.ts";
import { type CosmosStage, setCosmosStage, storageCallsOf } from "./cosmos-stage.ts";
import { freePort, type Kollega, launchKollega } from "./start-kollega.ts";

const question = "Hur har andra använt sysselsättningsvillkor i upphandlingar?";
const another = "Hur har städerna gjort med livsmedel i upphandlingen?";
const unanswerable = "Vad kostar en zeppelinare till månen?";
const { ask, errors, help } = textsIn("sv");
const refusal = errors["store-unavailable"];
const turnLimitMs = 10_000;

let cosmos: CosmosStage;
let connector: BotConnector;
let bot: Kollega;
let teams: TeamsClient;

beforeAll(async () => {
  cosmos = await setCosmosStage();
  connector = await createBotConnector();
});
afterEach(() => {
  cosmos.proxy.fault = () => undefined;
});
afterAll(async () => {
  await bot?.kill();
  await connector?.close();
  await cosmos?.close();
});

const get = async (path: string) => {
  const response = await fetch(`${bot.url}${path}`);
  return { status: response.status, body: (await response.json()) as unknown };
};

/** As a person reads it, whichever way the answer came. */
const said = (exchange: Awaited<ReturnType<Chat["say"]>>): string =>
  JSON.stringify([exchange.body, exchange.replies.map(({ activity }) => activity)]);

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if (await holds()) return;
    await pause(100);
  }
  throw new Error(`not within ${withinMs} ms`);
}

/** Nothing that a bot logs about its store is a bug. */
function expectNoBugLogged(): void {
  expect(bot.output().stderr).not.toMatch(/"level":50|^\s+at /mu);
}

describe("a store that is down when the bot starts", () => {
  it("when it cannot be reached, then the bot lives, says what is missing, and turns messages away", async () => {
    await cosmos.proxy.stop();
    const port = await freePort();
    const launched = launchKollega({ port, env: cosmos.env({ database: "trouble" }) });
    bot = { ...launched.bot(), port, url: `http://127.0.0.1:${port}` };
    teams = createTeamsClient({ botUrl: bot.url, connector });
    const answers = () =>
      fetch(`${bot.url}/healthz`)
        .then(({ ok }) => ok)
        .catch(() => false);
    await until(answers, 15_000);

    const health = await get("/healthz");
    const ready = await get("/readyz");
    const asked = await teams.personalChat().say(question);
    await until(
      async () => JSON.stringify((await get("/readyz")).body).includes("database"),
      10_000,
    );

    expect(health).toEqual({ status: 200, body: { status: "alive" } });
    expect(ready).toMatchObject({ status: 503, body: { status: "not ready" } });
    expect((await get("/readyz")).body).toEqual({
      status: "not ready",
      missing: [
        expect.stringMatching(/^Cosmos DB did not do .+ database trouble: .*ECONNREFUSED/u),
      ],
    });
    expect(asked.status).toBe(503);
    expect(asked.text).toContain("not-ready");
    expect(Number(asked.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(asked.replies).toEqual([]);
  });

  it("when it comes up, then the bot recovers by itself and answers", async () => {
    await cosmos.proxy.start();
    const began = performance.now();
    await until(async () => (await get("/readyz")).status === 200, 15_000);
    const tookMs = performance.now() - began;

    const { things } = readReply(await teams.personalChat().say(question));

    expect(things[0]).toMatch(/^practice:sysselsattningsvillkor/u);
    process.stdout.write(`ready ${Math.round(tookMs)} ms after the store came up\n`);
    expectNoBugLogged();
  });
});

describe("a store that goes down in use", () => {
  it("when it is down, then answers from the index still come", async () => {
    await whileDown(async () => {
      const chats = [teams.personalChat(), teams.groupChat()];
      for (const chat of chats) {
        const exchange = await chat.say(question);
        expect(exchange).toMatchObject({ status: 200, replies: [{ state: "taken" }] });
        expect(readReply(exchange)).toMatchObject({ kind: "answer", language: "sv" });
        expect(exchange.tookMs).toBeLessThan(turnLimitMs);
      }
      expect((await get("/healthz")).status).toBe(200);
    });
    expectNoBugLogged();
  });

  it("when it is asked to go on from what was said, then it says that it cannot look it up", async () => {
    const chat = teams.personalChat();
    const card = cardOf(await chat.say(another));

    const [inWords, pressed] = await whileDown(async () => [
      await chat.say("fler"),
      await chat.press(card, { verb: "ask.more" }),
    ]);

    expect(said(inWords!)).toContain(refusal);
    expect(said(pressed!)).toContain(refusal);
    expect(readReply(await chat.press(card, { verb: "ask.more" })).kind).toBe("choices");
  });

  it("when a language is chosen, then it is refused, and can be chosen afterwards", async () => {
    const chat = teams.personalChat();
    await chat.say(question);

    const down = await whileDown(() => chat.say("språk engelska"));
    const between = readReply(await chat.say(question));
    const up = await chat.say("språk engelska");
    const after = readReply(await chat.say(question));

    expect(said(down)).toContain(refusal);
    expect(said(down)).not.toContain(textsIn("en").help.languageSetHeading);
    expect(said(down)).not.toContain(help.languageSetHeading);
    expect(between.language).toBe("sv");
    expect(said(up)).toContain(textsIn("en").help.languageSetHeading);
    expect(after.language).toBe("en");
    expectNoBugLogged();
  });

  it("when a vote is pressed, then it is refused, and the same press counts afterwards", async () => {
    const chat = teams.personalChat();
    const card = cardOf(await chat.say(question));
    const vote = () => chat.press(card, { verb: "ask.helpful", data: { value: "up" } });

    const down = await whileDown(vote);
    const up = await vote();

    expect(down).toMatchObject({ status: 200 });
    expect(said(down)).toContain(refusal);
    expect(said(down)).not.toContain(ask.votedUp);
    expect(readReply(up).text).toContain(ask.votedUp);
    expectNoBugLogged();
  });

  it('when "none of these" is pressed, then it is refused, and the same press counts afterwards', async () => {
    const chat = teams.personalChat();
    const card = cardOf(await chat.say(unanswerable));
    const none = () => chat.press(card, { verb: "ask.none" });

    const down = await whileDown(none);
    const up = await none();

    expect(down).toMatchObject({ status: 200 });
    expect(said(down)).toContain(refusal);
    expect(said(down)).not.toContain(ask.gapHeading);
    expect(readReply(up).text).toContain(ask.gapHeading);
    expectNoBugLogged();
  });

  it("when only content cannot be written, then a press is refused and the same press counts afterwards", async () => {
    const chat = teams.personalChat();
    const card = cardOf(await chat.say(question));
    const vote = () => chat.press(card, { verb: "ask.helpful", data: { value: "down" } });
    cosmos.proxy.fault = ({ container, kind }) =>
      container === "content" && kind === "create" ? { answer: 503, when: "before" } : undefined;

    const down = await vote();
    cosmos.proxy.fault = () => undefined;
    const up = await vote();

    expect(said(down)).toContain(refusal);
    expect(readReply(up).text).toContain(ask.votedDown);
  });

  it("when it is back, then conversations go on where they were", async () => {
    const chat = teams.personalChat();
    await chat.say(question);
    await whileDown(() => chat.say("hjälp"));

    const people = readReply(await chat.say("vem kan jag ringa om det?"));

    expect(people.things[0]).toMatch(/^contact:/u);
    expect((await get("/readyz")).status).toBe(200);
    expectNoBugLogged();
  });

  it("when it is down, then /readyz says so and what is missing, and when it is back, that, too", async () => {
    const isReady = async () => (await get("/readyz")).status === 200;

    await whileDown(async () => {
      await until(async () => !(await isReady()), 5_000);
      expect(await get("/readyz")).toEqual({
        status: 503,
        body: {
          status: "not ready",
          missing: [
            expect.stringMatching(/^Cosmos DB did not do "read" in claims: .*ECONNREFUSED/u),
          ],
        },
      });
      expect((await get("/healthz")).status).toBe(200);
    });

    await until(isReady, 5_000);
  });

  it("when calls were made, then their request units are counted by container and operation", async () => {
    await teams.personalChat().say(question);

    const metrics = await (await fetch(`${bot.url}/metrics`)).text();

    for (const [container, operation] of [
      ["claims", "create"],
      ["members", "read"],
      ["content", "changes"],
    ]) {
      const line = `kollega_storage_request_units_total{container="${container}",operation="${operation}"} `;
      expect(metrics).toMatch(new RegExp(`^${line.replace(/[{}]/gu, "\\$&")}[1-9]`, "mu"));
    }
  });

  async function whileDown<T>(act: () => Promise<T>): Promise<T> {
    await cosmos.proxy.stop();
    try {
      return await act();
    } finally {
      await cosmos.proxy.start();
    }
  }
});

describe.each([2_000, 5_000])("a store whose every answer takes %i ms", (delayMs) => {
  const slow = () => {
    cosmos.proxy.fault = () => ({ delayMs });
  };

  it("when questions and a press come, then each ends within ten seconds and is answered once", async () => {
    const chats = [teams.personalChat(), teams.groupChat(), teams.personalChat()] as const;
    const [personal, group, other] = chats;
    const card = cardOf(await other.say(question));
    const card2 = cardOf(await group.say(question));
    slow();

    const exchanges = await Promise.all([
      personal.say(question),
      // The next one, before the first has ended.
      pause(500).then(() => personal.say(another)),
      group.say(another),
      teams
        .channel()
        .post(`<at>Kollega</at> ${question}`)
        .then(({ exchange }) => exchange),
    ]);
    const presses = await Promise.all([
      other.press(card, { verb: "ask.helpful", data: { value: "up" } }),
      group.press(card2, { verb: "ask.helpful", data: { value: "up" } }),
    ]);

    const tookMs = [...exchanges, ...presses].map((exchange) => Math.round(exchange.tookMs));
    process.stdout.write(`each store call ${delayMs} ms: turns took ${tookMs.join(", ")} ms\n`);
    for (const { status, replies } of exchanges) {
      expect({ status, states: replies.map(({ state }) => state) }).toEqual({
        status: 200,
        states: ["taken"],
      });
    }
    for (const press of presses) {
      expect(press.status).toBe(200);
      expect(said(press).includes(refusal) || said(press).includes(ask.votedUp)).toBe(true);
    }
    expect(Math.max(...tookMs)).toBeLessThan(turnLimitMs);
    expectNoBugLogged();
  }, 60_000);
});

describe("a store whose every answer takes two seconds", () => {
  it("when an activity comes again, at once and after it was answered, then it is not answered twice", async () => {
    cosmos.proxy.fault = () => ({ delayMs: 2_000 });
    const chat = teams.personalChat();
    const ask = () => chat.say(question, { with: { id: `slow-${chat.conversation}` } });

    const first = ask();
    await pause(300);
    const [one, two] = await Promise.all([first, ask()]);
    const three = await ask();

    for (const { status, tookMs } of [one, two, three]) {
      expect([200, 503]).toContain(status);
      expect(tookMs).toBeLessThan(turnLimitMs + 500);
    }
    expect(one.status).toBe(200);
    expect(one.replies).toHaveLength(1);
  }, 60_000);

  it("when it is quick again, then everything works as before", async () => {
    const chat = teams.personalChat();
    const card = cardOf(await chat.say(question));
    const voted = await chat.press(card, { verb: "ask.helpful", data: { value: "up" } });

    expect(readReply(voted).text).toContain(ask.votedUp);
    expect((await get("/readyz")).status).toBe(200);
    expectNoBugLogged();
  });
});

/** What goes on all the time, whoever asks: content is looked after, the outbox keeps its lease and looks for work. */
const ofJobs: ReadonlySet<string> = new Set([
  "content changes",
  "content query",
  "claims read",
  "claims replace",
  "deliveries query",
  "conversations create",
]);

/** The figures of all questions are put into the store once a minute: a read and a write for each network. */
const ofFigures: ReadonlySet<string> = new Set([
  "content create",
  "content read",
  "content replace",
]);
const mostOfFigures = 4;

describe("what a question costs", () => {
  const count = 20;

  it("when one person asks again and again, then each costs one claim, one read and one write, on the wire too", async () => {
    const chat = teams.personalChat();
    await chat.say(question);
    const before = await storageCallsOf(bot.url);
    cosmos.proxy.forget();

    for (let n = 0; n < count; n++) await chat.say(n % 2 ? question : another);

    const after = await storageCallsOf(bot.url);
    const cost = [...after]
      .map(([name, calls]) => [name, calls - (before.get(name) ?? 0)] as const)
      .filter(([name, calls]) => calls > 0 && !ofJobs.has(name))
      .filter(([name, calls]) => !ofFigures.has(name) || calls > mostOfFigures);
    const asked = cosmos.proxy.exchanges.filter(
      ({ container = "", kind, partitionKey = "" }) =>
        !ofJobs.has(`${container} ${kind}`) && !partitionKey.includes("sender"),
    );
    const onTheWire = asked.filter(
      ({ container = "", kind }) => !ofFigures.has(`${container} ${kind}`),
    );
    expect(asked.length - onTheWire.length).toBeLessThanOrEqual(mostOfFigures);
    process.stdout.write(
      `${count} questions in a personal chat on Cosmos DB: ${cost.map(([name, calls]) => `${calls} ${name}`).join(", ")}; ` +
        `${onTheWire.length} requests on the wire\n`,
    );
    expect(Object.fromEntries(cost)).toEqual({
      "claims create": count,
      "members read": count,
      "members replace": count,
    });
    expect(onTheWire).toHaveLength(3 * count);
  });

  it("when persons ask for the first time, then it costs no more", async () => {
    const before = await storageCallsOf(bot.url);

    for (let n = 0; n < count; n++) await teams.personalChat().say(question);

    const after = await storageCallsOf(bot.url);
    const cost = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    expect(["claims create", "members read", "members create"].map(cost)).toEqual([
      count,
      count,
      count,
    ]);
    expect(cost("members replace")).toBe(0);
  });
});

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { ContentDocument } from "../../src/core/content.ts";
import { readState } from "../../src/core/state.ts";
import {
  type CosmosDocuments,
  openCosmosDocuments,
} from "../../src/platform/storage/cosmos-documents.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { type Activity, type BotConnector, createBotConnector } from "../fakes/bot-connector.ts";
import { readCard } from "../fakes/read-card.ts";
import { cardOf, createTeamsClient, readReply, type TeamsClient } from "../fakes/teams-client.ts";
import { realClock } from "../platform/storage/cosmos-line.ts";
import { type CosmosStage, setCosmosStage } from "./cosmos-stage.ts";
import {
  bareEnvironment,
  freePort,
  type Kollega,
  newDataDir,
  repository,
  startKollega,
} from "./start-kollega.ts";

const database = "instances";
const question = "Hur har andra använt sysselsättningsvillkor i upphandlingar?";
const another = "Hur har städerna gjort med livsmedel i upphandlingen?";
const unanswerable = "Vad kostar en zeppelinare till månen?";
const { ask } = textsIn("sv");
const rounds = 10;

let cosmos: CosmosStage;
let connector: BotConnector;
let documents: CosmosDocuments;
let bots: readonly Kollega[] = [];
/** One client an instance. */
let clients: readonly TeamsClient[] = [];

beforeAll(async () => {
  cosmos = await setCosmosStage();
  connector = await createBotConnector();
  const ports = [await freePort(), await freePort()];
  const env = cosmos.env({ database, direct: true });
  bots = await Promise.all(ports.map((port) => startKollega({ port, env })));
  clients = bots.map((bot) => createTeamsClient({ botUrl: bot.url, connector }));
  documents = await openCosmosDocuments({
    ...cosmos.direct,
    database,
    clock: realClock,
    log: { info() {}, warn() {}, error() {} },
    mode: "tool",
  });
}, 90_000);

afterEach(() => {
  for (const bot of bots)
    expect(bot.output().stderr).not.toMatch(/"level":50|state not kept|^\s+at /mu);
});

afterAll(async () => {
  await documents?.close();
  await Promise.all(bots.map((bot) => bot.kill()));
  await connector?.close();
  await cosmos?.close();
});

const here = (): TeamsClient => clients[0]!;
const there = (): TeamsClient => clients[1]!;

async function contentOf<T>(type: string): Promise<readonly T[]> {
  const found: T[] = [];
  for (const partition of ["upphandlare", "oversattare", "_shared"]) {
    const where = [{ field: "type", equals: type }] as const;
    const page = await documents.query<ContentDocument<T>>({
      container: "content",
      partition,
      where,
    });
    found.push(...page.items.map(({ doc }) => doc.value));
  }
  return found;
}

type Button = ReturnType<typeof readReply>["buttons"][number];

function findPress(card: unknown, verb: string, value?: string): Button {
  const found = readCard(card).buttons.find(
    (one) => one.verb === verb && (value === undefined || one.data["value"] === value),
  );
  if (!found) throw new Error(`no button ${verb} ${value ?? ""}`);
  return found;
}

/** What presses the button as whoever sent the activity. */
const pressOf = (activity: Activity, { verb, title, data }: Button) => {
  const { type: _type, text: _text, textFormat: _format, entities: _entities, ...base } = activity;
  const action = { type: "Action.Execute", verb, title, data };
  return {
    ...base,
    type: "invoke",
    name: "adaptiveCard/action",
    id: `f:${randomUUID()}`,
    value: { action, trigger: "manual" },
  };
};

/** `npm run --silent kollega -- …` on the same database. */
function kollega(...args: readonly string[]): Promise<number | null> {
  const child = spawn("npm", ["run", "--silent", "kollega", "--", ...args], {
    cwd: repository,
    env: { ...bareEnvironment(), ...cosmos.env({ database, direct: true }) },
    stdio: "ignore",
  });
  return new Promise((done) => child.on("close", done));
}

describe("two instances that start at once on a new database", () => {
  it("when both have put in the samples, then they are there once and both answer alike", async () => {
    const [one, other] = await Promise.all(
      clients.map(async (client) => readReply(await client.personalChat().say(question))),
    );

    expect(one!.kind).toBe("answer");
    expect(other!.things).toEqual(one!.things);
  });
});

describe("content of one instance", () => {
  it("when practices are imported by the command line, then every instance finds them within ten seconds", async () => {
    const practice = {
      id: "varmepumpar-i-skolor",
      language: "sv",
      network: "upphandlare",
      title: "Bergvärmepumpar i tio skolor",
      body: "Kommunen upphandlade bergvärmepumpar till tio skolor i ett och samma förfarande.",
      questions: ["Hur upphandlar man bergvärmepumpar till skolor?"],
    };
    const file = join(newDataDir(), "practices.jsonl");
    writeFileSync(file, `${JSON.stringify(practice)}\n`);

    expect(await kollega("import", "practices", file)).toBe(0);
    const imported = performance.now();
    const tookMs = await Promise.all(
      clients.map(async (client) => {
        for (;;) {
          const reply = readReply(await client.personalChat().say(practice.questions[0]!));
          const ms = Math.round(performance.now() - imported);
          if (reply.things[0] === `practice:${practice.id}` || ms > 15_000) return ms;
          await pause(200);
        }
      }),
    );

    process.stdout.write(`imported content was found after ${tookMs.join(" and ")} ms\n`);
    expect(Math.max(...tookMs)).toBeLessThan(10_000);
  }, 60_000);

  it("when a person votes at one, then the other knows, and a changed mind there is the vote that counts", async () => {
    const chat = here().personalChat();
    const asked = await chat.say(question);
    await chat.press(cardOf(asked), { verb: "ask.helpful", data: { value: "up" } });

    const again = await there().post({ ...asked.activity, id: "asked-again" });
    const down = findPress(cardOf(again), "ask.helpful", "down");
    const changed = await there().post(pressOf(asked.activity, down));

    expect(readReply(again).text).toContain(ask.votedUp);
    expect(readReply(changed).text).toContain(ask.votedDown);
    expect((await contentOf<{ value: string }>("vote")).map(({ value }) => value)).toEqual([
      "down",
    ]);
  });

  it("when a missing answer is reported at both, then it is noted once", async () => {
    const chat = here().personalChat();
    const asked = await chat.say(unanswerable);
    const card = cardOf(asked);

    const both = await Promise.all([
      chat.press(card, { verb: "ask.none" }),
      there().post(pressOf(asked.activity, findPress(card, "ask.none"))),
    ]);

    for (const pressed of both) expect(readReply(pressed).text).toContain(ask.gapHeading);
    expect(await contentOf("gap")).toHaveLength(1);
  });

  it("when a language was chosen and a question asked at one, then the other goes on from there", async () => {
    const chat = here().personalChat();
    const asked = await chat.say(question);
    await chat.say("språk engelska");

    const text = "Vem kan jag ringa om det?";
    const people = readReply(await there().post({ ...asked.activity, id: "followed-up", text }));

    expect(people.language).toBe("en");
    expect(people.things[0]).toMatch(/^contact:/u);
  });
});

describe("one group chat at two instances at once", () => {
  it(`when two persons press two cards and ask ${rounds} times, then nothing of either is overwritten`, async () => {
    for (let round = 0; round < rounds; round++) {
      const chat = here().groupChat();
      const anna = here().person("Anna");
      const bo = here().person("Bo");
      const asked = await chat.say(question, { from: anna });
      const askedToo = await chat.say(another, { from: bo });
      const up = findPress(cardOf(asked), "ask.helpful", "up");
      const down = findPress(cardOf(askedToo), "ask.choose");
      const votesBefore = (await contentOf("vote")).length;

      const [voted, chosen, next, nextToo] = await Promise.all([
        here().post(pressOf(asked.activity, up)),
        there().post(pressOf(askedToo.activity, down)),
        here().post({ ...asked.activity, id: `anna-${round}` }),
        there().post({ ...askedToo.activity, id: `bo-${round}` }),
      ]);

      expect(readReply(voted).text).toContain(ask.votedUp);
      expect(readReply(chosen).kind).toBe("answer");
      expect([next, nextToo].map(({ replies }) => replies.length)).toEqual([1, 1]);
      expect(await contentOf("vote")).toHaveLength(votesBefore + 1);
      const place = {
        container: "conversations",
        partition: chat.conversation,
        id: "state",
      } as const;
      const state = (await readState(documents, place))?.doc;
      expect(new Set(state?.done.map(({ id }) => id)).size).toBe(6);
      expect(state?.done.filter(({ answer }) => answer)).toHaveLength(2);
      expect(new Set(state?.memory.questions.map(({ ref }) => ref))).toEqual(
        new Set([asked, askedToo, next, nextToo].map(({ activity }) => activity["id"])),
      );
      const votedAgain = await there().post(pressOf(asked.activity, up));
      expect(readReply(votedAgain).text).toContain(ask.votedUp);
    }
  }, 60_000);

  it("when two persons vote on one card, then both votes are kept", async () => {
    const chat = here().groupChat();
    const asked = await chat.say(question);
    const votesBefore = (await contentOf("vote")).length;
    const [anna, bo] = [here().person("Anna"), here().person("Bo")];
    const [up, down] = (["up", "down"] as const).map((value) =>
      findPress(cardOf(asked), "ask.helpful", value),
    );

    const [one, other] = await Promise.all([
      here().post(pressOf({ ...asked.activity, from: anna }, up!)),
      there().post(pressOf({ ...asked.activity, from: bo }, down!)),
    ]);

    expect(readReply(one).text).toContain(ask.votedUp);
    expect(readReply(other).text).toContain(ask.votedDown);
    expect(await contentOf("vote")).toHaveLength(votesBefore + 2);
  });
});

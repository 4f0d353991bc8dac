import { setTimeout as pause } from "node:timers/promises";
import { memberPlace, readState } from "../../src/core/state.ts";
import { openCosmosDocuments } from "../../src/platform/storage/cosmos-documents.ts";
import { type BotConnector, createBotConnector } from "../fakes/bot-connector.ts";
import { readCard } from "../fakes/read-card.ts";
import { createTeamsClient, readReply } from "../fakes/teams-client.ts";
import { realClock } from "../platform/storage/cosmos-line.ts";
import { type CosmosStage, setCosmosStage } from "./cosmos-stage.ts";
import { cardsIn } from "./set-the-stage.ts";
import { freePort, type Kollega, startKollega } from "./start-kollega.ts";

/** Fewer for a quick look. */
const howMany = Number(process.env["KOLLEGA_QUESTIONS"] ?? 2_000);
const atOnce = 12;
const database = "many-questions";
const tenant = "11111111-1111-4111-8111-111111111111";
const killed = 1;
/** Teams would send again for longer; a dead process's claim holds for 15 s. */
const givesUpAfterMs = 60_000;

/** In a language that leaves no doubt, for a chat of several languages. */
const texts = [
  "Hur har andra använt sysselsättningsvillkor i upphandlingar?",
  "Miten työllistämisehtoa on käytetty hankinnoissa?",
  "How have others used employment conditions in procurement?",
  "Hur har städerna gjort med livsmedel i upphandlingen?",
  "Kuka osaa kääntämistä?",
] as const;

type Question = {
  readonly id: string;
  readonly text: string;
  readonly person: string;
  readonly conversation: { readonly id: string; readonly isGroup: boolean };
};

const numbered = (at: number): string => String(at).padStart(12, "0");

/** Nine questions of each person, mixed with those of three others; every tenth is asked in a group chat of twenty. */
const questions: readonly Question[] = Array.from({ length: howMany }, (_, at) => {
  const isGroup = at % 10 === 9;
  const person = `00000000-0000-4000-9000-${numbered(Math.floor(at / 40) * 4 + (at % 4))}`;
  const group = `19:group${Math.floor(at / 200)}@thread.v2`;
  return {
    id: `many-${at}`,
    text: texts[at % texts.length]!,
    person,
    conversation: { id: isGroup ? group : `a:1${person}`, isGroup },
  };
});

let cosmos: CosmosStage;
let connector: BotConnector;
const bots: Kollega[] = [];

beforeAll(async () => {
  cosmos = await setCosmosStage();
  connector = await createBotConnector();
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  // All at once into a database that is not there yet.
  bots.push(...(await Promise.all(ports.map(startOn))));
}, 90_000);

afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.kill()));
  await connector?.close();
  await cosmos?.close();
});

const startOn = (port: number): Promise<Kollega> =>
  startKollega({ port, env: cosmos.env({ database, direct: true }) });

/** The activity as Teams would send it; by hand, for a client makes a new one each time. */
const activityOf = ({ id, text, person, conversation }: Question) => ({
  type: "message",
  id,
  text,
  textFormat: "plain",
  timestamp: new Date().toISOString(),
  channelId: "msteams",
  serviceUrl: connector.url,
  from: { id: `29:${person}`, aadObjectId: person, name: "Anna Ask" },
  recipient: { id: "28:00000000-0000-4000-8000-00000000b07a", name: "Kollega" },
  conversation: {
    tenantId: tenant,
    id: conversation.id,
    conversationType: conversation.isGroup ? "groupChat" : "personal",
    ...(conversation.isGroup && { isGroup: true }),
  },
  channelData: { tenant: { id: tenant } },
  locale: "sv-FI",
});

/** Copies on their way to each instance, by question. */
const underWay: readonly Map<string, number>[] = [new Map(), new Map(), new Map()];

/** One copy, sent again (to the next instance, if this one is gone) until it is taken. */
async function deliver(question: Question, first: number): Promise<void> {
  const until = performance.now() + givesUpAfterMs;
  const seen: string[] = [];
  for (let instance = first; performance.now() < until; instance++) {
    const at = instance % bots.length;
    const here = underWay[at]!;
    here.set(question.id, (here.get(question.id) ?? 0) + 1);
    const status = await fetch(`${bots[at]!.url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(activityOf(question)),
    }).then(
      async (response) => {
        await response.text();
        return String(response.status);
      },
      () => "no answer",
    );
    here.set(question.id, here.get(question.id)! - 1);
    if (status === "200") return;
    seen.push(status);
    expect(["503", "no answer"]).toContain(status);
    await pause(500);
  }
  throw new Error(`${question.id} was never taken: ${seen.join(", ")}`);
}

/** Two or three copies to different instances: at once, a moment apart, or when the first is done. */
async function ask(question: Question, at: number): Promise<number> {
  switch (at % 4) {
    case 0:
      await Promise.all([0, 1, 2].map((instance) => deliver(question, at + instance)));
      return 3;
    case 1:
      await Promise.all([0, 1].map((instance) => deliver(question, at + instance)));
      return 2;
    case 2:
      await deliver(question, at);
      await deliver(question, at + 1);
      return 2;
    default: {
      const first = deliver(question, at);
      await pause(20);
      await Promise.all([first, deliver(question, at + 1)]);
      await deliver(question, at + 2);
      return 3;
    }
  }
}

async function inParallel<T>(items: readonly T[], act: (item: T, at: number) => Promise<void>) {
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) await act(items[at]!, at);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const answersTo = () => {
  const taken = connector.calls.filter(({ state }) => state === "taken");
  return Map.groupBy(taken, ({ activity }) => String(activity["replyToId"]));
};

const shownIn = (call: BotConnector["calls"][number]): readonly string[] =>
  cardsIn(call).flatMap((card) => readCard(card).things);

describe("three instances on one database", () => {
  it(`when ${howMany} questions come two or three times each and one instance is killed, then each is answered once`, async () => {
    const wanted = new Map<string, readonly string[]>();
    const teams = createTeamsClient({ botUrl: bots[0]!.url, connector });
    for (const text of texts) {
      const { things } = readReply(await teams.personalChat().say(text));
      expect({ text, found: things.length }).not.toEqual({ text, found: 0 });
      wanted.set(text, things);
    }
    const hit = new Set<string>();
    let done = 0;
    let copies = 0;
    let restarted: Promise<void> | undefined;
    const killAndStartAgain = async () => {
      const bot = bots[killed]!;
      for (const [id, count] of underWay[killed]!) if (count > 0) hit.add(id);
      await bot.kill();
      bots[killed] = await startOn(bot.port);
    };
    const began = performance.now();

    await inParallel(questions, async (question, at) => {
      const sent = await ask(question, at);
      copies += sent;
      done += 1;
      if (done >= howMany / 2) restarted ??= killAndStartAgain();
    });
    const tookMs = performance.now() - began;
    await restarted;

    const answers = answersTo();
    const unanswered = questions.filter(({ id }) => !answers.has(id)).map(({ id }) => id);
    const twice = questions.filter(({ id }) => (answers.get(id) ?? []).length > 1);
    process.stdout.write(
      `${howMany} questions, ${copies} activities in ${Math.round(tookMs / 1000)} s on three instances, ` +
        `one killed with ${hit.size} under way: ${unanswered.length} unanswered, ${twice.length} answered twice\n`,
    );
    expect(unanswered).toEqual([]);
    expect(twice.filter(({ id }) => !hit.has(id))).toEqual([]);
    for (const { id, text } of questions) {
      const [first, second, third] = answers.get(id)!;
      expect({ id, third }).toEqual({ id, third: undefined });
      for (const answer of [first!, ...(second ? [second] : [])]) {
        expect({ id, shown: shownIn(answer) }).toEqual({ id, shown: wanted.get(text) });
      }
    }
  }, 300_000);

  it("when it is over, then every turn has left its mark in the state that it shares with others", async () => {
    const { endpoint, key } = cosmos.direct;
    const log = { info() {}, warn() {}, error() {} };
    const documents = await openCosmosDocuments({
      endpoint,
      key,
      database,
      clock: realClock,
      log,
      mode: "tool",
    });
    const lost: object[] = [];

    for (const [id, asked] of Map.groupBy(questions, ({ conversation }) => conversation.id)) {
      const { conversation, person } = asked[0]!;
      const place = conversation.isGroup
        ? ({ container: "conversations", partition: id, id: "state" } as const)
        : memberPlace({ tenant, person });
      const marks = (await readState(documents, place))?.doc.done ?? [];
      const distinct = new Set(marks.map((mark) => mark.id)).size;
      if (distinct !== asked.length) lost.push({ id, asked: asked.length, distinct });
    }
    await documents.close();

    expect(lost).toEqual([]);
  });

  it("when it is over, then all live, and none has logged a bug or lost a state", async () => {
    for (const bot of bots) {
      const alive = await fetch(`${bot.url}/readyz`).then(({ status }) => status, String);
      expect({ alive, stderr: bot.output().stderr }).toEqual({
        alive: 200,
        stderr: expect.not.stringMatching(/"level":50|state not kept|^\s+at /mu),
      });
    }
  });
});

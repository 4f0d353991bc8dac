import { setTimeout as pause } from "node:timers/promises";
import { languages } from "../../src/core/language.ts";
import { type Counts, type Delivery, deliveryStates } from "../../src/core/outbox/delivery.ts";
import type { Announcement } from "../../src/features/announcements/announcement.ts";
import { runCli } from "../cli/run-cli.ts";
import type { Activity, ConnectorCall } from "../fakes/bot-connector.ts";
import { type CardJson, readCard } from "../fakes/read-card.ts";
import { cardOf } from "../fakes/teams-client.ts";
import { checkCard } from "../platform/cards/check-card.ts";
import {
  everyone,
  forum,
  kaisa,
  karin,
  networkId,
  people,
  personIn,
  type Stage,
  setStage,
  team,
  writers,
} from "./announcements-stage.ts";
import { newDataDir } from "./start-kollega.ts";

const sendRate = 400;
/** Everyone in the team, and the forum. */
const intended = people + 1;
const titles = {
  sv: "Höstens träff flyttas",
  fi: "Syksyn tapaaminen siirtyy",
  en: "The autumn meeting moves",
};
const newTitles = {
  sv: "Höstens träff är inställd",
  fi: "Syksyn tapaaminen on peruttu",
  en: "The autumn meeting is cancelled",
};
const greetings = { sv: "hjälp", fi: "ohje", en: "help" };
const marks = { sv: "Rättat", fi: "Korjattu", en: "Corrected" };

let stage: Stage;

beforeAll(async () => {
  stage = await setStage(sendRate);
}, 60_000);
afterAll(() => stage?.close());

const kinds = (kind: string) => everyone.filter((person) => person.kind === kind);
const isReached = ({ kind }: (typeof everyone)[number]) => kind === "known" || kind === "new";
const isMentioned = ({ kind }: (typeof everyone)[number]) => kind === "gone" || kind === "gone-new";

const contentOf = (activity: Activity): CardJson => {
  const [first] = activity["attachments"] as readonly { readonly content: CardJson }[];
  if (!first) throw new Error("a message without a card");
  return first.content;
};

const sumOf = (counts: Counts): number =>
  deliveryStates.reduce((sum, state) => sum + counts[state], 0);

async function deliveriesOf(batch: string): Promise<readonly Delivery[]> {
  const found: Delivery[] = [];
  for await (const delivery of stage.outbox.deliveries(batch)) found.push(delivery);
  return found;
}

async function until(what: string, isSo: () => unknown, withinMs: number): Promise<void> {
  const late = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > late) throw new Error(`not in time: ${what}\n${stage.said()}`);
    await pause(50);
  }
}

/** Its document, as the store has it now. */
async function stored(id: string): Promise<Announcement | undefined> {
  const found = await stage.documents.read("content", networkId, `announcement:${id}`);
  return (found?.doc as { readonly value?: Announcement } | undefined)?.value;
}

type Told = Counts & {
  readonly state: string;
  readonly intended: number;
  readonly recipients: readonly { readonly possibleDuplicate?: true; readonly state: string }[];
};

/** As a user would: `kollega outbox --batch … --json`. */
async function outboxCommand(batch: string): Promise<Told> {
  const args = ["outbox", "--batch", batch, "--json"];
  const ended = await runCli(newDataDir(), args, { DATA_DIR: stage.dataDir });
  if (ended.exitCode !== 0) throw new Error(`kollega outbox ended with ${ended.stderr}`);
  return JSON.parse(ended.stdout);
}

/** Looks every 100 ms, and with the command a few times, whether the numbers of a batch add up. */
function watchSums(batch: string) {
  const wrong: object[] = [];
  let reads = 0;
  let commands = 0;
  let isOver = false;
  let planned = 0;
  /** `atLeast`: what a reading that had ended when this one began has seen. */
  const look = (state: string, counts: Counts & { readonly intended: number }, atLeast: number) => {
    const sum = sumOf(counts);
    const isWhole = state !== "planning";
    if (sum !== counts.intended || sum < atLeast || (isWhole && sum !== intended))
      wrong.push({ state, atLeast, ...counts });
    if (sum > intended) wrong.push({ state, atLeast, ...counts });
  };
  const readOften = async () => {
    while (!isOver) {
      const next = pause(100);
      const atLeast = planned;
      const head = await stage.outbox.head(batch);
      if (head) {
        const counts = await stage.outbox.counts(head);
        look(head.state, counts, atLeast);
        planned = Math.max(planned, sumOf(counts));
        reads++;
      }
      await next;
    }
  };
  const runCommands = async () => {
    while (!isOver) {
      const atLeast = planned;
      const { state, recipients, ...counts } = await outboxCommand(batch);
      look(state, counts, atLeast);
      if (recipients.length !== counts.intended) wrong.push({ state, listed: recipients.length });
      commands++;
      await pause(4_000);
    }
  };
  const both = Promise.all([readOften(), runCommands()]);
  both.catch(() => undefined);
  return {
    async end() {
      isOver = true;
      await both;
      return { wrong, reads, commands };
    },
  };
}

/** The last card of a kind in somebody's chat, as it is there now. */
function lastCard(chat: string, has: (card: CardJson) => boolean): CardJson | undefined {
  for (const call of stage.connector.calls.toReversed()) {
    if (call.method === "DELETE" || call.conversation !== chat || call.state !== "taken") continue;
    if (has(contentOf(call.activity))) return contentOf(call.activity);
  }
  return undefined;
}

const hasButton = (verb: string) => (card: CardJson) =>
  readCard(card).buttons.some((button) => button.verb === verb);

async function chatCard(chat: string, verb: string): Promise<CardJson> {
  await until(`a card with ${verb}`, () => lastCard(chat, hasButton(verb)), 30_000);
  return lastCard(chat, hasButton(verb))!;
}

describe("an announcement to two thousand people, with the bot killed on the way", () => {
  it("when it is sent, corrected and withdrawn, then everyone reachable has it once in their language, and then no more", async () => {
    const { connector, outbox } = stage;
    const began = performance.now();
    const seconds = () => `${Math.round((performance.now() - began) / 100) / 10} s`;
    const log = (line: string) => process.stdout.write(`${seconds()}: ${line}\n`);
    for (const writer of writers) await stage.say(writer, greetings[writer.language]);
    await until(
      "the roster",
      async () => {
        const found = await stage.documents.read("content", "_networks", `team:${team}`);
        const { value } = (found?.doc ?? {}) as { readonly value?: { rosterReadAt?: string } };
        return value?.rosterReadAt !== undefined;
      },
      30_000,
    );
    log("roster read");

    const editor = cardOf(await stage.say(karin, "meddela"));
    const preview = await stage.press(
      karin,
      editor,
      { verb: "announcement.preview" },
      {
        titleSv: titles.sv,
        titleFi: titles.fi,
        titleEn: titles.en,
        textSv: "Vi ses i december i stället.",
        textFi: "Tapaamme sen sijaan joulukuussa.",
        textEn: "We meet in December instead.",
        audience: "members,forum",
      },
    );
    expect(readCard(preview).text).toMatch(/av 2000 nås/u);
    const asked = await stage.press(karin, preview, { verb: "announcement.send" });
    expect(readCard(asked).text).toMatch(/Person 2/u);
    const question = await chatCard(kaisa.chat, "announcement.approve");
    const [thing = ""] = readCard(question).things.filter((one) => one.startsWith("announcement:"));
    const id = thing.slice("announcement:".length);
    const batch = `announcement:${networkId}:${id}`;
    expect(await outbox.head(batch)).toBeUndefined();

    const before = connector.calls.length;
    /** Posts of the announcement itself, since it was approved. */
    const posts = (): readonly ConnectorCall[] =>
      connector.calls
        .slice(before)
        .filter(
          ({ method, activity }) =>
            method === "POST" && languages.some((one) => activity["summary"] === titles[one]),
        );
    const approved = await stage.press(kaisa, question, { verb: "announcement.approve" });
    expect(readCard(approved).kind).toBe("report");
    await until("the batch", () => outbox.head(batch), 20_000);
    const sums = watchSums(batch);
    const states = [`${(await outbox.head(batch))?.state}`];
    log("killed while its recipients are gone through");
    await stage.killAndRestart();
    for (const killAt of [400, 1_200]) {
      await until(`${killAt - 200} posts`, () => posts().length >= killAt - 200, 60_000);
      stage.throttle(8);
      await until(`${killAt} posts`, () => posts().length >= killAt, 60_000);
      states.push(`${(await outbox.head(batch))?.state}`);
      log(`killed after ${posts().length} posts`);
      await stage.killAndRestart();
    }
    await until("sent", async () => (await stored(id))?.status === "sent", 120_000);
    log("sent");
    const { wrong, reads, commands } = await sums.end();

    const all = await deliveriesOf(batch);
    const byRecipient = new Map(all.map((one) => [one.recipient, one]));
    const stateOf = (key: string) => {
      const { state, reason, target } = byRecipient.get(key) ?? {};
      return [state, reason, target?.route].filter(Boolean).join(" ");
    };
    const told = await outboxCommand(batch);
    const marked = new Set(
      all.filter((one) => one.possibleDuplicate).map(({ recipient }) => recipient),
    );
    const taken = posts().filter(({ state }) => state === "taken");
    const perChat = Map.groupBy(taken, ({ conversation }) => conversation);
    const mentioned = new Map<string, number>();
    for (const { activity } of perChat.get(forum) ?? []) {
      for (const userId of mentionsIn(activity))
        mentioned.set(userId, (mentioned.get(userId) ?? 0) + 1);
    }
    const timesOf = (person: (typeof everyone)[number]) =>
      (perChat.get(person.chat)?.length ?? 0) + (mentioned.get(person.userId) ?? 0);
    const twice = everyone.filter((person) => timesOf(person) > 1);
    log(
      `killed while ${states.join(", ")}; ${marked.size} marked, ${twice.length} came twice; sums read ${reads} ` +
        `times, by the command ${commands} times; ${posts().filter((one) => one.status === 429).length} throttled`,
    );

    expect(wrong).toEqual([]);
    expect(reads).toBeGreaterThan(50);
    expect(commands).toBeGreaterThan(3);
    expect(told).toMatchObject({ state: "ended", intended, planned: 0, sending: 0, unknown: 0 });
    expect(told.delivered).toBe(
      everyone.filter((person) => isReached(person) || isMentioned(person)).length + 1,
    );
    expect(told.refused).toBe(kinds("blocked").length);
    expect(told.skipped).toBe(kinds("paused").length);
    expect(told.recipients.filter((one) => one.possibleDuplicate)).toHaveLength(marked.size);
    const ways = Map.groupBy(everyone, ({ kind, key }) => `${kind}: ${stateOf(key)}`);
    expect([...ways.keys()].sort()).toEqual([
      "blocked: refused blocked chat",
      "gone-new: delivered mention",
      "gone: delivered mention",
      "known: delivered chat",
      "new: delivered chat",
      "paused: skipped paused chat",
    ]);
    // Everyone reachable exactly once; who may have it twice is marked.
    expect(
      everyone.filter(
        (person) => timesOf(person) === 0 && (isReached(person) || isMentioned(person)),
      ),
    ).toEqual([]);
    expect(
      everyone.filter(
        (person) => timesOf(person) > 0 && !isReached(person) && !isMentioned(person),
      ),
    ).toEqual([]);
    expect(twice.filter(({ key }) => !marked.has(key))).toEqual([]);
    expect(posts().some((one) => one.status === 429)).toBe(true);
    // In the right language: a chat in one's own, the channel in all.
    for (const { conversation, activity } of taken) {
      const reader = personIn(conversation);
      const text = readCard(contentOf(activity)).text;
      const shown = languages.filter((one) => text.includes(titles[one]));
      if (!reader) expect([...shown].sort()).toEqual(["en", "fi", "sv"]);
      else
        expect({ reader, shown, locale: activity["locale"] }).toEqual({
          reader,
          shown: [reader.language],
          locale: reader.language,
        });
    }
    expect(new Set(everyone.filter(isReached).map(({ language }) => language)).size).toBe(3);

    const delivered = all.filter(({ state }) => state === "delivered");
    const messageIds = new Set(delivered.map(({ activityId = "" }) => activityId));
    const report = await chatCard(karin.chat, "announcement.correct");
    const correcting = await stage.press(karin, report, { verb: "announcement.correct" });
    const corrected = await stage.press(
      karin,
      correcting,
      { verb: "announcement.correct" },
      { titleSv: newTitles.sv, titleFi: newTitles.fi, titleEn: newTitles.en },
    );
    expect(readCard(corrected).kind).toBe("report");
    // What needed another coordinator needs one again.
    const isOfCorrection = (card: CardJson) =>
      readCard(card).buttons.some(
        ({ verb, data }) => verb === "announcement.approve" && data["value"] === "correction",
      );
    await until("its notice", () => lastCard(kaisa.chat, isOfCorrection), 30_000);
    const notice = lastCard(kaisa.chat, isOfCorrection)!;
    await stage.press(kaisa, notice, { verb: "announcement.approve" });
    const correction = `announcement-correct:${networkId}:${id}:2`;
    await until(
      "corrected",
      async () => (await outbox.head(correction))?.state === "ended",
      60_000,
    );
    log("corrected");
    const edits = await outbox.counts((await outbox.head(correction))!);
    expect(edits).toMatchObject({ intended: messageIds.size, delivered: messageIds.size });
    for (const { activityId = "", language, target } of delivered) {
      const activity = connector.messages.get(activityId);
      const text = activity ? readCard(contentOf(activity)).text : "";
      const own = target.route === "chat" ? [language] : languages;
      for (const one of own) {
        expect(text).toContain(newTitles[one]);
        expect(text).toContain(marks[one]);
        expect(text).not.toContain(titles[one]);
      }
    }

    const again = await chatCard(karin.chat, "announcement.withdraw");
    const sure = await stage.press(karin, again, { verb: "announcement.withdraw" });
    const which = { verb: "announcement.withdraw", data: { sure: true } };
    const withdrawn = await stage.press(karin, sure, which);
    expect(readCard(withdrawn).kind).toBe("report");
    const withdrawal = `announcement-withdraw:${networkId}:${id}`;
    await until(
      "withdrawn",
      async () => (await outbox.head(withdrawal))?.state === "ended",
      60_000,
    );
    log("withdrawn");
    const deletes = await outbox.counts((await outbox.head(withdrawal))!);
    expect(deletes).toMatchObject({ intended: messageIds.size, delivered: messageIds.size });
    expect([...messageIds].filter((one) => connector.messages.has(one))).toEqual([]);
    // Of what came twice the bot knows one message only: nothing else may be left.
    const left = taken.filter((one) => connector.messages.has(one.id ?? ""));
    const places = new Set(
      everyone
        .filter(({ key }) => marked.has(key))
        .flatMap((person) => (isMentioned(person) ? [person.chat, forum] : [person.chat])),
    );
    expect(left.filter(({ conversation }) => !places.has(conversation))).toEqual([]);
    log(`${left.length} second copies are left`);

    const shown = [...connector.messages.values()].slice(-20).map(contentOf);
    for (const card of shown)
      expect({ card, faults: checkCard(card) }).toEqual({ card, faults: [] });
    expect(stage.said()).not.toMatch(/"level":50|^\s+at /mu);
  }, 240_000);
});

/** Whom a card in a channel mentions. */
function mentionsIn(activity: Activity): readonly string[] {
  const { entities = [] } = (contentOf(activity)["msteams"] ?? {}) as {
    readonly entities?: readonly { readonly mentioned: { readonly id: string } }[];
  };
  return entities.map(({ mentioned }) => mentioned.id);
}

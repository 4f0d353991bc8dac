/** A bot in Teams mode with two networks, people who read different languages, and announcements ready to be sent. */
import type { AuditEntry } from "../../src/core/audit.ts";
import type { ContentDocument, Network } from "../../src/core/content.ts";
import type { Language } from "../../src/core/language.ts";
import { emptyMemory } from "../../src/core/memory.ts";
import type { BatchHead, Delivery } from "../../src/core/outbox/delivery.ts";
import type { Documents, RosterMember } from "../../src/core/ports.ts";
import { defaultPreferences, type Preferences } from "../../src/core/preferences.ts";
import type { Card, JsonObject } from "../../src/core/reply.ts";
import { memberPlace, readState, type State } from "../../src/core/state.ts";
import type { Arrival, Conversation } from "../../src/core/turn.ts";
import type { Announcement } from "../../src/features/announcements/announcement.ts";
import { createCardRenderer } from "../../src/platform/cards/card-renderer.ts";
import { network, putNetwork } from "../features/networks/make-world.ts";
import { checkCard } from "../platform/cards/check-card.ts";
import { auditOf } from "./audit-of.ts";
import type { StorePlace, TestStore } from "./both-stores.ts";
import { botsOn } from "./bots-on.ts";
import { type Action, type Answer, startBot, type TestBot } from "./start-bot.ts";

export const tenant = "11111111-1111-4111-8111-111111111111";
export const teamA = "19:team-alfa@thread.tacv2";
const teamB = "19:team-beta@thread.tacv2";

export type Member = {
  readonly language?: Language;
  /** They have written to the bot: their chat is known. */
  readonly hasChat?: boolean;
  readonly isClosed?: boolean;
  readonly isGuest?: boolean;
  readonly preferences?: Partial<Preferences>;
};

export const alfa = network("alfa", {
  coordinators: ["karin", "kaisa"],
  teams: [`${teamA}|${teamA}-forum|${teamA}-news`],
});
const beta = network("beta", { coordinators: ["bertil"], teams: [teamB] });

export const base: Announcement = {
  id: "a-1",
  network: "alfa",
  titleSv: "Träffen flyttas",
  titleFi: "Tapaaminen siirtyy",
  titleEn: "The meeting moves",
  textSv: "Vi ses i Åbo.",
  textFi: "Tapaamme Turussa.",
  textEn: "We meet in Turku.",
  links: [{ title: "Program", url: "https://example.org/program" }],
  importance: "normal",
  confirm: false,
  audience: { members: true, networks: ["alfa"], languages: [], topics: [], channels: [] },
  status: "draft",
  version: 1,
  author: `${tenant}:karin`,
  createdAt: "2026-03-02T07:00:00.000Z",
  changedAt: "2026-03-02T07:00:00.000Z",
};

export type Stage = {
  readonly bot: TestBot;
  readonly store: Documents;
  put(announcement?: Partial<Announcement>): Promise<Announcement>;
  stored(id?: string): Promise<Announcement>;
  press(
    who: string,
    verb: string,
    data?: JsonObject,
    more?: { readonly where?: Conversation; readonly via?: "execute" | "submit" },
  ): Promise<Answer>;
  /** Presses a button as it stands on a card. */
  pressed(who: string, action: Action, typed?: JsonObject): Promise<Answer>;
  /** Jobs and the outbox, until nothing more happens within so much time. */
  settle(forMs?: number): Promise<void>;
  /** One round of the announcements' job alone. */
  look(): Promise<void>;
  deliveries(batchId: string): Promise<readonly Delivery[]>;
  heads(prefix: string): Promise<readonly BatchHead[]>;
  /** What somebody's chat got, oldest first. */
  to(who: string): TestBot["sent"];
  audit(): Promise<readonly AuditEntry[]>;
  change(value: Network): Promise<void>;
  preferences(who: string): Promise<Preferences | undefined>;
  again(): Promise<Stage>;
};

const renderer = createCardRenderer();
const noCard: Card = { kind: "error", language: "en", view: {}, summary: "no card" };

const chatOf = (who: string): Conversation => ({ kind: "personal", id: `chat-29:${who}` });

export async function setStage(
  place: StorePlace,
  members: Readonly<Record<string, Member>>,
  config: { readonly admins?: readonly string[]; readonly sendRate?: number } = {},
): Promise<Stage> {
  const bot = await startBot({
    place,
    config: {
      mode: { kind: "teams", allowedTenants: [tenant] },
      admins: config.admins ?? [],
      sendRate: config.sendRate ?? 1_000,
    },
    fill: async (documents) => {
      for (const one of [alfa, beta]) await putNetwork(documents, one);
      for (const [who, member] of Object.entries(members)) await putMember(documents, who, member);
    },
  });
  const roster = (names: readonly string[]): readonly RosterMember[] =>
    names.map((person) => ({
      tenant,
      person,
      userId: `29:${person}`,
      name: `Person ${person}`,
      isGuest: members[person]?.isGuest ?? false,
    }));
  bot.rosters.set(teamA, roster(Object.keys(members)));
  bot.rosters.set(teamB, roster(["bertil"]));
  for (const team of [teamA, teamB]) {
    bot.teamChannels.set(team, [
      { id: team },
      { id: `${team}-forum`, name: "Forum" },
      { id: `${team}-news`, name: "Nytt" },
    ]);
    await bot.handle({
      ...arrivalOf("karin", { kind: "channel", id: team, team: { id: team } }),
      type: "joined",
      bot: true,
      about: { team: { id: team, name: "Team" }, botAdded: true },
    });
  }
  await bot.runJob("teams");
  bot.sent.length = 0;
  return stageOf(bot);
}

export type StagesOn = {
  /** `more`: further members. */
  start(
    more?: Readonly<Record<string, Member>>,
    config?: Parameters<typeof setStage>[2],
  ): Promise<Stage>;
  /** An announcement, sent and on its way until nothing more happens. */
  sent(stage: Stage, change?: Partial<Announcement>): Promise<void>;
  /** The announcements in somebody's chat, oldest first. */
  got(stage: Stage, who: string): TestBot["sent"];
};

/** The stages of a file's tests on one kind of store, each closed and checked after its test (bots-on.ts). */
export function stagesOn(
  testStore: TestStore,
  members: Readonly<Record<string, Member>>,
  checks?: { readonly logged: readonly string[] },
): StagesOn {
  const bots = botsOn(testStore, checks);
  return {
    async start(more = {}, config) {
      const stage = await setStage(testStore.newPlace(), { ...members, ...more }, config);
      bots.keep(stage.bot);
      return stage;
    },
    async sent(stage, change = {}) {
      await stage.put(change);
      await stage.press("karin", "announcement.send");
      await stage.settle();
    },
    got: (stage, who) => stage.to(who).filter(({ card }) => card.kind === "announcement"),
  };
}

async function putMember(documents: Documents, who: string, member: Member): Promise<void> {
  const place = memberPlace({ tenant, person: who });
  const state: State = {
    id: place.id,
    type: "state",
    v: 1,
    done: [],
    memory: emptyMemory,
    ...(member.language && { chosenLanguage: member.language }),
    ...(member.isClosed && { closed: true }),
    ...(member.hasChat && {
      met: {
        name: `Person ${who}`,
        userId: `29:${who}`,
        address: addressOf(chatOf(who)),
      },
    }),
    ...(member.preferences && { preferences: { ...defaultPreferences, ...member.preferences } }),
  };
  await documents.create(place.container, place.partition, state);
}

const addressOf = ({ id }: Conversation) => ({
  v: 1 as const,
  serviceUrl: "http://127.0.0.1:1/",
  channel: "msteams",
  conversationId: id,
  botId: "28:kollega",
  tenant,
});

let lastId = 0;
const arrivalOf = (who: string, conversation: Conversation) => ({
  id: `activity-${++lastId}`,
  actor: { tenant, person: who, name: `Person ${who}`, userId: `29:${who}` },
  conversation,
  address: addressOf(conversation),
});

function stageOf(bot: TestBot): Stage {
  const { store, app } = bot;
  const everyMs = 2_000;

  async function changedAt(id: string): Promise<JsonObject> {
    const held = await store.read<ContentDocument<Announcement>>(
      "content",
      "alfa",
      `announcement:${id}`,
    );
    return held ? { changedAt: held.doc.value.changedAt } : {};
  }

  async function press(
    who: string,
    verb: string,
    data: JsonObject = {},
    {
      where = chatOf(who),
      via = "execute",
    }: { readonly where?: Conversation; readonly via?: "execute" | "submit" } = {},
  ): Promise<Answer> {
    const { key, verb: _, ...carried } = data;
    const arrival: Arrival = {
      ...arrivalOf(who, where),
      type: "action",
      verb,
      data: carried,
      ...(typeof key === "string" && { key }),
      via,
    };
    const result = await bot.handle(arrival);
    const reply = result.status === "done" ? result.answer : undefined;
    const card = reply?.type === "card" ? reply.card : undefined;
    if (!card) return { reply, card: noCard, rendered: {} };
    const rendered = renderer.render(card, `key-${++lastId}`);
    bot.cardFaults.push(...checkCard(rendered));
    return { reply, card, rendered };
  }

  const stage: Stage = {
    bot,
    store,
    async put(more = {}) {
      const value = { ...base, ...more };
      const doc = { id: `announcement:${value.id}`, type: "announcement", v: 1, value };
      await store.create("content", value.network, doc);
      await app.library.refresh();
      return value;
    },
    async stored(id = "a-1") {
      const found = await store.read<ContentDocument<Announcement>>(
        "content",
        "alfa",
        `announcement:${id}`,
      );
      if (!found) throw new Error("There is no such announcement");
      return found.doc.value;
    },
    async press(who, verb, data = {}, more = {}) {
      const of = { kind: "announcement", id: "a-1", network: "alfa", ...data };
      // As the button of a card that shows it.
      const seen = verb === "announcement.approve" ? await changedAt(of.id) : {};
      return press(who, verb, { ...seen, ...of }, more);
    },
    pressed: (who, { verb, data }, typed = {}) => press(who, verb, { ...data, ...typed }),
    async settle(forMs = 60_000) {
      const until = bot.clock.now().getTime() + forMs;
      do {
        await bot.runJob("announcements");
        await bot.runJob("outbox");
        bot.clock.advance(everyMs);
      } while (bot.clock.now().getTime() < until);
    },
    look: () => bot.runJob("announcements"),
    deliveries: (batchId) => allOf(app.outbox.deliveries(batchId)),
    heads: (prefix) => allOf(app.outbox.heads(prefix)),
    to: (who) => bot.sent.filter(({ address }) => address.conversationId === chatOf(who).id),
    audit: () =>
      auditOf(
        store,
        "alfa",
        [...alfa.coordinators, "bertil"].map((who) => `${tenant}:${who}`),
      ),
    async change(value) {
      await putNetwork(store, value);
      await app.library.refresh();
    },
    async preferences(who) {
      const state = await readState(store, memberPlace({ tenant, person: who }));
      return state?.doc.preferences;
    },
    again: async () => stageOf(await bot.again()),
  };
  return stage;
}

async function allOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

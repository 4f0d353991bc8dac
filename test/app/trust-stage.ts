/** A bot in Teams mode, two networks, and people with unmistakable names and ids who do everything there is to do. */
import type { ContentDocument } from "../../src/core/content.ts";
import type { Container, Documents, RosterMember, Telemetry } from "../../src/core/ports.ts";
import type { Card, JsonObject } from "../../src/core/reply.ts";
import type { Arrival, Conversation } from "../../src/core/turn.ts";
import { createCardRenderer } from "../../src/platform/cards/card-renderer.ts";
import { countCalls } from "../../src/platform/storage/count-calls.ts";
import type { Metrics } from "../../src/platform/telemetry/metrics.ts";
import { network, putNetwork } from "../features/networks/make-world.ts";
import type { StorePlace } from "./both-stores.ts";
import { fillStore } from "./small-world.ts";
import { type Action, startBot, type TestBot } from "./start-bot.ts";

export const tenant = "11111111-1111-4111-8111-111111111111";
const teamA = "19:team-alfa@thread.tacv2";
const teamB = "19:team-beta@thread.tacv2";

export type Someone = {
  readonly person: string;
  readonly name: string;
  readonly userId: string;
  readonly chat: string;
  readonly tenant?: string;
};

const someone = (name: string, person: string, more: Partial<Someone> = {}): Someone => ({
  person,
  name,
  userId: `29:teams-${person}`,
  chat: `a:chat-${person}`,
  ...more,
});

export const people = {
  helga: someone("Helga Tvärminne-Östergård", "7e57ab1e-4be1-4a6a-9c0d-51deca5efeed"),
  karin: someone("Karin Koordinator", "aaaaaaaa-0000-4000-8000-000000000001"),
  mona: someone("Mona Medlem", "aaaaaaaa-0000-4000-8000-000000000002"),
  guest: someone("Gabriel Gäst", "aaaaaaaa-0000-4000-8000-000000000003"),
  bertil: someone("Bertil Beta", "aaaaaaaa-0000-4000-8000-000000000004"),
  admin: someone("Ada Admin", "aaaaaaaa-0000-4000-8000-000000000005"),
  stranger: someone("Sten Stranger", "aaaaaaaa-0000-4000-8000-000000000006"),
} as const;
export type Who = keyof typeof people;

export const helgasMail = "helga.tvarminne@example.fi";
/** As many registers name their entries. */
export const helgasEntry = "helga-tvarminne-ostergard";
export const signInNameOf = (who: Who): string =>
  who === "helga" ? helgasMail.toUpperCase() : `${who}@example.fi`;
export const traces = [
  people.helga.person,
  people.helga.userId,
  people.helga.chat,
  people.helga.name,
  helgasMail,
  helgasEntry,
];

const alfa = network("alfa", {
  coordinators: [people.karin.person, people.helga.person],
  teams: [`${teamA}|${teamA}-forum|${teamA}-news`],
});
const beta = network("beta", { coordinators: [people.bertil.person], teams: [teamB] });

const contact: ContentDocument = {
  id: `contact:${helgasEntry}`,
  type: "contact",
  v: 1,
  value: {
    id: helgasEntry,
    network: "alfa",
    name: people.helga.name,
    consent: "2026-01-01",
    organisation: "Pargas stad",
    topics: [],
    languages: ["sv"],
    email: helgasMail,
  },
};

/** It names her in every way that a practice can. */
const practice: ContentDocument = {
  id: "practice:helgas-kupa:sv",
  type: "practice",
  v: 1,
  value: {
    id: "helgas-kupa",
    network: "alfa",
    language: "sv",
    title: "Halmkupor",
    summary: `Så som ${people.helga.name} gör dem.`,
    body: `${people.helga.name}s halmkupor står sig i tio år. Skriv till ${helgasMail}.`,
    questions: [`Hur gör ${people.helga.name} en halmkupa?`],
    tags: ["halmkupor"],
    organisation: "Pargas stad",
    source: `${people.helga.name}, 2025`,
    contacts: [helgasEntry],
    owner: people.helga.name,
    status: "published",
  },
};

export type Place = "chat" | "forum" | "group";
const placeOf = ({ chat }: Someone, place: Place): Conversation => {
  if (place === "group") return { kind: "group", id: "19:group-chat" };
  if (place === "chat") return { kind: "personal", id: chat };
  return { kind: "channel", id: `${teamA}-forum;messageid=77`, team: { id: teamA } };
};

let lastId = 0;
function arrivalOf(who: Someone, place: Place) {
  const conversation = placeOf(who, place);
  return {
    id: `activity-${++lastId}`,
    actor: { tenant: who.tenant ?? tenant, person: who.person, name: who.name, userId: who.userId },
    conversation,
    address: {
      v: 1 as const,
      serviceUrl: "http://127.0.0.1:1/",
      channel: "msteams",
      conversationId: conversation.id,
      botId: "28:kollega",
      tenant,
    },
  };
}

const renderer = createCardRenderer();

export type TrustStage = {
  readonly bot: TestBot;
  readonly store: Documents;
  /** What is said to it: the last card, rendered. */
  say(who: Who, text: string, place?: Place): Promise<JsonObject>;
  /** What answers a press, rendered, or the sentence. */
  press(
    who: Who,
    action: Pick<Action, "verb" | "data">,
    typed?: JsonObject,
    place?: Place,
  ): Promise<{ readonly card?: Card; readonly rendered: JsonObject; readonly text?: string }>;
  /** Jobs, until so much time has gone by. */
  live(forMs: number): Promise<void>;
  /** Every document there is, as text, by its place. */
  dump(): Promise<Readonly<Record<string, string>>>;
  /** What one personal chat got, oldest first. */
  to(who: Who): TestBot["sent"];
};

/** `metrics`: hear of the turns, of what is sent, and of every call to the store. */
export async function setTrustStage(
  place: StorePlace,
  metrics?: Pick<Metrics, keyof Telemetry | "storageCall">,
): Promise<TrustStage> {
  /** Wherever anything was ever written. */
  const places = new Map<string, readonly [Container, string]>();
  const noting = (documents: Documents): Documents => ({
    ...documents,
    create(container, partition, ...rest) {
      places.set(`${container} ${partition}`, [container, partition]);
      return documents.create(container, partition, ...rest);
    },
  });
  const bot = await startBot({
    place,
    wrap: (documents) =>
      metrics ? countCalls(noting(documents), metrics.storageCall) : noting(documents),
    ...(metrics && { telemetry: metrics }),
    config: {
      mode: { kind: "teams", allowedTenants: [tenant] },
      admins: [people.admin.person],
      sendRate: 1_000,
    },
    fill: async (documents) => {
      const store = noting(documents);
      await fillStore(store);
      for (const one of [alfa, beta]) await putNetwork(store, one);
      await store.create("content", "alfa", contact);
      await store.create("content", "alfa", practice);
    },
  });
  const listed = (...all: readonly Someone[]): readonly RosterMember[] =>
    all.map(({ person, userId, name }) => ({
      tenant,
      person,
      userId,
      name,
      isGuest: person === people.guest.person,
    }));
  bot.rosters.set(teamA, listed(people.helga, people.karin, people.mona, people.guest));
  bot.rosters.set(teamB, listed(people.bertil));
  for (const who of Object.keys(people) as readonly Who[]) {
    const { person, userId } = people[who];
    const value = { person, isGuest: who === "guest", signInName: signInNameOf(who) };
    bot.accounts.set(userId, { state: "done", value });
  }
  for (const team of [teamA, teamB]) {
    bot.teamChannels.set(team, [
      { id: team },
      { id: `${team}-forum`, name: "Forum" },
      { id: `${team}-news`, name: "Nytt" },
    ]);
    await bot.handle({
      ...arrivalOf(people.karin, "forum"),
      conversation: { kind: "channel", id: team, team: { id: team } },
      type: "joined",
      bot: true,
      about: { team: { id: team, name: "Team" }, botAdded: true },
    });
  }
  await bot.runJob("teams");
  await bot.runJob("privacy");
  bot.sent.length = 0;

  return {
    bot,
    store: bot.store,
    async say(who, text, where = "chat") {
      const said: Arrival = {
        ...arrivalOf(people[who], where),
        type: "message",
        text,
        isMentioned: true,
      };
      await bot.handle(said);
      return bot.sent.at(-1)?.rendered ?? {};
    },
    async press(who, { verb, data }, typed = {}, where = "chat") {
      const { key, verb: _, ...carried } = { ...data, ...typed };
      const result = await bot.handle({
        ...arrivalOf(people[who], where),
        type: "action",
        verb,
        data: carried,
        ...(typeof key === "string" && { key }),
        via: "execute",
      });
      const answer = result.status === "done" ? result.answer : undefined;
      if (answer?.type === "sentence") return { rendered: {}, text: answer.text };
      const card = answer?.type === "card" ? answer.card : undefined;
      return card ? { card, rendered: renderer.render(card, `key-${++lastId}`) } : { rendered: {} };
    },
    async live(forMs) {
      const until = bot.clock.now().getTime() + forMs;
      do {
        for (const job of bot.app.jobs) await job.run();
        bot.clock.advance(2_000);
      } while (bot.clock.now().getTime() < until);
    },
    async dump() {
      const all: Record<string, string> = {};
      for (const [container, partition] of places.values()) {
        let after: string | undefined;
        do {
          const page = await bot.store.query({
            container,
            partition,
            ...(after !== undefined && { after }),
          });
          for (const { doc } of page.items)
            all[`${container}/${partition}/${doc.id}`] = JSON.stringify(doc);
          after = page.next;
        } while (after !== undefined);
      }
      return all;
    },
    to: (who) => bot.sent.filter(({ address }) => address.conversationId === people[who].chat),
  };
}

/** The values that stand in a form's inputs, to be sent as they are. */
export function inputsOf(card: unknown): JsonObject {
  if (Array.isArray(card)) return Object.assign({}, ...card.map(inputsOf)) as JsonObject;
  if (typeof card !== "object" || card === null) return {};
  const node = card as Readonly<Record<string, unknown>>;
  const { type, id, value = "" } = node;
  const own =
    typeof type === "string" && type.startsWith("Input.") ? { [String(id)]: value as string } : {};
  return Object.assign({}, own, ...Object.values(node).map(inputsOf)) as JsonObject;
}

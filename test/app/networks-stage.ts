/** A bot in Teams mode with two networks, a team of each, and people who belong to one, both or none of them. */
import type { AuditEntry } from "../../src/core/audit.ts";
import type { Network } from "../../src/core/content.ts";
import type { Documents, RosterMember } from "../../src/core/ports.ts";
import type { Card } from "../../src/core/reply.ts";
import { memberPlace, readState } from "../../src/core/state.ts";
import type { Arrival, Conversation, EventDetails } from "../../src/core/turn.ts";
import { createCardRenderer } from "../../src/platform/cards/card-renderer.ts";
import { network, putNetwork } from "../features/networks/make-world.ts";
import { checkCard } from "../platform/cards/check-card.ts";
import { auditOf } from "./audit-of.ts";
import type { StorePlace } from "./both-stores.ts";
import { fillStore } from "./small-world.ts";
import { type Action, type Answer, startBot, type TestBot } from "./start-bot.ts";

const person = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, "0")}` as const;

/** By what they are. */
export const people = {
  /** Coordinates alfa. */
  karin: person(1),
  /** A member of alfa. */
  anna: person(2),
  /** Coordinates beta. */
  bertil: person(3),
  /** A member of beta. */
  bo: person(4),
  /** Coordinates both, belongs to both. */
  siv: person(5),
  /** In no team at all. */
  stranger: person(6),
  admin: person(7),
} as const;
type Name = keyof typeof people;

const tenant = "11111111-1111-4111-8111-111111111111";
export const teamA = "19:team-alfa@thread.tacv2";
export const teamB = "19:team-beta@thread.tacv2";
/** Linked to nothing. */
export const teamX = "19:team-x@thread.tacv2";

const { karin, bertil, siv } = people;
export const alfa = network("alfa", { coordinators: [karin, siv], teams: [teamA] });
const beta = network("beta", { coordinators: [bertil, siv], teams: [teamB] });

const inRoster = (...names: readonly Name[]): readonly RosterMember[] =>
  names.map((name) => ({
    tenant,
    person: people[name],
    userId: `29:${name}`,
    name: `Person ${name}`,
    isGuest: false,
  }));

const renderer = createCardRenderer();
let lastId = 0;

function base(name: Name, conversation: Conversation, tenantOfTeam = tenant) {
  return {
    id: `activity-${++lastId}`,
    actor: { tenant, person: people[name], name: `Person ${name}`, userId: `29:${name}` },
    conversation,
    address: {
      v: 1 as const,
      serviceUrl: "http://127.0.0.1:1/",
      channel: "msteams",
      conversationId: conversation.id,
      botId: "28:kollega",
      tenant: tenantOfTeam,
    },
  };
}

const personal = (name: Name): Conversation => ({ kind: "personal", id: `chat-${name}` });
export const channel = (team: string): Conversation => ({
  kind: "channel",
  id: `${team}-general;messageid=1`,
  team: { id: team },
});

export type Stage = {
  readonly bot: TestBot;
  /** What is said in a place comes to; every message that the bot sent for it. */
  say(name: Name, text: string, where?: Conversation): Promise<TestBot["sent"]>;
  /** The press of a button with what was typed. */
  press(name: Name, action: Action, typed?: object, where?: Conversation): Promise<Answer>;
  /** Something happens to a team; every message that the bot sent for it. */
  happen(
    team: string,
    name: string,
    about?: Omit<EventDetails, "team">,
    by?: Name,
  ): Promise<TestBot["sent"]>;
  /** The bot is added to a team, told twice as Teams does. */
  install(team: string, by?: Name, tenantOfTeam?: string): Promise<TestBot["sent"]>;
  network(id: string): Network;
  audit(id: string): Promise<readonly AuditEntry[]>;
  member(name: Name): ReturnType<typeof readState>;
  instance(): Promise<Stage>;
};

export async function setStage(
  place: StorePlace,
  options: {
    readonly mode?: "local" | "teams";
    readonly networks?: readonly Network[];
    readonly fill?: (documents: Documents) => Promise<void>;
  } = {},
): Promise<Stage> {
  const { mode = "teams", networks = [alfa, beta] } = options;
  const bot = await startBot({
    place,
    config: {
      mode: { kind: mode, ...(mode === "teams" && { allowedTenants: [tenant] }) },
      admins: [people.admin],
    },
    fill: async (documents) => {
      if (networks.length > 0) await fillStore(documents);
      for (const one of networks) await putNetwork(documents, one);
    },
  });
  const stage = stageOf(bot);
  for (const [team, names] of [
    [teamA, ["karin", "anna", "siv"]],
    [teamB, ["bertil", "bo", "siv"]],
    [teamX, ["karin", "anna", "bo", "bertil"]],
  ] as const) {
    bot.rosters.set(team, inRoster(...names));
    bot.teamChannels.set(team, [
      { id: `${team}-general` },
      { id: `${team}-forum`, name: "Forum" },
      { id: `${team}-news`, name: "Nytt" },
    ]);
  }
  if (networks.length > 0) for (const team of [teamA, teamB]) await stage.install(team);
  await bot.runJob("teams");
  bot.sent.length = 0;
  return stage;
}

function stageOf(bot: TestBot): Stage {
  const during = async (act: () => Promise<unknown>) => {
    const before = bot.sent.length;
    await act();
    return bot.sent.slice(before);
  };
  return {
    bot,
    say: (name, text, where = personal(name)) =>
      during(() => bot.handle({ ...base(name, where), type: "message", text, isMentioned: true })),
    async press(name, { verb, data }, typed = {}, where = personal(name)) {
      const { key, ...carried } = data;
      const result = await bot.handle({
        ...base(name, where),
        type: "action",
        verb,
        data: { ...carried, ...typed } as never,
        ...(typeof key === "string" && { key }),
        via: "execute",
      });
      const reply = result.status === "done" ? result.answer : undefined;
      const card = reply?.type === "card" ? reply.card : noCard;
      if (card === noCard) return { reply, card, rendered: {} };
      const rendered = renderer.render(card, `key-${++lastId}`);
      bot.cardFaults.push(...checkCard(rendered));
      return { reply, card, rendered };
    },
    happen: (team, name, about = {}, by = "anna") =>
      during(() =>
        bot.handle({
          ...base(by, { kind: "channel", id: team, team: { id: team } }),
          type: "event",
          name,
          about: { ...about, team: { id: team } },
        }),
      ),
    install: (team, by = "anna", tenantOfTeam = tenant) =>
      during(async () => {
        for (const conversation of [channel(team), channel(team)]) {
          const arrival: Arrival = {
            ...base(by, { ...conversation, id: `${team}-general` }, tenantOfTeam),
            type: "joined",
            bot: true,
            about: { team: { id: team, name: `Team ${team.slice(8, 12)}` }, botAdded: true },
          };
          await bot.handle(arrival);
        }
      }),
    network(id) {
      const found = bot.app.library.networks().find((one) => one.id === id);
      if (!found) throw new Error(`There is no network ${id}`);
      return found;
    },
    audit: (id) =>
      auditOf(
        bot.store,
        id,
        Object.values(people).map((person) => `${tenant}:${person}`),
      ),
    member: (name) => readState(bot.store, memberPlace({ tenant, person: people[name] })),
    async instance() {
      return stageOf(await bot.again());
    },
  };
}

const noCard: Card = { kind: "error", language: "en", view: {}, summary: "no card" };

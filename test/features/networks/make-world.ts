/** Teams, people and networks for tests of who belongs where, and a messenger that knows them. */
import {
  type ContentDocument,
  type Network,
  networksPartition,
} from "../../../src/core/content.ts";
import type {
  Delivered,
  Documents,
  Fetched,
  Messenger,
  RosterMember,
  TeamChannel,
} from "../../../src/core/ports.ts";
import type { Arrival, EventDetails } from "../../../src/core/turn.ts";

export const network = (id: string, more: Partial<Network> = {}): Network => ({
  id,
  nameSv: `Nätverket ${id}`,
  nameFi: `Verkosto ${id}`,
  nameEn: `Network ${id}`,
  coordinators: [],
  languages: ["sv", "fi", "en"],
  timeZone: "Europe/Helsinki",
  teams: [],
  ...more,
});

export async function putNetwork(documents: Documents, value: Network): Promise<void> {
  const doc: ContentDocument = { id: `network:${value.id}`, type: "network", v: 1, value };
  const stored = await documents.read("content", networksPartition, doc.id);
  if (stored) await documents.replace("content", networksPartition, doc, stored.etag);
  else await documents.create("content", networksPartition, doc);
}

export const member = (person: string, more: Partial<RosterMember> = {}): RosterMember => ({
  tenant: "t1",
  person,
  userId: `29:${person}`,
  name: `Person ${person}`,
  isGuest: false,
  ...more,
});

const addressOf = (conversationId: string, serviceUrl = "https://teams.example/emea/") => ({
  v: 1 as const,
  serviceUrl,
  channel: "msteams",
  conversationId,
  botId: "28:kollega",
  tenant: "t1",
});

let lastId = 0;
const base = (person: string, conversation: Arrival["conversation"]) => ({
  id: `a${++lastId}`,
  actor: { tenant: "t1", person, name: `Person ${person}`, userId: `29:${person}` },
  conversation,
  address: addressOf(conversation.id),
});

/** Said in a team's channel. */
export const inChannel = (
  team: string,
  person = "anna",
  channel = `${team}-general`,
  aadGroupId?: string,
): Arrival => ({
  ...base(person, {
    kind: "channel",
    id: `${channel};messageid=1`,
    team: { id: team, ...(aadGroupId && { aadGroupId }) },
  }),
  type: "message",
  text: "hej",
  isMentioned: true,
});

export const inPerson = (person: string): Arrival => ({
  ...base(person, { kind: "personal", id: `chat-${person}` }),
  type: "message",
  text: "hej",
  isMentioned: true,
});

/** Something that happened to a team. */
export const event = (
  team: string,
  name: string,
  about: Omit<EventDetails, "team"> & { readonly name?: string; readonly aadGroupId?: string } = {},
): Arrival => {
  const { name: teamName, aadGroupId, ...rest } = about;
  return {
    ...base("anna", { kind: "channel", id: team, team: { id: team } }),
    type: "event",
    name,
    about: {
      ...rest,
      team: { id: team, ...(teamName && { name: teamName }), ...(aadGroupId && { aadGroupId }) },
    },
  };
};

/** The bot, or people, were added to a team. */
export const added = (team: string, members: readonly string[] = [], bot = false): Arrival => ({
  ...base("anna", { kind: "channel", id: `${team}-general`, team: { id: team } }),
  type: "joined",
  bot,
  about: {
    team: { id: team },
    ...(members.length > 0 && { membersAdded: members }),
    ...(bot && { botAdded: true as const }),
  },
});

export type FakeTeams = {
  /** By team; missing: Teams refuses to say. */
  readonly rosters: Map<string, readonly RosterMember[]>;
  readonly channels: Map<string, readonly TeamChannel[]>;
  /** What the next calls for a roster's page come to instead; undefined: as usual. */
  readonly faults: (Exclude<Delivered, { state: "delivered" }> | undefined)[];
  /** `<team> <after>` of each call. */
  readonly asked: string[];
  readonly messenger: Pick<Messenger, "roster" | "channels">;
};

export function createFakeTeams(pageSize = 2): FakeTeams {
  const rosters: FakeTeams["rosters"] = new Map();
  const channels: FakeTeams["channels"] = new Map();
  const faults: FakeTeams["faults"] = [];
  const asked: string[] = [];
  const refused = { state: "refused", reason: "gone", status: 404 } as const;
  return {
    rosters,
    channels,
    faults,
    asked,
    messenger: {
      async roster(
        _door,
        teamId,
        after,
      ): Promise<Fetched<{ members: readonly RosterMember[]; next?: string }>> {
        asked.push(`${teamId} ${after ?? ""}`.trim());
        const fault = faults.shift();
        if (fault) return fault;
        const all = rosters.get(teamId);
        if (!all) return refused;
        const from = Number(after ?? 0);
        const next = from + pageSize;
        const members = all.slice(from, next);
        return {
          state: "done",
          value: { members, ...(next < all.length && { next: String(next) }) },
        };
      },
      async channels(_door, teamId) {
        const found = channels.get(teamId);
        return found ? { state: "done", value: found } : refused;
      },
    },
  };
}

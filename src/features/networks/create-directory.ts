/** Who belongs where, kept in memory and asked of Teams when it may have changed (core/directory.ts). */
import type { Directory, Recipient, Team } from "../../core/directory.ts";
import { BotError } from "../../core/errors.ts";
import type { Library } from "../../core/library.ts";
import type {
  Clock,
  ConversationAddress,
  Documents,
  Door,
  Log,
  Messenger,
  RosterMember,
  TeamChannel,
} from "../../core/ports.ts";
import { noteKnown, readState, type State } from "../../core/state.ts";
import type { Arrival } from "../../core/turn.ts";
import { inGroups } from "./in-groups.ts";
import { type Belonging, networksOf, networksOfPerson } from "./networks-of.ts";
import { readRoster } from "./read-roster.ts";
import { everyoneMet, recipientOf, type Standing } from "./recipient-of.ts";
import { createRosterStore, personKey } from "./roster-store.ts";
import { doorOf, rosterMayHaveChanged, teamAfter, teamIdOf } from "./team-after.ts";
import { channelFor, hasChannel, linkOf, networksOfTeam, readLink } from "./team-links.ts";
import { createTeamStore, type TeamChange } from "./team-store.ts";

export type DirectoryDeps = {
  /** The store as jobs use it: while a turn waits nothing is done here but what `turnDocuments` does. */
  readonly documents: Documents;
  /** For team events, which are stored within their turn. */
  readonly turnDocuments: Documents;
  readonly library: Pick<Library, "networks" | "contentOf" | "saw">;
  readonly messenger: Pick<Messenger, "roster" | "channels">;
  readonly clock: Clock;
  readonly log: Log;
  readonly mode: "local" | "teams";
  /** Entra object ids. */
  readonly admins: readonly string[];
  /** Everybody comes from one tenant, so that one person's service URL serves for all. */
  readonly isOneTenant: boolean;
};

/** The directory with what only its own feature does with it. */
export type WorkingDirectory = Directory & {
  team(id: string): Team | undefined;
  /** Whether a team's roster names someone. */
  isIn(teamId: string, person: Pick<RosterMember, "tenant" | "person">): boolean;
  /** What any roster calls someone. */
  nameOf(tenant: string, person: string): string | undefined;
  /** Whether an event from a team says something that is not known. */
  isNews(arrival: Arrival): boolean;
  /** Takes in what an arrival shows about its team, in memory alone; `work` stores it. */
  notice(arrival: Arrival): void;
  /** Adds someone to those the bot has met, with the next `work`. */
  meet(person: Pick<RosterMember, "tenant" | "person">): void;
  /** Takes in what happened to a team, and stores it. If the store cannot be reached, `work` does it later. */
  takeIn(arrival: Arrival): Promise<void>;
  changeTeam(id: string, change: TeamChange): Promise<Team | undefined>;
  /** Stores what was noticed and asks Teams for the rosters that may have changed. */
  work(): Promise<void>;
};

/** Events come in swarms: one for each member, twice. */
const gatherMs = 3_000;
const rosterLastsMs = 3_600_000;
/** After a stranger spoke: somebody may have joined unnoticed. */
const strangerEveryMs = 600_000;
const retryFromMs = 30_000;
const retryToMs = 300_000;
const readsAtOnce = 16;
const rostersAtOnce = 4;
/** So long a batch waits for Teams to say who is in teams whose rosters are known already. */
const rosterPatienceMs = 5_000;

export function createDirectory(deps: DirectoryDeps): WorkingDirectory {
  const { documents, library, clock, log } = deps;
  const teams = createTeamStore({ library, documents: deps.turnDocuments });
  const rosters = createRosterStore(documents);
  /** What was noticed and is not stored yet, by team. */
  const noticed = new Map<string, Arrival[]>();
  /** When a team's roster is due to be read, ms since 1970. */
  const wanted = new Map<string, number>();
  /** Teams whose roster could not be read, and how long they are left alone. */
  const failing = new Map<string, { readonly waitMs: number; readonly until: number }>();

  const reading = new Map<string, Promise<void>>();

  const met = new Map<string, Pick<RosterMember, "tenant" | "person">>();
  /** Where somebody last wrote from. */
  let lastDoor: Door | undefined;

  const belonging = (): Belonging => ({
    networks: library.networks(),
    mode: deps.mode,
    admins: deps.admins,
    teamsOf: teamsOfPerson,
    teamOf: teams.find,
  });
  const idsOf = (networks: readonly { readonly id: string }[]) => networks.map(({ id }) => id);
  const now = () => clock.now().getTime();

  function teamsOfPerson(person: { tenant: string; person: string }): readonly Team[] {
    return [...rosters.teamsOf(personKey(person))].flatMap((id) => {
      const team = teams.find(id);
      return team && !team.gone ? [team] : [];
    });
  }

  /** The teams of a network. In local mode a team that is linked to none belongs to all. */
  const linkedTo = (network: string): readonly Standing[] => {
    const networks = library.networks();
    const found = networks.find(({ id }) => id === network);
    if (!found) return [];
    return teams.all().flatMap((team) => {
      if (team.gone) return [];
      const isFree = deps.mode === "local" && networksOfTeam(networks, team).length === 0;
      const link = linkOf(found, team) ?? (isFree ? { team: team.id } : undefined);
      return link ? [{ team, link }] : [];
    });
  };

  /** The team as it is once what was noticed is stored. */
  const teamNow = (id: string): Team | undefined =>
    (noticed.get(id) ?? []).reduce<Team | undefined>(teamAfter, teams.find(id));

  function want(teamId: string, inMs = gatherMs): void {
    wanted.set(teamId, Math.min(wanted.get(teamId) ?? Number.POSITIVE_INFINITY, now() + inMs));
  }

  /** A stranger in a team's channel has joined it unnoticed; one in a chat may have joined any. */
  function noticeStranger({ actor, conversation }: Arrival): void {
    const here = conversation.kind === "channel" ? conversation.team?.id : undefined;
    const isKnown = here
      ? rosters.member(here, personKey(actor)) !== undefined
      : rosters.teamsOf(personKey(actor)).size > 0;
    if (isKnown) return;
    for (const team of teams.all()) {
      const isOld = ageOf(team) > strangerEveryMs;
      if (isOld && !team.gone && (here === undefined || team.id === here)) want(team.id);
    }
  }

  const ageOf = ({ rosterReadAt }: Team): number =>
    rosterReadAt === undefined ? Number.POSITIVE_INFINITY : now() - Date.parse(rosterReadAt);

  function note(arrival: Arrival): void {
    const id = teamIdOf(arrival);
    if (id === undefined || !isNews(arrival)) return;
    noticed.set(id, [...(noticed.get(id) ?? []), arrival]);
  }

  function isNews(arrival: Arrival): boolean {
    const id = teamIdOf(arrival);
    if (id === undefined) return false;
    const team = teamNow(id);
    return teamAfter(team, arrival) !== team;
  }

  /** Writes what was noticed about one team; what comes in meanwhile stays for the next time. */
  async function store(id: string): Promise<void> {
    const arrivals = noticed.get(id);
    if (!arrivals) return;
    await teams.change(id, (team) => arrivals.reduce<Team | undefined>(teamAfter, team));
    const later = (noticed.get(id) ?? []).slice(arrivals.length);
    if (later.length > 0) noticed.set(id, later);
    else noticed.delete(id);
  }

  /** Once for all who want it at the same time. */
  function readTeam(team: Team): Promise<void> {
    const underWay = reading.get(team.id);
    if (underWay) return underWay;
    const read = readAnew(team).finally(() => reading.delete(team.id));
    reading.set(team.id, read);
    return read;
  }

  async function readAnew(team: Team): Promise<void> {
    wanted.delete(team.id);
    const members = await readRoster(deps, team);
    if (members) return keepRoster(team, members);
    const waitMs = Math.min((failing.get(team.id)?.waitMs ?? retryFromMs / 2) * 2, retryToMs);
    failing.set(team.id, { waitMs, until: now() + waitMs });
    want(team.id, waitMs);
    log.warn("roster not read, the known one serves", { members: rosters.of(team.id).length });
  }

  async function keepRoster(team: Team, members: readonly RosterMember[]): Promise<void> {
    failing.delete(team.id);
    try {
      const listed = await deps.messenger.channels(team.door, team.id);
      const readAt = clock.now().toISOString();
      await rosters.keep(team.id, members, readAt);
      await teams.change(team.id, (stored) => {
        const before = stored ?? team;
        const channels =
          listed.state === "done" ? mergeChannels(listed.value, before) : before.channels;
        return { ...before, channels, rosterReadAt: readAt };
      });
    } catch (error) {
      want(team.id);
      throw error;
    }
  }

  const isLeftAlone = (id: string): boolean => (failing.get(id)?.until ?? 0) > now();

  const readMember = (key: string, store = documents): Promise<State | undefined> =>
    readState(store, { container: "members", partition: key, id: "member" }).then(
      (stored) => stored?.doc,
    );

  /** Where Teams is slow the known roster serves, and the new one comes in once it is there. */
  async function readOldRosters(network: string): Promise<void> {
    const old = linkedTo(network).flatMap(({ team }) =>
      ageOf(team) > rosterLastsMs && !isLeftAlone(team.id) ? [team] : [],
    );
    const isKnown = ({ id }: Team) => rosters.of(id).length > 0;
    const known = old.filter(isKnown);
    const unknown = old.filter((team) => !known.includes(team));
    await inGroups(unknown, rostersAtOnce, readTeam);
    if (known.length === 0) return;
    await Promise.race([inGroups(known, rostersAtOnce, readTeam), clock.sleep(rosterPatienceMs)]);
  }

  /** Whoever left a team is not reached by way of their chat either. */
  function hasRoster(network: string): boolean {
    const found = library.networks().find(({ id }) => id === network);
    const isKnown = (team: Team) => team.gone || team.rosterReadAt !== undefined;
    return (
      found !== undefined &&
      teams.all().some((team) => isKnown(team) && linkOf(found, team) !== undefined)
    );
  }

  async function* recipients(network: string): AsyncGenerator<Recipient> {
    await noteMet();
    await readOldRosters(network);
    const linked = linkedTo(network);
    const seen = new Set<string>();
    for (const standing of linked) {
      const fresh = rosters.of(standing.team.id).filter((member) => {
        const key = personKey(member);
        return !seen.has(key) && seen.add(key);
      });
      for (let from = 0; from < fresh.length; from += readsAtOnce) {
        yield* await inGroups(fresh.slice(from, from + readsAtOnce), readsAtOnce, async (member) =>
          recipientOf(member, standing, await readMember(personKey(member))),
        );
      }
    }
    if (deps.mode === "teams" && (library.networks().length !== 1 || hasRoster(network))) return;
    for await (const group of everyoneMet(documents, readsAtOnce)) {
      const teamless = group.filter((person) => networksOfPerson(person, belonging()).length === 0);
      const found = await inGroups(teamless, readsAtOnce, async (person) =>
        recipientOf(person, undefined, await readMember(personKey(person))),
      );
      yield* found.filter(({ key }) => !seen.has(key));
    }
  }

  /** Who was in a team where the bot is no more is not kept. Should it come back, its roster is read anew. */
  async function forgetRoster({ id }: Team): Promise<void> {
    await rosters.drop(id);
    await teams.change(id, (team) => {
      if (!team) return undefined;
      const { rosterReadAt: _, ...rest } = team;
      return rest;
    });
  }

  async function noteMet(): Promise<void> {
    for (const [key, person] of met) {
      await noteKnown(documents, person);
      met.delete(key);
    }
  }

  /**
   * A network may name a team whose events came before its link, or to another store. It is reached as the people are
   * who write; should it not be there, its roster cannot be read and what is posted there is refused, and told so.
   */
  async function meetLinkedTeams(door: Door): Promise<void> {
    for (const link of library.networks().flatMap((network) => network.teams.map(readLink))) {
      const isMet = teams.all().some((team) => linkOf({ teams: [link.team] }, team) !== undefined);
      if (isMet || !link.team.startsWith("19:")) continue;
      await teams.change(link.team, (team) => team ?? { id: link.team, door, channels: [] });
    }
  }

  return {
    async refresh() {
      for (const team of teams.all()) await rosters.load(team);
    },
    networksOf: (arrival) => idsOf(networksOf(arrival, belonging())),
    networksOfPerson: (tenant, person) => idsOf(networksOfPerson({ tenant, person }, belonging())),
    teams: teams.all,
    team: teamNow,
    isIn: (teamId, person) => rosters.member(teamId, personKey(person)) !== undefined,
    nameOf(tenant, person) {
      const key = personKey({ tenant, person });
      const [first] = rosters.teamsOf(key);
      return first === undefined ? undefined : rosters.member(first, key)?.name;
    },
    teamsOf: (network) => linkedTo(network).flatMap(({ team }) => (team.archived ? [] : [team])),
    channelsOf: (network, channel) =>
      linkedTo(network).flatMap(({ team, link }): ConversationAddress[] => {
        if (team.archived) return [];
        const isUse = channel === "forum" || channel === "announcements";
        if (!isUse && !hasChannel(team, link, channel)) return [];
        const conversationId = isUse ? channelFor(team, link, channel) : channel;
        return [{ v: 1, ...team.door, conversationId }];
      }),
    recipients,
    async recipient(tenant, person) {
      const key = personKey({ tenant, person });
      // Asked in turns, which must end in time.
      const state = await readMember(key, deps.turnDocuments);
      for (const { id } of library.networks()) {
        for (const standing of linkedTo(id)) {
          const member = rosters.member(standing.team.id, key);
          if (member) return recipientOf(member, standing, state);
        }
      }
      return state?.met ? recipientOf({ tenant, person }, undefined, state) : undefined;
    },
    rosterOf: (teamId) => rosters.of(teamId),
    isNews,
    meet: (person) => void met.set(personKey(person), person),
    notice(arrival) {
      if (deps.isOneTenant) lastDoor = doorOf(arrival.address);
      noticeStranger(arrival);
      note(arrival);
    },
    async takeIn(arrival) {
      const id = teamIdOf(arrival);
      if (id === undefined) return;
      note(arrival);
      if (rosterMayHaveChanged(arrival)) want(id);
      try {
        await store(id);
      } catch (error) {
        if (!(error instanceof BotError && error.code === "store-unavailable")) throw error;
        log.warn("team event without store, kept for later");
      }
    },
    changeTeam: teams.change,
    async work() {
      await noteMet();
      for (const id of [...noticed.keys()]) await store(id);
      if (lastDoor) await meetLinkedTeams(lastDoor);
      for (const team of teams.all()) {
        if (team.gone) {
          if (team.rosterReadAt !== undefined) await forgetRoster(team);
          continue;
        }
        if (team.rosterReadAt === undefined) want(team.id, 0);
        const due = wanted.get(team.id);
        if (due !== undefined && due <= now() && !isLeftAlone(team.id)) await readTeam(team);
      }
    },
  };
}

/** Those that Teams lists, in its order; then those it does not list but told of, such as shared ones. */
function mergeChannels(
  listed: readonly TeamChannel[],
  { channels, lostChannels = [] }: Team,
): readonly TeamChannel[] {
  const known = new Set(listed.map(({ id }) => id));
  return [...listed, ...channels.filter(({ id }) => !known.has(id) && !lostChannels.includes(id))];
}

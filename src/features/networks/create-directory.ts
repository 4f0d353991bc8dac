/** Who belongs where, kept in memory and asked of Teams when it may have changed (core/directory.ts). */
import type { Directory, Team } from "../../core/directory.ts";
import { BotError } from "../../core/errors.ts";
import type { Forgotten } from "../../core/forgotten.ts";
import type { Library } from "../../core/library.ts";
import { keyOf } from "../../core/person-key.ts";
import type {
  Clock,
  ConversationAddress,
  Documents,
  Door,
  Log,
  Messenger,
  RosterMember,
} from "../../core/ports.ts";
import { noteKnown } from "../../core/state.ts";
import type { Arrival } from "../../core/turn.ts";
import { listChannels } from "./list-channels.ts";
import { type Belonging, networksOf, networksOfPerson } from "./networks-of.ts";
import { createNoticedTeams } from "./noticed-teams.ts";
import { createRecipients } from "./recipients.ts";
import { createRosterReader } from "./roster-reader.ts";
import { createRosterStore } from "./roster-store.ts";
import { doorOf, rosterMayHaveChanged, teamAfter, teamIdOf } from "./team-after.ts";
import { channelFor, hasChannel, linkOf, readLink } from "./team-links.ts";
import { createTeamStore, type TeamChange } from "./team-store.ts";

export type DirectoryDeps = {
  /** The store as jobs use it: while a turn waits nothing is done here but what `turnDocuments` does. */
  readonly documents: Documents;
  /** For team events, which are stored within their turn. */
  readonly turnDocuments: Documents;
  readonly library: Pick<Library, "networks" | "contentOf" | "saw">;
  readonly messenger: Pick<Messenger, "roster" | "channels">;
  /** Of which an answer comes while a turn can wait for it. */
  readonly turnMessenger: Pick<Messenger, "channels">;
  readonly clock: Clock;
  readonly log: Log;
  readonly mode: "local" | "teams";
  /** Entra object ids. */
  readonly admins: readonly string[];
  readonly forgotten?: Pick<Forgotten, "isForgotten" | "letBack" | "version">;
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
  /** Reads a team's channels within a turn, if they never were, and takes them in as `notice` does. False: Teams does not say. */
  learnChannels(teamId: string): Promise<boolean>;
  /** Takes in what happened to a team, and stores it. If the store cannot be reached, `work` does it later. */
  takeIn(arrival: Arrival): Promise<void>;
  /** Takes somebody (`tenant:person`) out of every roster. */
  forget(key: string): Promise<void>;
  changeTeam(id: string, change: TeamChange): Promise<Team | undefined>;
  /** Stores what was noticed and asks Teams for the rosters that may have changed. */
  work(): Promise<void>;
};

/** After a stranger spoke: somebody may have joined unnoticed. */
const strangerEveryMs = 600_000;

export function createDirectory(deps: DirectoryDeps): WorkingDirectory {
  const { documents, library, clock, log, turnMessenger } = deps;
  const teams = createTeamStore({ library, documents: deps.turnDocuments });
  const { forgotten } = deps;
  const isForgotten = (key: string) => forgotten?.isForgotten(key) ?? false;
  const rosters = createRosterStore(documents, isForgotten);
  let forgottenVersion = forgotten?.version();
  /** Who was forgotten and wrote again. */
  const returned = new Set<string>();
  const noticed = createNoticedTeams(teams);
  const reader = createRosterReader({ ...deps, rosters, teams });
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
  const { linkedTo, ...people } = createRecipients({
    ...deps,
    teams: teams.all,
    rosters,
    reader,
    belongs: (person) => networksOfPerson(person, belonging()).length > 0,
  });

  function teamsOfPerson(person: { tenant: string; person: string }): readonly Team[] {
    return [...rosters.teamsOf(keyOf(person))].flatMap((id) => {
      const team = teams.find(id);
      return team && !team.gone ? [team] : [];
    });
  }

  /** A stranger in a team's channel has joined it unnoticed; one in a chat may have joined any. */
  function noticeStranger({ actor, conversation }: Arrival): void {
    const here = conversation.kind === "channel" ? conversation.team?.id : undefined;
    const isKnown = here
      ? rosters.member(here, keyOf(actor)) !== undefined
      : rosters.teamsOf(keyOf(actor)).size > 0;
    if (isKnown) return;
    for (const team of teams.all()) {
      const isOld = reader.ageOf(team) > strangerEveryMs;
      if (isOld && !team.gone && (here === undefined || team.id === here)) reader.want(team.id);
    }
  }

  function note(arrival: Arrival): void {
    const id = teamIdOf(arrival);
    if (id !== undefined) noticed.add(id, (team) => teamAfter(team, arrival));
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

  async function letBack(): Promise<void> {
    for (const key of returned) {
      await forgotten?.letBack(key);
      returned.delete(key);
      for (const { id, gone } of teams.all()) if (!gone) reader.want(id, 0);
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
    ...people,
    async refresh() {
      for (const team of teams.all()) await rosters.load(team);
      const version = forgotten?.version();
      if (version === forgottenVersion) return;
      forgottenVersion = version;
      rosters.withoutForgotten();
    },
    networksOf: (arrival) => idsOf(networksOf(arrival, belonging())),
    networksOfPerson: (tenant, person) => idsOf(networksOfPerson({ tenant, person }, belonging())),
    teams: teams.all,
    team: noticed.now,
    isIn: (teamId, person) => rosters.member(teamId, keyOf(person)) !== undefined,
    nameOf(tenant, person) {
      const key = keyOf({ tenant, person });
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
    async *recipients(network) {
      await noteMet();
      yield* people.recipients(network);
    },
    rosterOf: (teamId) => rosters.of(teamId),
    isNews(arrival) {
      const id = teamIdOf(arrival);
      return id !== undefined && noticed.isNews(id, (team) => teamAfter(team, arrival));
    },
    meet: (person) => void met.set(keyOf(person), person),
    notice(arrival) {
      if (deps.isOneTenant) lastDoor = doorOf(arrival.address);
      if (isForgotten(keyOf(arrival.actor))) returned.add(keyOf(arrival.actor));
      noticeStranger(arrival);
      note(arrival);
    },
    async learnChannels(teamId) {
      const team = noticed.now(teamId);
      if (!team || team.channelsReadAt !== undefined) return team !== undefined;
      const withChannels = await listChannels({ messenger: turnMessenger, clock }, team);
      if (withChannels) noticed.add(teamId, withChannels);
      return withChannels !== undefined;
    },
    async takeIn(arrival) {
      const id = teamIdOf(arrival);
      if (id === undefined) return;
      note(arrival);
      if (rosterMayHaveChanged(arrival)) reader.want(id);
      try {
        await noticed.store(id);
      } catch (error) {
        if (!(error instanceof BotError && error.code === "store-unavailable")) throw error;
        log.warn("team event without store, kept for later");
      }
    },
    changeTeam: teams.change,
    async forget(key) {
      met.delete(key);
      await rosters.forget(
        teams.all().map(({ id }) => id),
        key,
      );
    },
    async work() {
      await letBack();
      await noteMet();
      for (const id of noticed.ids()) await noticed.store(id);
      if (lastDoor) await meetLinkedTeams(lastDoor);
      for (const team of teams.all()) {
        if (!team.gone) await reader.readDue(team);
        else if (team.rosterReadAt !== undefined) await forgetRoster(team);
      }
    },
  };
}

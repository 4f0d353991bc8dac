/** Asks Teams for rosters: when they may have changed, before they are used when they are old, and again where it failed. */
import type { Team } from "../../core/directory.ts";
import type { Clock, Log, Messenger, RosterMember } from "../../core/ports.ts";
import { inGroups } from "./in-groups.ts";
import { listChannels } from "./list-channels.ts";
import { createPatience } from "./patience.ts";
import { readRoster } from "./read-roster.ts";
import type { RosterStore } from "./roster-store.ts";
import type { TeamStore } from "./team-store.ts";

/** Events come in swarms: one for each member, twice. */
const gatherMs = 3_000;
const rosterLastsMs = 3_600_000;
const rostersAtOnce = 4;
/** So long a batch waits for Teams to say who is in teams whose rosters are known already. */
const rosterPatienceMs = 5_000;

export function createRosterReader(deps: {
  readonly rosters: RosterStore;
  readonly teams: TeamStore;
  readonly messenger: Pick<Messenger, "roster" | "channels">;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const { rosters, teams, clock, log } = deps;
  /** When a team's roster is due to be read, ms since 1970. */
  const wanted = new Map<string, number>();
  const reading = new Map<string, Promise<void>>();
  const ofRosters = createPatience(clock);
  const ofChannels = createPatience(clock);
  const now = () => clock.now().getTime();

  function want(teamId: string, inMs = gatherMs): void {
    wanted.set(teamId, Math.min(wanted.get(teamId) ?? Number.POSITIVE_INFINITY, now() + inMs));
  }

  const ageOf = ({ rosterReadAt }: Team): number =>
    rosterReadAt === undefined ? Number.POSITIVE_INFINITY : now() - Date.parse(rosterReadAt);

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
    want(team.id, ofRosters.failed(team.id));
    log.warn("roster not read, the known one serves", { members: rosters.of(team.id).length });
  }

  async function keepRoster(team: Team, members: readonly RosterMember[]): Promise<void> {
    ofRosters.answered(team.id);
    try {
      const withChannels = await listChannels(deps, team);
      const rosterReadAt = clock.now().toISOString();
      await rosters.keep(team.id, members, rosterReadAt);
      await teams.change(team.id, (stored) => {
        const before = stored ?? team;
        return { ...(withChannels?.(before) ?? before), rosterReadAt };
      });
    } catch (error) {
      want(team.id);
      throw error;
    }
  }

  /** Its roster cannot be had for now, or was read without them. */
  async function keepChannels(team: Team): Promise<void> {
    const withChannels = await listChannels(deps, team);
    if (!withChannels) {
      ofChannels.failed(team.id);
      return;
    }
    ofChannels.answered(team.id);
    await teams.change(team.id, withChannels);
  }

  return {
    want,
    ageOf,
    /** Whether nobody in it is known. Nobody's team is empty. */
    isUnread: ({ id }: Pick<Team, "id">): boolean => rosters.of(id).length === 0,

    /** Those that were never read, once each, unless they failed a moment ago. */
    async readFirst(unread: readonly Team[]): Promise<void> {
      const asked = unread.filter(({ id }) => !ofRosters.isLeftAlone(id));
      await inGroups(asked, rostersAtOnce, readTeam);
    },
    /** Where Teams is slow the known roster serves, and the new one comes in once it is there. */
    async readOld(known: readonly Team[]): Promise<void> {
      const old = known.filter(
        (team) => ageOf(team) > rosterLastsMs && !ofRosters.isLeftAlone(team.id),
      );
      if (old.length === 0) return;
      await Promise.race([inGroups(old, rostersAtOnce, readTeam), clock.sleep(rosterPatienceMs)]);
    },
    /** What is due of one team. */
    async readDue(team: Team): Promise<void> {
      if (team.rosterReadAt === undefined) want(team.id, 0);
      const due = wanted.get(team.id);
      if (due !== undefined && due <= now() && !ofRosters.isLeftAlone(team.id))
        return readTeam(team);
      if (team.channelsReadAt === undefined && !ofChannels.isLeftAlone(team.id))
        await keepChannels(team);
    },
  };
}

export type RosterReader = ReturnType<typeof createRosterReader>;

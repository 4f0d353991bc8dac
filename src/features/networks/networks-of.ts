/** Which networks an arrival belongs to (design.md 2); pure. */
import type { Network } from "../../core/content.ts";
import type { Arrival } from "../../core/turn.ts";
import { networksOfTeam, type TeamIds } from "./team-links.ts";

export type Belonging = {
  readonly networks: readonly Network[];
  readonly mode: "local" | "teams";
  /** Entra object ids. */
  readonly admins: readonly string[];
  /** What is known of a team: not everything that comes from it says both of its ids. */
  readonly teamOf: (id: string) => TeamIds | undefined;
  /** The teams in whose rosters someone is; gone ones left out. */
  readonly teamsOf: (person: { tenant: string; person: string }) => readonly TeamIds[];
};

/**
 * A channel belongs to its team's networks, a personal or group chat to those of the actor. Who is in no linked team's
 * roster, and a team that is not linked, belong to all networks in local mode; in Teams mode to none, unless there is
 * only one, so that nobody is shown another network's content.
 */
export function networksOf(
  { conversation, actor }: Pick<Arrival, "conversation" | "actor">,
  belonging: Belonging,
): readonly Network[] {
  const { networks, mode } = belonging;
  const own =
    conversation.kind === "channel"
      ? networksOfTeam(networks, knownIds(conversation.team, belonging))
      : networksOfPerson(actor, belonging);
  if (own.length > 0) return own;
  if (mode === "local" || networks.length === 1) return networks;
  return conversation.kind === "channel" ? [] : networksRunBy(actor.person, belonging);
}

const knownIds = (team: TeamIds | undefined, { teamOf }: Pick<Belonging, "teamOf">): TeamIds => ({
  ...(team?.id === undefined ? undefined : teamOf(team.id)),
  ...team,
});

/** The networks of whose linked teams' rosters someone is. */
export function networksOfPerson(
  person: { readonly tenant: string; readonly person: string },
  { networks, teamsOf }: Pick<Belonging, "networks" | "teamsOf">,
): readonly Network[] {
  const teams = teamsOf(person);
  return networks.filter((network) =>
    teams.some((team) => networksOfTeam([network], team).length > 0),
  );
}

/** Before a network has any team, its coordinators set it up. */
const networksRunBy = (
  person: string,
  { networks, admins }: Pick<Belonging, "networks" | "admins">,
): readonly Network[] =>
  networks.filter(({ coordinators }) => admins.includes(person) || coordinators.includes(person));

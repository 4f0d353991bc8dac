/** A network's `teams` column: which teams are linked to it, and which of their channels are used for what. */
import type { Network } from "../../core/content.ts";
import type { ChannelUse, Team } from "../../core/directory.ts";

/** `<team id>[|<forum channel id>[|<announcements channel id>]]`, taken apart. */
export type TeamLink = {
  readonly team: string;
  readonly forum?: string;
  readonly announcements?: string;
};

/** What names a team: Teams' own id, or the Entra group behind it. */
export type TeamIds = Partial<Pick<Team, "id" | "aadGroupId">>;

export function readLink(link: string): TeamLink {
  const [team = "", forum, announcements] = link.split("|");
  return { team, ...(forum && { forum }), ...(announcements && { announcements }) };
}

export const writeLink = ({ team, forum, announcements }: TeamLink): string =>
  [team, ...(forum ? [forum, ...(announcements ? [announcements] : [])] : [])].join("|");

export const isLinkTo = (link: TeamLink, { id, aadGroupId }: TeamIds): boolean =>
  link.team === id ||
  (aadGroupId !== undefined && link.team.toLowerCase() === aadGroupId.toLowerCase());

/** How a team is linked to a network; undefined: it is not. */
export const linkOf = (network: Pick<Network, "teams">, team: TeamIds): TeamLink | undefined =>
  network.teams.map(readLink).find((link) => isLinkTo(link, team));

export const networksOfTeam = (
  networks: readonly Network[],
  team: TeamIds | undefined,
): readonly Network[] =>
  team ? networks.filter((network) => linkOf(network, team) !== undefined) : [];

/** The `teams` column with this link in it, in place of any other to the same team. */
export function withLink(
  teams: readonly string[],
  team: TeamIds & Pick<Team, "id">,
  channels: Omit<TeamLink, "team">,
): readonly string[] {
  const known = linkOf({ teams }, team);
  const written = writeLink({ ...channels, team: known?.team ?? team.id });
  return known
    ? teams.map((one) => (isLinkTo(readLink(one), team) ? written : one))
    : [...teams, written];
}

export const withoutLink = (teams: readonly string[], team: TeamIds): readonly string[] =>
  teams.filter((one) => !isLinkTo(readLink(one), team));

/**
 * The channel of a linked team that serves a use: the one that is named, else the team's first, which has the team's
 * own id. One that is named alone serves as both. A channel that was deleted is passed over.
 */
export function channelFor(team: Team, link: TeamLink, use: ChannelUse): string {
  const named = use === "forum" ? [link.forum] : [link.announcements, link.forum];
  const lost = team.lostChannels ?? [];
  return named.find((id) => id !== undefined && !lost.includes(id)) ?? firstChannel(team);
}

export const firstChannel = (team: Team): string => team.channels[0]?.id ?? team.id;

/** Whether a channel belongs to a linked team: Teams lists it, or the network's settings name it. */
export const hasChannel = (team: Team, link: TeamLink, channel: string): boolean =>
  !(team.lostChannels ?? []).includes(channel) &&
  [team.id, link.forum, link.announcements, ...team.channels.map(({ id }) => id)].includes(channel);

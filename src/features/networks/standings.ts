/** Which teams a network has; pure. */
import type { Network } from "../../core/content.ts";
import type { Team, UnreadTeam } from "../../core/directory.ts";
import type { Standing } from "./recipient-of.ts";
import { isLinkTo, linkOf, networksOfTeam, readLink } from "./team-links.ts";

type Known = {
  readonly networks: readonly Network[];
  readonly teams: readonly Team[];
  readonly mode: "local" | "teams";
};

/** The teams of a network. In local mode a team that is linked to none belongs to all. */
export function standingsIn({ networks, teams, mode }: Known, id: string): readonly Standing[] {
  const network = networks.find((one) => one.id === id);
  if (!network) return [];
  return teams.flatMap((team) => {
    if (team.gone) return [];
    const isFree = mode === "local" && networksOfTeam(networks, team).length === 0;
    const link = linkOf(network, team) ?? (isFree ? { team: team.id } : undefined);
    return link ? [{ team, link }] : [];
  });
}

/** Teams that a network names and from which nothing has come yet. */
export function unmetIn({ networks, teams, mode }: Known, id: string): readonly UnreadTeam[] {
  const links = networks.find((one) => one.id === id)?.teams.map(readLink) ?? [];
  if (mode === "local") return [];
  return links
    .filter((link) => !teams.some((team) => isLinkTo(link, team)))
    .map(({ team }) => ({ id: team }));
}

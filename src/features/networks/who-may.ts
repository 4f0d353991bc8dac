/** Who may do what about networks and teams (core/who-runs.ts), and what others are told. */
import { type Network, networkName } from "../../core/content.ts";
import type { Team } from "../../core/directory.ts";
import type { Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import type { NetworksDeps } from "./networks-deps.ts";

export const isAdmin = ({ admins }: Pick<NetworksDeps, "admins">, { actor }: Turn): boolean =>
  admins.includes(actor.person);

/** Says who may, with the names of coordinators to whoever belongs to the network. */
export function whoMay({ directory }: NetworksDeps, turn: Turn, network: Network): string {
  const texts = textsIn(turn.language).networks;
  const rule = texts.mayOnly(networkName(network, turn.language));
  const isOwn = turn.networks.some(({ id }) => id === network.id);
  const names = isOwn
    ? network.coordinators.flatMap((person) => nameOf(directory, turn, person) ?? [])
    : [];
  return names.length > 0 ? `${rule} ${texts.mayOnlyThese(names.join(", "))}` : rule;
}

/** What somebody is called, as far as a roster or they themselves tell. */
export const nameOf = (
  directory: NetworksDeps["directory"],
  { actor }: Turn,
  person: string,
): string | undefined =>
  directory.nameOf(actor.tenant, person) ??
  (person === actor.person && actor.name !== "" ? actor.name : undefined);

/** Whether somebody may link a team: who is in it, or an admin, if it is not another organisation's. */
export function mayLink(deps: NetworksDeps, turn: Turn, team: Team): boolean {
  const isHere = turn.conversation.kind === "channel" && turn.conversation.team?.id === team.id;
  const isIn = isHere || deps.directory.isIn(team.id, turn.actor);
  return !team.gone && isOurs(deps, team) && (isIn || isAdmin(deps, turn));
}

export const isOurs = ({ allowedTenants }: NetworksDeps, { door }: Team): boolean =>
  allowedTenants === undefined ||
  (door.tenant !== undefined && allowedTenants.includes(door.tenant.toLowerCase()));

/** Who curates, and what a button names, looked up anew for the person who presses. */
import type { Network } from "../../core/content.ts";
import { inList } from "../../core/in-list.ts";
import { keyOf, nameInRoster } from "../../core/person-key.ts";
import { roleIn } from "../../core/roles.ts";
import type { Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import type { CurationDeps } from "./curation-deps.ts";

type Deps = Pick<CurationDeps, "admins" | "library">;

export const mayCurate = (
  { admins }: Pick<Deps, "admins">,
  network: Network,
  { actor }: Pick<Turn, "actor">,
): boolean => roleIn(network, actor.person, admins) !== "member";

/** Whether somebody edits what belongs to a network, or, without one, to all. */
export function mayEdit(deps: Deps, turn: Turn, network: string | undefined): boolean {
  if (network === undefined) return deps.admins.includes(turn.actor.person);
  const found = deps.library.networks().find(({ id }) => id === network);
  return found !== undefined && mayCurate(deps, found, turn);
}

/** The networks whose list the actor may see: in a channel only the channel's own. */
export function curatedBy(deps: Deps, turn: Turn): readonly Network[] {
  const all = turn.conversation.kind === "personal" ? deps.library.networks() : turn.networks;
  return all.filter((network) => mayCurate(deps, network, turn));
}

/** Where somebody may propose something: their own networks, and those they run. */
export function proposedIn(deps: Deps, turn: Turn): readonly Network[] {
  const curated = curatedBy(deps, turn);
  const own = turn.networks.filter(({ id }) => !curated.some((network) => network.id === id));
  return [...curated, ...own];
}

const mostNamed = 3;

/** Who curates in these networks, as far as rosters tell; "" if nobody is known. */
export function curatorsByName(
  { directory }: Pick<CurationDeps, "directory">,
  networks: readonly Network[],
  { actor, language }: Pick<Turn, "actor" | "language">,
): string {
  const names = networks.flatMap((network) =>
    network.coordinators.flatMap(
      (person) => nameInRoster({ directory }, network, keyOf({ ...actor, person })) ?? [],
    ),
  );
  return inList([...new Set(names)].slice(0, mostNamed), language);
}

/** Says who curates in these networks. */
export const whoMay = (
  deps: Pick<CurationDeps, "directory">,
  networks: readonly Network[],
  turn: Pick<Turn, "actor" | "language">,
): string => textsIn(turn.language).curation.onlyCoordinators(curatorsByName(deps, networks, turn));

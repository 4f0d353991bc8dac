/** Who runs which network. The actor of the authenticated turn decides; what a card carries is only looked up. */
import type { Network } from "./content.ts";
import type { Directory } from "./directory.ts";
import type { Library } from "./library.ts";
import { roleIn } from "./roles.ts";
import type { Turn } from "./turn.ts";

/** `admins`: Entra object ids. */
type Admins = { readonly admins: readonly string[] };
type Actor = Pick<Turn, "actor">;

/** As its coordinator, or as an admin, who runs them all. */
export const runs = ({ admins }: Admins, network: Network, { actor }: Actor): boolean =>
  roleIn(network, actor.person, admins) !== "member";

/** The networks that the actor may run from here: in a channel only the channel's own. */
export function runFromHere(
  deps: Admins & { readonly library: Pick<Library, "networks"> },
  turn: Actor & Pick<Turn, "conversation" | "networks">,
): readonly Network[] {
  const all = turn.conversation.kind === "personal" ? deps.library.networks() : turn.networks;
  return all.filter((network) => runs(deps, network, turn));
}

const mostNamed = 5;

/** The names of those who coordinate these networks, as far as they are known, and not more than fit into a sentence. */
export async function coordinatorsByName(
  { directory }: { readonly directory: Pick<Directory, "recipient"> },
  networks: readonly Network[],
  { actor }: Actor,
): Promise<readonly string[]> {
  const ids = [...new Set(networks.flatMap(({ coordinators }) => coordinators))];
  const found = await Promise.all(
    ids.slice(0, mostNamed).map((person) => directory.recipient(actor.tenant, person)),
  );
  return found.flatMap((one) => (one?.name ? [one.name] : []));
}

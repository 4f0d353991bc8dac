/** Who may plan, and who may see. The actor of the authenticated turn decides; what a card carries is only looked up. */
import type { Network } from "../../../core/content.ts";
import { roleIn } from "../../../core/roles.ts";
import type { Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { PlanDeps } from "./plan-deps.ts";
import { inList } from "./words.ts";

export const mayPlan = (
  { admins }: Pick<PlanDeps, "admins">,
  network: Network,
  { actor }: Turn,
): boolean => roleIn(network, actor.person, admins) !== "member";

/** The networks whose meetings the actor may plan here: in a channel only the channel's own. */
export function plannedBy(
  deps: Pick<PlanDeps, "admins" | "library">,
  turn: Turn,
): readonly Network[] {
  const all = turn.conversation.kind === "personal" ? deps.library.networks() : turn.networks;
  return all.filter((network) => mayPlan(deps, network, turn));
}

/** Whether only the actor sees the answer: then it may show what is theirs. */
export const isPrivate = (turn: Turn): boolean =>
  turn.conversation.kind === "personal" || (turn.type === "action" && turn.via === "execute");

/** The networks whose meetings the answer may show. */
export function seenBy(deps: Pick<PlanDeps, "admins" | "library">, turn: Turn): readonly Network[] {
  if (!isPrivate(turn)) return turn.networks;
  const own = new Set(turn.networks.map(({ id }) => id));
  return deps.library
    .networks()
    .filter((network) => own.has(network.id) || mayPlan(deps, network, turn));
}

const mostNamed = 5;

/** Says who may plan in these networks: by name, as far as they are known. */
export async function whoMayPlan(
  { directory }: Pick<PlanDeps, "directory">,
  networks: readonly Network[],
  { actor, language }: Turn,
): Promise<string> {
  const texts = textsIn(language).meetings;
  const ids = [...new Set(networks.flatMap(({ coordinators }) => coordinators))];
  const found = await Promise.all(
    ids.slice(0, mostNamed).map((person) => directory.recipient(actor.tenant, person)),
  );
  const names = found.flatMap((one) => (one?.name ? [one.name] : []));
  return names.length > 0
    ? texts.onlyCoordinatorsNamed(inList(names, language))
    : texts.onlyCoordinators;
}

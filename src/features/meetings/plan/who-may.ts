/** Whose meetings an answer may show, and who may plan them (core/who-runs.ts). */
import type { Network } from "../../../core/content.ts";
import { inList } from "../../../core/in-list.ts";
import type { Turn } from "../../../core/turn.ts";
import { coordinatorsByName, runs } from "../../../core/who-runs.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { PlanDeps } from "./plan-deps.ts";

/** Whether only the actor sees the answer: then it may show what is theirs. */
export const isPrivate = (turn: Turn): boolean =>
  turn.conversation.kind === "personal" || (turn.type === "action" && turn.via === "execute");

/** The networks whose meetings the answer may show. */
export function seenBy(deps: Pick<PlanDeps, "admins" | "library">, turn: Turn): readonly Network[] {
  if (!isPrivate(turn)) return turn.networks;
  const own = new Set(turn.networks.map(({ id }) => id));
  return deps.library
    .networks()
    .filter((network) => own.has(network.id) || runs(deps, network, turn));
}

/** Says who may plan in these networks: by name, as far as they are known. */
export async function whoMayPlan(
  deps: Pick<PlanDeps, "directory">,
  networks: readonly Network[],
  turn: Turn,
): Promise<string> {
  const { language } = turn;
  const texts = textsIn(language).meetings;
  const names = await coordinatorsByName(deps, networks, turn);
  return names.length > 0
    ? texts.onlyCoordinatorsNamed(inList(names, language))
    : texts.onlyCoordinators;
}

/** A question that nobody could answer: somebody describes what answers it, or takes it off the list. */
import type { Outcome } from "../../../core/feature.ts";
import { keepAct } from "../../../core/keep-act.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { emptyForm, openNew } from "../entry/new-entry.ts";
import { gapKey } from "../list/find-tasks.ts";
import { shortKey, showList } from "../list/show-list.ts";
import { refuse } from "../say.ts";
import { curatedBy, whoMay } from "../who-may.ts";
import { markDone, sameGaps } from "./gap-store.ts";

/** A new practice that answers it. */
export function describeGap(deps: CurationDeps, turn: ActionTurn): Outcome {
  const [first] = sameGaps(deps, turn, turn.data["id"]);
  if (!first) return none(deps, turn);
  const { text, language } = first.value;
  const questions = text.replace(/\s*\n\s*/gu, " ").replaceAll(/[\\;]/gu, "\\$&");
  return openNew(
    deps,
    turn,
    { form: { ...emptyForm, questions, language }, gap: shortKey(deps, gapKey(first.value)) },
    [textsIn(turn.language).curation.describing(text)],
  );
}

export async function dismissGap(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const found = sameGaps(deps, turn, turn.data["id"]);
  if (found.length === 0) return none(deps, turn);
  await markDone(deps, turn, found);
  const [network] = found[0]?.value.networks ?? [];
  if (network !== undefined)
    await keepAct(deps, turn, "gap.dismiss", network, { times: found.length });
  return showList(deps, turn, [textsIn(turn.language).curation.dismissed]);
}

const none = (deps: CurationDeps, turn: Turn): Outcome => {
  const isCurator = curatedBy(deps, turn).length > 0;
  return refuse(
    turn,
    isCurator ? textsIn(turn.language).curation.gone : whoMay(deps, turn.networks, turn),
  );
};

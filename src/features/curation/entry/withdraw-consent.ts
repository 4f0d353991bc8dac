/** Somebody does not want to be found any more: their contact entry goes, once they have said so twice. */
import type { Outcome } from "../../../core/feature.ts";
import { keepAct } from "../../../core/keep-act.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { refuse, say } from "../say.ts";
import { isEntry, removeEntry } from "./entry-store.ts";
import { removeCard, removedCard } from "./own-cards.ts";
import { lookUpOwn } from "./own-store.ts";

export async function withdrawConsent(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUpOwn(deps, turn);
  if (!isEntry(found)) return found;
  if (turn.data["act"] !== "remove") return say(removeCard(turn, found), "own-entry-remove");
  if ((await removeEntry(deps, turn, found)) === "stale")
    return refuse(turn, textsIn(turn.language).curation.changedMeanwhile);
  const { network = "_shared" } = found.reference;
  await keepAct(deps, turn, "contact.withdraw", network, {});
  return say(removedCard(deps, turn, found), "own-entry-removed");
}

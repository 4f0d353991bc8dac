/** A term is taken out of the bank once this has been asked about, and can be brought back at once. */
import { elementId, referenceData } from "../../../core/buttons.ts";
import type { Outcome } from "../../../core/feature.ts";
import { keepAct } from "../../../core/keep-act.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { titleOf } from "../draft/draft-words.ts";
import { type Entry, referenceFor, removeEntry } from "../entry/entry-store.ts";
import { itemCard, listButton } from "../item-card.ts";
import { refuse, say } from "../say.ts";

export async function removeTerm(
  deps: CurationDeps,
  turn: ActionTurn,
  term: Entry,
): Promise<Outcome> {
  const { language } = turn;
  const texts = textsIn(language).curation;
  const { reference } = term;
  const data = referenceData(reference);
  const title = titleOf(term.kind, term.row);
  const item = { language, elementId: elementId(reference), title };
  if (turn.data["value"] !== "yes") {
    return say(
      itemCard({
        ...item,
        heading: texts.removeTermHeading,
        warnings: [texts.removeTermHint],
        buttons: [
          { title: texts.removeTerm, verb: "todo.reject", data: { ...data, value: "yes" } },
          { title: texts.edit, verb: "todo.edit", data },
          listButton(language),
        ],
      }),
      "to-do-item",
    );
  }
  if ((await removeEntry(deps, turn, term)) === "stale")
    return refuse(turn, texts.changedMeanwhile);
  await keepAct(deps, turn, "term.remove", reference.network ?? "_shared", { id: reference.id });
  return say(
    itemCard({
      ...item,
      heading: texts.termRemoved,
      buttons: [{ title: texts.bringTermBack, verb: "todo.approve", data }, listButton(language)],
    }),
    "term-removed",
  );
}

/** As it was when it was removed. */
export async function bringTermBack(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const { language } = turn;
  const texts = textsIn(language).curation;
  const reference = referenceFor(deps, turn, turn.data);
  if (!("id" in reference)) return reference;
  const { id, network } = reference;
  const term = { id, ...(network !== undefined && { network }) };
  if (await deps.termBank.read(deps.documents, term)) return refuse(turn, texts.seenToAlready);
  const by = keyOf(turn.actor);
  const done = await deps.termBank.bringBack(deps.documents, { ...term, by });
  if (done !== "saved") return refuse(turn, done === "none" ? texts.gone : texts.changedMeanwhile);
  await keepAct(deps, turn, "term.restore", network ?? "_shared", { id });
  const row = (await deps.termBank.read(deps.documents, term))?.doc.value;
  return say(
    itemCard({
      language,
      heading: texts.termBroughtBack,
      elementId: elementId(reference),
      title: row ? titleOf("terms", { ...row }) : "",
      buttons: [
        { title: texts.show, verb: "ask.choose", data: referenceData(reference) },
        listButton(language),
      ],
    }),
    "term-restored",
  );
}

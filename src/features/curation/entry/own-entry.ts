/** One's own contact entry: whoever stands in the register puts right what is wrong about them, at once. */
import { referenceData } from "../../../core/buttons.ts";
import type { Contact } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import { keepAct } from "../../../core/keep-act.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { itemCard } from "../item-card.ts";
import { todayOf } from "../list/show-list.ts";
import { refuse, say } from "../say.ts";
import { checkForm } from "./check-entry.ts";
import { columnsOf } from "./entry-fields.ts";
import { type Form, formOf, isFilled, readForm } from "./entry-form.ts";
import { isEntry, writeEntry } from "./entry-store.ts";
import { changedMeanwhile } from "./meanwhile.ts";
import { isTheirs } from "./own-account.ts";
import { choiceCard, nobodyCard, ownData, ownEditor, withoutInput } from "./own-cards.ts";
import { findOwn, lookUpOwn, type OwnEntry, readAgain } from "./own-store.ts";

const kind = "contacts";

/** Asked for without saying which: there is one as a rule. */
export async function openOwn(deps: CurationDeps, turn: Turn): Promise<Outcome> {
  const { own } = textsIn(turn.language).curation;
  const found = await findOwn(deps, turn);
  if (found === "unsure") return refuse(turn, own.unsure);
  const [first, ...others] = found;
  if (first && others.length === 0) return say(ownEditor(deps, turn, first), "own-entry");
  if (first) return say(choiceCard(deps, turn, found), "own-entry-choice");
  const none = nobodyCard(deps, turn);
  return turn.type === "action" ? refuse(turn, none.summary) : say(none, "own-entry-none");
}

/** The entry that a button names is theirs only if it is so now. */
export async function editOwn(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  if (turn.data["id"] === undefined) return openOwn(deps, turn);
  const found = await lookUpOwn(deps, turn);
  if (!isEntry(found)) return found;
  return isFilled(kind, turn.data)
    ? save(deps, turn, found)
    : say(ownEditor(deps, turn, found), "own-entry");
}

async function save(
  deps: CurationDeps,
  turn: ActionTurn,
  entry: OwnEntry,
  isAgain = false,
): Promise<Outcome> {
  const { row, account } = entry;
  const texts = textsIn(turn.language).curation;
  const stored = formOf(kind, row);
  const mine = readForm(kind, turn.data, stored, withoutInput(stored));
  const { marks } = turn.data;
  const merged = changedMeanwhile(kind, { mine, stored, marks }, deps.digest);
  if (merged) {
    const changes = { of: merged.changes, stored };
    return say(ownEditor(deps, turn, entry, { form: merged.form, changes }), "own-entry-changed");
  }
  // Whoever saves what is shown of them agrees that it is shown.
  const form = { ...mine, consent: todayOf(deps, turn) };
  const checked = checkForm(deps, kind, form, row);
  if (!checked.ok) {
    const { faults } = checked;
    return say(ownEditor(deps, turn, entry, { form: mine, faults }), "own-entry-faults");
  }
  const after = checked.doc.value as unknown as Contact;
  const isKept = isTheirs(after, account);
  if (!isKept && turn.data["act"] !== "anyway") {
    const losing = { form: mine, warnings: [texts.own.losing], act: "anyway" } as const;
    return say(ownEditor(deps, turn, entry, losing), "own-entry-losing");
  }
  if ((await writeEntry(deps, turn, entry, checked.doc.value)) === "stale") {
    const fresh = isAgain ? undefined : await readAgain(deps, entry);
    return fresh ? save(deps, turn, fresh, true) : refuse(turn, texts.changedMeanwhile);
  }
  const { network = "_shared" } = entry.reference;
  await keepAct(deps, turn, "contact.own-edit", network, changesIn(stored, mine));
  return say(savedCard(turn, entry, after.name, isKept), "own-entry-saved");
}

/** Which columns, not what stands in them: it is about a person. */
const changesIn = (stored: Form, mine: Form): JsonObject => ({
  fields: columnsOf(kind)
    .filter((column) => stored[column] !== mine[column])
    .join(" "),
});

function savedCard(
  { language }: ActionTurn,
  { reference }: OwnEntry,
  name: string,
  isKept: boolean,
) {
  const texts = textsIn(language).curation;
  const edit = { title: texts.edit, verb: "todo.edit", data: ownData(reference) };
  return itemCard({
    language,
    heading: texts.savedHeading,
    notices: [texts.entrySaved],
    warnings: isKept ? [] : [texts.own.lost],
    elementId: `contact:${reference.id}`,
    title: name,
    buttons: [
      { title: texts.show, verb: "ask.choose", data: referenceData(reference) },
      ...(isKept ? [edit] : []),
    ],
  });
}

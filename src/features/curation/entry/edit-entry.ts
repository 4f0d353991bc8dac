/** What is published is corrected by a coordinator. Of a term the earlier versions are there, and can be brought back. */
import { referenceData } from "../../../core/buttons.ts";
import { sharedPartition } from "../../../core/content.ts";
import { dayInWords } from "../../../core/dates.ts";
import type { Outcome } from "../../../core/feature.ts";
import { keepAct } from "../../../core/keep-act.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import type { CurationTexts } from "../../../texts/curation/type.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps, TermBank } from "../curation-deps.ts";
import { titleOf } from "../draft/draft-words.ts";
import { itemCard, listButton } from "../item-card.ts";
import { nameOf } from "../list/show-list.ts";
import { refuse, say } from "../say.ts";
import { checkForm } from "./check-entry.ts";
import { type EditorView, editorCard } from "./editor-card.ts";
import { columnsOf, type EntryKind } from "./entry-fields.ts";
import { type EntryRow, type Form, formOf, isFilled, readForm } from "./entry-form.ts";
import { type Entry, isEntry, lookUpEntry, namedInAudit, writeEntry } from "./entry-store.ts";
import { changedMeanwhile, marksFor, tooLongForCard } from "./meanwhile.ts";

type Versions = Awaited<ReturnType<TermBank["history"]>>;

export async function editEntry(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUpEntry(deps, turn, turn.data);
  if (!isEntry(found)) return found;
  return isFilled(found.kind, turn.data) ? save(deps, turn, found) : open(deps, turn, found);
}

async function open(deps: CurationDeps, turn: ActionTurn, entry: Entry): Promise<Outcome> {
  const versions = await versionsOf(deps, entry);
  const { version } = turn.data;
  const earlier = versions.find(
    ({ replacedAt }) => replacedAt === version && version !== undefined,
  );
  const texts = textsIn(turn.language).curation;
  return say(
    editor(deps, turn, entry, {
      versions: versionItems(deps, turn, entry, versions),
      ...(earlier && {
        form: formOf(entry.kind, { ...earlier.value }),
        notices: [texts.earlierShown],
      }),
    }),
    "entry-editor",
  );
}

const versionsOf = async (
  { termBank, documents }: CurationDeps,
  { kind, reference: { id, network } }: Entry,
): Promise<Versions> =>
  kind === "terms"
    ? termBank.history(documents, { id, ...(network !== undefined && { network }) })
    : [];

async function save(deps: CurationDeps, turn: ActionTurn, entry: Entry): Promise<Outcome> {
  const { kind, row, reference } = entry;
  const texts = textsIn(turn.language).curation;
  const stored = formOf(kind, row);
  const mine = readForm(kind, turn.data, stored, withoutInput(kind, stored));
  const { marks } = turn.data;
  const merged = changedMeanwhile(kind, { mine, stored, marks }, deps.digest);
  if (merged) {
    const changes = { of: merged.changes, stored };
    return say(editor(deps, turn, entry, { form: merged.form, changes }), "entry-changed");
  }
  const checked = checkForm(deps, kind, mine, row);
  if (!checked.ok) {
    const { faults } = checked;
    return say(editor(deps, turn, entry, { form: mine, faults }), "entry-faults");
  }
  if ((await writeEntry(deps, turn, entry, checked.doc.value)) === "stale")
    return refuse(turn, texts.changedMeanwhile);
  const { kind: shown, network = sharedPartition } = reference;
  await keepAct(deps, turn, `${shown}.edit`, network, namedInAudit(reference));
  return say(
    itemCard({
      language: turn.language,
      heading: texts.savedHeading,
      notices: [texts.entrySaved],
      elementId: `${reference.kind}:${reference.id}`,
      title: titleOf(kind, checked.row),
      buttons: [
        { title: texts.show, verb: "ask.choose", data: referenceData(reference) },
        listButton(turn.language),
      ],
    }),
    "entry-saved",
  );
}

function editor(
  deps: CurationDeps,
  turn: ActionTurn,
  entry: Entry,
  more: Partial<EditorView>,
): Card {
  const { language } = turn;
  const texts = textsIn(language).curation;
  const { kind, row, reference } = entry;
  const stored = formOf(kind, row);
  const marks = marksFor(kind, stored, deps.digest);
  const columns = tooLongForCard(kind, stored).map(
    (column) => texts.labels[kind][column] ?? column,
  );
  return editorCard({
    language,
    kind,
    heading: texts.editHeadings[kind],
    intro: titleOf(kind, row),
    form: stored,
    buttons: [
      { title: texts.save, verb: "todo.edit", data: { ...referenceData(reference), marks } },
    ],
    others: [
      ...(kind === "terms"
        ? [{ title: texts.removeTerm, verb: "todo.reject", data: referenceData(reference) }]
        : []),
      listButton(language),
    ],
    ...more,
    notices: [
      ...(more.notices ?? []),
      ...(columns.length > 0 ? [texts.tooLongForChat(columns.join(", "))] : []),
    ],
    fixed: withoutInput(kind, stored),
  });
}

/** A practice in another language is another one. */
const withoutInput = (kind: EntryKind, stored: Form): readonly string[] => [
  "language",
  ...tooLongForCard(kind, stored),
];

const mostShown = 5;

/** Each opens the editor filled with it. */
function versionItems(
  deps: CurationDeps,
  turn: ActionTurn,
  { reference, row }: Entry,
  versions: Versions,
): readonly JsonObject[] {
  const texts = textsIn(turn.language).curation;
  return versions.slice(0, mostShown).flatMap(({ value, replacedAt, replacedBy }, at) => {
    if (replacedAt === undefined) return [];
    const by = replacedBy === "import" ? texts.byImport : nameOf(deps)(replacedBy);
    const title = titleOf("terms", { ...value });
    const after: EntryRow = at === 0 ? row : { ...versions[at - 1]?.value };
    const day = dayInWords(replacedAt.slice(0, 10), turn.language);
    return [
      {
        title,
        detail: [texts.replaced(day, by), ...changed({ ...value }, after, texts)].join(" · "),
        altText: texts.bringBack(title),
        data: { ...referenceData(reference), version: replacedAt },
      },
    ];
  });
}

/** What was changed then, by the names of the inputs. */
function changed(before: EntryRow, after: EntryRow, texts: CurationTexts): readonly string[] {
  const [one, other] = [formOf("terms", before), formOf("terms", after)];
  return columnsOf("terms")
    .filter((column) => one[column] !== other[column])
    .map((column) => texts.shortLabels.terms?.[column] ?? texts.labels.terms[column] ?? column);
}

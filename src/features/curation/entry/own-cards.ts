/** What somebody is shown of their own contact entry. */
import { type Button, elementId, referenceData } from "../../../core/buttons.ts";
import { type Contact, contactLine, networkName, type Reference } from "../../../core/content.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import type { Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { itemCard } from "../item-card.ts";
import { curatorsByName } from "../who-may.ts";
import { type EditorView, editorCard } from "./editor-card.ts";
import { type Form, formOf } from "./entry-form.ts";
import { marksFor, tooLongForCard } from "./meanwhile.ts";
import type { OwnEntry } from "./own-store.ts";

const kind = "contacts";

/** What a button carries that is about one's own entry; without a reference whichever it is. */
export const ownData = (reference?: Reference): JsonObject => ({
  kind: "contact",
  value: "own",
  ...(reference && referenceData(reference)),
});

/** The day of the consent is that of the last saving. */
export const withoutInput = (stored: Form): readonly string[] => [
  "consent",
  ...tooLongForCard(kind, stored),
];

export function ownEditor(
  deps: CurationDeps,
  turn: Turn,
  { row, reference }: OwnEntry,
  more: Partial<EditorView> & { readonly act?: "anyway" } = {},
): Card {
  const { language } = turn;
  const texts = textsIn(language).curation;
  const stored = formOf(kind, row);
  const tooLong = tooLongForCard(kind, stored).map(
    (column) => texts.labels[kind][column] ?? column,
  );
  const { act, ...view } = more;
  const carried = { ...ownData(reference), marks: marksFor(kind, stored, deps.digest) };
  const save: Button = act
    ? { title: texts.own.saveAnyway, verb: "todo.edit", data: { ...carried, act } }
    : { title: texts.save, verb: "todo.edit", data: carried };
  return editorCard({
    language,
    kind,
    heading: texts.own.heading,
    intro: texts.own.intro(whereIn(deps, turn, reference)),
    form: stored,
    buttons: [save],
    others: [{ title: texts.own.remove, verb: "todo.reject", data: ownData(reference) }],
    notices: tooLong.length > 0 ? [texts.tooLongForChat(tooLong.join(", "))] : [],
    fixed: withoutInput(stored),
    ...view,
  });
}

/** "" for what all networks share. */
function whereIn({ library }: CurationDeps, { language }: Turn, { network }: Reference): string {
  const found = library.networks().find(({ id }) => id === network);
  return found ? networkName(found, language) : "";
}

/** Somebody stands in the registers of several networks. */
export function choiceCard(deps: CurationDeps, turn: Turn, found: readonly OwnEntry[]): Card {
  const { language } = turn;
  const texts = textsIn(language).curation;
  return itemCard({
    language,
    heading: texts.own.chooseHeading,
    elementId: "own-entries",
    title: texts.own.choose,
    facts: found.map(({ row, reference }) => ({
      label: whereIn(deps, turn, reference) || texts.shared,
      value: [nameIn(row), contactLine(row as unknown as Contact, language)]
        .filter(Boolean)
        .join(", "),
    })),
    buttons: found.map(({ reference, row }) => ({
      title: whereIn(deps, turn, reference) || nameIn(row),
      verb: "todo.edit",
      data: ownData(reference),
    })),
  });
}

const nameIn = ({ name }: OwnEntry["row"]): string => (typeof name === "string" ? name : "");

/** They stand in no register: who can see to it. */
export function nobodyCard(deps: CurationDeps, turn: Turn): Card {
  const { language, networks } = turn;
  const { own } = textsIn(language).curation;
  const text = own.none(curatorsByName(deps, networks, turn));
  const view = { heading: own.noneHeading, text, hints: [], buttons: [], links: [] };
  return { kind: "nothing", language, summary: text, view };
}

/** Asked before the entry goes. */
export function removeCard({ language }: Turn, { row, reference }: OwnEntry): Card {
  const { own } = textsIn(language).curation;
  return itemCard({
    language,
    heading: own.removeHeading,
    warnings: [own.removeHint],
    elementId: elementId(reference),
    title: nameIn(row),
    parts: [{ label: "", text: contactLine(row as unknown as Contact, language) }].filter(
      ({ text }) => text !== "",
    ),
    buttons: [
      {
        title: own.removeNow,
        verb: "todo.reject",
        data: { ...ownData(reference), act: "remove" },
      },
      { title: own.keep, verb: "todo.edit", data: ownData(reference) },
    ],
  });
}

export function removedCard(deps: CurationDeps, turn: Turn, { reference }: OwnEntry): Card {
  const { language, networks } = turn;
  const { own } = textsIn(language).curation;
  const here = networks.filter(
    ({ id }) => reference.network === undefined || id === reference.network,
  );
  return itemCard({
    language,
    heading: own.removedHeading,
    notices: [own.removed(curatorsByName(deps, here, turn))],
    elementId: elementId(reference),
    title: "",
    buttons: [],
  });
}

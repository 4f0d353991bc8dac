/** The form in which a practice, a term or a contact is written. Pure. */
import type { Button } from "../../../core/buttons.ts";
import { type Network, networkName } from "../../../core/content.ts";
import { type Language, languages } from "../../../core/language.ts";
import type { Merged } from "../../../core/merge-edits.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { type ColumnFault, isDate } from "../../../core/rows.ts";
import { rowFaultIn, textsIn } from "../../../texts/texts.ts";
import { type EntryKind, type Field, fieldsOf } from "./entry-fields.ts";
import type { Form } from "./entry-form.ts";

export type EditorView = {
  readonly language: Language;
  readonly kind: EntryKind;
  readonly heading: string;
  readonly intro: string;
  readonly form: Form;
  /** They send what the inputs hold; the others do not. */
  readonly buttons: readonly Button[];
  readonly others?: readonly Button[];
  /** Columns that are not to be changed. */
  readonly fixed?: readonly string[];
  readonly notices?: readonly string[];
  /** What to think of before saving. */
  readonly warnings?: readonly string[];
  readonly faults?: readonly ColumnFault[];
  /** Which a new one may belong to, if there is a choice. */
  readonly networks?: readonly Network[];
  readonly network?: string;
  readonly changes?: { readonly of: Merged<string>["changes"]; readonly stored: Form };
  readonly related?: readonly JsonObject[];
  readonly versions?: readonly JsonObject[];
};

/** More does not fit into a message. */
const mostUnits = 20_000;
const longestShown = 300;

export function editorCard(of: EditorView): Card {
  const { language, kind, heading, notices = [], warnings = [], faults = [] } = of;
  const { related = [], versions = [] } = of;
  const texts = textsIn(language).curation;
  const form = fitting(kind, of.form);
  const fields = fieldsOf(kind).filter(({ column }) => !of.fixed?.includes(column));
  const noteOf = (column: string): string =>
    faults
      .filter((one) => one.column === column)
      .map(({ fault }) => capital(rowFaultIn(language, fault)))
      .join(" ");
  const inputs = new Set([...fields.map(({ column }) => column), "network"]);
  const others = faults.filter(({ column }) => !inputs.has(column));
  const changes = changesInWords(of);
  return {
    kind: "entry-editor",
    language,
    summary: [
      heading,
      ...notices,
      ...warnings,
      ...(faults.length > 0 ? [texts.faultsHeading] : []),
      ...(changes.length > 0 ? [texts.changesHeading] : []),
    ].join(". "),
    view: {
      heading,
      notices,
      warnings,
      intro: of.intro,
      faultsHeading: faults.length > 0 ? texts.faultsHeading : "",
      faults: others.map(
        ({ column, fault }) => `${labelOf(of, column)}: ${rowFaultIn(language, fault)}`,
      ),
      changesHeading: changes.length > 0 ? texts.changesHeading : "",
      changesIntro: changes.length > 0 ? texts.changesIntro : "",
      changes,
      relatedHeading: related.length > 0 ? texts.relatedHeading : "",
      related,
      rows: [
        ...networkRow(of, noteOf("network")),
        ...fields.map((field) => rowFor(field, of, form[field.column] ?? "", noteOf(field.column))),
      ],
      versionsHeading: versions.length > 0 ? texts.versionsHeading : "",
      versions,
      buttons: of.buttons,
      others: of.others ?? [],
      links: [],
    },
  };
}

const labelOf = ({ language, kind }: EditorView, column: string): string =>
  textsIn(language).curation.labels[kind][column] ?? column;

const noInputs = { texts: [], choices: [], dates: [] };

function rowFor(field: Field, of: EditorView, value: string, note: string): JsonObject {
  const texts = textsIn(of.language).curation;
  const { column, as, most } = field;
  const input = { elementId: column, label: labelOf(of, column) };
  const row = { ...noInputs, note };
  switch (as) {
    case "language":
      return {
        ...row,
        choices: [
          {
            ...input,
            data: { value },
            choices: languages.map((one) => ({
              title: textsIn(of.language).languageName[one],
              value: one,
            })),
          },
        ],
      };
    case "date":
      // Clients take only what such an input can hold.
      return { ...row, dates: [{ ...input, data: { value: isDate(value) ? value : "" } }] };
    default:
      return {
        ...row,
        texts: [
          {
            ...input,
            data: { value },
            placeholder: texts.placeholders[of.kind]?.[column] ?? "",
            isMultiline: as === "text" || as === "lines",
            maxLength: most,
          },
        ],
      };
  }
}

function networkRow({ language, networks = [], network = "" }: EditorView, note: string) {
  if (networks.length === 0) return [];
  const choices = networks.map((one) => ({ title: networkName(one, language), value: one.id }));
  const label = textsIn(language).curation.network;
  return [
    {
      ...noInputs,
      note,
      choices: [{ elementId: "network", label, data: { value: network }, choices }],
    },
  ];
}

/** What somebody wrote is kept whole while the card can hold it, too long or not; then cut to what is allowed. */
function fitting(kind: EntryKind, form: Form): Form {
  if (JSON.stringify(form).length <= mostUnits) return form;
  return Object.fromEntries(
    fieldsOf(kind).map(({ column, most }) => [column, (form[column] ?? "").slice(0, most)]),
  );
}

function changesInWords(of: EditorView): readonly JsonObject[] {
  if (!of.changes) return [];
  const texts = textsIn(of.language).curation;
  const { stored } = of.changes;
  return of.changes.of.map(({ field, isMine }) => {
    const value = stored[field] ?? "";
    const shown = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
    return {
      label: labelOf(of, field),
      value: isMine ? texts.changedBoth(shown) : texts.changedThere(shown),
    };
  });
}

const capital = (text: string): string =>
  `${text.slice(0, 1).toLocaleUpperCase()}${text.slice(1)}.`;

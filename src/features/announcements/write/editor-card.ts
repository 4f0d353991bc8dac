/** The form in which an announcement is written, changed or corrected. Pure. */
import type { Button } from "../../../core/buttons.ts";
import { type Network, networkName } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Merged } from "../../../core/merge-edits.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { isDate } from "../../../core/rows.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type AnnouncementForm, type FormField, formFields } from "./announcement-form.ts";
import type { AudienceChoice } from "./audience-text.ts";
import { longest } from "./check-form.ts";
import type { FormFault } from "./form-fault.ts";
import { faultInWords, valueInWords } from "./words.ts";

export type EditorView = {
  readonly language: Language;
  readonly form: AnnouncementForm;
  /** "correct": only the words can be changed. */
  readonly kind: "new" | "edit" | "template" | "correct";
  /** They send what the inputs hold. */
  readonly buttons: readonly Button[];
  /** They do not. */
  readonly others?: readonly Button[];
  /** Which a new one may belong to, if there is a choice. */
  readonly networks?: readonly Network[];
  readonly network?: string;
  readonly audiences?: readonly AudienceChoice[];
  readonly notices?: readonly string[];
  /** What is missing in the network's languages. */
  readonly missing?: readonly string[];
  readonly faults?: readonly FormFault[];
  readonly noNetwork?: boolean;
  /** What somebody else has changed meanwhile, with what is stored now. */
  readonly changes?: {
    readonly of: Merged<FormField>["changes"];
    readonly stored: AnnouncementForm;
  };
};

export function editorCard(of: EditorView): Card {
  const { language, kind, notices = [], missing = [], changes, audiences = [] } = of;
  const texts = textsIn(language).announcements.writing;
  const heading = texts[`${kind}Heading`];
  const faults = [
    ...(of.noNetwork ? [texts.noNetwork] : []),
    ...(of.faults ?? []).map((fault) => faultInWords(fault, language)),
  ];
  const hasChanges = changes !== undefined && changes.of.length > 0;
  const isWhole = kind !== "correct";
  const form = fitting(of.form);
  const { labels } = texts;
  return {
    kind: "announcement-editor",
    language,
    summary: [heading, ...notices, ...(hasChanges ? [texts.changesHeading] : []), ...faults].join(
      " ",
    ),
    view: {
      heading,
      intro:
        kind === "template"
          ? texts.templateIntro
          : kind === "correct"
            ? texts.correctIntro
            : texts.editorIntro,
      notices,
      faultsHeading: faults.length > 0 ? texts.faultsHeading : "",
      faults,
      changesHeading: hasChanges ? texts.changesHeading : "",
      changesIntro: hasChanges ? texts.changesIntro : "",
      changes: hasChanges ? changesInWords(of, language) : [],
      missingHeading: missing.length > 0 ? texts.missingHeading : "",
      missing,
      labels,
      errors: texts.inputErrors,
      values: { ...form, network: of.network ?? "" },
      networks: (of.networks ?? []).map((one) => ({
        title: networkName(one, language),
        value: one.id,
      })),
      importances: isWhole
        ? (["normal", "important", "urgent"] as const).map((value) => ({
            title: texts.importances[value],
            value,
          }))
        : [],
      toggles: isWhole
        ? [{ label: labels.confirm, title: texts.confirmTitle, value: form.confirm }]
        : [],
      audiences: isWhole ? audiences.map(({ title, value }) => ({ title, value })) : [],
      audienceNote: isWhole ? texts.topicsNote : "",
      // A template is begun from on another day.
      times: isWhole && kind !== "template" ? [timeInputs(form, language)] : [],
      buttons: of.buttons,
      others: of.others ?? [],
      links: [],
    },
  };
}

/** Clients take only what an input can hold: an impossible date is named among the faults instead. */
const timeInputs = ({ date, time }: AnnouncementForm, language: Language): JsonObject => {
  const { labels, whenNote } = textsIn(language).announcements.writing;
  return {
    note: whenNote,
    dateLabel: labels.date,
    timeLabel: labels.time,
    date: isDate(date) ? date : "",
    time: /^\d{2}:\d{2}$/u.test(time) ? time : "",
  };
};

/** More does not fit into a message. */
const mostUnits = 20_000;

/** What somebody wrote is kept whole while the card can hold it, too long or not; then cut to what is allowed. */
function fitting(form: AnnouncementForm): AnnouncementForm {
  if (JSON.stringify(form).length <= mostUnits) return form;
  const cut = formFields.map((field) => [field, form[field].slice(0, longest[field])]);
  return Object.fromEntries(cut) as AnnouncementForm;
}

const longestShown = 300;

function changesInWords(
  { changes, audiences = [] }: EditorView,
  language: Language,
): readonly JsonObject[] {
  if (!changes) return [];
  const texts = textsIn(language).announcements.writing;
  return changes.of.map(({ field, isMine }) => {
    const value = valueInWords(field, changes.stored[field], audiences, language);
    const shown = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
    return {
      label: texts.labels[field],
      value: isMine ? texts.changedBoth(shown) : texts.changedThere(shown),
    };
  });
}

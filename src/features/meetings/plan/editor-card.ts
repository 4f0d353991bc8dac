import type { Button } from "../../../core/buttons.ts";
import { type Network, networkName } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Merged } from "../../../core/merge-edits.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { isDate } from "../../../core/rows.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { FormFault } from "./field-faults.ts";
import { type FormField, type MeetingForm, noReminder } from "./meeting-form.ts";
import { meetingData } from "./read-meeting-press.ts";
import { repeatChoices } from "./repeat-rule.ts";
import { capital, faultInWords, leadInWords, valueInWords } from "./words.ts";

/** A week, two days, a day, two hours, an hour, a quarter. */
const usualLeads = [10_080, 2_880, 1_440, 120, 60, 15];

export type EditorView = {
  readonly language: Language;
  readonly form: MeetingForm;
  /** Undefined: a new meeting. */
  readonly meeting?: { readonly id: string; readonly network: string; readonly marks: string };
  /** Where a new meeting may be planned. */
  readonly networks: readonly Network[];
  /** The one that is chosen. */
  readonly network?: string;
  readonly faults?: readonly FormFault[];
  readonly noNetwork?: boolean;
  /** What somebody else has changed meanwhile, with what is stored now. */
  readonly changes?: { readonly of: Merged<FormField>["changes"]; readonly stored: MeetingForm };
};

/** The form in which a meeting is planned or changed. Pure. */
export function editorCard(of: EditorView): Card {
  const { language, form, meeting, networks, changes } = of;
  const texts = textsIn(language).meetings;
  const heading = meeting ? texts.editHeading : texts.newHeading;
  const faults = [
    ...(of.noNetwork ? [texts.noNetwork] : []),
    ...(of.faults ?? []).map((fault) => faultInWords(fault, language)),
  ];
  const hasChanges = changes !== undefined && changes.of.length > 0;
  const choosesNetwork = !meeting && networks.length > 1;
  return {
    kind: "meeting-editor",
    language,
    summary: [`${heading}.`, ...(hasChanges ? [`${texts.changesHeading}.`] : []), ...faults].join(
      " ",
    ),
    view: {
      heading,
      intro: texts.editorIntro,
      faultsHeading: faults.length > 0 ? texts.faultsHeading : "",
      faults,
      changesHeading: hasChanges ? texts.changesHeading : "",
      changesIntro: hasChanges ? texts.changesIntro : "",
      changes: hasChanges ? changesInWords(changes, language) : [],
      labels: texts.labels,
      errors: texts.inputErrors,
      untilPlaceholder: texts.untilPlaceholder,
      values: valuesOf(form, of.network ?? ""),
      networks: choosesNetwork
        ? networks.map((one) => ({ title: networkName(one, language), value: one.id }))
        : [],
      repeats: [...repeatChoices, ...(form.repeat === "imported" ? ["imported" as const] : [])].map(
        (value) => ({ title: texts.repeatChoices[value], value }),
      ),
      audiences: (["both", "channel", "members"] as const).map((value) => ({
        title: capital(texts.audiences[value]),
        value,
      })),
      reminds: remindChoices(form, language),
      buttons: buttonsOf(of),
      links: [],
    },
  };
}

function buttonsOf({ language, meeting, networks }: EditorView): readonly Button[] {
  const texts = textsIn(language).meetings;
  if (!meeting) {
    // With several to choose from the input says which.
    const [only] = networks;
    const data: JsonObject = networks.length === 1 && only ? { network: only.id } : {};
    return [{ title: texts.save, verb: "meeting.save", data }];
  }
  const data = meetingData(meeting);
  return [
    { title: texts.save, verb: "meeting.save", data: { ...data, marks: meeting.marks } },
    { title: texts.back, verb: "ask.choose", data },
  ];
}

/** Clients take only what an input can hold: an impossible date is named among the faults instead. */
const valuesOf = (form: MeetingForm, network: string): JsonObject => ({
  ...form,
  network,
  date: isDate(form.date) ? form.date : "",
  until: isDate(form.until) ? form.until : "",
  time: /^\d{2}:\d{2}$/u.test(form.time) ? form.time : "",
  minutes: /^\d{1,6}$/u.test(form.minutes) ? Number(form.minutes) : "",
});

function remindChoices(form: MeetingForm, language: Language): readonly JsonObject[] {
  const own = form.remind
    .split(",")
    .filter((item) => /^\d{1,6}$/u.test(item))
    .map(Number);
  const leads = [...new Set([...usualLeads, ...own])].sort((a, b) => b - a);
  return [
    ...leads.map((minutes) => ({
      title: capital(leadInWords(minutes, language)),
      value: String(minutes),
    })),
    { title: textsIn(language).meetings.noReminderChoice, value: noReminder },
  ];
}

const longestShown = 300;

const changesInWords = (
  { of, stored }: NonNullable<EditorView["changes"]>,
  language: Language,
): readonly JsonObject[] => {
  const texts = textsIn(language).meetings;
  return of.map(({ field, isMine }) => {
    const value = valueInWords(field, stored[field], language);
    const shown = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
    return {
      label: texts.labels[field],
      value: isMine ? texts.changedBoth(shown) : texts.changedThere(shown),
    };
  });
};

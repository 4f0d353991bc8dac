/** Is what the editor holds an announcement? Pure: the clock's time and what may be chosen are arguments. */
import { withoutGaps } from "../../../core/rows.ts";
import { momentOf, wallClock } from "../../../core/wall-clock.ts";
import type { Announcement, AnnouncementLink } from "../announcement.ts";
import {
  type AnnouncementForm,
  type FormField,
  formFields,
  linkFields,
  textFields,
  titleFields,
} from "./announcement-form.ts";
import { readAudience } from "./audience-text.ts";
import { audienceFaults, type Choosable, timeFaults } from "./check-when-and-whom.ts";
import type { FormFault } from "./form-fault.ts";

/** The fields of an announcement that the editor decides. */
export type Decided = Pick<
  Announcement,
  "links" | "importance" | "confirm" | "audience" | "imageUrl" | "sendAt"
> &
  Pick<Announcement, (typeof titleFields | typeof textFields)[number]>;

export type CheckedForm =
  | {
      readonly ok: true;
      readonly decided: Decided;
      /** Summer time skips the hour: it moves forward to this time (HH:MM). */
      readonly movedTo?: string;
    }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

const mostInTitle = 120;
const mostInText = 4_000;
const mostInLink = 500;
const mostInLinkTitle = 80;

/** The longest text of each field that is free text. */
export const longest: Readonly<Partial<Record<FormField, number>>> = {
  ...Object.fromEntries(titleFields.map((field) => [field, mostInTitle])),
  ...Object.fromEntries(textFields.map((field) => [field, mostInText])),
  ...Object.fromEntries([...linkFields, "imageUrl"].map((field) => [field, mostInLink])),
  ...Object.fromEntries(linkFields.map((field) => [`${field}Title`, mostInLinkTitle])),
};

export function checkForm(form: AnnouncementForm, of: Choosable): CheckedForm {
  const isChanged = (...fields: readonly FormField[]): boolean =>
    of.before === undefined || fields.some((field) => form[field] !== of.before?.[field]);
  const audience = readAudience(form.audience, of.network);
  const faults = [
    ...lengthFaults(form).filter(({ field }) => isChanged(field)),
    ...titleFaults(form),
    ...linkFaults(form),
    ...(["normal", "important", "urgent"].includes(form.importance)
      ? []
      : [{ field: "importance", code: "unknownChoice" } as const]),
    ...(isChanged("audience") ? audienceFaults(form, audience, of) : []),
    ...(isChanged("date", "time") ? timeFaults(form, of) : []),
  ];
  if (faults.length > 0 || !audience) return { ok: false, faults: inOrder(faults) };
  const written = form.date === "" ? undefined : `${form.date}T${form.time}`;
  const sendAt = written && wallClock(momentOf(written, of.timeZone), of.timeZone);
  return {
    ok: true,
    decided: {
      ...words(form),
      links: linksOf(form),
      importance: form.importance as Announcement["importance"],
      confirm: form.confirm === "true",
      audience,
      ...withoutGaps({ sendAt }),
    },
    ...(sendAt !== undefined && sendAt !== written && { movedTo: sendAt.slice(11) }),
  };
}

/** What a correction decides: the words alone. */
export function checkWords(
  form: AnnouncementForm,
):
  | { readonly ok: true; readonly words: ReturnType<typeof words> & Pick<Decided, "links"> }
  | { readonly ok: false; readonly faults: readonly FormFault[] } {
  const faults = [...lengthFaults(form), ...titleFaults(form), ...linkFaults(form)];
  return faults.length > 0
    ? { ok: false, faults: inOrder(faults) }
    : { ok: true, words: { ...words(form), links: linksOf(form) } };
}

const lengthFaults = (form: AnnouncementForm): readonly FormFault[] =>
  formFields.flatMap((field) => {
    const most = longest[field];
    const { length } = form[field];
    return most !== undefined && length > most ? [{ field, code: "tooLong", most, length }] : [];
  });

/** A title in one language at least, and wherever there is a text. */
function titleFaults(form: AnnouncementForm): readonly FormFault[] {
  const lacking = titleFields.filter((field, at) => {
    const text = textFields[at];
    return form[field] === "" && text !== undefined && form[text] !== "";
  });
  if (lacking.length > 0) return lacking.map((field) => ({ field, code: "noTitleHere" }));
  return titleFields.some((field) => form[field] !== "")
    ? []
    : [{ field: "titleSv", code: "noTitle" }];
}

const linkFaults = (form: AnnouncementForm): readonly FormFault[] => [
  ...linkFields.flatMap((field): readonly FormFault[] => {
    if (form[field] === "") {
      return form[`${field}Title`] === "" ? [] : [{ field, code: "noUrl" }];
    }
    return isHttps(form[field]) ? [] : [{ field, code: "notHttps" }];
  }),
  ...(form.imageUrl === "" || isHttps(form.imageUrl)
    ? []
    : [{ field: "imageUrl", code: "notHttps" } as const]),
];

const words = (form: AnnouncementForm) =>
  Object.fromEntries(
    [...titleFields, ...textFields, "imageUrl" as const].flatMap((field) =>
      form[field] === "" ? [] : [[field, form[field]]],
    ),
  ) as Pick<Decided, (typeof titleFields | typeof textFields)[number] | "imageUrl">;

const linksOf = (form: AnnouncementForm): readonly AnnouncementLink[] =>
  linkFields
    .filter((field) => form[field] !== "")
    .map((field) => ({
      title: form[`${field}Title`] || new URL(form[field]).hostname,
      url: form[field],
    }));

/** Also without a user's name in it, which would pass for the host. */
function isHttps(value: string): boolean {
  if (!URL.canParse(value) || /\s/u.test(value)) return false;
  const { protocol, username, password } = new URL(value);
  return protocol === "https:" && username === "" && password === "";
}

const inOrder = (faults: readonly FormFault[]): readonly FormFault[] =>
  [...faults].sort((a, b) => formFields.indexOf(a.field) - formFields.indexOf(b.field));

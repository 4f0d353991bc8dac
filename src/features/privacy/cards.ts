/** The cards "my data" and "forget me". Pure. */
import type { Button, Link } from "../../core/buttons.ts";
import type { Contact } from "../../core/content.ts";
import { organisationOf } from "../../core/content.ts";
import { inList } from "../../core/in-list.ts";
import type { Language } from "../../core/language.ts";
import type { Card, JsonObject } from "../../core/reply.ts";
import { textsIn } from "../../texts/texts.ts";
import type { HeldKind } from "./my-data.ts";

const mostLines = 6;

export function myDataCard(
  kinds: readonly HeldKind[],
  language: Language,
  more: { readonly notices?: readonly string[]; readonly link?: string } = {},
): Card {
  const texts = textsIn(language).privacy.myData;
  const { notices = [], link } = more;
  const links: readonly Link[] = link ? [{ title: texts.open, url: link }] : [];
  const buttons: readonly Button[] = [
    { title: texts.download, verb: "data.export", data: {} },
    {
      title: textsIn(language).curation.own.open,
      verb: "todo.edit",
      data: { kind: "contact", value: "own" },
    },
    { title: texts.forget, verb: "data.forget", data: { act: "ask" } },
  ];
  const view = {
    heading: texts.heading,
    notices,
    intro: kinds.length > 0 ? texts.intro : texts.nothing,
    sections: kinds.map(({ title, why, kept, items, isPartial }) => {
      const hidden = items.length - mostLines;
      return {
        title,
        text: texts.why(why, kept),
        lines: [
          ...items.slice(0, mostLines).map(({ text }) => text),
          ...(hidden > 0 ? [texts.others(hidden)] : []),
          ...(isPartial ? [texts.notAll] : []),
        ],
      };
    }),
    note: texts.rights,
    buttons,
    links,
  };
  const summary = notices[0] ?? texts.summary(kinds.length);
  return { kind: "my-data", language, summary, view: view as unknown as JsonObject };
}

/** One line in place of what is for one person alone. */
export const openedInChatCard = (language: Language): Card =>
  plainForget("my-data", language, textsIn(language).privacy.myData.openedInChat);

/** In place of a card with a link that could not be given at once. */
export const linkTooLateCard = (language: Language): Card =>
  plainForget("my-data", language, textsIn(language).privacy.myData.tooLate);

export type Forgetting = {
  /** With the same name or sign-in name as theirs. */
  readonly contacts: readonly Contact[];
  readonly inputOf: (contact: Contact) => string;
  /** ISO: a question of long ago is asked again. */
  readonly askedAt: string;
  readonly notices?: readonly string[];
};

export function forgetCard(
  { contacts, inputOf, askedAt, notices = [] }: Forgetting,
  language: Language,
): Card {
  const texts = textsIn(language).privacy.forget;
  const view = {
    heading: texts.heading,
    notices,
    intro: texts.intro,
    sections: [
      { title: texts.goesHeading, lines: texts.goes },
      { title: texts.staysHeading, lines: texts.stays },
    ],
    contactsTitle: contacts.length > 0 ? texts.contactsTitle : "",
    contactsText: contacts.length > 0 ? texts.contactsText : "",
    toggles: contacts.map((contact) => ({
      elementId: inputOf(contact),
      // It may be a namesake's: no more than tells them apart.
      label: [contact.name, organisationOf(contact, language)].filter(Boolean).join(", "),
      title: texts.isMine,
    })),
    buttons: [
      { title: texts.confirm, verb: "data.forget", data: { act: "forget", askedAt } },
      { title: texts.keep, verb: "data.export", data: { act: "show" } },
    ],
    links: [],
  };
  const summary = `${texts.heading} ${texts.intro}`;
  return { kind: "forget", language, summary, view: view as unknown as JsonObject };
}

export function lastCoordinatorCard(networks: readonly string[], language: Language): Card {
  const texts = textsIn(language).privacy.forget;
  const settings = { title: texts.toSettings, verb: "settings.save", data: { act: "open" } };
  const lines = [texts.lastText(inList(networks, language)), texts.lastHow];
  return plainForget("forget", language, texts.lastHeading, lines, [settings]);
}

export function forgettingCard(
  { isAdmin, contactsLeft }: { readonly isAdmin: boolean; readonly contactsLeft: number },
  language: Language,
): Card {
  const texts = textsIn(language).privacy.forget;
  const lines = [
    texts.doneText,
    ...(contactsLeft > 0 ? [texts.contactsLeft] : []),
    ...(isAdmin ? [texts.doneAdmin] : []),
  ];
  return plainForget("forget", language, texts.doneHeading, lines);
}

function plainForget(
  kind: "forget" | "my-data",
  language: Language,
  heading: string,
  lines: readonly string[] = [],
  buttons: readonly Button[] = [],
): Card {
  const text = kind === "my-data" ? { text: "" } : {};
  const sections = lines.length > 0 ? [{ title: "", ...text, lines }] : [];
  const own =
    kind === "forget" ? { contactsTitle: "", contactsText: "", toggles: [] } : { note: "" };
  const view = { heading, notices: [], intro: "", sections, ...own, buttons, links: [] };
  const summary = [heading, ...lines.slice(0, 1)].join(". ");
  return { kind, language, summary, view: view as unknown as JsonObject };
}

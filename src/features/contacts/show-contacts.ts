/** People as cards. */
import { type Button, elementId, type Link, referenceData } from "../../core/buttons.ts";
import {
  bestVersion,
  type Contact,
  contactLine,
  organisationOf,
  type Practice,
} from "../../core/content.ts";
import type { Language } from "../../core/language.ts";
import type { Library } from "../../core/library.ts";
import type { SearchIndex } from "../../core/ports.ts";
import type { Card } from "../../core/reply.ts";
import { textsIn } from "../../texts/texts.ts";

const mostPeople = 5;
const mostPractices = 3;

export type PeopleCards = {
  /** One person, with how to reach them and what they have told about. */
  readonly one: (contact: Contact, language: Language, networks: readonly string[]) => Card;
  /** Several people to ask; `about` names what for. */
  readonly several: (
    people: readonly Contact[],
    language: Language,
    options?: { readonly about?: string; readonly buttons?: readonly Button[] },
  ) => Card;
  /** Said when nobody was found. */
  readonly nobody: (language: Language) => Card;
};

export function createPeopleCards(deps: {
  readonly library: Library;
  readonly index: Pick<SearchIndex, "detectLanguage">;
}): PeopleCards {
  const topics = (contact: Contact, language: Language) =>
    topicsIn(language, contact.topics, deps.index);
  return {
    one: (contact, language, networks) =>
      contactCard(
        contact,
        language,
        topics(contact, language),
        practicesOf(contact, deps.library, networks, language),
      ),
    several: (people, language, options) =>
      contactsCard(people, language, (contact) => topics(contact, language), options),
    nobody: nobodyCard,
  };
}

/**
 * Topics are written in several languages, so that everyone finds the person; shown are those in the reader's, or all
 * if there is none.
 */
function topicsIn(
  language: Language,
  topics: readonly string[],
  index: Pick<SearchIndex, "detectLanguage">,
): string {
  const own = topics.filter((topic) => index.detectLanguage(topic) === language);
  return (own.length > 0 ? own : topics).join(", ");
}

function contactsCard(
  people: readonly Contact[],
  language: Language,
  topicsOf: (contact: Contact) => string,
  { about, buttons = [] }: { readonly about?: string; readonly buttons?: readonly Button[] } = {},
): Card {
  const texts = textsIn(language).contacts;
  const shown = people.slice(0, mostPeople);
  return {
    kind: "contacts",
    language,
    summary: texts.summary(shown.map(({ name }) => name).join(", ")),
    view: {
      heading: texts.heading,
      intro: about ? texts.about(about) : texts.intro,
      people: shown.map((contact) => ({
        elementId: elementId({ kind: "contact", id: contact.id }),
        name: contact.name,
        detail: contactLine(contact, language),
        topics: topicsOf(contact),
        email: contact.email ?? "",
        phone: contact.phone ?? "",
        data: referenceData(contactReference(contact)),
      })),
      buttons,
      links: [],
    },
  };
}

function contactCard(
  contact: Contact,
  language: Language,
  topics: string,
  practices: readonly Practice[],
): Card {
  const texts = textsIn(language);
  const languages = contact.languages.map((one) => texts.languageName[one]).join(", ");
  const facts = [
    { label: texts.contacts.email, value: contact.email ?? "" },
    { label: texts.contacts.phone, value: contact.phone ?? "" },
    { label: texts.contacts.topics, value: topics },
    { label: texts.contacts.languages, value: languages },
  ].filter(({ value }) => value !== "");
  const told = practices.slice(0, mostPractices);
  return {
    kind: "contact",
    language,
    summary: texts.contacts.summary(`${contact.name}, ${contactLine(contact, language)}`),
    view: {
      heading: texts.contacts.oneHeading,
      elementId: elementId({ kind: "contact", id: contact.id }),
      name: contact.name,
      role: contact.role ?? "",
      organisation: organisationOf(contact, language),
      facts,
      practicesHeading: told.length > 0 ? texts.contacts.practices : "",
      practices: told.map((practice) => ({
        elementId: elementId({ kind: "practice", id: practice.id }),
        title: practice.title,
        data: referenceData({
          kind: "practice",
          id: practice.id,
          language: practice.language,
          ...(practice.network !== undefined && { network: practice.network }),
        }),
      })),
      buttons: [],
      links: chatLinks(contact, texts.contacts.chat, texts.contacts.chatOpening),
    },
  };
}

function nobodyCard(language: Language): Card {
  const texts = textsIn(language).contacts;
  return {
    kind: "nothing",
    language,
    summary: texts.nobodyHeading,
    view: {
      heading: texts.nobodyHeading,
      text: texts.nobodyText,
      hints: texts.nobodyHints,
      buttons: [],
      links: [],
    },
  };
}

export const contactReference = (contact: Contact) => ({
  kind: "contact" as const,
  id: contact.id,
  ...(contact.network !== undefined && { network: contact.network }),
});

/** What a contact has told about, each practice once, in the reader's language where there is one. */
function practicesOf(
  contact: Contact,
  library: Library,
  networks: readonly string[],
  language: Language,
): readonly Practice[] {
  const theirs = library.practicesOf(contact, networks);
  return [...Map.groupBy(theirs, ({ id }) => id).values()].flatMap(
    (versions) => bestVersion(versions, language) ?? [],
  );
}

/** A chat link takes the sign-in name; an e-mail address often is the same. */
function chatLinks(contact: Contact, title: string, opening: string): readonly Link[] {
  const address = contact.teamsId ?? contact.email;
  if (!address) return [];
  const query = new URLSearchParams({ users: address, message: opening });
  return [
    {
      title,
      url: `https://teams.microsoft.com/l/chat/0/0?${query.toString().replaceAll("+", "%20")}`,
    },
  ];
}

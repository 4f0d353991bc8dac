/** Contacts: people who agreed to be found. `contact …` looks one up; how they are imported and indexed. */

import { readCommand } from "../../core/commands.ts";
import { type Contact, partitionOf } from "../../core/content.ts";
import type { ContentKind, Feature, ImportTarget, Outcome } from "../../core/feature.ts";
import type { Library } from "../../core/library.ts";
import type { MessageTurn } from "../../core/turn.ts";
import { readContactRow } from "./read-contact-row.ts";
import { contactReference, type PeopleCards } from "./show-contacts.ts";

export { contactData, contactsNamed, placeOfContact } from "./contact-data.ts";
export { createPeopleCards } from "./show-contacts.ts";

const contacts: ContentKind = {
  type: "contact",
  people: (doc) => {
    const contact = doc.value as Contact;
    const organisations = [contact.organisation, contact.organisationFi, contact.organisationSv];
    return [
      {
        key: `contact/${partitionOf(contact.network)}/${contact.id}`,
        ...(contact.network !== undefined && { network: contact.network }),
        name: contact.name,
        organisations: [...new Set(organisations.filter((name) => name !== undefined))],
        role: contact.role ?? "",
        topics: contact.topics,
        ...(contact.phone !== undefined && { phone: contact.phone }),
      },
    ];
  },
};

export const contactContent: readonly ContentKind[] = [contacts];

const importTarget: ImportTarget = {
  kind: "contacts",
  type: "contact",
  columns: [
    "id",
    "name",
    "consent",
    "network",
    "role",
    "organisation",
    "organisationFi",
    "organisationSv",
    "topics",
    "languages",
    "email",
    "phone",
    "teamsId",
  ],
  lists: ["topics", "languages"],
  parse: readContactRow,
};

/** Below this nobody is meant; above `sure`, and well before the next, one person is. */
const worthShowing = 0.3;
const sure = 0.6;
const clearLead = 0.25;
const mostFound = 5;

export function createContactsFeature(deps: {
  readonly library: Library;
  readonly people: PeopleCards;
}): Feature {
  return {
    name: "contacts",
    importTargets: [importTarget],
    take(turn) {
      if (turn.type !== "message") return undefined;
      const command = readCommand(turn.text);
      return command?.name === "contact" ? lookUp(turn, command.argument) : undefined;
    },
  };

  function lookUp(turn: MessageTurn, wanted: string): Outcome {
    const networks = turn.networks.map(({ id }) => id);
    const found = deps.library
      .findContacts({ text: wanted, networks, limit: mostFound })
      .filter((one) => one.score >= worthShowing)
      .flatMap((one) => (one.kind === "contact" ? [one] : []));
    const [first, second] = found;
    if (!first) {
      const nobody = deps.people.nobody(turn.language);
      return { replies: [{ type: "card", card: nobody }], label: "contact-none" };
    }
    const isClear =
      !second || (first.score >= sure && (first.score - second.score) / first.score >= clearLead);
    const card = isClear
      ? deps.people.one(first.contact, turn.language, networks)
      : deps.people.several(
          found.map(({ contact }) => contact),
          turn.language,
        );
    return {
      replies: [{ type: "card", card }],
      ...(isClear && { remember: { subject: contactReference(first.contact) } }),
      label: "contact",
    };
  }
}

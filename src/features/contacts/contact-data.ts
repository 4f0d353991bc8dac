/** Contact entries of somebody: they go with whoever is forgotten. */
import { type Contact, type ContentDocument, partitionOf } from "../../core/content.ts";
import type { Library } from "../../core/library.ts";
import type { DataSubject, PersonalDataSource } from "../../core/personal-data.ts";
import type { Clock, Documents } from "../../core/ports.ts";
import { changeOne } from "../../core/query-all.ts";
import { textsIn } from "../../texts/texts.ts";

const tombstoneMs = 30 * 24 * 3_600_000;

const contactDocId = (id: string): string => `contact:${id}`;

const plain = (name: string): string =>
  name.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();

/** Entries with the name of somebody: theirs, as far as can be told. */
export function contactsNamed(
  library: Pick<Library, "contentOf">,
  names: readonly string[],
): readonly Contact[] {
  const wanted = new Set(names.map(plain).filter((name) => name !== ""));
  return library
    .contentOf<Contact>("contact")
    .map(({ value }) => value)
    .filter(({ name }) => wanted.has(plain(name)));
}

/** Where an entry lies. */
export const placeOfContact = ({ id, network }: Contact): DataSubject["contacts"][number] => ({
  partition: partitionOf(network),
  id: contactDocId(id),
});

export function contactData(deps: {
  /** The store that jobs may wait for. */
  readonly documents: Documents;
  readonly library: Pick<Library, "contentOf" | "saw">;
  readonly clock: Pick<Clock, "now">;
}): PersonalDataSource {
  const { documents, library, clock } = deps;
  return {
    name: "contact-entries",
    describe: (language) => textsIn(language).privacy.kinds.contacts,
    async find({ contacts, names }, language) {
      const ids = new Set(contacts.map(({ partition, id }) => `${partition}/${id}`));
      const isTheirs = (contact: Contact) => {
        const { partition, id } = placeOfContact(contact);
        return ids.has(`${partition}/${id}`);
      };
      return contactsNamed(library, names)
        .filter(isTheirs)
        .map((contact) => {
          const { name } = contact;
          return { text: textsIn(language).privacy.contactIfYou(name), value: { name } };
        });
    },
    async erase({ contacts }) {
      for (const { partition, id } of contacts) {
        const gone = (doc: ContentDocument): ContentDocument =>
          doc.deleted ? doc : { id: doc.id, type: doc.type, v: doc.v, value: {}, deleted: true };
        const written = await changeOne(
          documents,
          { container: "content", partition, id },
          gone,
          () => ({ expiresAt: new Date(clock.now().getTime() + tombstoneMs) }),
        );
        if (written) library.saw(partition, written);
      }
    },
  };
}

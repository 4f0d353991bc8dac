/** Contact entries of somebody: they go with whoever is forgotten. */
import { type Contact, type ContentDocument, partitionOf } from "../../core/content.ts";
import { eraseContent } from "../../core/erase-content.ts";
import type { Library } from "../../core/library.ts";
import type { DataSubject, PersonalDataSource } from "../../core/personal-data.ts";
import type { Clock, Documents } from "../../core/ports.ts";
import { textsIn } from "../../texts/texts.ts";

const contactType = "contact";
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
    .contentOf<Contact>(contactType)
    .map(({ value }) => value)
    .filter(({ name }) => wanted.has(plain(name)));
}

/** Where an entry lies. */
export const placeOfContact = ({ id, network }: Contact): DataSubject["contacts"][number] => ({
  partition: partitionOf(network),
  id: contactDocId(id),
});

/** An entry's id often is a name. So nothing is left of one that is gone, whoever took it away. */
export function contactData(deps: {
  /** The store that jobs may wait for. */
  readonly documents: Documents;
  readonly library: Pick<Library, "networks" | "contentOf" | "saw">;
  readonly clock: Pick<Clock, "now">;
}): PersonalDataSource {
  const { library } = deps;
  const partitions = () => [partitionOf(undefined), ...library.networks().map(({ id }) => id)];
  const eraseIn = (partition: string, isTheirs: (doc: ContentDocument) => boolean) =>
    eraseContent(
      deps,
      { partition, type: contactType },
      (doc) => doc.deleted === true || isTheirs(doc),
    );
  return {
    name: "contact-entries",
    describe: (language) => textsIn(language).privacy.kinds.contacts,
    async find({ contacts }, language) {
      const ids = new Set(contacts.map(({ partition, id }) => `${partition}/${id}`));
      const isTheirs = (contact: Contact) => {
        const { partition, id } = placeOfContact(contact);
        return ids.has(`${partition}/${id}`);
      };
      return library
        .contentOf<Contact>(contactType)
        .map(({ value }) => value)
        .filter(isTheirs)
        .map(({ name }) => {
          return { text: textsIn(language).privacy.contactIfYou(name), value: { name } };
        });
    },
    async erase({ contacts }) {
      for (const partition of partitions()) {
        const ids = contacts.filter((one) => one.partition === partition).map(({ id }) => id);
        await eraseIn(partition, ({ id }) => ids.includes(id));
      }
    },
    async sweep() {
      for (const partition of partitions()) await eraseIn(partition, () => false);
    },
  };
}

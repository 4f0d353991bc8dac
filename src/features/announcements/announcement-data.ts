/** What announcements hold about people: who wrote and approved them, and who confirmed that they read them. */
import type { ContentDocument } from "../../core/content.ts";
import { dayAt, dayInWords } from "../../core/dates.ts";
import type { Language } from "../../core/language.ts";
import type { Library } from "../../core/library.ts";
import { keptDaysOf } from "../../core/network-settings.ts";
import { formerMember, type PersonalDataSource } from "../../core/personal-data.ts";
import type { Document, Documents, Query } from "../../core/ports.ts";
import { changeOne, eraseAll, eraseOne, listOf } from "../../core/query-all.ts";
import { textsIn } from "../../texts/texts.ts";
import { type Announcement, type AnnouncementDocument, titleIn } from "./announcement.ts";
import { announcementType } from "./announcement-store.ts";

type Deps = {
  /** The store that jobs may wait for. */
  readonly documents: Documents;
  readonly library: Pick<Library, "networks" | "contentOf" | "saw">;
};

type Confirmation = Document & { readonly announcement: string; readonly at: string };

const dayMs = 24 * 3_600_000;
const tombstoneMs = 30 * dayMs;

const ofType = (partition: string, type: string, key?: string): Query => ({
  container: "content",
  partition,
  where: [
    { field: "type", equals: type },
    ...(key === undefined ? [] : [{ field: "person", equals: key }]),
  ],
});

/** Whoever stands anywhere in it as a key. */
const namesOf = ({ author, approvedBy, correction, lastAct }: Announcement) =>
  [author, approvedBy, correction?.by, lastAct?.actor].filter((key) => key !== undefined);

export const authorData = ({ documents, library }: Deps): PersonalDataSource => ({
  name: "announcements",
  describe: (language) => textsIn(language).privacy.kinds.announcements,
  async find({ key }, language) {
    const { lines } = textsIn(language).privacy;
    return library
      .contentOf<Announcement>(announcementType)
      .filter(({ value }) => namesOf(value).includes(key))
      .map(({ value }) => {
        const { id, network, author, createdAt } = value;
        const title = titleIn(value, language);
        const role = author === key ? "author" : "approver";
        return {
          text: role === "author" ? lines.wrote(title) : lines.approved(title),
          value: { id, network, role, createdAt },
        };
      });
  },
  async erase({ key }) {
    for (const { id: partition } of library.networks()) {
      // Asked of the store: what was deleted a short while ago still names its author.
      for (const { doc } of await listOf<AnnouncementDocument>(
        documents,
        ofType(partition, announcementType),
      )) {
        if (!namesOf(doc.value).includes(key)) continue;
        const written = await changeOne<AnnouncementDocument>(
          documents,
          { container: "content", partition, id: doc.id },
          (stored) => ({ ...stored, value: withoutPerson(stored.value, key) }),
          ({ deleted }) =>
            deleted ? { expiresAt: new Date(Date.parse(doc.value.changedAt) + tombstoneMs) } : {},
        );
        if (written) library.saw(partition, written);
      }
    }
  },
});

function withoutPerson(announcement: Announcement, key: string): Announcement {
  const { author, approvedBy, correction, lastAct } = announcement;
  const without = (one: string) => (one === key ? formerMember : one);
  return {
    ...announcement,
    author: without(author),
    ...(approvedBy !== undefined && { approvedBy: without(approvedBy) }),
    ...(correction && { correction: { ...correction, by: without(correction.by) } }),
    ...(lastAct && { lastAct: { ...lastAct, actor: without(lastAct.actor) } }),
  };
}

export const confirmationData = ({ documents, library }: Deps): PersonalDataSource => {
  const networks = () => library.networks().map(({ id }) => id);
  return {
    name: "confirmations",
    describe: (language) => {
      const { confirmations } = textsIn(language).privacy.kinds;
      return { ...confirmations, kept: confirmations.kept(longest(library, networks())) };
    },
    async find({ key }, language) {
      const found = await Promise.all(
        networks().map(async (network) => {
          const all = await listOf<Confirmation>(documents, ofType(network, "confirmation", key));
          return all.map(({ doc }) => confirmed(library, network, doc, language));
        }),
      );
      return found.flat();
    },
    async erase({ key }) {
      for (const network of networks()) {
        await eraseAll(documents, ofType(network, "confirmation", key));
      }
    },
    async sweep(now) {
      for (const network of networks()) {
        const keptMs = keptDaysOf(library, network, "keepConfirmations") * dayMs;
        const all = await listOf<Confirmation>(documents, ofType(network, "confirmation"));
        for (const { doc } of all) {
          const isOld = Date.parse(doc.at) + keptMs <= now.getTime();
          if (isOld)
            await eraseOne(documents, { container: "content", partition: network, id: doc.id });
        }
      }
    },
  };
};

function confirmed(
  library: Deps["library"],
  network: string,
  doc: Confirmation,
  language: Language,
) {
  const about = library
    .contentOf<Announcement>(announcementType)
    .find(({ value }: ContentDocument<Announcement>) => value.id === doc.announcement);
  const title = about ? titleIn(about.value, language) : doc.announcement;
  const day = dayInWords(dayAt(new Date(doc.at), "UTC"), language);
  return {
    text: textsIn(language).privacy.lines.confirmed(title, day),
    value: { network, announcement: doc.announcement, at: doc.at },
  };
}

const longest = (library: Deps["library"], networks: readonly string[]): number =>
  Math.max(...[undefined, ...networks].map((one) => keptDaysOf(library, one, "keepConfirmations")));

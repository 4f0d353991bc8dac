/** Lists that the library keeps beside its documents, so that a question need not go through all of them. */
import type { Contact, ContentDocument, Discussion, Network, Practice } from "./content.ts";
import { type Language, languages } from "./language.ts";

/** What is made of all content at once, and made again after a change. */
export type Lists = {
  readonly byType: ReadonlyMap<string, readonly ContentDocument[]>;
  readonly networks: readonly Network[];
  readonly practices: readonly Practice[];
  readonly versions: ReadonlyMap<string, readonly Practice[]>;
  /** `fi/sv`: there is a practice in Finnish without a Swedish version, or a discussion, which has no versions. */
  readonly onlyIn: ReadonlySet<string>;
  /** By language and tag. */
  readonly tagged: ReadonlyMap<string, readonly Practice[]>;
  /** Filled as it is asked for. */
  readonly related: WeakMap<Practice, readonly Practice[]>;
  /** By contact. */
  readonly told: ReadonlyMap<string, readonly Practice[]>;
  readonly contacts: readonly Contact[];
  readonly contactsById: ReadonlyMap<string, readonly Contact[]>;
  readonly discussionsById: ReadonlyMap<string, readonly Discussion[]>;
};

export function listsOf(docs: readonly ContentDocument[]): Lists {
  const valuesOf = <T>(type: string): T[] =>
    docs.filter((doc) => doc.type === type).map((doc) => doc.value as T);
  const networks = valuesOf<Network>("network");
  const practices = valuesOf<Practice>("practice").filter(({ status }) => status === "published");
  const contacts = valuesOf<Contact>("contact");
  const discussions = valuesOf<Discussion>("discussion");
  const versions = Map.groupBy(practices, ({ id }) => id);
  return {
    byType: Map.groupBy(docs, ({ type }) => type),
    networks,
    practices,
    versions,
    onlyIn: new Set([
      ...practices.flatMap(({ id, network, language }) =>
        languages
          .filter(
            (other) =>
              !versions.get(id)?.some((one) => one.language === other && one.network === network),
          )
          .map((other) => `${language}/${other}`),
      ),
      ...discussions.flatMap(({ language }) => languages.map((other) => `${language}/${other}`)),
    ]),
    tagged: byEach(practices, ({ language, tags }) => tags.map((tag) => tagKey(language, tag))),
    related: new WeakMap(),
    told: byEach(practices, ({ contacts, owner }) => [...contacts, ...(owner ? [owner] : [])]),
    contacts,
    contactsById: Map.groupBy(contacts, ({ id }) => id),
    discussionsById: Map.groupBy(discussions, ({ id }) => id),
  };
}

const tagKey = (language: Language, tag: string): string => `${language}/${tag}`;

/** Groups by every key an item has, once each. */
function byEach<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** More than are ever shown, so that enough are left when another network's are taken out. */
const mostRelated = 20;

/** Practices in the same language on the same topics, those that share most of them first. */
export function related(practice: Practice, tagged: Lists["tagged"]): readonly Practice[] {
  const shared = new Map<Practice, number>();
  for (const tag of practice.tags) {
    for (const other of tagged.get(tagKey(practice.language, tag)) ?? []) {
      if (other.id !== practice.id) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostRelated)
    .map(([other]) => other);
}

/**
 * What the networks know, in memory: read from the store at start and kept current by asking for changes, so that
 * a question costs no read of content. Content made elsewhere (another instance, the command line) is found within
 * one round of `refresh`.
 */
import {
  type Contact,
  type ContentDocument,
  type Network,
  networksPartition,
  type Practice,
  sharedPartition,
} from "./content.ts";
import type { ContentKind } from "./feature.ts";
import { type Language, languages } from "./language.ts";
import type { Documents, SearchIndex, Stored } from "./ports.ts";

/** A thing that was found. */
export type Finding =
  | { readonly kind: "practice"; readonly score: number; readonly practice: Practice }
  | { readonly kind: "contact"; readonly score: number; readonly contact: Contact };

export type FindQuery = {
  readonly text: string;
  readonly networks: readonly string[];
  readonly limit: number;
};

export type Library = {
  /** Takes in what changed since the last call, all of it the first time. */
  refresh(): Promise<void>;
  /** Takes in what this instance has just written, so that its next turn knows it. */
  saw(partition: string, written: Stored<ContentDocument>): void;
  networks(): readonly Network[];
  /** Everything of one content type, of every network: for what is not searched. Its kind must be known (app.ts). */
  contentOf<T>(type: string): readonly ContentDocument<T>[];
  /** Published language versions of one practice; `network` undefined: a shared one. */
  practiceVersions(id: string, network: string | undefined): readonly Practice[];
  practices(networks: readonly string[]): readonly Practice[];
  /** Whether there is a practice in the one language that has no version in the other. */
  hasOnlyIn(language: Language, other: Language): boolean;
  /** Practices in the same language on the same topics, those that share most of them first. */
  relatedTo(practice: Practice, networks: readonly string[]): readonly Practice[];
  /** What a contact has told about or keeps. */
  practicesOf(contact: Contact, networks: readonly string[]): readonly Practice[];
  /** `network` undefined: a shared contact. */
  contact(id: string, network: string | undefined): Contact | undefined;
  contacts(networks: readonly string[]): readonly Contact[];
  findPractices(query: FindQuery & { readonly language: Language }): readonly Finding[];
  findContacts(query: FindQuery): readonly Finding[];
};

export function createLibrary(deps: {
  readonly documents: Documents;
  readonly index: SearchIndex;
  readonly kinds: readonly ContentKind[];
}): Library {
  const { documents, index } = deps;
  const kinds = new Map(deps.kinds.map((kind) => [kind.type, kind]));
  const marks = new Map<string, string>();
  const known = new Map<string, { readonly etag: string; readonly doc: ContentDocument }>();
  const keysOf = new Map<string, readonly string[]>();
  const byIndexKey = new Map<string, ContentDocument>();
  /** Derived lists, made again after a change when someone asks. */
  let derived: Derived | undefined;
  let underWay: Promise<void> | undefined;

  async function takeChanges(partition: string): Promise<void> {
    const { items, mark } = await documents.changes<ContentDocument>(
      "content",
      partition,
      marks.get(partition),
    );
    takeIn(partition, items);
    marks.set(partition, mark);
  }

  function takeIn(partition: string, items: readonly Stored<ContentDocument>[]): void {
    const gone: string[] = [];
    const texts = [];
    const people = [];
    for (const { doc, etag } of items) {
      const place = `${partition}/${doc.id}`;
      if (known.get(place)?.etag === etag) continue;
      const kind = kinds.get(doc.type);
      if (!kind) continue;
      derived = undefined;
      for (const key of keysOf.get(place) ?? []) {
        gone.push(key);
        byIndexKey.delete(key);
      }
      keysOf.delete(place);
      if (doc.deleted) {
        known.delete(place);
        continue;
      }
      known.set(place, { etag, doc });
      const newTexts = kind.texts?.(doc) ?? [];
      const newPeople = kind.people?.(doc) ?? [];
      const keys = [...newTexts, ...newPeople].map((item) => item.key);
      for (const key of keys) byIndexKey.set(key, doc);
      keysOf.set(place, keys);
      texts.push(...newTexts);
      people.push(...newPeople);
    }
    if (gone.length > 0) index.remove(gone);
    if (texts.length > 0) index.putTexts(texts);
    if (people.length > 0) index.putPeople(people);
  }

  async function takeAllChanges(): Promise<void> {
    await takeChanges(networksPartition);
    const partitions = [sharedPartition, ...lists().networks.map((network) => network.id)];
    for (const partition of partitions) await takeChanges(partition);
  }

  function lists(): Derived {
    derived ??= derive([...known.values()].map(({ doc }) => doc));
    return derived;
  }

  const mayFind = (networks: readonly string[]) => (item: { readonly network?: string }) =>
    item.network === undefined || networks.includes(item.network);

  return {
    refresh() {
      underWay ??= takeAllChanges().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    saw: (partition, written) => takeIn(partition, [written]),
    networks: () => lists().networks,
    contentOf: <T>(type: string) =>
      (lists().byType.get(type) ?? []) as readonly ContentDocument<T>[],
    practiceVersions: (id, network) =>
      (lists().versions.get(id) ?? []).filter((one) => one.network === network),
    hasOnlyIn: (language, other) => lists().onlyIn.has(`${language}/${other}`),
    practices: (networks) => lists().practices.filter(mayFind(networks)),
    relatedTo: (practice, networks) => {
      const found = lists().related.get(practice) ?? related(practice, lists().tagged);
      lists().related.set(practice, found);
      return found.filter(mayFind(networks));
    },
    practicesOf: (contact, networks) =>
      (lists().told.get(contact.id) ?? [])
        .filter(mayFind(networks))
        .filter(({ network }) => isNamedIn(contact.network, network)),
    contact: (id, network) =>
      lists()
        .contactsById.get(id)
        ?.find((one) => one.network === network),
    contacts: (networks) => lists().contacts.filter(mayFind(networks)),
    findPractices: (query) =>
      index.searchTexts(query).flatMap(({ key, score }): Finding[] => {
        const doc = byIndexKey.get(key);
        return doc?.type === "practice"
          ? [{ kind: "practice", score, practice: doc.value as Practice }]
          : [];
      }),
    findContacts: (query) =>
      index.searchPeople(query).flatMap(({ key, score }): Finding[] => {
        const doc = byIndexKey.get(key);
        return doc?.type === "contact"
          ? [{ kind: "contact", score, contact: doc.value as Contact }]
          : [];
      }),
  };
}

type Derived = {
  readonly byType: ReadonlyMap<string, readonly ContentDocument[]>;
  readonly networks: readonly Network[];
  readonly practices: readonly Practice[];
  readonly versions: ReadonlyMap<string, readonly Practice[]>;
  /** `fi/sv`: there is a practice in Finnish without a Swedish version. */
  readonly onlyIn: ReadonlySet<string>;
  /** By language and tag. */
  readonly tagged: ReadonlyMap<string, readonly Practice[]>;
  /** Filled as it is asked for. */
  readonly related: WeakMap<Practice, readonly Practice[]>;
  /** By contact. */
  readonly told: ReadonlyMap<string, readonly Practice[]>;
  readonly contacts: readonly Contact[];
  readonly contactsById: ReadonlyMap<string, readonly Contact[]>;
};

function derive(docs: readonly ContentDocument[]): Derived {
  const valuesOf = <T>(type: string): T[] =>
    docs.filter((doc) => doc.type === type).map((doc) => doc.value as T);
  const networks = valuesOf<Network>("network");
  const practices = valuesOf<Practice>("practice").filter(({ status }) => status === "published");
  const contacts = valuesOf<Contact>("contact");
  const versions = Map.groupBy(practices, ({ id }) => id);
  return {
    byType: Map.groupBy(docs, ({ type }) => type),
    networks,
    practices,
    versions,
    onlyIn: new Set(
      practices.flatMap(({ id, network, language }) =>
        languages
          .filter(
            (other) =>
              !versions.get(id)?.some((one) => one.language === other && one.network === network),
          )
          .map((other) => `${language}/${other}`),
      ),
    ),
    tagged: byEach(practices, ({ language, tags }) => tags.map((tag) => tagKey(language, tag))),
    related: new WeakMap(),
    told: byEach(practices, ({ contacts, owner }) => [...contacts, ...(owner ? [owner] : [])]),
    contacts,
    contactsById: Map.groupBy(contacts, ({ id }) => id),
  };
}

/** An id in a practice names a contact of the practice's network, or a shared one. */
const isNamedIn = (contact: string | undefined, practice: string | undefined): boolean =>
  contact === undefined || contact === practice;

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

function related(practice: Practice, tagged: Derived["tagged"]): readonly Practice[] {
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

/**
 * What the networks know, in memory: read from the store at start and kept current by asking for changes, so that
 * a question costs no read of content. Content made elsewhere (another instance, the command line) is found within
 * one round of `refresh`.
 */
import {
  type Contact,
  type ContentDocument,
  type Discussion,
  type Erased,
  erasedType,
  type Network,
  networksPartition,
  type Practice,
  sharedPartition,
} from "./content.ts";
import type { Document } from "./document.ts";
import type { ContentKind } from "./feature.ts";
import type { Language } from "./language.ts";
import { type Lists, listsOf, related } from "./library-lists.ts";
import type { Documents, SearchIndex, Stored, TermIndex } from "./ports.ts";
import { listOf } from "./query-all.ts";

/** A thing that was found. */
export type Finding =
  | { readonly kind: "practice"; readonly score: number; readonly practice: Practice }
  | { readonly kind: "contact"; readonly score: number; readonly contact: Contact }
  | { readonly kind: "discussion"; readonly score: number; readonly discussion: Discussion };

/** … by what it says. */
export type TextFinding = Exclude<Finding, { readonly kind: "contact" }>;

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
  /** Whether there is something in the one language that has no version in the other. */
  hasOnlyIn(language: Language, other: Language): boolean;
  /** Practices in the same language on the same topics, those that share most of them first. */
  relatedTo(practice: Practice, networks: readonly string[]): readonly Practice[];
  /** What a contact has told about or keeps. */
  practicesOf(contact: Contact, networks: readonly string[]): readonly Practice[];
  /** `network` undefined: a shared contact. */
  contact(id: string, network: string | undefined): Contact | undefined;
  contacts(networks: readonly string[]): readonly Contact[];
  /** `network` undefined: it names none, and every discussion belongs to one. */
  discussion(id: string, network: string | undefined): Discussion | undefined;
  /**
   * Practices and discussions in one language, best first, at equal score answered discussions before open ones. `from`
   * is the language of the question, if it is another one.
   */
  findTexts(
    query: FindQuery & { readonly language: Language; readonly from?: Language },
  ): readonly TextFinding[];
  findContacts(query: FindQuery): readonly Finding[];
};

export function createLibrary(deps: {
  readonly documents: Documents;
  readonly index: SearchIndex;
  readonly terms?: Pick<TermIndex, "put" | "remove">;
  readonly kinds: readonly ContentKind[];
}): Library {
  const { documents, index } = deps;
  const kinds = new Map(deps.kinds.map((kind) => [kind.type, kind]));
  const marks = new Map<string, string>();
  const known = new Map<string, { readonly etag: string; readonly doc: ContentDocument }>();
  /** Etags of what tells that something is gone (erase-content.ts), by place. */
  const erasures = new Map<string, string>();
  const keysOf = new Map<string, readonly string[]>();
  const byIndexKey = new Map<string, ContentDocument>();
  /** Derived lists, made again after a change when someone asks. */
  let derived: Lists | undefined;
  let underWay: Promise<void> | undefined;

  async function takeChanges(partition: string): Promise<void> {
    const { items, mark } = await documents.changes<ContentDocument>(
      "content",
      partition,
      marks.get(partition),
    );
    takeIn(partition, items);
    for (const { doc, etag } of items) {
      if (doc.type !== erasedType) continue;
      const place = `${partition}/${doc.id}`;
      if (erasures.get(place) !== etag) await dropErased(partition, (doc as Document as Erased).of);
      erasures.set(place, etag);
    }
    marks.set(partition, mark);
  }

  /** Something is gone and nothing says what: whatever is there no more. */
  async function dropErased(partition: string, type: string): Promise<void> {
    const where = [{ field: "type", equals: type }];
    const there = await listOf(documents, { container: "content", partition, where });
    const ids = new Set(there.map(({ doc }) => doc.id));
    const gone = [...known].flatMap(([place, { doc }]) =>
      place === `${partition}/${doc.id}` && doc.type === type && !ids.has(doc.id) ? [doc] : [],
    );
    takeIn(
      partition,
      gone.map(({ id, v }) => ({ doc: { id, type, v, value: {}, deleted: true }, etag: "" })),
    );
  }

  function takeIn(partition: string, items: readonly Stored<ContentDocument>[]): void {
    const gone: string[] = [];
    const texts = [];
    const people = [];
    const terms = [];
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
      const newTerms = kind.terms?.(doc) ?? [];
      const keys = [...newTexts, ...newPeople, ...newTerms].map((item) => item.key);
      for (const key of keys) byIndexKey.set(key, doc);
      keysOf.set(place, keys);
      texts.push(...newTexts);
      people.push(...newPeople);
      terms.push(...newTerms);
    }
    if (gone.length > 0) {
      index.remove(gone);
      deps.terms?.remove(gone);
    }
    if (texts.length > 0) index.putTexts(texts);
    if (people.length > 0) index.putPeople(people);
    if (terms.length > 0) {
      index.putTerms(terms);
      deps.terms?.put(terms);
    }
  }

  async function takeAllChanges(): Promise<void> {
    await takeChanges(networksPartition);
    const partitions = [sharedPartition, ...lists().networks.map((network) => network.id)];
    for (const partition of partitions) await takeChanges(partition);
  }

  function lists(): Lists {
    derived ??= listsOf([...known.values()].map(({ doc }) => doc));
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
    discussion: (id, network) =>
      lists()
        .discussionsById.get(id)
        ?.find((one) => one.network === network),
    findTexts: (query) =>
      index
        .searchTexts(query)
        .flatMap(({ key, score }): TextFinding[] => {
          const doc = byIndexKey.get(key);
          if (doc?.type === "practice")
            return [{ kind: "practice", score, practice: doc.value as Practice }];
          return doc?.type === "discussion"
            ? [{ kind: "discussion", score, discussion: doc.value as Discussion }]
            : [];
        })
        .sort((a, b) => b.score - a.score || settled(b) - settled(a)),
    findContacts: (query) =>
      index.searchPeople(query).flatMap(({ key, score }): Finding[] => {
        const doc = byIndexKey.get(key);
        return doc?.type === "contact"
          ? [{ kind: "contact", score, contact: doc.value as Contact }]
          : [];
      }),
  };
}

/** An id in a practice names a contact of the practice's network, or a shared one. */
const isNamedIn = (contact: string | undefined, practice: string | undefined): boolean =>
  contact === undefined || contact === practice;

/** How settled a finding is, for equal scores: what was described or answered, what was closed, what is open. */
function settled(found: TextFinding): number {
  if (found.kind === "practice") return 2;
  const { status, answer } = found.discussion;
  return answer !== undefined ? 2 : status === "open" ? 0 : 1;
}

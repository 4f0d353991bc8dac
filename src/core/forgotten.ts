/**
 * Who asked to be forgotten. Of each a keyed hash remains, so that rosters skip them until they write again; the key is
 * the store's own. While somebody is being erased their names are kept beside it, so that a crash loses nothing.
 */
import type { DataSubject } from "./personal-data.ts";
import type { Clock, Digest, Document, Documents } from "./ports.ts";
import { sameJson } from "./put-content.ts";
import { changeOne, eraseOne, listOf } from "./query-all.ts";
import type { JsonObject } from "./reply.ts";

type Secret = Document & { readonly type: "secret"; readonly value: string };
type ForgottenPerson = Document & { readonly type: "forgotten"; readonly at: string };

/** An erasure under way. */
export type Erasure = Document & {
  readonly type: "erasure";
  readonly subject: DataSubject;
  /** ISO; the last time, if it was asked for again. */
  readonly askedAt: string;
};

export type Forgotten = ReturnType<typeof createForgotten>;

const place = { container: "conversations", partition: "_forgotten" } as const;
const secretId = "secret";
const tidyId = "tidy";
/** As old as what is known may be before it is asked for again. */
const lastsMs = 8_000;
/** One that was under way may end in between. */
const beginTries = 3;

const asJson = (doc: Document): JsonObject => doc as unknown as JsonObject;

const each = <T>(...lists: readonly (readonly T[])[]): readonly T[] => [
  ...new Map(lists.flat().map((one) => [JSON.stringify(one), one])).values(),
];

/** The same person, with all that either knows of them. */
const bothOf = (one: DataSubject, other: DataSubject): DataSubject => ({
  ...one,
  userIds: each(one.userIds, other.userIds),
  chats: each(one.chats, other.chats),
  names: each(one.names, other.names),
  contacts: each(one.contacts, other.contacts),
  addresses: each(one.addresses ?? [], other.addresses ?? []),
});

export function createForgotten(deps: {
  /** The store that jobs may wait for. */
  readonly documents: Documents;
  /** For turns, which must end in time; without it the same store. */
  readonly turnDocuments?: Documents;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly newId: () => string;
}) {
  const { documents, clock, digest, turnDocuments = documents } = deps;
  let secret: string | undefined;
  let hashes: ReadonlySet<string> = new Set();
  let version = 0;
  let readAt: number | undefined;

  const readSecret = async (): Promise<string | undefined> =>
    (await turnDocuments.read<Secret>(place.container, place.partition, secretId))?.doc.value;

  async function makeSecret(): Promise<string> {
    const made: Secret = { id: secretId, type: "secret", v: 1, value: deps.newId() };
    const created = await turnDocuments.create(place.container, place.partition, made);
    return created === "exists" ? ((await readSecret()) ?? made.value) : made.value;
  }

  async function prepare(): Promise<string> {
    secret ??= (await readSecret()) ?? (await makeSecret());
    return secret;
  }

  const hashOf = async (key: string): Promise<string> =>
    digest(JSON.stringify([await prepare(), key]));

  /** Makes nothing: whoever only reads the store leaves it as it is. */
  async function reload(): Promise<void> {
    secret ??= await readSecret();
    const where = [{ field: "type", equals: "forgotten" }];
    const found = await listOf<ForgottenPerson>(documents, { ...place, where });
    const now = new Set(found.map(({ doc }) => doc.id));
    const isSame = now.size === hashes.size && [...now].every((hash) => hashes.has(hash));
    if (!isSame) version += 1;
    hashes = now;
    readAt = clock.now().getTime();
  }

  return {
    /** Makes the store's key if there is none yet, so that no turn has to. */
    async prepare(): Promise<void> {
      await prepare();
    },
    /** A name for somebody that says nothing without the store. */
    hashOf,
    /** Takes in who was forgotten, or came back, elsewhere. */
    async refresh(): Promise<void> {
      if (readAt === undefined || clock.now().getTime() - readAt >= lastsMs) await reload();
    },
    /** Another number once somebody was forgotten, or came back. */
    version: (): number => version,
    /** From memory. */
    isForgotten: (key: string): boolean =>
      secret !== undefined && hashes.size > 0 && hashes.has(digest(JSON.stringify([secret, key]))),
    /** They wrote again: from now on they are somebody new. */
    async letBack(key: string): Promise<void> {
      await eraseOne(documents, { ...place, id: await hashOf(key) });
      await reload();
    },

    /** Notes that somebody is to be erased. One that is under way takes in what it did not know, and goes on anew. */
    async begin(subject: DataSubject): Promise<void> {
      const hash = await hashOf(subject.key);
      const { container, partition } = place;
      const askedAt = clock.now().toISOString();
      const id = `erasure:${hash}`;
      const erasure: Erasure = { id, type: "erasure", v: 1, subject, askedAt };
      const again = (doc: Erasure): Erasure => ({
        ...doc,
        subject: bothOf(doc.subject, subject),
        askedAt,
      });
      for (let tries = 0; tries < beginTries; tries++) {
        if ((await turnDocuments.create(container, partition, erasure)) !== "exists") return;
        if (await changeOne(turnDocuments, { ...place, id }, again)) return;
      }
      throw new Error("An erasure ends whenever it is to take in more.");
    },
    underWay: async (): Promise<readonly Erasure[]> =>
      (
        await listOf<Erasure>(documents, {
          ...place,
          where: [{ field: "type", equals: "erasure" }],
        })
      ).map(({ doc }) => doc),
    /** From now on rosters skip them. */
    async keepOut(key: string): Promise<void> {
      const at = clock.now().toISOString().slice(0, 10);
      const doc: ForgottenPerson = { id: await hashOf(key), type: "forgotten", v: 1, at };
      await documents.create(place.container, place.partition, doc);
      await reload();
    },
    /**
     * What is left in the store's files of what was deleted is to be taken out, too. False: it goes on, for it was
     * asked for again since it was read.
     */
    async end(erasure: Erasure): Promise<boolean> {
      const { container, partition } = place;
      const stored = await documents.read<Erasure>(container, partition, erasure.id);
      const tidy: Document = { id: tidyId, type: "tidy", v: 1 };
      await documents.create(container, partition, tidy);
      if (!stored) return true;
      if (!sameJson(asJson(stored.doc), asJson(erasure))) return false;
      const gone = await documents.delete(container, partition, erasure.id, stored.etag);
      return gone === "deleted";
    },
    isTidyWanted: async (): Promise<boolean> =>
      (await documents.read(place.container, place.partition, tidyId)) !== undefined,
    tidied: (): Promise<void> => eraseOne(documents, { ...place, id: tidyId }),
  };
}

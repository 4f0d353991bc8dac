/**
 * Who asked to be forgotten. Of each a keyed hash remains, so that rosters skip them until they write again; the key is
 * the store's own. While somebody is being erased their names are kept beside it, so that a crash loses nothing.
 */
import type { DataSubject } from "./personal-data.ts";
import type { Clock, Digest, Document, Documents } from "./ports.ts";
import { eraseOne, listOf } from "./query-all.ts";

type Secret = Document & { readonly type: "secret"; readonly value: string };
type ForgottenPerson = Document & { readonly type: "forgotten"; readonly at: string };

/** An erasure under way. */
export type Erasure = Document & {
  readonly type: "erasure";
  readonly subject: DataSubject;
  /** ISO. */
  readonly askedAt: string;
};

export type Forgotten = ReturnType<typeof createForgotten>;

const place = { container: "conversations", partition: "_forgotten" } as const;
const secretId = "secret";
const tidyId = "tidy";
/** As old as what is known may be before it is asked for again. */
const lastsMs = 8_000;

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

    /** Notes that somebody is to be erased; once, however often it is asked for. */
    async begin(subject: DataSubject): Promise<void> {
      const hash = await hashOf(subject.key);
      const { container, partition } = place;
      const askedAt = clock.now().toISOString();
      const id = `erasure:${hash}`;
      const erasure: Erasure = { id, type: "erasure", v: 1, subject, askedAt };
      await turnDocuments.create(container, partition, erasure);
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
    /** What is left in the store's files of what was deleted is to be taken out, too. */
    async end({ id }: Erasure): Promise<void> {
      const tidy: Document = { id: tidyId, type: "tidy", v: 1 };
      await documents.create(place.container, place.partition, tidy);
      await eraseOne(documents, { ...place, id });
    },
    isTidyWanted: async (): Promise<boolean> =>
      (await documents.read(place.container, place.partition, tidyId)) !== undefined,
    tidied: (): Promise<void> => eraseOne(documents, { ...place, id: tidyId }),
  };
}

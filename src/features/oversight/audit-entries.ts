/** What coordinators and admins did, as it stands in the audit. */
import { type AuditEntry, contactKey } from "../../core/audit.ts";
import { type Contact, partitionOf } from "../../core/content.ts";
import type { Documents } from "../../core/ports.ts";
import { listOf } from "../../core/query-all.ts";
import type { Json, JsonObject } from "../../core/reply.ts";
import { type Actor, findActors } from "./actors.ts";
import type { OversightDeps } from "./oversight-deps.ts";

export type Done = AuditEntry & {
  /** Who it was; undefined: not a person, or nobody knows any more. */
  readonly by?: Actor;
  /** The contact entry it was done to, as long as that is there. */
  readonly contact?: Pick<Contact, "id" | "name">;
};

type Deps = Pick<OversightDeps, "directory" | "forgotten" | "library">;

/** All of these networks, the shared content's with `undefined`; the latest first. */
export async function whatWasDone(
  deps: Deps,
  documents: Documents,
  networks: readonly (string | undefined)[],
): Promise<readonly Done[]> {
  const read = await Promise.all(
    networks.map((network) =>
      listOf<AuditEntry>(documents, { container: "audit", partition: partitionOf(network) }),
    ),
  );
  const entries = read.flat().map(({ doc }) => doc);
  const actors = new Map<string, Actor>();
  const [contacts] = await Promise.all([
    contactsIn(deps, entries),
    findActors(deps, documents, new Set(entries.map(({ actor }) => actor)), actors),
  ]);
  return entries.map(named(actors, contacts)).sort((a, b) => (a.id < b.id ? 1 : -1));
}

export type DonePage = {
  readonly entries: readonly Done[];
  /** There are older ones. */
  readonly hasMore: boolean;
  /** Everybody whom somebody knows has their name. */
  readonly hasNames: boolean;
};

/**
 * The latest of one network, older than an entry (`before` is its id, which begins with its time). `until` (ms since
 * 1970): a turn waits no longer for names.
 */
export async function latestDone(
  deps: Deps & Pick<OversightDeps, "documents" | "clock">,
  of: {
    readonly network: string | undefined;
    readonly before?: string;
    readonly most: number;
    readonly until: number;
  },
): Promise<DonePage> {
  const { documents, clock } = deps;
  const { items } = await documents.query<AuditEntry>({
    container: "audit",
    partition: partitionOf(of.network),
    where: of.before === undefined ? [] : [{ field: "id", before: of.before }],
    orderBy: { field: "id", descending: true },
    limit: of.most + 1,
  });
  const entries = items.slice(0, of.most).map(({ doc }) => doc);
  const actors = new Map<string, Actor>();
  const wanted = new Set(entries.map(({ actor }) => actor));
  // Without their names the acts are still worth seeing.
  const looking = findActors(deps, documents, wanted, actors).then(
    () => true,
    () => false,
  );
  const contacts = await contactsIn(deps, entries);
  const isUp = clock.sleep(Math.max(0, of.until - clock.now().getTime())).then(() => false);
  const hasNames = await Promise.race([looking, isUp]);
  const hasMore = items.length > of.most;
  return { entries: entries.map(named(actors, contacts)), hasMore, hasNames };
}

const named =
  (actors: ReadonlyMap<string, Actor>, contacts: ReadonlyMap<Json, Contact>) =>
  (entry: AuditEntry): Done => {
    const by = actors.get(entry.actor);
    const contact = contacts.get(entry.details["contact"] ?? "");
    return { ...entry, ...(by && { by }), ...(contact && { contact }) };
  };

const contactsIn = (deps: Deps, entries: readonly AuditEntry[]) =>
  contactsOf(deps, new Set(entries.flatMap(({ details }) => details["contact"] ?? [])));

/** Present contact entries behind the keyed hashes that the audit has for them. */
async function contactsOf(
  { forgotten, library }: Pick<OversightDeps, "forgotten" | "library">,
  wanted: ReadonlySet<Json>,
): Promise<ReadonlyMap<Json, Contact>> {
  const found = new Map<Json, Contact>();
  if (wanted.size === 0) return found;
  for (const { value } of library.contentOf<Contact>("contact")) {
    const hash = await forgotten.hashOf(contactKey(value.network, value.id));
    if (wanted.has(hash)) found.set(hash, value);
  }
  return found;
}

export const auditColumns = ["at", "network", "actor", "name", "act", "details"] as const;

/**
 * As rows of a file. The actor is the person's Entra object id as long as they are known; a contact entry that is gone
 * stands there as a hash, the same for all that was done to it.
 */
export const auditRows = (entries: readonly Done[]): readonly JsonObject[] =>
  entries.map(({ at, network, actor, by, act, details, contact }) => ({
    at,
    network: network ?? "",
    actor: by ? by.key.slice(by.key.indexOf(":") + 1) : actor,
    name: by?.name ?? "",
    act,
    details: inWords({
      ...details,
      ...(contact && { contact: `${contact.id} (${contact.name})` }),
    }),
  }));

const inWords = (details: JsonObject): string =>
  Object.entries(details)
    .map(([field, value]) => `${field}: ${wordOf(value)}`)
    .join("; ");

const wordOf = (value: Json): string => {
  if (Array.isArray(value)) return value.map(wordOf).join(", ");
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
};

/** What coordinators and admins did, as it stands in the audit. */
import type { AuditEntry } from "../../core/audit.ts";
import { partitionOf } from "../../core/content.ts";
import type { Documents } from "../../core/ports.ts";
import { listOf } from "../../core/query-all.ts";
import type { Json, JsonObject } from "../../core/reply.ts";
import { type Actor, actorsOf } from "./actors.ts";
import type { OversightDeps } from "./oversight-deps.ts";

export type Done = AuditEntry & {
  /** Who it was; undefined: not a person, or nobody knows any more. */
  readonly by?: Actor;
};

/** Of these networks, the shared content's with `undefined`; the latest first. */
export async function whatWasDone(
  deps: Pick<OversightDeps, "directory" | "forgotten">,
  documents: Documents,
  networks: readonly (string | undefined)[],
): Promise<readonly Done[]> {
  const read = await Promise.all(
    networks.map((network) =>
      listOf<AuditEntry>(documents, { container: "audit", partition: partitionOf(network) }),
    ),
  );
  const entries = read.flat().map(({ doc }) => doc);
  const actors = await actorsOf(deps, documents, new Set(entries.map(({ actor }) => actor)));
  return entries
    .map((entry): Done => {
      const by = actors.get(entry.actor);
      return { ...entry, ...(by && { by }) };
    })
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

export const auditColumns = ["at", "network", "actor", "name", "act", "details"] as const;

/** As rows of a file. The actor is the person's Entra object id as long as they are known. */
export const auditRows = (entries: readonly Done[]): readonly JsonObject[] =>
  entries.map(({ at, network, actor, by, act, details }) => ({
    at,
    network: network ?? "",
    actor: by ? by.key.slice(by.key.indexOf(":") + 1) : actor,
    name: by?.name ?? "",
    act,
    details: inWords(details),
  }));

export const inWords = (
  details: JsonObject,
  nameOf: (field: string) => string = (field) => field,
): string =>
  Object.entries(details)
    .map(([field, value]) => `${nameOf(field)}: ${wordOf(value)}`)
    .join("; ");

const wordOf = (value: Json): string => {
  if (Array.isArray(value)) return value.map(wordOf).join(", ");
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
};

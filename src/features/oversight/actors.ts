/** Who stands behind the keyed hashes of the audit: whoever is forgotten is found no more. */
import { keyOf } from "../../core/person-key.ts";
import type { Documents } from "../../core/ports.ts";
import { allOf } from "../../core/query-all.ts";
import { type KnownPerson, knownPeople, memberPlace, readState } from "../../core/state.ts";
import type { OversightDeps } from "./oversight-deps.ts";

export type Actor = { readonly key: string; readonly name: string };

/** What stands in the audit in place of a hash. */
const nobody = new Set(["command-line", "kollega"]);

/**
 * Puts into `found`, by hash, whom somebody knows: one after the other, so that whoever cannot wait for all has those
 * that were found.
 */
export async function findActors(
  deps: Pick<OversightDeps, "directory" | "forgotten">,
  documents: Documents,
  hashes: ReadonlySet<string>,
  found: Map<string, Actor>,
): Promise<void> {
  const wanted = new Set([...hashes].filter((hash) => !nobody.has(hash)));
  const wantedHash = async (key: string): Promise<string | undefined> => {
    const hash = await deps.forgotten.hashOf(key);
    return wanted.delete(hash) ? hash : undefined;
  };
  for (const { id } of deps.directory.teams()) {
    for (const member of deps.directory.rosterOf(id)) {
      if (wanted.size === 0) return;
      const key = keyOf(member);
      const hash = await wantedHash(key);
      if (hash !== undefined) found.set(hash, { key, name: member.name });
    }
  }
  if (wanted.size === 0) return;
  const naming: Promise<void>[] = [];
  for await (const { doc } of allOf<KnownPerson>(documents, knownPeople)) {
    const hash = await wantedHash(doc.id);
    if (hash !== undefined) {
      const one = nameOf(hash, doc);
      // It may fail while the next page is waited for; it is told at the end.
      one.catch(() => undefined);
      naming.push(one);
    }
    if (wanted.size === 0) break;
  }
  await Promise.all(naming);

  async function nameOf(hash: string, person: KnownPerson): Promise<void> {
    const met = (await readState(documents, memberPlace(person)))?.doc.met;
    found.set(hash, { key: person.id, name: met?.name ?? "" });
  }
}

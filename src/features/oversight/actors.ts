/** Who stands behind the keyed hashes of the audit: whoever is forgotten is found no more. */

import type { Documents } from "../../core/ports.ts";
import { allOf } from "../../core/query-all.ts";
import {
  type KnownPerson,
  knownPeople,
  type Met,
  memberPlace,
  readState,
} from "../../core/state.ts";
import type { OversightDeps } from "./oversight-deps.ts";

export type Actor = { readonly key: string; readonly name: string };

/** By hash; those of whom nobody knows are not there. */
export async function actorsOf(
  deps: Pick<OversightDeps, "directory" | "forgotten">,
  documents: Documents,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Actor>> {
  const found = new Map<string, Actor>();
  async function look(key: string, nameOf: () => Promise<string> | string): Promise<boolean> {
    const hash = await deps.forgotten.hashOf(key);
    if (wanted.has(hash) && !found.has(hash)) found.set(hash, { key, name: await nameOf() });
    return found.size === wanted.size;
  }
  if (wanted.size === 0) return found;
  for (const { id } of deps.directory.teams()) {
    for (const { tenant, person, name } of deps.directory.rosterOf(id)) {
      if (await look(`${tenant}:${person}`, () => name)) return found;
    }
  }
  for await (const { doc } of allOf<KnownPerson>(documents, knownPeople)) {
    const nameOf = async () => (await readMet(documents, doc))?.name ?? "";
    if (await look(doc.id, nameOf)) return found;
  }
  return found;
}

const readMet = async (documents: Documents, person: KnownPerson): Promise<Met | undefined> =>
  (await readState(documents, memberPlace(person)))?.doc.met;

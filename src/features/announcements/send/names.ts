/** People by their keys (`tenant:person`). */

import type { Network } from "../../../core/content.ts";
import type { Recipient } from "../../../core/directory.ts";
import { roleIn } from "../../../core/roles.ts";
import type { SendDeps } from "./send-deps.ts";

/** A person's id may itself hold colons. */
export function splitKey(key: string): { readonly tenant: string; readonly person: string } {
  const at = key.indexOf(":");
  return { tenant: key.slice(0, at), person: key.slice(at + 1) };
}

export function personOf(
  { directory }: Pick<SendDeps, "directory">,
  key: string,
): Promise<Recipient | undefined> {
  const { tenant, person } = splitKey(key);
  return directory.recipient(tenant, person);
}

/** Undefined: nobody knows it. */
export async function nameOf(
  deps: Pick<SendDeps, "directory">,
  key: string | undefined,
): Promise<string | undefined> {
  return key === undefined ? undefined : (await personOf(deps, key))?.name || undefined;
}

/** As a roster of the network's teams has it, from memory. */
export function nameInRoster(
  { directory }: Pick<SendDeps, "directory">,
  network: Network,
  key: string,
): string | undefined {
  const { tenant, person } = splitKey(key);
  for (const { id } of directory.teamsOf(network.id)) {
    const found = directory
      .rosterOf(id)
      .find((member) => member.person === person && member.tenant === tenant);
    if (found?.name) return found.name;
  }
  return undefined;
}

export const runs = (
  { admins }: Pick<SendDeps, "admins">,
  network: Network,
  key: string,
): boolean => roleIn(network, splitKey(key).person, admins) !== "member";

/** Who else could approve or take over what somebody wrote: the network's other coordinators, or else the admins. */
export function othersWhoRun(
  { admins }: Pick<SendDeps, "admins">,
  network: Network,
  author: string,
): readonly string[] {
  const { tenant, person } = splitKey(author);
  const others = network.coordinators.filter((one) => one !== person);
  const asked = others.length > 0 ? others : admins.filter((one) => one !== person);
  return asked.map((one) => `${tenant}:${one}`);
}

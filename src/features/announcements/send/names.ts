/** People by their keys (`tenant:person`). */

import type { Network } from "../../../core/content.ts";
import type { Recipient } from "../../../core/directory.ts";
import { keyOf, splitKey } from "../../../core/person-key.ts";
import { roleIn } from "../../../core/roles.ts";
import type { SendDeps } from "./send-deps.ts";

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
  return asked.map((one) => keyOf({ tenant, person: one }));
}

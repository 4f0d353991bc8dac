/** People by their keys (`tenant:person`), as documents name them. */
import type { Directory } from "./directory.ts";
import type { Person, Turn } from "./turn.ts";

/** As the audit, deliveries and authors name somebody: `tenant:person`, the key of their own document. */
export const keyOf = ({ tenant, person }: Pick<Person, "tenant" | "person">): string =>
  `${tenant}:${person}`;

/** Who asked, for whoever reads along: kept with a question wherever others see it. */
export const askerOf = ({
  actor,
  conversation,
}: Pick<Turn, "actor" | "conversation">): { readonly asker?: string } =>
  conversation.kind === "personal" ? {} : { asker: keyOf(actor) };

/** A person's id may itself hold colons. */
export function splitKey(key: string): { readonly tenant: string; readonly person: string } {
  const at = key.indexOf(":");
  return { tenant: key.slice(0, at), person: key.slice(at + 1) };
}

/** As a roster of the network's teams has it, from memory. */
export function nameInRoster(
  { directory }: { readonly directory: Pick<Directory, "teamsOf" | "rosterOf"> },
  network: { readonly id: string },
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

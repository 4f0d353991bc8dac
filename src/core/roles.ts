import type { Network } from "./content.ts";

export type Role = "admin" | "coordinator" | "member";

/** What a person may do in a network: admins are coordinators of every network. `person` is the authenticated actor's id. */
export function roleIn(network: Network, person: string, admins: readonly string[]): Role {
  if (admins.includes(person)) return "admin";
  return network.coordinators.includes(person) ? "coordinator" : "member";
}

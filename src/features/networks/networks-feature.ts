/** The networks there are, and which of them an arrival belongs to. */
import type { Network } from "../../core/content.ts";
import type { ContentKind, Feature, ImportTarget } from "../../core/feature.ts";
import type { Arrival } from "../../core/turn.ts";
import { readNetworkRow } from "./read-network-row.ts";

const importTarget: ImportTarget = {
  kind: "networks",
  type: "network",
  columns: ["id", "nameSv", "nameFi", "nameEn", "coordinators", "languages", "timeZone", "teams"],
  lists: ["coordinators", "languages", "teams"],
  parse: readNetworkRow,
};

export const networkContent: readonly ContentKind[] = [{ type: "network" }];

export function createNetworksFeature(): Feature {
  return {
    name: "networks",
    take: () => undefined,
    importTargets: [importTarget],
  };
}

/**
 * A channel belongs to the network its team is linked to. In local mode a team that is not linked, and a person found
 * in no roster, belong to all networks (design.md 2).
 */
export function networksOf(arrival: Arrival, all: readonly Network[]): readonly Network[] {
  const { team } = arrival.conversation;
  if (!team) return all;
  const ids = [team.id, team.aadGroupId];
  const linked = all.filter((network) =>
    network.teams.some((link) => ids.includes(link.split("|", 1)[0])),
  );
  return linked.length > 0 ? linked : all;
}

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
 * A channel belongs to the network its team is linked to. Who is in no linked team's roster, and a team that is not
 * linked, belong to all networks in local mode; in Teams mode to none, unless there is only one, so that nobody is
 * shown another network's content (design.md 2).
 */
export function networksOf(
  arrival: Arrival,
  all: readonly Network[],
  mode: "local" | "teams",
): readonly Network[] {
  const { team } = arrival.conversation;
  const ids = [team?.id, team?.aadGroupId].filter((id) => id !== undefined);
  const linked = all.filter((network) =>
    network.teams.some((link) => ids.includes(link.split("|", 1)[0] ?? "")),
  );
  if (linked.length > 0) return linked;
  return mode === "local" || all.length === 1 ? all : [];
}

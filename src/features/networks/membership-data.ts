/** What networks hold about people: who is in which team, and who runs which network. */

import type { ContentDocument, Network } from "../../core/content.ts";
import { networkName, networksPartition } from "../../core/content.ts";
import type { Library } from "../../core/library.ts";
import type { PersonalDataSource } from "../../core/personal-data.ts";
import type { Documents } from "../../core/ports.ts";
import { changeOne, listOf } from "../../core/query-all.ts";
import { textsIn } from "../../texts/texts.ts";
import type { WorkingDirectory } from "./create-directory.ts";

type Deps = {
  /** The store that jobs may wait for. */
  readonly documents: Documents;
  readonly library: Pick<Library, "networks" | "saw">;
  readonly directory: Pick<WorkingDirectory, "teams" | "rosterOf" | "forget">;
  readonly admins: readonly string[];
};

export const rosterData = ({ directory }: Deps): PersonalDataSource => ({
  name: "rosters",
  describe: (language) => textsIn(language).privacy.kinds.rosters,
  async find({ tenant, person }, language) {
    const { lines } = textsIn(language).privacy;
    return directory.teams().flatMap((team) =>
      directory
        .rosterOf(team.id)
        .filter((member) => member.tenant === tenant && member.person === person)
        .map((member) => ({
          text: lines.team(team.name ?? lines.unnamedTeam, member.isGuest),
          value: { team: team.id, teamName: team.name ?? "", ...member },
        })),
    );
  },
  erase: ({ key }) => directory.forget(key),
});

export const roleData = ({ documents, library, admins }: Deps): PersonalDataSource => ({
  name: "roles",
  describe: (language) => textsIn(language).privacy.kinds.roles,
  async find({ person }, language) {
    const { lines } = textsIn(language).privacy;
    const run = library.networks().filter(({ coordinators }) => coordinators.includes(person));
    return [
      ...run.map((network) => ({
        text: lines.coordinator(networkName(network, language)),
        value: { network: network.id, role: "coordinator" },
      })),
      ...(admins.includes(person) ? [{ text: lines.admin, value: { role: "admin" } }] : []),
    ];
  },
  async erase({ person }) {
    const place = { container: "content", partition: networksPartition } as const;
    const where = [{ field: "type", equals: "network" }];
    for (const { doc } of await listOf<ContentDocument<Network>>(documents, { ...place, where })) {
      if (!doc.value.coordinators.includes(person)) continue;
      const without = (stored: ContentDocument<Network>): ContentDocument<Network> => ({
        ...stored,
        value: {
          ...stored.value,
          coordinators: stored.value.coordinators.filter((one) => one !== person),
        },
      });
      const written = await changeOne(documents, { ...place, id: doc.id }, without);
      if (written) library.saw(networksPartition, written);
    }
  },
});

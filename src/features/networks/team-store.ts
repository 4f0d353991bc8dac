/** The teams the bot has met: documents among the networks, so that every instance's library sees them. */
import { type ContentDocument, networksPartition } from "../../core/content.ts";
import type { Team } from "../../core/directory.ts";
import type { Library } from "../../core/library.ts";
import type { Documents } from "../../core/ports.ts";

type TeamDocument = ContentDocument<Team>;

export const teamType = "team";

/** What becomes of a team; the same object for no change, undefined: there is none and none is made. */
export type TeamChange = (team: Team | undefined) => Team | undefined;

const writeTries = 8;

export type TeamStore = {
  all(): readonly Team[];
  find(id: string): Team | undefined;
  /** Applies a change over what is stored, whoever wrote it. */
  change(id: string, change: TeamChange): Promise<Team | undefined>;
};

export function createTeamStore(deps: {
  readonly documents: Documents;
  readonly library: Pick<Library, "contentOf" | "saw">;
}): TeamStore {
  const { documents, library } = deps;
  const all = () => library.contentOf<Team>(teamType).map(({ value }) => value);
  return {
    all,
    find: (id) => all().find((team) => team.id === id),
    async change(id, change) {
      const docId = `team:${id}`;
      for (let tries = 0; tries < writeTries; tries++) {
        const stored = await documents.read<TeamDocument>("content", networksPartition, docId);
        const before = stored && !stored.doc.deleted ? stored.doc.value : undefined;
        if (stored) library.saw(networksPartition, stored);
        const after = change(before);
        if (after === undefined || after === before) return before;
        const doc: TeamDocument = { id: docId, type: teamType, v: 1, value: after };
        const written = stored
          ? await documents.replace("content", networksPartition, doc, stored.etag)
          : await documents.create("content", networksPartition, doc);
        if (written === "stale" || written === "exists") continue;
        library.saw(networksPartition, written);
        return after;
      }
      throw new Error("A team is written by too many at once.");
    },
  };
}

/**
 * Who is in which team: one document per member in the store, and all of it in memory, so that a turn asks nobody
 * where its actor belongs.
 */
import type { Team } from "../../core/directory.ts";
import { keyOf } from "../../core/person-key.ts";
import type { Document, Documents, RosterMember, Stored } from "../../core/ports.ts";
import { eraseOne } from "../../core/query-all.ts";
import { inGroups } from "./in-groups.ts";

type RosterDocument = Document & RosterMember & { readonly type: "member" };

export type RosterStore = {
  /** Reads a team's roster into memory if it was read from Teams since (by whichever instance). */
  load(team: Pick<Team, "id" | "rosterReadAt">): Promise<void>;
  /** Makes the stored roster what Teams says: new people come, people who left go. */
  keep(teamId: string, members: readonly RosterMember[], readAt: string): Promise<void>;
  /** Takes out of memory whoever was forgotten since, wherever that was. */
  withoutForgotten(): void;
  /** Takes somebody out of these teams' rosters. */
  forget(teamIds: readonly string[], key: string): Promise<void>;
  /** Takes a whole roster out of the store and of memory. */
  drop(teamId: string): Promise<void>;
  of(teamId: string): readonly RosterMember[];
  member(teamId: string, key: string): RosterMember | undefined;
  /** Ids of the teams someone is in. */
  teamsOf(key: string): ReadonlySet<string>;
};

/** Writes under way at once: enough to be quick, few enough to leave room for turns. */
const writesAtOnce = 16;
const pageSize = 500;

/** `isForgotten`: who asked to be forgotten is in no roster, whatever Teams says. */
export function createRosterStore(
  documents: Documents,
  isForgotten: (key: string) => boolean = () => false,
): RosterStore {
  const rosters = new Map<string, ReadonlyMap<string, RosterMember>>();
  const teamsOf = new Map<string, Set<string>>();
  const loadedAt = new Map<string, string>();

  function put(teamId: string, members: readonly RosterMember[], readAt: string): void {
    const wanted = members.filter((member) => !isForgotten(keyOf(member)));
    const roster = new Map(wanted.map((member) => [keyOf(member), member]));
    for (const key of rosters.get(teamId)?.keys() ?? []) {
      if (roster.has(key)) continue;
      const teams = teamsOf.get(key);
      teams?.delete(teamId);
      if (teams?.size === 0) teamsOf.delete(key);
    }
    for (const key of roster.keys()) {
      const teams = teamsOf.get(key);
      if (teams) teams.add(teamId);
      else teamsOf.set(key, new Set([teamId]));
    }
    rosters.set(teamId, roster);
    loadedAt.set(teamId, readAt);
  }

  async function stored(teamId: string): Promise<readonly Stored<RosterDocument>[]> {
    const all: Stored<RosterDocument>[] = [];
    let after: string | undefined;
    do {
      const page = await documents.query<RosterDocument>({
        container: "conversations",
        partition: partitionOf(teamId),
        limit: pageSize,
        ...(after !== undefined && { after }),
      });
      all.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    return all;
  }

  return {
    async load({ id, rosterReadAt }) {
      if (rosterReadAt === undefined || loadedAt.get(id) === rosterReadAt) return;
      const members = (await stored(id)).map(({ doc }) => memberOf(doc));
      put(id, members, rosterReadAt);
    },
    async keep(teamId, members, readAt) {
      const partition = partitionOf(teamId);
      const before = new Map((await stored(teamId)).map((one) => [one.doc.id, one]));
      const wanted = members.filter((member) => !isForgotten(keyOf(member)));
      const now = new Map(wanted.map((member) => [keyOf(member), member]));
      await inGroups([...now], writesAtOnce, async ([id, member]) => {
        const known = before.get(id);
        const doc: RosterDocument = { id, type: "member", v: 1, ...member };
        if (!known) await documents.create("conversations", partition, doc);
        else if (!isSame(known.doc, member))
          await documents.replace("conversations", partition, doc, known.etag);
      });
      const left = [...before].filter(([id]) => !now.has(id));
      await inGroups(left, writesAtOnce, async ([id, { etag }]) => {
        await documents.delete("conversations", partition, id, etag);
      });
      put(teamId, [...now.values()], readAt);
    },
    withoutForgotten() {
      for (const [teamId, roster] of rosters)
        put(teamId, [...roster.values()], loadedAt.get(teamId) ?? "");
    },
    async forget(teamIds, key) {
      for (const teamId of teamIds) {
        const partition = partitionOf(teamId);
        await eraseOne(documents, { container: "conversations", partition, id: key });
        const others = [...(rosters.get(teamId) ?? [])].filter(([one]) => one !== key);
        const readAt = loadedAt.get(teamId);
        if (readAt !== undefined)
          put(
            teamId,
            others.map(([, member]) => member),
            readAt,
          );
      }
    },
    async drop(teamId) {
      await documents.purge("conversations", partitionOf(teamId));
      put(teamId, [], "");
    },
    of: (teamId) => [...(rosters.get(teamId)?.values() ?? [])],
    member: (teamId, key) => rosters.get(teamId)?.get(key),
    teamsOf: (key) => teamsOf.get(key) ?? none,
  };
}

const none: ReadonlySet<string> = new Set();

const partitionOf = (teamId: string): string => `team:${teamId}`;

const memberOf = ({ tenant, person, userId, name, isGuest }: RosterMember): RosterMember => ({
  tenant,
  person,
  userId,
  name,
  isGuest,
});

const isSame = (a: RosterMember, b: RosterMember): boolean =>
  a.userId === b.userId && a.name === b.name && a.isGuest === b.isGuest;

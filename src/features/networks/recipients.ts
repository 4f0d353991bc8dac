/** Who of a network is sent something, and how each is reached. */
import type { Recipient, Team, Unread, UnreadTeam } from "../../core/directory.ts";
import type { Library } from "../../core/library.ts";
import { keyOf } from "../../core/person-key.ts";
import type { Documents, RosterMember } from "../../core/ports.ts";
import { readState, type State } from "../../core/state.ts";
import { inGroups } from "./in-groups.ts";
import { everyoneMet, recipientOf, type Standing } from "./recipient-of.ts";
import type { RosterReader } from "./roster-reader.ts";
import type { RosterStore } from "./roster-store.ts";
import { standingsIn, unmetIn } from "./standings.ts";
import { linkOf } from "./team-links.ts";

const readsAtOnce = 16;

export function createRecipients(deps: {
  readonly documents: Documents;
  readonly turnDocuments: Documents;
  readonly library: Pick<Library, "networks">;
  readonly mode: "local" | "teams";
  readonly teams: () => readonly Team[];
  readonly rosters: Pick<RosterStore, "of" | "member">;
  readonly reader: Pick<RosterReader, "isUnread" | "readFirst" | "readOld">;
  /** Whether a person is in a linked team. */
  readonly belongs: (person: Pick<RosterMember, "tenant" | "person">) => boolean;
}) {
  const { documents, library, rosters, reader } = deps;
  const known = () => ({ networks: library.networks(), teams: deps.teams(), mode: deps.mode });
  const linkedTo = (network: string) => standingsIn(known(), network);
  const isRead = ({ team }: Standing) => !reader.isUnread(team);

  const readMember = (key: string, store = documents): Promise<State | undefined> =>
    readState(store, { container: "members", partition: key, id: "member" }).then(
      (stored) => stored?.doc,
    );

  async function* recipients(network: string): AsyncGenerator<Recipient | Unread> {
    const before = linkedTo(network);
    const first = reader.readFirst(before.filter((one) => !isRead(one)).map(({ team }) => team));
    // It is awaited further down: nobody waits for a team that they are not in.
    first.catch(() => undefined);
    await reader.readOld(before.filter(isRead).map(({ team }) => team));

    const seen = new Set<string>();
    const streamed = new Set<string>();
    const readNow = () => linkedTo(network).filter((one) => isRead(one) && isNew(one));
    const isNew = ({ team }: Standing) => !streamed.has(team.id);
    for (const standing of readNow()) {
      streamed.add(standing.team.id);
      yield* membersOf(standing, seen);
    }
    await first;
    for (const standing of readNow()) {
      streamed.add(standing.team.id);
      yield* membersOf(standing, seen);
    }
    yield* othersMet(network, seen);
    for (const { team } of linkedTo(network).filter(isNew)) yield { unread: unreadOf(team) };
    for (const team of unmetIn(known(), network)) yield { unread: team };
  }

  /** Whom nobody has seen in another team. */
  async function* membersOf(standing: Standing, seen: Set<string>): AsyncGenerator<Recipient> {
    const fresh = rosters.of(standing.team.id).filter((member) => {
      const key = keyOf(member);
      return !seen.has(key) && seen.add(key);
    });
    for (let from = 0; from < fresh.length; from += readsAtOnce) {
      yield* await inGroups(fresh.slice(from, from + readsAtOnce), readsAtOnce, async (member) =>
        recipientOf(member, standing, await readMember(keyOf(member))),
      );
    }
  }

  /** Who is in no team belongs to the only network there is, until its rosters tell. */
  async function* othersMet(network: string, seen: ReadonlySet<string>): AsyncGenerator<Recipient> {
    if (deps.mode === "teams" && (library.networks().length !== 1 || hasRoster(network))) return;
    for await (const group of everyoneMet(documents, readsAtOnce)) {
      const teamless = group.filter((person) => !deps.belongs(person));
      const found = await inGroups(teamless, readsAtOnce, async (person) =>
        recipientOf(person, undefined, await readMember(keyOf(person))),
      );
      yield* found.filter(({ key }) => !seen.has(key));
    }
  }

  /** Whoever left a team is not reached by way of their chat either. */
  function hasRoster(network: string): boolean {
    const found = library.networks().find(({ id }) => id === network);
    const isKnown = (team: Team) => team.gone || team.rosterReadAt !== undefined;
    return (
      found !== undefined &&
      deps.teams().some((team) => isKnown(team) && linkOf(found, team) !== undefined)
    );
  }

  return {
    linkedTo,
    recipients,
    unreadTeams: (network: string): readonly UnreadTeam[] => [
      ...linkedTo(network).flatMap((one) => (isRead(one) ? [] : [unreadOf(one.team)])),
      ...unmetIn(known(), network),
    ],
    async recipient(tenant: string, person: string): Promise<Recipient | undefined> {
      const key = keyOf({ tenant, person });
      // Asked in turns, which must end in time.
      const state = await readMember(key, deps.turnDocuments);
      for (const { id } of library.networks()) {
        for (const standing of linkedTo(id)) {
          const member = rosters.member(standing.team.id, key);
          if (member) return recipientOf(member, standing, state);
        }
      }
      return state?.met ? recipientOf({ tenant, person }, undefined, state) : undefined;
    },
  };
}

const unreadOf = ({ id, name }: Team): UnreadTeam => ({ id, ...(name !== undefined && { name }) });

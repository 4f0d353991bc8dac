/**
 * Members of teams that nobody could read when an announcement was sent: they get it once they can be read. The
 * deliveries made before tell who has it already.
 */
import type { BatchHead, Delivery, DeliveryPlan } from "../../../core/outbox/delivery.ts";
import { nowhere } from "../../../core/outbox/target-of.ts";
import { planOfUnread, recipientOfTeam, unreadReason } from "../../../core/outbox/unread-team.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { Announcement } from "../announcement.ts";
import { meantBy, readersOf, unreadTeamsOf } from "./audience.ts";
import { planFor, type Reader } from "./decide-delivery.ts";
import { inGroups } from "./in-groups.ts";
import type { JobDeps, Of } from "./job-deps.ts";
import { messageHeads } from "./rounds.ts";
import type { SendDeps } from "./send-deps.ts";

/** Why nothing more is said of a team: its members are known now, each by name. */
const readReason = "roster-read";

/** It stands for a team whose members are not known. */
export const isOfUnread = ({ state, reason }: Pick<Delivery, "state" | "reason">): boolean =>
  state === "skipped" && reason === unreadReason;

/** It stands for a team whose members are accounted for themselves. */
export const isOfRead = ({ state, reason }: Pick<Delivery, "state" | "reason">): boolean =>
  state === "skipped" && reason === readReason;

/**
 * Those of them whom nothing was planned for, and then what became of each team. `before`: the announcement as it was
 * before it was tried again; `unread`: its deliveries that stand for these teams.
 */
export async function* readLater(
  deps: JobDeps,
  { announcement }: Of,
  before: Announcement,
  unread: readonly Delivery[],
): AsyncGenerator<DeliveryPlan> {
  const earlier = await messageHeads(deps, before);
  const meant = meantBy(deps, announcement);
  // Naming the members tries to read their teams first.
  for await (const group of inGroups(readersOf(deps, announcement))) {
    const members = membersOf(deps, unread);
    const theirs = group.filter(({ recipient }) => members.has(recipient.key));
    for (const reader of await notPlanned(deps, theirs, earlier))
      yield planFor(reader, meant, deps.clock.now());
  }
  for (const delivery of unread) yield planOfTeam(deps, announcement, delivery);
}

/** Whoever was stopped before it reached them may get it after all. */
async function notPlanned(
  { outbox }: Pick<SendDeps, "outbox">,
  readers: readonly Reader[],
  heads: readonly BatchHead[],
): Promise<readonly Reader[]> {
  let left = readers;
  for (const { id } of heads) {
    if (left.length === 0) break;
    const there = await outbox.deliveriesTo(
      id,
      left.map(({ recipient }) => recipient.key),
    );
    left = left.filter((_, at) => {
      const delivery = there[at];
      return delivery === undefined || wasStopped(delivery);
    });
  }
  return left;
}

/** A correction that stopped them took them over: the batch of its version tells more. */
const wasStopped = ({ state, reason }: Delivery): boolean =>
  state === "skipped" && (reason === "stopped" || reason === "corrected");

/** Keys of everybody in these teams, as far as they are known now. */
const membersOf = (
  deps: Pick<SendDeps, "directory">,
  unread: readonly Delivery[],
): ReadonlySet<string> =>
  new Set(unread.flatMap(({ recipient }) => rosterOf(deps, recipient).map(keyOf)));

const rosterOf = (deps: Pick<SendDeps, "directory">, recipient: string) => {
  const team = teamOf(deps, recipient);
  return team ? deps.directory.rosterOf(team.id) : [];
};

/** A team that had not been met then was named as its network names it. */
const teamOf = ({ directory }: Pick<SendDeps, "directory">, recipient: string) =>
  directory
    .teams()
    .find(({ id, aadGroupId }) =>
      [id, ...(aadGroupId === undefined ? [] : [aadGroupId])].some(
        (one) => recipientOfTeam(one).toLowerCase() === recipient.toLowerCase(),
      ),
    );

/** Still unread, read, or no team of its networks any more. */
function planOfTeam(
  deps: JobDeps,
  announcement: Announcement,
  { recipient, name, variant, language }: Delivery,
): DeliveryPlan {
  const id = teamOf(deps, recipient)?.id;
  const still = unreadTeamsOf(deps, announcement).find(
    (team) => team.id === id || recipientOfTeam(team.id) === recipient,
  );
  if (still) return { ...planOfUnread({ name, ...still }, { variant, language }), recipient };
  const skip = rosterOf(deps, recipient).length > 0 ? readReason : "left";
  return { recipient, name, variant, language, target: nowhere, skip };
}

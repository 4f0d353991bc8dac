/** What is known of an announcement that is on its way, or was: read anew, everybody looked at once, nobody kept. */
import type { Delivery } from "../../../core/outbox/delivery.ts";
import type { Announcement } from "../announcement.ts";
import { nudgePartOf } from "./batch-ids.ts";
import { createTally, isTold, outcomesOf, reasonOf, type Tally } from "./outcomes.ts";
import { type Again, againUnderWay } from "./rounds.ts";
import type { SendDeps } from "./send-deps.ts";

export type Edits = { readonly done: number; readonly left: number; readonly all: number };

export type Figures = {
  /** Undefined: nothing has been planned. */
  readonly tally?: Tally;
  /** All of its recipients are known. */
  readonly isPlanned: boolean;
  /** Of the last correction; of the withdrawal. */
  readonly corrected?: Edits;
  readonly deleted?: Edits;
  /** How many have confirmed it, whoever they are. */
  readonly confirmed: number;
  /** Of those who were told in person, who has not confirmed: how many, and the first of them by name. */
  readonly unconfirmed: number;
  readonly unconfirmedNames: readonly string[];
  /** Who was not reached, or may not have been: how many, and a page of them. */
  readonly failed: number;
  readonly failures: readonly Delivery[];
  /** Of what was sent: what is being sent once more. */
  readonly again: Again;
};

type Deps = Pick<SendDeps, "outbox" | "batchIds" | "clock" | "confirmations">;

export async function gather(
  deps: Deps,
  announcement: Announcement,
  page: { readonly from: number; readonly size: number; readonly names: number },
): Promise<Figures> {
  const { outbox, batchIds } = deps;
  const confirmed = await confirmedBy(deps, announcement);
  const first = await outbox.head(batchIds.message(announcement));
  const again = announcement.status === "sent" ? await againUnderWay(deps, announcement) : notAgain;
  const tally = createTally(deps.clock.now());
  const failures: Delivery[] = [];
  const names: string[] = [];
  let failed = 0;
  let unconfirmed = 0;
  for await (const delivery of outcomesOf(deps, announcement)) {
    tally.add(delivery);
    if (reasonOf(delivery) !== undefined) {
      if (failed >= page.from && failures.length < page.size) failures.push(delivery);
      failed += 1;
    }
    const isAsked = announcement.confirm && delivery.target.route !== "channel";
    if (isAsked && isTold(delivery) && !confirmed.has(delivery.recipient)) {
      if (names.length < page.names) names.push(delivery.name);
      unconfirmed += 1;
    }
  }
  const edits = announcement.version === 1 ? undefined : await editsOf(deps, announcement);
  const deleted =
    announcement.status === "withdrawn" ? await deletesOf(deps, announcement) : undefined;
  return {
    ...(first && { tally: tally.done() }),
    isPlanned: first !== undefined && first.state !== "planning",
    ...(edits && { corrected: edits }),
    ...(deleted && { deleted }),
    confirmed: confirmed.size,
    unconfirmed,
    unconfirmedNames: names,
    failed,
    failures,
    again,
  };
}

const notAgain: Again = { isRetrying: false, isNudging: false };

async function confirmedBy(
  { confirmations }: Pick<Deps, "confirmations">,
  announcement: Announcement,
): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  if (!announcement.confirm) return people;
  for await (const { person } of confirmations.all(announcement)) people.add(person);
  return people;
}

/** The nudge's messages are corrected, too. */
async function editsOf(
  { outbox, batchIds }: Deps,
  announcement: Announcement,
): Promise<Edits | undefined> {
  const id = batchIds.correct(announcement, announcement.version);
  const edits = await editsIn(outbox, id);
  return edits && sumOf(edits, await editsIn(outbox, nudgePartOf(id)));
}

/** Deleted, or at least edited; the nudge's messages, too. */
async function deletesOf(
  { outbox, batchIds }: Deps,
  announcement: Announcement,
): Promise<Edits | undefined> {
  const ids = [batchIds.withdraw(announcement), batchIds.withdrawn(announcement)] as const;
  const deletes = await deletesIn(outbox, ...ids);
  if (!deletes) return undefined;
  return sumOf(deletes, await deletesIn(outbox, nudgePartOf(ids[0]), nudgePartOf(ids[1])));
}

async function deletesIn(
  outbox: Deps["outbox"],
  deletesId: string,
  marksId: string,
): Promise<Edits | undefined> {
  const deletes = await editsIn(outbox, deletesId);
  const marks = deletes && (await editsIn(outbox, marksId));
  if (!marks) return deletes;
  return { all: deletes.all, done: deletes.done + marks.done, left: marks.left };
}

async function editsIn(outbox: Deps["outbox"], id: string): Promise<Edits | undefined> {
  const head = await outbox.head(id);
  if (!head) return undefined;
  const { intended, delivered, refused, unknown } = await outbox.counts(head);
  return { all: intended, done: delivered, left: refused + unknown };
}

const sumOf = (one: Edits, other: Edits = { all: 0, done: 0, left: 0 }): Edits => ({
  all: one.all + other.all,
  done: one.done + other.done,
  left: one.left + other.left,
});

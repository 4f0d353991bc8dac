/** What became of everybody: each recipient once, over all batches that had to do with them. */

import { noCounts } from "../../../core/outbox/count-deliveries.ts";
import type { BatchHead, Counts, Delivery } from "../../../core/outbox/delivery.ts";
import type { Announcement } from "../announcement.ts";
import { notIn } from "./carry-over.ts";
import { inGroups } from "./in-groups.ts";
import { isOfRead, isOfUnread } from "./read-later.ts";
import { messageHeads, retryHead } from "./rounds.ts";
import type { SendDeps } from "./send-deps.ts";

type Deps = Pick<SendDeps, "outbox" | "batchIds">;

/** The best of what was tried counts: whoever got it got it. What is under way says more than what is unknown. */
const order: readonly Delivery["state"][] = [
  "delivered",
  "sending",
  "planned",
  "unknown",
  "refused",
  "skipped",
];

/**
 * Streamed; nobody who was reached costs a call of their own, and all others are looked for together, a group at a
 * time.
 */
export async function* outcomesOf(
  deps: Deps,
  announcement: Announcement,
): AsyncGenerator<Delivery> {
  const [first, ...later] = await messageHeads(deps, announcement);
  if (!first) return;
  let hasUnread = false;
  for await (const group of inGroups(deps.outbox.deliveries(first.id))) {
    hasUnread ||= group.some(isOfUnread);
    const best = await bestOf(deps, group, later);
    yield* best.filter((one) => !isOfRead(one)).map((one) => inTheEnd(one, announcement));
  }
  if (hasUnread) yield* lateOutcomes(deps, announcement, first, later);
}

/** Of those whom only a later batch has: their team could not be read before. */
async function* lateOutcomes(
  deps: Deps,
  announcement: Announcement,
  first: BatchHead,
  later: readonly BatchHead[],
): AsyncGenerator<Delivery> {
  const seen = [first];
  for (const [at, wanted] of (announcement.retries ?? []).entries()) {
    const head = wanted === "refused" ? await retryHead(deps, announcement, at + 1) : undefined;
    if (!head) continue;
    const others = later.filter(({ id }) => id !== head.id);
    for await (const group of inGroups(deps.outbox.deliveries(head.id))) {
      const best = await bestOf(deps, await notIn(deps, group, seen), others);
      yield* best.map((one) => inTheEnd(one, announcement));
    }
    seen.push(head);
  }
}

/** Who may have had it before, and got it again or may have, may have it twice. */
async function bestOf(
  { outbox }: Deps,
  group: readonly Delivery[],
  later: readonly BatchHead[],
): Promise<readonly Delivery[]> {
  const tried = group.map((first) => ({
    best: first,
    mayHaveIt: isOpen(first),
    mayHaveTwo: false,
  }));
  for (const { id } of later) {
    // Whoever has it is not sent it again.
    const left = tried.filter(({ best }) => best.state !== "delivered");
    if (left.length === 0) break;
    const again = await outbox.deliveriesTo(
      id,
      left.map(({ best }) => best.recipient),
    );
    for (const [at, one] of left.entries()) {
      const next = again[at];
      if (!next) continue;
      if (isBetter(next, one.best)) one.best = next;
      if (one.mayHaveIt && isTold(next)) one.mayHaveTwo = true;
      if (isOpen(next)) one.mayHaveIt = true;
    }
  }
  return tried.map(({ best, mayHaveTwo }) =>
    mayHaveTwo && isTold(best) ? { ...best, possibleDuplicate: true } : best,
  );
}

/** Who was to get the corrected words never does once it is stopped or withdrawn: that is the reason. */
const inTheEnd = (delivery: Delivery, { status }: Announcement): Delivery =>
  delivery.state === "skipped" &&
  delivery.reason === "corrected" &&
  (status === "stopped" || status === "withdrawn")
    ? { ...delivery, reason: status }
    : delivery;

const isOpen = ({ state, possibleDuplicate }: Delivery): boolean =>
  state === "unknown" || possibleDuplicate === true;

/**
 * Why somebody was skipped says more in the later batch: in the earlier one it is only that there is a later one, or
 * that a team was not read yet.
 */
const isBetter = (one: Delivery, than: Delivery): boolean =>
  order.indexOf(one.state) < order.indexOf(than.state) ||
  (one.state === than.state && (than.reason === "corrected" || isOfUnread(than)));

export type Tally = {
  readonly counts: Counts;
  readonly intended: number;
  readonly duplicates: number;
  /** By reason, of those refused, skipped and unknown. */
  readonly reasons: ReadonlyMap<string, number>;
  /** Of those planned: whom quiet hours hold, and until when at the latest; whom Teams held up; who is in line. */
  readonly quiet: number;
  readonly quietUntil?: Date;
  readonly heldUp: number;
  readonly inLine: number;
  /** People (channels left out) who have it, or may have it. */
  readonly toldPeople: number;
};

/** A little later than now is still "in line". */
const soonMs = 60_000;

export function createTally(now: Date) {
  const counts: Record<keyof Counts, number> = { ...noCounts };
  const reasons = new Map<string, number>();
  const held = { quiet: 0, quietUntil: 0, heldUp: 0, inLine: 0 };
  let duplicates = 0;
  let toldPeople = 0;

  return {
    add(delivery: Delivery): void {
      const { state, notTaken, leftOpen, due } = delivery;
      counts[state] += 1;
      if (delivery.possibleDuplicate) duplicates += 1;
      if (isTold(delivery) && delivery.target.route !== "channel") toldPeople += 1;
      const reason = reasonOf(delivery);
      if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      if (state !== "planned") return;
      if (notTaken + leftOpen > 0) held.heldUp += 1;
      else if (due > now.getTime() + soonMs) {
        held.quiet += 1;
        held.quietUntil = Math.max(held.quietUntil, due);
      } else held.inLine += 1;
    },
    done(): Tally {
      const { quietUntil, ...others } = held;
      return {
        counts,
        intended: Object.values(counts).reduce((sum, one) => sum + one, 0),
        duplicates,
        reasons,
        ...others,
        ...(quietUntil > 0 && { quietUntil: new Date(quietUntil) }),
        toldPeople,
      };
    },
  };
}

/** Whether its reader has, or may have, the message. */
export const isTold = ({ state }: Pick<Delivery, "state">): boolean =>
  state === "delivered" || state === "unknown";

/** Why it did not arrive, or may not have; undefined for all others. */
export function reasonOf({ state, reason = "other" }: Delivery): string | undefined {
  if (state === "unknown") return "unknown";
  return state === "refused" || state === "skipped" ? reason : undefined;
}

/**
 * What has to be counted over whole partitions: opinions, gaps, what the outbox sent. However long that takes, it goes
 * on beside the turn that asked for it, so that whoever asks again has it.
 */
import { type BatchHead, urgencies } from "../../core/outbox/delivery.ts";
import type { Document } from "../../core/ports.ts";
import { listOf } from "../../core/query-all.ts";
import type { OversightDeps } from "./oversight-deps.ts";

export type Reached = { readonly delivered: number; readonly intended: number };

export type Tally = {
  readonly up: number;
  readonly down: number;
  readonly gaps: number;
  readonly reminders: Reached;
  readonly announcements: Reached;
};

type Vote = Document & { readonly value: { readonly value: string } };

/** A count that took longer than a turn waits is kept for whoever asks again, for so long. */
const slowMs = 2_500;
const lastsMs = 60_000;
const pageSize = 1_000;

export type Tallies = { of(network: string): Promise<Tally> };

export function createTallies(
  deps: Pick<OversightDeps, "jobDocuments" | "jobOutbox" | "clock">,
): Tallies {
  const { jobDocuments, jobOutbox, clock } = deps;
  let heads: Promise<readonly BatchHead[]> | undefined;
  /** Under way, or done a short while ago. */
  const counts = new Map<string, { readonly tally: Promise<Tally>; doneAt?: number }>();

  async function count(network: string): Promise<Tally> {
    const ofType = (type: string) =>
      listOf<Vote>(jobDocuments, {
        container: "content",
        partition: network,
        where: [{ field: "type", equals: type }],
        limit: pageSize,
      });
    const all = [ofType("vote"), ofType("gap"), headsOf(network)] as const;
    const [votes, gaps, batches] = await Promise.all(all);
    const said = (value: string) => votes.filter(({ doc }) => doc.value.value === value).length;
    return {
      up: said("up"),
      down: said("down"),
      gaps: gaps.length,
      reminders: reachedBy(batches, urgencies.reminder),
      announcements: reachedBy(batches, urgencies.announcement),
    };
  }

  /** Read once for all networks that are counted at the same time. */
  async function headsOf(network: string): Promise<readonly BatchHead[]> {
    heads ??= allHeads();
    return (await heads).filter((head) => head.network === network);
  }

  async function allHeads(): Promise<readonly BatchHead[]> {
    try {
      const all: BatchHead[] = [];
      for await (const head of jobOutbox.heads()) all.push(head);
      return all;
    } finally {
      heads = undefined;
    }
  }

  return {
    of(network) {
      const known = counts.get(network);
      const now = clock.now().getTime();
      if (known && (known.doneAt === undefined || now - known.doneAt < lastsMs)) return known.tally;
      const mine: { readonly tally: Promise<Tally>; doneAt?: number } = { tally: count(network) };
      counts.set(network, mine);
      mine.tally.then(
        () => {
          const doneAt = clock.now().getTime();
          if (doneAt - now < slowMs) counts.delete(network);
          else mine.doneAt = doneAt;
        },
        // Whoever waited heard of it; the next one counts anew.
        () => void counts.delete(network),
      );
      return mine.tally;
    },
  };
}

/** As of the end of each batch; what is under way is not counted yet. */
const reachedBy = (heads: readonly BatchHead[], urgency: BatchHead["urgency"]): Reached =>
  heads
    .filter((head) => head.urgency === urgency && head.counts !== undefined)
    .reduce(
      (sum, { counts, intended }) => ({
        delivered: sum.delivered + (counts?.delivered ?? 0),
        intended: sum.intended + intended,
      }),
      { delivered: 0, intended: 0 },
    );

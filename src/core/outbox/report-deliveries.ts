import type { Job } from "../feature.ts";
import type { Clock, Digest, Documents, Telemetry } from "../ports.ts";
import { countDeliveries, noCounts, plus } from "./count-deliveries.ts";
import type { BatchHead, Counts, Delivery } from "./delivery.ts";
import { createDeliveryStore } from "./delivery-store.ts";

/** Counted at most so often, and never for more than a fiftieth of the time: a large batch costs a page read each 500. */
const everyMs = 15_000;
const restPerWork = 50;
/** Batches that have ended are summed up from their heads, and again when some have expired since. */
const endedKnownForMs = 3_600_000;

/**
 * The figures of `/metrics`, told by the sender only, so that several instances do not tell the same ones: how many
 * deliveries stand in each state, and since when the oldest of those that are planned or being sent has been due.
 */
export function createDeliveryReport(deps: {
  readonly documents: Documents;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly telemetry: Pick<Telemetry, "deliveries">;
  readonly isSender: () => boolean;
}): Job {
  const { clock, telemetry, isSender } = deps;
  const store = createDeliveryStore(deps);
  const now = () => clock.now().getTime();
  let nextAt = Number.NEGATIVE_INFINITY;
  let ended = nothingEnded(0);
  let wasSender = false;

  async function report(began: number): Promise<void> {
    let counts: Counts = noCounts;
    let oldestDue = began;
    const open = new Set<string>();
    for await (const { doc } of store.openHeads()) {
      open.add(doc.id);
      const noted = noting(store.all(doc.id), (due) => {
        oldestDue = Math.min(oldestDue, due);
      });
      counts = plus(counts, await countDeliveries(noted));
    }
    await addEnded(open, began);
    telemetry.deliveries(plus(counts, ended.counts), (began - oldestDue) / 1000);
  }

  /** Those that ended since the last time: made since, or open then. */
  async function addEnded(open: ReadonlySet<string>, began: number): Promise<void> {
    if (began - ended.since > endedKnownForMs) ended = nothingEnded(began);
    const add = ({ id, counts }: BatchHead): void => {
      if (!counts || ended.known.has(id)) return;
      ended.known.add(id);
      ended.counts = plus(ended.counts, counts);
    };
    for (const state of ["ended", "stopped"] as const) {
      for await (const { doc } of store.headsIn(state, ended.readFrom)) add(doc);
    }
    for (const id of ended.openBefore) {
      const head = open.has(id) ? undefined : await store.head(id);
      if (head) add(head.doc);
    }
    ended.openBefore = open;
    // A planner's clock may be behind.
    ended.readFrom = began - endedKnownForMs;
  }

  return {
    name: "count deliveries",
    everyMs,
    async run() {
      if (!isSender()) {
        if (wasSender) telemetry.deliveries(noCounts, 0);
        wasSender = false;
        ended = nothingEnded(0);
        return;
      }
      wasSender = true;
      const began = now();
      if (began < nextAt) return;
      await report(began);
      nextAt = now() + restPerWork * (now() - began);
    },
  };
}

/** What is known of batches that have ended. */
type Ended = {
  counts: Counts;
  readonly known: Set<string>;
  readonly since: number;
  openBefore: ReadonlySet<string>;
  readFrom: number | undefined;
};

const nothingEnded = (since: number): Ended => ({
  counts: noCounts,
  known: new Set(),
  since,
  openBefore: new Set(),
  readFrom: undefined,
});

/** The same deliveries; hears when those were due that are not through. */
async function* noting(
  deliveries: AsyncIterable<Delivery>,
  hear: (due: number) => void,
): AsyncGenerator<Delivery> {
  for await (const delivery of deliveries) {
    if (delivery.state === "planned" || delivery.state === "sending") hear(delivery.due);
    yield delivery;
  }
}

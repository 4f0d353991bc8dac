/** The open batches that the sender knows: which there are, and what is read of each while it sends. */
import type { Log } from "../ports.ts";
import type { DeliveryStore } from "./delivery-store.ts";
import { byUrgency, dropWaiting, isDrained, type Lane, lookBy, newLane } from "./lane.ts";
import { lookIntoBatch } from "./look-into-batch.ts";

/** When so few wait, the next page is read. */
const lowWater = 20;
const readHeadsEveryMs = 2_000;
const afterTroubleMs = 1_000;

export function createLanes(deps: {
  readonly store: DeliveryStore;
  readonly log: Log;
  readonly jitter: () => number;
  /** What was read may be sent, or the batch is done. */
  readonly changed: () => void;
  /** Reading failed; it is tried again. */
  readonly failed: (error: unknown) => void;
}) {
  const { store, log, jitter } = deps;
  const lanes = new Map<string, Lane>();
  let inOrder: readonly Lane[] = [];
  let headsReadAt = Number.NEGATIVE_INFINITY;
  let looking = 0;

  async function look(lane: Lane): Promise<void> {
    lane.isLooking = true;
    looking += 1;
    try {
      if ((await lookIntoBatch(store, lane, log, jitter)) === "ended") {
        lanes.delete(lane.head.doc.id);
        inOrder = inOrder.filter((one) => one !== lane);
      }
    } catch (error) {
      deps.failed(error);
      lookBy(lane, store.now() + afterTroubleMs);
    } finally {
      lane.isLooking = false;
      looking -= 1;
      deps.changed();
    }
  }

  return {
    /** The most urgent first. */
    inOrder: () => inOrder,
    isAnyWaiting: () => inOrder.some(({ waiting }) => waiting.length > 0),
    isLooking: () => looking > 0,
    areHeadsOld: () => store.now() - headsReadAt >= readHeadsEveryMs,

    async readHeads(): Promise<void> {
      headsReadAt = store.now();
      const found = new Set<string>();
      for await (const head of store.openHeads()) {
        found.add(head.doc.id);
        const known = lanes.get(head.doc.id);
        if (!known) lanes.set(head.doc.id, newLane(head, store.now()));
        else if (known.head.etag !== head.etag) {
          known.head = head;
          lookBy(known, store.now());
        }
      }
      for (const [id, lane] of lanes) if (!found.has(id) && isDrained(lane)) lanes.delete(id);
      inOrder = [...lanes.values()].sort(byUrgency);
    },

    /** Reads on wherever few are left to send. */
    lookAround(): void {
      for (const lane of inOrder) {
        const isDue = lane.nextLookAt <= store.now() && lane.waiting.length < lowWater;
        if (!lane.isLooking && isDue) void look(lane);
      }
    },

    /** What waits is read anew by whoever sends it; what is under way here still gets its outcome from here. */
    forget(): void {
      for (const [id, lane] of lanes) {
        dropWaiting(lane);
        if (isDrained(lane)) lanes.delete(id);
      }
      inOrder = [];
      headsReadAt = Number.NEGATIVE_INFINITY;
    },

    /** There may be new batches, and more in those that are being planned. */
    wake(): void {
      headsReadAt = Number.NEGATIVE_INFINITY;
      for (const lane of lanes.values())
        if (lane.head.doc.state === "planning") lookBy(lane, store.now());
    },
  };
}

/** One open batch as the sender has it in memory: a page or two of its deliveries, never all of them. */
import type { Stored } from "../ports.ts";
import type { Card } from "../reply.ts";
import type { BatchHead, Delivery } from "./delivery.ts";
import type { Conversations } from "./pace.ts";

/** What one call is made for: one delivery, or up to twenty that one post mentions. */
export type Parcel = readonly Stored<Delivery>[];

export type Met = {
  /** Deliveries to chats and channels that are due, and those that are soon tried again. */
  readonly due: number;
  readonly soon: number;
  /** Mentions that are due. */
  readonly mentions: number;
};

export const nothingMet: Met = { due: 0, soon: 0, mentions: 0 };

export type Lane = {
  head: Stored<BatchHead>;
  /** Read and due, to be sent. */
  waiting: Parcel[];
  /** Ids of all deliveries that wait here or are being sent. */
  readonly held: Set<string>;
  /** Where the page before ended. */
  after: string | undefined;
  /** What the pass over the pages has met so far. */
  met: Met;
  isLooking: boolean;
  nextLookAt: number;
  nextSweepAt: number;
  isSwept: boolean;
  cards: Readonly<Record<string, Card>> | undefined;
};

export const newLane = (head: Stored<BatchHead>, now: number): Lane => ({
  head,
  waiting: [],
  held: new Set(),
  after: undefined,
  met: nothingMet,
  isLooking: false,
  nextLookAt: now,
  nextSweepAt: now,
  isSwept: false,
  cards: undefined,
});

export const isDrained = (lane: Lane): boolean => lane.held.size === 0;

/** The next look is not later than this. */
export function lookBy(lane: Lane, at: number): void {
  lane.nextLookAt = Math.min(lane.nextLookAt, at);
}

/** Nothing of it waits here any more; it is read again from the first page on. */
export function dropWaiting(lane: Lane): void {
  for (const { doc } of lane.waiting.flat()) lane.held.delete(doc.id);
  lane.waiting = [];
  lane.after = undefined;
}

/** The most urgent first; of equal ones the older. */
export function byUrgency(a: Lane, b: Lane): number {
  const [x, y] = [a.head.doc, b.head.doc];
  return (
    x.urgency - y.urgency || (x.due ?? 0) - (y.due ?? 0) || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0)
  );
}

/** The conversation a call for it goes to; undefined while it has to be opened. */
export const conversationOf = (parcel: Parcel): string | undefined => {
  const target = parcel[0]?.doc.target;
  return target && "address" in target ? target.address.conversationId : undefined;
};

export type Picked =
  | { readonly lane: Lane; readonly parcel: Parcel }
  /** Nothing may leave before; undefined if nothing waits. */
  | { readonly notBefore: number | undefined };

/** Takes out what is sent next: of the most urgent lane what waits longest and whose conversation is free. */
export function pick(lanes: readonly Lane[], conversations: Conversations, now: number): Picked {
  let notBefore: number | undefined;
  for (const lane of lanes) {
    for (const [place, parcel] of lane.waiting.entries()) {
      const conversation = conversationOf(parcel);
      const freeAt = conversation === undefined ? now : conversations.mayLeaveAt(conversation);
      if (freeAt <= now) {
        lane.waiting.splice(place, 1);
        return { lane, parcel };
      }
      notBefore = Math.min(notBefore ?? freeAt, freeAt);
    }
  }
  return { notBefore };
}

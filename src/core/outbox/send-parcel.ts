/** One delivery (or one post for several people) from planned to what became of it. */
import { BotError } from "../errors.ts";
import type { Clock, Delivered, Documents, Log, Messenger, Stored } from "../ports.ts";
import type { Card } from "../reply.ts";
import { afterOpening, afterOutcome } from "./after-outcome.ts";
import type { BatchHead, Delivery, LastLook } from "./delivery.ts";
import type { DeliveryStore } from "./delivery-store.ts";
import type { Parcel } from "./lane.ts";
import { closeAddress, noteAddress } from "./note-address.ts";
import { skipOne } from "./skip-planned.ts";

export type ParcelDeps = {
  readonly store: DeliveryStore;
  readonly documents: Documents;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly jitter: () => number;
  /** This process, as it marks what it has taken. */
  readonly sender: string;
  /** Resolves when a call may leave; false if this process is no longer the sender. */
  readonly mayCall: () => Promise<boolean>;
  readonly lastLook?: LastLook | undefined;
};

export type Handed =
  /** The chat is open now: it is to be sent with a call of its own. */
  | { readonly kind: "opened"; readonly parcel: Parcel }
  | { readonly kind: "called"; readonly outcome: Delivered; readonly next: readonly Delivery[] }
  /** Someone else has it, or took it back. */
  | { readonly kind: "not-mine" };

/** A call that would leave later after it was taken might still run when others hold it to be over. */
const startsWithinMs = 4_000;
/** Who has waited longer may have thought better of it since they were planned. */
const looksAgainAfterMs = 60_000;
const retryStoreMs = 1_000;

export async function sendParcel(
  deps: ParcelDeps,
  head: BatchHead,
  found: Parcel,
  cardOf: (delivery: Delivery) => Promise<Card | undefined>,
): Promise<Handed> {
  const parcel = await stillWanted(deps, head, found);
  const [first] = parcel;
  if (!first) return { kind: "not-mine" };
  if (first.doc.target.route === "open") return openChat(deps, first, first.doc.target);

  const card = first.doc.target.route === "delete" ? undefined : await cardOf(first.doc);
  const taken = await take(deps, parcel);
  const mine = taken.filter((one) => one !== undefined);
  const [one] = mine;
  if (!one) return { kind: "not-mine" };
  if (!(await deps.mayCall()) || isLate(deps, one.doc)) {
    await Promise.all(mine.map((each) => persist(deps, givenBack(each.doc, parcel), each.etag)));
    return { kind: "not-mine" };
  }
  const outcome = await call(deps, mine, card);
  return { kind: "called", outcome, next: await settle(deps, mine, outcome) };
}

/** Without those who shall not get it after all, who are skipped. */
async function stillWanted(deps: ParcelDeps, head: BatchHead, parcel: Parcel): Promise<Parcel> {
  const { lastLook, clock, store } = deps;
  if (!lastLook) return parcel;
  const now = clock.now().getTime();
  const looked = await Promise.all(
    parcel.map(async (stored) => {
      const hasWaited = now - Date.parse(stored.doc.at) > looksAgainAfterMs;
      const reason = hasWaited ? await lastLook(head, stored.doc) : undefined;
      if (reason === undefined) return stored;
      await skipOne(store, stored, reason);
      return undefined;
    }),
  );
  return looked.filter((one) => one !== undefined);
}

async function openChat(
  deps: ParcelDeps,
  stored: Stored<Delivery>,
  { door, userId }: Extract<Delivery["target"], { readonly route: "open" }>,
): Promise<Handed> {
  if (!(await deps.mayCall())) return { kind: "not-mine" };
  const opened = await guarded(deps, () => deps.messenger.openChat(door, userId));
  if (opened.state !== "done") {
    return { kind: "called", outcome: opened, next: await settle(deps, [stored], opened) };
  }
  const address = opened.value;
  await noteAddress(deps, stored.doc, { userId, address });
  return { kind: "opened", parcel: [{ ...stored, doc: afterOpening(stored.doc, address) }] };
}

/** From planned to sending, each by its etag: of two senders one gets it. */
const take = (
  deps: ParcelDeps,
  parcel: Parcel,
): Promise<readonly (Stored<Delivery> | undefined)[]> => {
  const now = deps.clock.now();
  return Promise.all(
    parcel.map(({ doc, etag }) =>
      persist(
        deps,
        {
          ...doc,
          state: "sending",
          sender: deps.sender,
          firstTriedAt: doc.firstTriedAt ?? now.getTime(),
          at: now.toISOString(),
        },
        etag,
      ),
    ),
  );
};

/** As it was before it was taken: no call was made. */
function givenBack(taken: Delivery, parcel: Parcel): Delivery {
  const before = parcel.find(({ doc }) => doc.id === taken.id)?.doc;
  return before ?? taken;
}

const isLate = ({ clock }: ParcelDeps, { at }: Delivery): boolean =>
  clock.now().getTime() - Date.parse(at) > startsWithinMs;

function call(
  deps: ParcelDeps,
  taken: readonly Stored<Delivery>[],
  card: Card | undefined,
): Promise<Delivered> {
  const { messenger } = deps;
  const [{ target } = noTarget] = taken.map(({ doc }) => doc);
  return guarded(deps, () => {
    switch (target?.route) {
      case "delete":
        return messenger.remove(target.address, target.activityId);
      case "edit":
        return messenger.update(
          target.address,
          target.activityId,
          needed(card),
          target.mentions ? { mentions: target.mentions } : {},
        );
      case "mention":
        return messenger.send(target.address, needed(card), { mentions: mentionsOf(taken) });
      case "chat":
      case "channel": {
        const { address, replyToId } = target;
        return messenger.send(address, needed(card), replyToId === undefined ? {} : { replyToId });
      }
      default:
        throw new Error("This delivery cannot be sent.");
    }
  });
}

const noTarget = { target: undefined };

const mentionsOf = (taken: readonly Stored<Delivery>[]) =>
  taken.flatMap(({ doc: { target, name } }) =>
    target.route === "mention" ? [{ userId: target.userId, name }] : [],
  );

function needed(card: Card | undefined): Card {
  if (!card) throw new Error("The batch has no such card.");
  return card;
}

/** What throws cannot be sent at all (a card that cannot be made): no call was made, and none will succeed. */
async function guarded<T>(
  { log }: ParcelDeps,
  work: () => Promise<T>,
): Promise<T | { readonly state: "refused"; readonly reason: "invalid" }> {
  try {
    return await work();
  } catch (error) {
    log.error("delivery cannot be sent", error);
    return { state: "refused", reason: "invalid" };
  }
}

async function settle(
  deps: ParcelDeps,
  tried: readonly Stored<Delivery>[],
  outcome: Delivered,
): Promise<readonly Delivery[]> {
  // The same for all of a post, so that those who are tried again go together again.
  const moment = { now: deps.clock.now().getTime(), jitter: deps.jitter() };
  return Promise.all(
    tried.map(async ({ doc, etag }) => {
      const { next: after, closesAddress } = afterOutcome(doc, outcome, moment);
      const isPost = after.state === "delivered" && doc.target.route === "mention";
      const next = isPost ? { ...after, mentioned: mentionsOf(tried) } : after;
      const written = await persist(deps, next, etag);
      if (!written) deps.log.warn("an outcome came too late", { state: next.state });
      if (closesAddress) await closeAddress(deps, doc);
      return next;
    }),
  );
}

/** Undefined if someone else changed it meanwhile. Waits for the store as long as it takes: an outcome is known once. */
async function persist(
  { store, clock, log }: ParcelDeps,
  next: Delivery,
  etag: string,
): Promise<Stored<Delivery> | undefined> {
  let isDoubtful = false;
  for (;;) {
    try {
      const written = await store.replace(next, etag);
      if (written !== "stale") return written;
      if (!isDoubtful) return undefined;
      const current = await store.again(next);
      return current && isSame(current.doc, next) ? current : undefined;
    } catch (error) {
      if (!(error instanceof BotError) || error.code !== "store-unavailable") throw error;
      if (!isDoubtful) log.warn("a delivery waits for the store", { state: next.state });
      isDoubtful = true;
      await clock.sleep(retryStoreMs);
    }
  }
}

/** Whether what is stored is what was to be written: an attempt without an answer may have succeeded. */
const isSame = (stored: Delivery, next: Delivery): boolean =>
  stored.state === next.state && stored.at === next.at && stored.sender === next.sender;

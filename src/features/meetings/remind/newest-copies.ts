/** Which messages show an occurrence's numbers to others: the ones that are kept up to date. */
import type { BatchHead, Delivery } from "../../../core/outbox/delivery.ts";
import type { Outbox } from "../../../core/outbox/outbox.ts";
import { isShared, type Sent } from "./edit-sent.ts";
import { hasEnded } from "./sent-batches.ts";

/** So many people's own copies are kept up to date; with more it would be a message for each of them at each answer. */
const mostCopies = 60;
const mostRemembered = 50;

/** A message that was delivered. */
export type Copy = Sent & Pick<Delivery, "batch" | "at">;

type Copies = {
  /** Nobody's own but the coordinators', if there are too many. */
  readonly kept: readonly Copy[];
  readonly areMany: boolean;
};

export type NewestCopies = (
  batches: readonly BatchHead[],
  /** Their person ids: their own copies are always kept up to date. */
  coordinators: readonly string[],
) => Promise<readonly Copy[]>;

export function createNewestCopies(outbox: Pick<Outbox, "deliveries">): NewestCopies {
  const remembered = new Map<string, Copies>();

  /** Of each reader the last message: the ones above it are out of sight. */
  return async function newestCopies(batches, coordinators) {
    const newest = new Map<string, Copy>();
    let areMany = false;
    for (const head of batches) {
      const copies = await copiesOf(head, coordinators);
      areMany ||= copies.areMany;
      for (const copy of copies.kept) {
        const known = newest.get(copy.recipient);
        if (!known || copy.at > known.at) newest.set(copy.recipient, copy);
      }
    }
    const all = [...newest.values()];
    const people = all.filter((copy) => !isShared(copy));
    return areMany || people.length > mostCopies
      ? all.filter((copy) => isForOthers(copy, coordinators))
      : all;
  };

  /** What a batch has brought. Once it has ended that changes no more. */
  async function copiesOf(head: BatchHead, coordinators: readonly string[]): Promise<Copies> {
    const name = JSON.stringify([head.id, coordinators]);
    const known = remembered.get(name);
    if (known) return known;
    const copies = await read(head.id, coordinators);
    if (!hasEnded(head)) return copies;
    remembered.set(name, copies);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    return copies;
  }

  /** At no time holds more than is kept. */
  async function read(batchId: string, coordinators: readonly string[]): Promise<Copies> {
    let kept: Copy[] = [];
    const people = new Set<string>();
    let areMany = false;
    for await (const delivery of outbox.deliveries(batchId)) {
      if (delivery.state !== "delivered") continue;
      const copy = copyOf(delivery);
      if (!areMany && !isShared(copy)) {
        people.add(copy.recipient);
        areMany = people.size > mostCopies;
        if (areMany) kept = kept.filter((one) => isForOthers(one, coordinators));
      }
      if (!areMany || isForOthers(copy, coordinators)) kept.push(copy);
    }
    return { kept, areMany };
  }
}

const copyOf = (delivery: Delivery): Copy => {
  const { recipient, name, language, variant, state, activityId, deliveredTo, batch, at } =
    delivery;
  return {
    recipient,
    name,
    language,
    variant,
    state,
    ...(activityId !== undefined && { activityId }),
    ...(deliveredTo && { deliveredTo }),
    batch,
    at,
  };
};

const isForOthers = (copy: Copy, coordinators: readonly string[]): boolean =>
  isShared(copy) || coordinators.includes(personOf(copy));

/** The person in `tenant:person`, which may itself hold colons. */
const personOf = ({ recipient }: Copy): string => recipient.slice(recipient.indexOf(":") + 1);

/**
 * The state document of a conversation: what it remembers, and which turns were done. A personal chat's state is the
 * person's own document (erasing the person erases it); a channel thread and a group chat have one each.
 */
import { asExists, BotError } from "./errors.ts";
import type { Language } from "./language.ts";
import { type ChatMemory, emptyMemory, type MemoryChange, remember } from "./memory.ts";
import { keyOf } from "./person-key.ts";
import type { ConversationAddress, Document, Documents, Stored, WriteOptions } from "./ports.ts";
import type { Preferences } from "./preferences.ts";
import { changeOne } from "./query-all.ts";
import type { Reply } from "./reply.ts";
import type { Arrival, Person } from "./turn.ts";

export type Place = {
  readonly container: "members" | "conversations";
  readonly partition: string;
  readonly id: string;
};

export type DoneTurn = {
  /** The claim it was done under (claims.ts). */
  readonly id: string;
  /** When it was claimed, ms since 1970. */
  readonly at: number;
  /** What a card action was answered with, kept for a while so that the same press gets the same answer. */
  readonly answer?: Reply;
};

export type State = Document & {
  readonly type: "state";
  readonly done: readonly DoneTurn[];
  readonly memory: ChatMemory;
  /**
   * It is in the list by which it is found again: the person's (`noteKnown`; or they were so often here that they must
   * be), the thread's (`noteThread`).
   */
  readonly isNoted?: true;
  /** The rest only in a person's document. */
  readonly chosenLanguage?: Language;
  readonly met?: Met;
  /** They blocked the bot: nothing is sent until they write again. */
  readonly closed?: true;
  readonly preferences?: Preferences;
};

/** How the bot met someone, and where it reaches them. */
export type Met = {
  readonly name: string;
  readonly userId?: string;
  readonly locale?: string;
  /** Of their client. */
  readonly timeZone?: string;
  /** Their personal chat. */
  readonly address: ConversationAddress;
};

/** What a turn leaves behind. */
export type StateChange = {
  readonly done?: DoneTurn;
  readonly memory?: MemoryChange;
  readonly chosenLanguage?: Language;
  /** They wrote (or a chat with them was opened): what is known of them, over what was known. */
  readonly met?: Partial<Met> & Pick<Met, "address">;
  /** True: they blocked the bot. False: they wrote again. */
  readonly closed?: boolean;
  readonly isNoted?: boolean;
  readonly preferences?: Preferences;
};

export const answerKeptMs = 10 * 60_000;
const doneKept = 20;
const writeTries = 8;
const dayMs = 24 * 3_600_000;
/** So long after the last turn: of a thread half a year, of a person two years. */
const lastsMs = { conversations: 180 * dayMs, members: 730 * dayMs } as const;

export const memberPlace = (person: Pick<Person, "tenant" | "person">): Place => ({
  container: "members",
  partition: keyOf(person),
  id: "member",
});

/** What is seen by its actor alone is remembered with them, wherever it was done. */
export const placeOf = (arrival: Arrival): Place =>
  arrival.conversation.kind === "personal" || isPrivate(arrival)
    ? memberPlace(arrival.actor)
    : { container: "conversations", partition: arrival.conversation.id, id: "state" };

/** Done in a dialog or while writing: the bot need not be in that conversation. */
export const isPrivate = (arrival: Arrival): boolean =>
  arrival.type === "message-action" ||
  arrival.type === "search" ||
  (arrival.type === "action" && arrival.dialog !== undefined);

export const readState = (documents: Documents, place: Place): Promise<Stored<State> | undefined> =>
  documents.read<State>(place.container, place.partition, place.id);

/**
 * Writes a change over the state that was read, or, if someone else wrote meanwhile, over what they wrote.
 * False if the store was so busy that it did not succeed.
 */
export async function writeState(
  documents: Documents,
  place: Place,
  read: Stored<State> | undefined,
  change: StateChange,
  now: number,
): Promise<boolean> {
  const { container, partition, id } = place;
  let stored = read;
  for (let tries = 0; tries < writeTries; tries++) {
    const next = nextState(id, stored?.doc, change, now);
    const kept = keptUntil(container, now);
    const written = stored
      ? await documents.replace(container, partition, next, stored.etag, kept)
      : await documents.create(container, partition, next, kept).catch(asExists);
    if (written !== "stale" && written !== "exists") return true;
    stored = await readState(documents, place);
  }
  return false;
}

export const keptUntil = (container: Place["container"], now: number): WriteOptions => ({
  expiresAt: new Date(now + lastsMs[container]),
});

export function nextState(
  id: string,
  before: State | undefined,
  change: StateChange,
  now: number,
): State {
  const earlier = (before?.done ?? []).map((one) =>
    one.answer && now - one.at > answerKeptMs ? { id: one.id, at: one.at } : one,
  );
  const { closed: wasClosed, ...rest } = before ?? {};
  const isClosed = change.closed ?? wasClosed ?? false;
  return {
    ...rest,
    id,
    type: "state",
    v: 1,
    done: change.done ? [...earlier, change.done].slice(-doneKept) : earlier,
    memory: remember(before?.memory ?? emptyMemory, change.memory ?? {}),
    ...(change.chosenLanguage && { chosenLanguage: change.chosenLanguage }),
    ...(change.met && { met: { name: "", ...before?.met, ...change.met } }),
    ...(isClosed && { closed: true }),
    ...(change.isNoted && { isNoted: true }),
    ...(change.preferences && { preferences: change.preferences }),
  };
}

/** Where it is noted whom the bot has met in a personal chat: who stands in no roster is found nowhere else. */
export const knownPeople = { container: "conversations", partition: "_known" } as const;

export type KnownPerson = Document & {
  readonly type: "known";
  readonly tenant: string;
  readonly person: string;
};

export async function noteKnown(
  documents: Documents,
  { tenant, person }: Pick<Person, "tenant" | "person">,
): Promise<void> {
  const known: KnownPerson = { id: keyOf({ tenant, person }), type: "known", v: 1, tenant, person };
  await documents.create(knownPeople.container, knownPeople.partition, known);
}

/** Threads and group chats that have a state: it is found nowhere else when somebody is to be taken out of it. */
export const knownThreads = { container: "conversations", partition: "_threads" } as const;

export type KnownThread = Document & {
  readonly type: "thread";
  /** ISO: when its state was about to be written for the first time; undefined: long ago. */
  readonly at?: string;
};

/** Before the state's first write: should the process die between the two, a note without a state harms nobody. */
export async function noteThread(
  documents: Documents,
  conversation: string,
  now: Date,
): Promise<void> {
  const note: KnownThread = { id: conversation, type: "thread", v: 1, at: now.toISOString() };
  const { container, partition } = knownThreads;
  for (let tries = 0; tries < writeTries; tries++) {
    const created = await documents.create(container, partition, note).catch(asExists);
    if (created !== "exists") return;
    // It may be about to be taken away, or just have been, for the state that it was made for is gone (privacy's sweep).
    if (await changeOne<KnownThread>(documents, { ...knownThreads, id: conversation }, () => note))
      return;
  }
  throw new BotError("store-unavailable");
}

/**
 * The turn that was done under a claim, if it was: `claimedAt` tells a claim whose mark has been pushed out of the
 * list by later turns from one whose process died.
 */
export function findDone(
  state: State | undefined,
  claimId: string,
  claimedAt?: number,
): DoneTurn | undefined {
  if (!state) return undefined;
  const found = state.done.find((one) => one.id === claimId);
  if (found) return found;
  const oldest = state.done[0];
  const pushedOut =
    claimedAt !== undefined && oldest && state.done.length >= doneKept && oldest.at > claimedAt;
  return pushedOut ? { id: claimId, at: claimedAt } : undefined;
}

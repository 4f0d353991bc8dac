/** What the store keeps of a turn: the claim and what is remembered at its beginning, what it leaves behind at its end. */
import { claimIdOf, claimTurn, isPress, releaseClaim } from "./claims.ts";
import { BotError } from "./errors.ts";
import type { Outcome } from "./feature.ts";
import type { Clock, Digest, Documents, Log, Stored } from "./ports.ts";
import type { Reply } from "./reply.ts";
import {
  type DoneTurn,
  findDone,
  isPrivate,
  memberPlace,
  noteThread,
  type Place,
  readState,
  type State,
  type StateChange,
  writeState,
} from "./state.ts";
import type { Arrival, Person, Turn } from "./turn.ts";
import { isUnasked } from "./what-is-heard.ts";

export type KeepDeps = {
  readonly documents: Documents;
  readonly clock: Clock;
  readonly log: Log;
  readonly digest: Digest;
  /** Adds someone to the list of whom the bot has met, soon: it must not cost their turn a call to the store. */
  readonly noteLater: (person: Pick<Person, "tenant" | "person">) => void;
};

/** What the store told at the beginning of a turn, as far as it could be reached. */
export type Known = {
  readonly isOutOfReach?: boolean;
  readonly claim?: { readonly id: string; readonly at: number; readonly etag: string };
  readonly stored?: Stored<State> | undefined;
  readonly member?: Stored<State> | undefined;
  /** Whether the thread is in the list by which it is found again (state.ts), once that is known. */
  readonly isNoted?: Promise<boolean>;
};

/** The same turn was done before, or is under way elsewhere and did not end in time. */
export type NotNow =
  | { readonly status: "busy" }
  | { readonly status: "repeated"; readonly answer?: Reply };

export function createKeeping(deps: KeepDeps) {
  const { documents, clock } = deps;
  return { begin, readMember, keepChoice, finish };

  /** Claims the turn and reads what is remembered; without a store a turn goes on with nothing of either. */
  async function begin(arrival: Arrival, place: Place): Promise<Known | NotNow> {
    const claimId = claimIdOf(arrival, deps.digest);
    let claim: Known["claim"];
    const isPersonal = place.container === "members";
    // Asked for together with the claim: on a slow store each round of calls counts.
    const asking = isPersonal ? undefined : readState(documents, memberPlace(arrival.actor));
    asking?.catch(() => undefined);
    try {
      const claimed = await claimTurn(deps, claimId, place);
      if (claimed.status === "busy") return claimed;
      if (claimed.status === "done") return repeated(claimed.turn);
      claim = { id: claimId, at: claimed.at, etag: claimed.etag };
      const [stored, asker] = await Promise.all([claimed.state, asking]);
      const earlier = isPress(claimId) ? undefined : findDone(stored?.doc, claimId);
      if (earlier) return repeated(earlier);
      const member = isPersonal ? stored : asker;
      const isKnownThread = isPersonal || stored?.doc.isNoted === true;
      return { claim, stored, member, isNoted: isKnownThread ? isDone : note(place.partition) };
    } catch (error) {
      if (!isStoreDown(error)) throw error;
      deps.log.warn("turn without store", { turn: arrival.type });
      return { isOutOfReach: true, ...(claim && { claim }) };
    }
  }

  /** Beside the turn's work, so that a slow store does not make it longer. False: the thread could not be noted. */
  async function note(conversation: string): Promise<boolean> {
    try {
      await noteThread(documents, conversation, clock.now());
      return true;
    } catch (error) {
      if (!isStoreDown(error)) deps.log.error("thread not noted", error);
      return false;
    }
  }

  /** For what needs no claim. */
  async function readMember(arrival: Arrival): Promise<Known> {
    try {
      const member = await readState(documents, memberPlace(arrival.actor));
      return { stored: member, member };
    } catch (error) {
      if (!isStoreDown(error)) throw error;
      return { isOutOfReach: true };
    }
  }

  /** A choice of the person's is kept before it is confirmed: nothing is said to be saved that is not. */
  async function keepChoice(turn: Turn, outcome: Outcome, { member }: Known): Promise<void> {
    const { chosenLanguage, preferences } = outcome;
    if (!chosenLanguage && !preferences) return;
    const change = {
      ...(chosenLanguage && { chosenLanguage }),
      ...(preferences && { preferences }),
    };
    const place = memberPlace(turn.actor);
    const isKept = await writeState(documents, place, member, change, clock.now().getTime());
    if (!isKept) throw new BotError("store-unavailable");
  }

  /** Leaves behind what the turn remembers, and the mark that it is done. */
  async function finish(
    turn: Turn,
    place: Place,
    { claim, stored, isNoted = isDone }: Known,
    outcome: Pick<Outcome, "remember"> & { readonly hasFailed: boolean },
    answer: Reply | undefined,
  ): Promise<void> {
    if (!claim) return;
    try {
      if (outcome.hasFailed && isPress(claim.id)) {
        // Nothing was done, so the same press may try again.
        await releaseClaim(documents, claim.id, claim.etag);
        return;
      }
      const hasCome = turn.conversation.kind === "personal" && isOwnAct(turn);
      if (hasCome && !stored?.doc.isNoted) deps.noteLater(turn.actor);
      const isThread = place.container === "conversations";
      const done = { id: claim.id, at: claim.at };
      // Whoever asks to be forgotten is looked for in what is noted, and nowhere else.
      const change: StateChange = !(await isNoted)
        ? { done }
        : {
            done: { ...done, ...(answer && { answer }) },
            memory: { ...(!isUnasked(turn) && { language: turn.language }), ...outcome.remember },
            // Should the process die before it is noted, their next message is the second chance.
            ...(hasCome && { met: metIn(turn), closed: false, isNoted: stored !== undefined }),
            ...(isThread && { isNoted: true }),
          };
      const isKept = await writeState(documents, place, stored, change, clock.now().getTime());
      if (!isKept) deps.log.warn("state not kept: too many at once", { turn: turn.type });
    } catch (error) {
      if (isStoreDown(error)) deps.log.warn("state not kept: no store", { turn: turn.type });
      else deps.log.error("state not kept", error, { turn: turn.type });
    }
  }
}

const isDone = Promise.resolve(true);

/** What the person's own message says about them. */
const metIn = ({ actor, address, locale, timeZone }: Turn): StateChange["met"] => ({
  name: actor.name,
  address,
  ...(actor.userId !== undefined && { userId: actor.userId }),
  ...(locale !== undefined && { locale }),
  ...(timeZone !== undefined && { timeZone }),
});

/** What is done in a dialog or to a message of long ago may be done from anywhere. */
const isOwnAct = (turn: Turn): boolean =>
  turn.type !== "event" && turn.type !== "message-changed" && !isPrivate(turn);

const repeated = ({ answer }: DoneTurn): NotNow => ({
  status: "repeated",
  ...(answer && { answer }),
});

export const isStoreDown = (error: unknown): boolean =>
  error instanceof BotError && error.code === "store-unavailable";

/**
 * One turn from arrival to answer: claimed once → what is known about it → the first feature that takes it → said →
 * kept. A question costs one claim, one read and one write (outside a personal chat one read more, for the asker's
 * language).
 */
import { claimIdOf, claimTurn } from "./claims.ts";
import { readCommand } from "./commands.ts";
import type { Network } from "./content.ts";
import type { Feature, Outcome } from "./feature.ts";
import { type Language, languageOfLocale } from "./language.ts";
import { type ChatMemory, emptyMemory } from "./memory.ts";
import type {
  Clock,
  Delivered,
  Digest,
  Documents,
  Log,
  Messenger,
  SearchIndex,
  Stored,
  Telemetry,
} from "./ports.ts";
import type { Card, Reply } from "./reply.ts";
import {
  findDone,
  memberPlace,
  type Place,
  placeOf,
  readState,
  type State,
  writeState,
} from "./state.ts";
import type { Arrival, Turn } from "./turn.ts";
import { createTurnQueue } from "./turn-queue.ts";

export type TurnResult =
  /** `answer` only for a card action that waits for one. */
  | { readonly status: "done"; readonly answer?: Reply }
  /** The same turn is under way elsewhere and did not end in time: the sender should try again. */
  | { readonly status: "busy" };

export type TurnDeps = {
  readonly documents: Documents;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly digest: Digest;
  readonly index: Pick<SearchIndex, "detectLanguage">;
  /** In the order they are asked; the last one takes what is left. */
  readonly features: readonly Feature[];
  readonly networksOf: (arrival: Arrival) => readonly Network[];
  readonly defaultLanguage: Language;
  /** What to say when a turn broke, whatever it was. */
  readonly failureCard: (error: unknown, language: Language) => Card;
  /** A sentence as a card, for whoever cannot be shown a mere sentence. */
  readonly sentenceCard: (text: string, language: Language) => Card;
};

/** Together with two calls of the connector within the ten seconds of a turn. */
const longestQueueMs = 2_500;
const longestThrottleMs = 3_000;

export function createTurnHandler(deps: TurnDeps): (arrival: Arrival) => Promise<TurnResult> {
  const { documents, clock } = deps;
  const inOrder = createTurnQueue(longestQueueMs, (ms) => clock.sleep(ms));

  return async (arrival) => {
    // Nothing is said or kept for these, so they cost no call to the store.
    if (arrival.type === "event" || (arrival.type === "joined" && !arrival.bot))
      return { status: "done" };
    const place = placeOf(arrival);
    return inOrder(`${place.container}/${place.partition}`, () => once(arrival, place));
  };

  async function once(arrival: Arrival, place: Place): Promise<TurnResult> {
    const claimId = claimIdOf(arrival, deps.digest);
    const claim = await claimTurn(deps, claimId, place);
    if (claim.status === "busy") return claim;
    if (claim.status === "done") return resultOf(claim.turn.answer);
    const stored = await readState(documents, place);
    const earlier = findDone(stored?.doc, claimId);
    if (earlier && !claimId.startsWith("press:")) return resultOf(earlier.answer);
    return act(arrival, place, stored, { id: claimId, at: claim.at });
  }

  async function act(
    arrival: Arrival,
    place: Place,
    stored: Stored<State> | undefined,
    mark: { readonly id: string; readonly at: number },
  ): Promise<TurnResult> {
    const began = clock.now().getTime();
    const own = memberPlace(arrival.actor);
    const member = place.container === "members" ? stored : await readState(documents, own);
    const turn = settle(arrival, stored?.doc.memory ?? emptyMemory, member?.doc.chosenLanguage);
    const outcome = await askFeatures(turn);

    const waits = turn.type === "action" && turn.via === "execute";
    const answer = waits ? outcome.replies[0] : undefined;
    for (const reply of waits ? outcome.replies.slice(1) : outcome.replies) await say(turn, reply);

    const now = clock.now().getTime();
    const { chosenLanguage } = outcome;
    const change = {
      done: { ...mark, ...(answer && { answer }) },
      memory: { language: turn.language, ...outcome.remember },
      ...(place.container === "members" && chosenLanguage && { chosenLanguage }),
    };
    await keep(place, stored, change, now);
    if (chosenLanguage && place.container !== "members")
      await keep(own, member, { chosenLanguage }, now);
    deps.telemetry.turn(arrival.type, outcome.label, (now - began) / 1000);
    return resultOf(answer);
  }

  /** What is known about an arrival. The language: the person's choice, else that of the text, else the client's, else the network's. */
  function settle(arrival: Arrival, memory: ChatMemory, chosen: Language | undefined): Turn {
    const networks = deps.networksOf(arrival);
    const fallback =
      chosen ??
      memory.language ??
      languageOfLocale(arrival.locale) ??
      networks[0]?.languages[0] ??
      deps.defaultLanguage;
    const writtenIn =
      arrival.type === "message"
        ? (readCommand(arrival.text)?.language ?? deps.index.detectLanguage(arrival.text, fallback))
        : fallback;
    return {
      ...arrival,
      at: clock.now(),
      networks,
      memory,
      writtenIn,
      language: chosen ?? writtenIn,
    };
  }

  async function askFeatures(turn: Turn): Promise<Outcome> {
    try {
      for (const feature of deps.features) {
        const outcome = await feature.take(turn);
        if (outcome) return outcome;
      }
      return { replies: [], label: "ignored" };
    } catch (error) {
      deps.log.error("turn failed", error, { turn: turn.type });
      const card = deps.failureCard(error, turn.language);
      return { replies: [{ type: "card", card }], label: "failed" };
    }
  }

  async function say(turn: Turn, reply: Reply): Promise<void> {
    const card = reply.type === "card" ? reply.card : deps.sentenceCard(reply.text, reply.language);
    const sent = await persist(() =>
      deps.messenger.send(turn.address, card, { replyToId: turn.id }),
    );
    if (sent.state !== "delivered") {
      deps.log.warn("reply not delivered", { state: sent.state, card: card.kind });
    }
  }

  /** One more call where the first was surely not taken, or may not have been: a second answer is better than none. */
  async function persist(call: () => Promise<Delivered>): Promise<Delivered> {
    const first = await call();
    if (first.state === "throttled") {
      await clock.sleep(Math.min(first.retryAfterMs ?? 1_000, longestThrottleMs));
      return call();
    }
    return first.state === "unknown" ? call() : first;
  }

  async function keep(
    place: Place,
    read: Stored<State> | undefined,
    change: Parameters<typeof writeState>[3],
    now: number,
  ): Promise<void> {
    const written = await writeState(documents, place, read, change, now);
    if (!written)
      deps.log.warn("state not written: too many at once", { container: place.container });
  }
}

const resultOf = (answer: Reply | undefined): TurnResult => ({
  status: "done",
  ...(answer && { answer }),
});

/**
 * One turn from arrival to answer: claimed once → what is known about it → the first feature that takes it → said →
 * kept. A question costs one claim, one read and one write (outside a personal chat one read more, for the asker's
 * language).
 */
import { claimIdOf, claimTurn, isPress, releaseClaim } from "./claims.ts";
import { readCommand } from "./commands.ts";
import type { Network } from "./content.ts";
import { BotError } from "./errors.ts";
import type { Feature, Outcome } from "./feature.ts";
import { type Language, languageOfLocale } from "./language.ts";
import { emptyMemory } from "./memory.ts";
import type { LaterTo, SendLater } from "./outbox/send-later.ts";
import type {
  Clock,
  ConversationAddress,
  Delivered,
  Digest,
  Documents,
  Log,
  Messenger,
  SearchIndex,
  Stored,
  Telemetry,
} from "./ports.ts";
import { defaultPreferences } from "./preferences.ts";
import type { Card, Reply } from "./reply.ts";
import {
  findDone,
  memberPlace,
  type Place,
  placeOf,
  readState,
  type State,
  type StateChange,
  writeState,
} from "./state.ts";
import type { Arrival, Person, Turn } from "./turn.ts";
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
  readonly failureText: (error: unknown, language: Language) => string;
  readonly failureCard: (error: unknown, language: Language) => Card;
  /** What to say to a press that was answered before, when the answer is no longer kept. */
  readonly alreadyDone: (language: Language) => string;
  /** A sentence as a card, for whoever cannot be shown a mere sentence. */
  readonly sentenceCard: (text: string, language: Language) => Card;
  /** Adds someone to the list of whom the bot has met, soon: it must not cost their turn a call to the store. */
  readonly noteLater: (person: Pick<Person, "tenant" | "person">) => void;
  /** Puts a reply into the outbox that the connector would not take now, or for which the turn has no time left. */
  readonly sendLater: SendLater;
};

/** Together with two calls of the connector within the ten seconds of a turn. */
const longestQueueMs = 2_500;
const longestThrottleMs = 3_000;
/** A call to the store or the connector takes three seconds at most (src/main.ts), and a turn ends within ten. */
const longEnoughMs = 6_000;
/** The label of a turn that broke. */
const failed = "failed";

export function createTurnHandler(deps: TurnDeps): (arrival: Arrival) => Promise<TurnResult> {
  const { documents, clock } = deps;
  const inOrder = createTurnQueue(longestQueueMs, (ms) => clock.sleep(ms));

  return async (arrival) => {
    if (!isHeard(arrival)) return { status: "done" };
    const place = placeOf(arrival);
    const began = clock.now().getTime();
    return inOrder(`${place.container}/${place.partition}`, () => once(arrival, place, began));
  };

  /** For what no feature hears nothing is said or kept, so it costs no call to the store. */
  function isHeard(arrival: Arrival): boolean {
    if (arrival.type === "event" || arrival.type === "joined") {
      const isWelcome = arrival.type === "joined" && arrival.bot;
      return isWelcome || deps.features.some(({ hears }) => hears?.(arrival));
    }
    return true;
  }

  async function once(arrival: Arrival, place: Place, began: number): Promise<TurnResult> {
    const known = await begin(arrival, place);
    if ("status" in known) return known;

    const turn = settle(arrival, known);
    const outcome = await keepChoice(turn, await askFeatures(turn), known);
    const waits = waitsForAnswer(turn);
    const answer = waits ? outcome.replies[0] : undefined;
    const rest = waits ? outcome.replies.slice(1) : outcome.replies;
    await sayAll(turn, rest, known, { began, isAnswered: waits });

    const kept = finish(turn, place, known, outcome, answer);
    // Whoever called waits for a store that is slow, but not longer than a turn may take.
    if (!isLate(began)) await kept;
    deps.telemetry.turn(arrival.type, outcome.label, (clock.now().getTime() - began) / 1000);
    return resultOf(answer);
  }

  /** Claims the turn and reads what is remembered; without a store a turn goes on with nothing of either. */
  async function begin(arrival: Arrival, place: Place): Promise<Known | TurnResult> {
    const claimId = claimIdOf(arrival, deps.digest);
    let claim: Known["claim"];
    try {
      const claimed = await claimTurn(deps, claimId, place);
      if (claimed.status === "busy") return claimed;
      if (claimed.status === "done") return repeated(arrival, claimed.turn.answer);
      claim = { id: claimId, at: claimed.at, etag: claimed.etag };
      const isPersonal = place.container === "members";
      const [stored, asker] = await Promise.all([
        claimed.state,
        isPersonal ? undefined : readState(documents, memberPlace(arrival.actor)),
      ]);
      const earlier = isPress(claimId) ? undefined : findDone(stored?.doc, claimId);
      if (earlier) return repeated(arrival, earlier.answer);
      const member = isPersonal ? stored : asker;
      return { claim, stored, member };
    } catch (error) {
      if (!isStoreDown(error)) throw error;
      deps.log.warn("turn without store", { turn: arrival.type });
      return { isOutOfReach: true, ...(claim && { claim }) };
    }
  }

  /** A choice of the person's is kept before it is confirmed: nothing is said to be saved that is not. */
  async function keepChoice(turn: Turn, outcome: Outcome, { member }: Known): Promise<Outcome> {
    const { chosenLanguage, preferences } = outcome;
    if (!chosenLanguage && !preferences) return outcome;
    try {
      const place = memberPlace(turn.actor);
      const now = clock.now().getTime();
      const change = {
        ...(chosenLanguage && { chosenLanguage }),
        ...(preferences && { preferences }),
      };
      const isKept = await writeState(documents, place, member, change, now);
      return isKept ? outcome : failure(new BotError("store-unavailable"), turn);
    } catch (error) {
      return failure(error, turn);
    }
  }

  /** Leaves behind what the turn remembers, and the mark that it is done. */
  async function finish(
    turn: Turn,
    place: Place,
    { claim, stored }: Known,
    outcome: Outcome,
    answer: Reply | undefined,
  ): Promise<void> {
    if (!claim) return;
    try {
      if (outcome.label === failed && isPress(claim.id)) {
        // Nothing was done, so the same press may try again.
        await releaseClaim(documents, claim.id, claim.etag);
        return;
      }
      const hasCome = place.container === "members" && turn.type !== "event";
      if (hasCome && !stored?.doc.isNoted) deps.noteLater(turn.actor);
      const change: StateChange = {
        done: { id: claim.id, at: claim.at, ...(answer && { answer }) },
        memory: { language: turn.language, ...outcome.remember },
        // Should the process die before it is noted, their next message is the second chance.
        ...(hasCome && { met: metIn(turn), closed: false, isNoted: stored !== undefined }),
      };
      const isKept = await writeState(documents, place, stored, change, clock.now().getTime());
      if (!isKept) deps.log.warn("state not kept: too many at once", { turn: turn.type });
    } catch (error) {
      if (isStoreDown(error)) deps.log.warn("state not kept: no store", { turn: turn.type });
      else deps.log.error("state not kept", error, { turn: turn.type });
    }
  }

  /** What is known about an arrival. The language: the person's choice, else that of the text, else the client's, else the network's. */
  function settle(arrival: Arrival, { stored, member, isOutOfReach = false }: Known): Turn {
    const memory = stored?.doc.memory ?? emptyMemory;
    const chosen = member?.doc.chosenLanguage;
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
      preferences: member?.doc.preferences ?? defaultPreferences,
      memory,
      memoryIsOutOfReach: isOutOfReach,
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
      return failure(error, turn);
    }
  }

  function failure(error: unknown, turn: Turn): Outcome {
    if (isStoreDown(error)) deps.log.warn("turn needs the store", { turn: turn.type });
    else deps.log.error("turn failed", error, { turn: turn.type });
    // A press that waits is told in a sentence, so that the card stays and can be pressed again.
    const reply: Reply = waitsForAnswer(turn)
      ? { type: "sentence", language: turn.language, text: deps.failureText(error, turn.language) }
      : { type: "card", card: deps.failureCard(error, turn.language) };
    return { replies: [reply], label: failed };
  }

  /** The answer of the turn that was first; to a press at least a sentence, for the client waits for one. */
  function repeated(arrival: Arrival, kept: Reply | undefined): TurnResult {
    if (kept || !waitsForAnswer(arrival)) return resultOf(kept);
    const language = languageOfLocale(arrival.locale) ?? deps.defaultLanguage;
    return resultOf({ type: "sentence", language, text: deps.alreadyDone(language) });
  }

  /**
   * One after the other. Once one of them had to be put off, or the turn has taken long, the others go through the
   * outbox, in the same order; what is said first is said here.
   */
  async function sayAll(
    turn: Turn,
    replies: readonly Reply[],
    { member, isOutOfReach }: Known,
    { began, isAnswered }: { readonly began: number; readonly isAnswered: boolean },
  ): Promise<void> {
    let later: Promise<void> | undefined;
    let count = 0;
    for (const [at, reply] of replies.entries()) {
      const isPrivate = reply.type === "card" && reply.to === "person";
      const isElsewhere = isPrivate && turn.conversation.kind !== "personal";
      const known = member?.doc.met?.address;
      const isFirst = at === 0 && !isAnswered;
      const sayNow = (): Promise<Said> =>
        isElsewhere ? sayInPerson(turn, reply.card, known) : say(turn, cardOf(reply));
      const to = isElsewhere ? { chat: known } : "here";
      const mayWait = to === "here" || known !== undefined || turn.actor.userId !== undefined;
      if (mayWait && (later || (!isFirst && !isOutOfReach && isLate(began)))) {
        const before: Promise<void> = later ?? Promise.resolve();
        const place = count++;
        later = before.then(() => putOff(turn, cardOf(reply), to, place, sayNow));
        continue;
      }
      const said = await sayNow();
      if (said === "no-chat") {
        await deliver(turn, deps.failureCard(new BotError("no-chat"), turn.language));
        break;
      }
      if (said !== "done") later = putOff(turn, cardOf(reply), said.throttled, count++);
    }
    if (later && !isLate(began)) await later;
  }

  function isLate(began: number): boolean {
    return clock.now().getTime() - began >= longEnoughMs;
  }

  function cardOf(reply: Reply): Card {
    return reply.type === "card" ? reply.card : deps.sentenceCard(reply.text, reply.language);
  }

  async function sayInPerson(
    turn: Turn,
    card: Card,
    known: ConversationAddress | undefined,
  ): Promise<Said> {
    const { userId } = turn.actor;
    const opened = known
      ? ({ state: "done", value: known } as const)
      : userId === undefined
        ? undefined
        : await deps.messenger.openChat(turn.address, userId);
    if (opened?.state === "throttled") return { throttled: { chat: undefined } };
    if (opened?.state !== "done") return "no-chat";
    const sent = await persist(() => deps.messenger.send(opened.value, card));
    if (sent.state === "throttled") return { throttled: { chat: opened.value } };
    return sent.state === "delivered" ? "done" : "no-chat";
  }

  async function say(turn: Turn, card: Card): Promise<Said> {
    try {
      return await deliver(turn, card);
    } catch (error) {
      // A card that cannot be made is a bug; whoever asked is told all the same.
      deps.log.error("turn failed", error, { turn: turn.type, card: card.kind });
      return deliver(turn, deps.failureCard(error, turn.language));
    }
  }

  async function deliver(turn: Turn, card: Card): Promise<Said> {
    const sent = await persist(() =>
      deps.messenger.send(turn.address, card, { replyToId: turn.id }),
    );
    if (sent.state === "delivered") return "done";
    deps.log.warn("reply not delivered", { state: sent.state, card: card.kind });
    return sent.state === "throttled" ? { throttled: "here" } : "done";
  }

  /** Never rejects: nobody may be waiting. `sayNow`, if it could still be said here, should the outbox not take it. */
  async function putOff(
    turn: Turn,
    card: Card,
    to: LaterTo,
    place: number,
    sayNow?: () => Promise<Said>,
  ): Promise<void> {
    try {
      await deps.sendLater(turn, card, to, place);
    } catch (error) {
      const said = await sayNow?.().catch(() => undefined);
      if (said !== "done") deps.log.error("reply lost", error, { card: card.kind });
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
}

/** What the person's own message says about them. */
const metIn = ({ actor, address, locale, timeZone }: Turn): StateChange["met"] => ({
  name: actor.name,
  address,
  ...(actor.userId !== undefined && { userId: actor.userId }),
  ...(locale !== undefined && { locale }),
  ...(timeZone !== undefined && { timeZone }),
});

/** What the store told at the beginning of a turn, as far as it could be reached. */
type Known = {
  readonly isOutOfReach?: boolean;
  readonly claim?: { readonly id: string; readonly at: number; readonly etag: string };
  readonly stored?: Stored<State> | undefined;
  readonly member?: Stored<State> | undefined;
};

/** "no-chat": the person's own chat cannot be reached. */
type Said = "done" | "no-chat" | { readonly throttled: LaterTo };

const waitsForAnswer = (arrival: Arrival): boolean =>
  arrival.type === "action" && arrival.via === "execute";

const isStoreDown = (error: unknown): boolean =>
  error instanceof BotError && error.code === "store-unavailable";

const resultOf = (answer: Reply | undefined): TurnResult => ({
  status: "done",
  ...(answer && { answer }),
});

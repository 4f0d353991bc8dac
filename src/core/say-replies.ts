/** Says what a turn replies, now or, where the connector or the time does not allow it, through the outbox. */
import { BotError } from "./errors.ts";
import type { Language } from "./language.ts";
import type { LaterTo, SendLater } from "./outbox/send-later.ts";
import type { Clock, ConversationAddress, Delivered, Log, Messenger } from "./ports.ts";
import type { Card, Reply } from "./reply.ts";
import { isPrivate } from "./state.ts";
import type { Turn } from "./turn.ts";

export type SayDeps = {
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly failureCard: (error: unknown, language: Language) => Card;
  /** A sentence as a card, for whoever cannot be shown a mere sentence. */
  readonly sentenceCard: (text: string, language: Language) => Card;
  /** Puts a reply into the outbox that the connector would not take now, or for which the turn has no time left. */
  readonly sendLater: SendLater;
};

export type Saying = {
  /** ms since 1970. */
  readonly began: number;
  /** The turn has an answer besides these replies. */
  readonly isAnswered: boolean;
  /** The actor's personal chat, if it is known. */
  readonly chat: ConversationAddress | undefined;
  readonly isStoreOutOfReach: boolean;
};

/** "no-chat": the person's own chat cannot be reached. */
type Said = "done" | "no-chat" | { readonly throttled: LaterTo };

const longestThrottleMs = 3_000;
/** A call to the store or the connector takes three seconds at most (src/main.ts), and a turn ends within ten. */
const longEnoughMs = 6_000;

export const isLate = (clock: Clock, began: number): boolean =>
  clock.now().getTime() - began >= longEnoughMs;

export function createSaying(
  deps: SayDeps,
): (turn: Turn, replies: readonly Reply[], how: Saying) => Promise<"done" | "no-chat"> {
  const { clock } = deps;

  /**
   * One after the other. Once one of them had to be put off, or the turn has taken long, the others go through the
   * outbox, in the same order; what is said first is said here.
   */
  return async (turn, replies, { began, isAnswered, chat, isStoreOutOfReach }) => {
    let later: Promise<void> | undefined;
    let count = 0;
    for (const [at, reply] of replies.entries()) {
      const card = cardOf(reply);
      if (!card) continue;
      const kept = (reply.type === "card" ? reply.later : undefined) ?? card;
      const isForPerson = reply.type === "card" && reply.to === "person";
      const isElsewhere = isForPerson && turn.conversation.kind !== "personal";
      const isFirst = at === 0 && !isAnswered;
      const sayNow = (): Promise<Said> =>
        isElsewhere ? sayInPerson(turn, card, chat) : say(turn, card);
      const to = isElsewhere ? { chat } : "here";
      const mayWait = to === "here" || chat !== undefined || turn.actor.userId !== undefined;
      if (mayWait && (later || (!isFirst && !isStoreOutOfReach && isLate(clock, began)))) {
        const before: Promise<void> = later ?? Promise.resolve();
        const place = count++;
        later = before.then(() => putOff(turn, kept, to, place, sayNow));
        continue;
      }
      const said = await sayNow();
      if (said === "no-chat") {
        // Where the bot only looks in, its trouble is not the others' business: the answer says so.
        if (!isPrivate(turn))
          await deliver(turn, deps.failureCard(new BotError("no-chat"), turn.language));
        return "no-chat";
      }
      if (said !== "done") later = putOff(turn, kept, said.throttled, count++);
    }
    if (later && !isLate(clock, began)) await later;
    return "done";
  };

  function cardOf(reply: Reply): Card | undefined {
    switch (reply.type) {
      case "sentence":
        return deps.sentenceCard(reply.text, reply.language);
      case "list":
        return undefined;
      default:
        return reply.card;
    }
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

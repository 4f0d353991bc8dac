/**
 * One turn from arrival to answer: claimed once → what is known about it → the first feature that takes it → said →
 * kept. A question costs one claim, one read and one write (outside a personal chat one read more, for the asker's
 * language).
 */
import { BotError } from "./errors.ts";
import type { Feature, Outcome } from "./feature.ts";
import { createKeeping, isStoreDown, type KeepDeps, type Known } from "./keep-turn.ts";
import { type Language, languageOfLocale } from "./language.ts";
import type { Telemetry } from "./ports.ts";
import type { Reply } from "./reply.ts";
import { createSaying, isLate, type SayDeps } from "./say-replies.ts";
import { type SettleDeps, settle } from "./settle-turn.ts";
import { isPrivate, type Place, placeOf } from "./state.ts";
import type { Arrival, Turn } from "./turn.ts";
import { createTurnQueue } from "./turn-queue.ts";
import { isUnasked, whoIsAsked } from "./what-is-heard.ts";

export type TurnResult =
  /** `answer` only for a card action that waits for one. */
  | { readonly status: "done"; readonly answer?: Reply }
  /** The same turn is under way elsewhere and did not end in time: the sender should try again. */
  | { readonly status: "busy" };

export type TurnDeps = SayDeps &
  SettleDeps &
  KeepDeps & {
    readonly telemetry: Telemetry;
    /** In the order they are asked; the last one takes what is left. */
    readonly features: readonly Feature[];
    /** What to say when a turn broke, whatever it was. */
    readonly failureText: (error: unknown, language: Language) => string;
    /** What to say to a press that was answered before, when the answer is no longer kept. */
    readonly alreadyDone: (language: Language) => string;
  };

/** Together with two calls of the connector within the ten seconds of a turn. */
const longestQueueMs = 2_500;
/** The label of a turn that broke. */
const brokenLabel = "failed";

export function createTurnHandler(deps: TurnDeps): (arrival: Arrival) => Promise<TurnResult> {
  const { clock } = deps;
  const inOrder = createTurnQueue(longestQueueMs, (ms) => clock.sleep(ms));
  const sayAll = createSaying(deps);
  const keeping = createKeeping(deps);

  return async (arrival) => {
    const asked = whoIsAsked(arrival, deps.features);
    if (asked.length === 0) return { status: "done" };
    const began = clock.now().getTime();
    if (arrival.type === "search") return search(arrival, asked, began);
    const place = placeOf(arrival);
    return inOrder(`${place.container}/${place.partition}`, () =>
      once(arrival, asked, place, began),
    );
  };

  async function once(
    arrival: Arrival,
    asked: readonly Feature[],
    place: Place,
    began: number,
  ): Promise<TurnResult> {
    const known = await keeping.begin(arrival, place);
    if ("status" in known) return known.status === "busy" ? known : repeated(arrival, known.answer);

    const turn = settle(arrival, known, deps);
    const outcome = await chosen(turn, await askFeatures(turn, asked), known);
    const { answer: given, rest } = splitAnswer(turn, outcome.replies);
    const said = await sayAll(turn, rest, {
      began,
      isAnswered: waitsForAnswer(turn),
      chat: known.member?.doc.met?.address,
      isStoreOutOfReach: known.isOutOfReach ?? false,
    });
    const answer =
      said === "no-chat" && isPrivate(turn) ? failed(new BotError("no-chat"), turn) : given;

    const left = { ...outcome, hasFailed: outcome.label === brokenLabel };
    const again = answer && answer === given ? (outcome.repeat ?? answer) : answer;
    const kept = keeping.finish(turn, place, known, left, again);
    // Whoever called waits for a store that is slow, but not longer than a turn may take.
    if (!isLate(clock, began)) await kept;
    deps.telemetry.turn(arrival.type, outcome.label, (clock.now().getTime() - began) / 1000);
    return resultOf(answer);
  }

  /** Each letter that is typed may ask again: it costs one read, for the language, and leaves nothing behind. */
  async function search(
    arrival: Arrival,
    asked: readonly Feature[],
    began: number,
  ): Promise<TurnResult> {
    const known = await keeping.readMember(arrival);
    const turn = settle(arrival, known, deps);
    const outcome = await askFeatures(turn, asked);
    deps.telemetry.turn(arrival.type, outcome.label, (clock.now().getTime() - began) / 1000);
    return resultOf(outcome.replies[0]);
  }

  async function chosen(turn: Turn, outcome: Outcome, known: Known): Promise<Outcome> {
    try {
      await keeping.keepChoice(turn, outcome, known);
      return outcome;
    } catch (error) {
      return failure(error, turn);
    }
  }

  async function askFeatures(turn: Turn, asked: readonly Feature[]): Promise<Outcome> {
    try {
      for (const feature of asked) {
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
    if (isUnasked(turn)) return { replies: [], label: brokenLabel };
    // A press that waits is told in a sentence, so that the card stays and can be pressed again.
    const reply: Reply = waitsForAnswer(turn)
      ? failed(error, turn)
      : { type: "card", card: deps.failureCard(error, turn.language) };
    return { replies: [reply], label: brokenLabel };
  }

  function failed(error: unknown, { language }: Turn): Reply {
    return { type: "sentence", language, text: deps.failureText(error, language) };
  }

  /** The answer of the turn that was first; to a press at least a sentence, for the client waits for one. */
  function repeated(arrival: Arrival, kept: Reply | undefined): TurnResult {
    if (kept || !waitsForAnswer(arrival)) return resultOf(kept);
    const language = languageOfLocale(arrival.locale) ?? deps.defaultLanguage;
    return resultOf({ type: "sentence", language, text: deps.alreadyDone(language) });
  }
}

/** The caller waits for what is to be shown, in place of the card or in a dialog. */
const waitsForAnswer = (arrival: Arrival): boolean =>
  isPrivate(arrival) || (arrival.type === "action" && arrival.via === "execute");

/** The first reply answers whoever waits; in a dialog what is for the actor's own chat goes there all the same. */
function splitAnswer(turn: Turn, replies: readonly Reply[]) {
  if (!waitsForAnswer(turn)) return { answer: undefined, rest: replies };
  const isForChat = (reply: Reply | undefined) => reply?.type === "card" && reply.to === "person";
  if (isPrivate(turn) && isForChat(replies[0])) return { answer: undefined, rest: replies };
  return { answer: replies[0], rest: replies.slice(1) };
}

const resultOf = (answer: Reply | undefined): TurnResult => ({
  status: "done",
  ...(answer && { answer }),
});

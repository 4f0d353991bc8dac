/** Which features are asked about an arrival; for what none of them hears nothing is said or kept. Pure. */
import { readCommand } from "./commands.ts";
import type { Feature } from "./feature.ts";
import type { Arrival } from "./turn.ts";

/** In their order; none: the arrival costs no call to the store. */
export function whoIsAsked(arrival: Arrival, features: readonly Feature[]): readonly Feature[] {
  switch (arrival.type) {
    case "message":
      return isOverheard(arrival) ? features.filter(({ hears }) => hears?.(arrival)) : features;
    case "joined":
      return arrival.bot || features.some(({ hears }) => hears?.(arrival)) ? features : [];
    case "event":
    case "message-changed":
      return features.some(({ hears }) => hears?.(arrival)) ? features : [];
    default:
      return features;
  }
}

/**
 * People talk to each other where the app may read along. A command that is a whole message is still one, mentioned or
 * not (design.md 7); one with an argument may as well be the beginning of a sentence.
 */
const isOverheard = (arrival: Arrival): boolean =>
  arrival.type === "message" &&
  !arrival.isMentioned &&
  arrival.conversation.kind !== "personal" &&
  readCommand(arrival.text)?.argument !== "";

/** Nobody waits for an answer: when it cannot be given, nothing is said. */
export const isUnasked = (arrival: Arrival): boolean =>
  arrival.type === "message-changed" || isOverheard(arrival);

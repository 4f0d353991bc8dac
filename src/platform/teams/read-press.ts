/** A press on one of our cards: verb, data and key apart. */
import type { JsonObject } from "../../core/reply.ts";
import type { Pressed } from "../../core/turn.ts";
import { type Raw, text } from "./read-json.ts";
import { otherKey } from "./suit-client.ts";

type Base = Omit<Pressed, "type" | "verb" | "data" | "key" | "via" | "dialog">;

export function readPress(base: Base, verb: unknown, data: Raw, via: Pressed["via"]): Pressed {
  const { verb: _verb, ...rest } = data;
  return { ...base, type: "action", verb: text(verb) ?? "", ...withoutKey(rest), via };
}

/** What a card's button carried and its inputs held, and the card's key. */
export function withoutKey(data: Raw): Pick<Pressed, "data" | "key"> {
  const { key: usual, [otherKey]: other, ...rest } = data;
  const key = text(usual) ?? text(other);
  return { data: rest as JsonObject, ...(key !== undefined && { key }) };
}

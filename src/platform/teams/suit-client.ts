/** What a client cannot take is written otherwise for it. */
import type { Json, JsonObject } from "../../core/reply.ts";

/** How a press tells its card's key where `key` cannot be used. */
export const otherKey = "cardKey";

/**
 * Microsoft's Agents Playground freezes cards before it draws them, and its renderer writes a field named `key` back
 * into a button's data when it is pressed: every press fails in the browser. There the key goes by another name.
 */
export const suitClient = (serviceUrl: string, card: unknown): unknown =>
  isPlayground(serviceUrl) ? withOtherKey(card as Json) : card;

const isPlayground = (serviceUrl: string): boolean => {
  const { protocol, pathname } = new URL(serviceUrl);
  return protocol === "http:" && pathname.replace(/\/$/u, "") === "/_connector";
};

function withOtherKey(value: Json): Json {
  if (Array.isArray(value)) return value.map(withOtherKey);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([name, inner]) => [
      name,
      name === "data" ? renamed(inner) : withOtherKey(inner),
    ]),
  );
}

function renamed(data: Json): Json {
  if (typeof data !== "object" || data === null || !("key" in data)) return data;
  const { key, ...rest } = data as JsonObject;
  return { ...rest, ...(key !== undefined && { [otherKey]: key }) };
}

import type { Json, JsonObject } from "../../core/reply.ts";
import { oneLine, shortened } from "./plain-text.ts";

/** Teams shows one line of a button's text, and clients cut it. */
const titleLimit = 200;

export const label = (value: unknown): string =>
  typeof value === "string" ? shortened(oneLine(value), titleLimit) : "";

/**
 * The address if a client may open it: https, without a user name that would pass for the host. In local mode the
 * bot's own pages lie on this machine, where there is only http.
 */
export function safeUrl(value: unknown, isLocal = false): string | undefined {
  if (typeof value !== "string" || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  const isAllowed = url.protocol === "https:" || (isLocal && isLoopbackHttp(url));
  return isAllowed && url.username === "" && url.password === "" ? url.href : undefined;
}

const isLoopbackHttp = ({ protocol, hostname }: URL): boolean =>
  protocol === "http:" && (hostname === "127.0.0.1" || hostname === "localhost");

const cleanData = (value: Json): Json => {
  if (typeof value === "string") return oneLine(value);
  if (Array.isArray(value)) return value.map(cleanData);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanData(inner)]));
};

/** What becomes visible and what does not; always told, for a mere toggle would show two versions at once. */
function targetsOf({ targetElements }: JsonObject): readonly Json[] {
  const targets = Array.isArray(targetElements) ? (targetElements as readonly Json[]) : [];
  return targets.map((target) => {
    const { elementId, isVisible } = target as JsonObject;
    if (typeof elementId !== "string" || typeof isVisible !== "boolean")
      throw new Error("A switch names elements and whether they are visible");
    return { elementId: oneLine(elementId), isVisible };
  });
}

/**
 * An action as it is sent, or undefined for one that must not be: a link that is not https, a button without text.
 * Action.Execute gets the card's key, and for clients that lack it a Submit that says the same.
 */
export function finishAction(
  action: JsonObject,
  { key, isLocal }: { readonly key: string; readonly isLocal?: boolean },
  isButton: boolean,
): JsonObject | undefined {
  const title = label(action.title);
  if (isButton && title === "") return undefined;
  const named: JsonObject = title === "" ? {} : { title };
  const inputs: JsonObject =
    action.associatedInputs === undefined ? {} : { associatedInputs: action.associatedInputs };

  if (action.type === "Action.OpenUrl") {
    const url = safeUrl(action.url, isLocal);
    return url === undefined ? undefined : { type: "Action.OpenUrl", ...named, url };
  }
  if (action.type === "Action.ToggleVisibility") {
    return { type: "Action.ToggleVisibility", ...named, targetElements: targetsOf(action) };
  }
  if (action.type !== "Action.Execute") {
    throw new Error(`A card may not have the action ${String(action.type)}`);
  }
  const { verb, data: given = {} } = action;
  if (typeof verb !== "string" || verb === "" || typeof given !== "object" || given === null) {
    throw new Error(`The button "${title}" has no verb or no data`);
  }
  const data = { ...(cleanData(given) as JsonObject), key };
  return {
    type: "Action.Execute",
    ...named,
    verb,
    data,
    ...inputs,
    fallback: { type: "Action.Submit", ...named, data: { ...data, verb }, ...inputs },
  };
}

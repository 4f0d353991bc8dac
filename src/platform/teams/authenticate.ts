/**
 * Who sent a request: the channel, or nobody. The check is our own, in the SDK's place (bot-adapter.ts hands the result
 * over where the SDK provides for it), because the SDK's
 * - prints on the console for every forged token, so that anyone on the internet could fill the log,
 * - lets keys without any endorsement sign for every channel, and takes activities without a service URL,
 * - waits for the channel's keys without end, fetches them once for each request that waits, and refuses everyone if it
 *   cannot fetch them again after a day, or for an hour after the channel got a new one.
 */
import { verify } from "node:crypto";
import type { Clock } from "../../core/ports.ts";
import type { ChannelKeys } from "./channel-keys.ts";
import { readChannelToken } from "./read-token.ts";

export type Caller = {
  /** The only service URL its activities may name; undefined: any. */
  readonly serviceUrl?: string;
};

/** "unauthenticated": the token is not good. "unavailable": nobody can tell, for the keys cannot be had. */
export type Authenticate = (
  authorization: string | undefined,
) => Promise<Caller | "unauthenticated" | "unavailable">;

/** How far clocks may be apart. */
const skewSeconds = 5 * 60;

/** Local mode needs no token: its guard has seen that the caller is a program on this machine. */
export const authenticateNobody: Authenticate = async () => ({});

export function authenticateChannel(deps: {
  readonly appId: string;
  readonly keys: ChannelKeys;
  readonly clock: Clock;
}): Authenticate {
  return async (authorization) => {
    const token = readChannelToken(authorization, deps.appId);
    const now = deps.clock.now().getTime() / 1000;
    if (!token || token.exp + skewSeconds <= now || (token.nbf ?? 0) - skewSeconds > now) {
      return "unauthenticated";
    }
    const key = await deps.keys.find(token.kid).catch(() => "unavailable" as const);
    if (key === "unavailable") return key;
    return key && verify("RSA-SHA256", token.signed, key, token.signature)
      ? { serviceUrl: token.serviceUrl }
      : "unauthenticated";
  };
}

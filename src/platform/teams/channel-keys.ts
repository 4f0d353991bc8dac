/** The keys with which the channel signs: fetched when first needed, kept, fetched again when they may have changed. */
import { createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../core/ports.ts";

export type ChannelKeys = {
  /** The key by its name; undefined if the channel has none such. Throws if the keys cannot be had. */
  find(kid: string): Promise<KeyObject | undefined>;
};

const fetchWithinMs = 3_000;
const keptForMs = 24 * 3_600_000;
/** Whoever likes can send tokens that name unknown keys; the channel's keys are not asked for more often than this. */
const askAgainAfterMs = 60_000;
const tryAgainAfterMs = 1_000;

export function createChannelKeys(options: {
  /** Where `{issuer, jwks_uri}` is found. */
  readonly metadata: string;
  /** The channel that a key must be endorsed for. */
  readonly channel: string;
  readonly clock: Clock;
  /** Hears of each fetch that failed. */
  readonly onTrouble?: (error: unknown) => void;
}): ChannelKeys {
  const { metadata, channel, clock, onTrouble } = options;
  let keys: ReadonlyMap<string, KeyObject> | undefined;
  let fetchedAt = 0;
  let askedAgainAt = Number.NEGATIVE_INFINITY;
  let failed: { readonly at: number; readonly error: unknown } | undefined;
  let underWay: Promise<ReadonlyMap<string, KeyObject>> | undefined;

  /** One fetch for everyone who waits, and after one that failed a pause. */
  function refresh(): Promise<ReadonlyMap<string, KeyObject>> {
    const pauseMs = keys ? askAgainAfterMs : tryAgainAfterMs;
    if (failed && clock.now().getTime() - failed.at < pauseMs) {
      return Promise.reject(failed.error);
    }
    underWay ??= fetchKeys(metadata, channel)
      .then((found) => {
        keys = found;
        fetchedAt = clock.now().getTime();
        failed = undefined;
        return found;
      })
      .catch((error: unknown) => {
        failed = { at: clock.now().getTime(), error };
        onTrouble?.(error);
        throw error;
      })
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  }

  return {
    async find(kid) {
      if (!keys) return (await refresh()).get(kid);
      const now = clock.now().getTime();
      const isUnknown = !keys.has(kid) && now - askedAgainAt >= askAgainAfterMs;
      if (isUnknown) askedAgainAt = now;
      if (!isUnknown && now - fetchedAt < keptForMs) return keys.get(kid);
      // The keys that are known stay good while new ones cannot be had: tokens signed with them hardly outlive an hour.
      const current = await refresh().catch(() => keys);
      return current?.get(kid);
    },
  };
}

const metadataShape = z.object({ jwks_uri: z.url({ protocol: /^https?$/u }) });
const keySetShape = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
const keyShape = z.object({
  kty: z.literal("RSA"),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()),
});

/**
 * Only keys endorsed for the channel: the others sign for other channels, and one that is endorsed for none, which the
 * SDK takes for endorsed for all, has no business here.
 */
async function fetchKeys(
  metadata: string,
  channel: string,
): Promise<ReadonlyMap<string, KeyObject>> {
  const signal = AbortSignal.timeout(fetchWithinMs);
  const { jwks_uri } = metadataShape.parse(await fetchJson(metadata, signal));
  const { keys } = keySetShape.parse(await fetchJson(jwks_uri, signal));
  const found = new Map<string, KeyObject>();
  for (const key of keys) {
    const { data } = keyShape.safeParse(key);
    if (!data?.endorsements.includes(channel)) continue;
    const { kty, kid, n, e } = data;
    found.set(kid, createPublicKey({ format: "jwk", key: { kty, n, e } }));
  }
  return found;
}

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.json();
}

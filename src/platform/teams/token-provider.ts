/** The bot's own token for calls to Teams: fetched once for any number of calls, and again shortly before it expires. */
import type { Clock } from "../../core/ports.ts";

export type FetchedToken = { readonly token: string; readonly expiresAt: Date };

/** Fetches a new token; throws when none can be had. */
export type TokenSource = () => Promise<FetchedToken>;

/** How long before its end a token is replaced; one that lives shortly, after half of its life. */
const renewBeforeMs = 5 * 60_000;
/** Of the time that a turn has. Whoever asks later waits for the same fetch. */
const waitForTokenMs = 2_000;
const entraWithinMs = 10_000;
const endpointWithinMs = 3_000;
const scope = "https://api.botframework.com/.default";

export function createTokenProvider(deps: {
  readonly source: TokenSource;
  readonly clock: Clock;
  /** Hears of each fetch that failed. */
  readonly onTrouble?: (error: unknown) => void;
  /** Hears of each token when it will expire. */
  readonly onExpiry?: (expiresAt: Date) => void;
}): () => Promise<string> {
  const nowMs = () => deps.clock.now().getTime();
  let current: (FetchedToken & { readonly renewAtMs: number }) | undefined;
  let underWay: Promise<void> | undefined;

  async function renew(): Promise<void> {
    try {
      const fetched = await deps.source();
      const endsAtMs = fetched.expiresAt.getTime();
      const lifeMs = endsAtMs - nowMs();
      current = { ...fetched, renewAtMs: endsAtMs - Math.min(renewBeforeMs, lifeMs / 2) };
      deps.onExpiry?.(fetched.expiresAt);
    } catch (error) {
      deps.onTrouble?.(error);
      throw error;
    } finally {
      underWay = undefined;
    }
  }

  return async () => {
    if (current && nowMs() < current.renewAtMs) return current.token;
    underWay ??= renew();
    try {
      await inTime(underWay);
    } catch (error) {
      // An old token may still be good for a few minutes, which may be all that the trouble lasts.
      if (!current || current.expiresAt.getTime() <= nowMs()) throw error;
    }
    if (!current) throw new Error("No token was fetched.");
    return current.token;
  };
}

/** The same, but not longer than a turn can wait. */
function inTime(fetching: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("No token came in time.")), waitForTokenMs);
    fetching.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/** Where a registration's tokens come from: Entra ID, or what stands in for it while Teams mode is tested. */
export const tokenSourceOf = (
  registration: {
    readonly appId: string;
    readonly tenantId: string;
    readonly password?: string | undefined;
    readonly tokenEndpoint?: string | undefined;
  },
  clock: Clock,
): TokenSource => {
  const { appId, tenantId, password, tokenEndpoint } = registration;
  return tokenEndpoint === undefined
    ? entraTokens({ appId, tenantId, password })
    : endpointTokens({ endpoint: tokenEndpoint, appId, password, clock });
};

/** From Microsoft Entra ID, by the app's secret or by the managed identity the bot runs under. */
function entraTokens(options: {
  readonly appId: string;
  readonly tenantId: string;
  readonly password: string | undefined;
}): TokenSource {
  return async () => {
    const { ClientSecretCredential, ManagedIdentityCredential } = await import("@azure/identity");
    const credential =
      options.password === undefined
        ? new ManagedIdentityCredential({ clientId: options.appId })
        : new ClientSecretCredential(options.tenantId, options.appId, options.password);
    const { token, expiresOnTimestamp } = await credential.getToken(scope, {
      abortSignal: AbortSignal.timeout(entraWithinMs),
    });
    return { token, expiresAt: new Date(expiresOnTimestamp) };
  };
}

/** From a token endpoint on this machine: Teams mode without Azure, for tests. */
export function endpointTokens(options: {
  readonly endpoint: string;
  readonly appId: string;
  readonly password: string | undefined;
  readonly clock: Clock;
}): TokenSource {
  return async () => {
    const response = await fetch(options.endpoint, {
      method: "POST",
      signal: AbortSignal.timeout(endpointWithinMs),
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: options.appId,
        client_secret: options.password ?? "",
        scope,
      }),
    });
    const answer: unknown = response.ok ? await response.json() : undefined;
    if (!isTokenAnswer(answer)) throw new Error(`The token endpoint answered ${response.status}.`);
    const expiresAt = new Date(options.clock.now().getTime() + answer.expires_in * 1000);
    return { token: answer.access_token, expiresAt };
  };
}

const isTokenAnswer = (
  value: unknown,
): value is { readonly access_token: string; readonly expires_in: number } =>
  typeof value === "object" &&
  value !== null &&
  "access_token" in value &&
  typeof value.access_token === "string" &&
  "expires_in" in value &&
  typeof value.expires_in === "number";

/** The two ways the bot faces the world: whom it lets in, where it may send, and with which token. */
import type { Clock, Log } from "../../core/ports.ts";
import { type Authenticate, authenticateChannel, authenticateNobody } from "./authenticate.ts";
import { type BotAdapter, createBotAdapter } from "./bot-adapter.ts";
import { createChannelKeys } from "./channel-keys.ts";
import { type Guard, guardLocal, guardTeams, isTeamsServiceUrl } from "./guard.ts";
import { isLoopbackUrl } from "./loopback.ts";
import { createTokenProvider, tokenSourceOf } from "./token-provider.ts";

export type Side = {
  readonly authenticate: Authenticate;
  readonly adapter: BotAdapter;
  readonly guard: Guard;
  readonly isAllowed: (serviceUrl: string) => boolean;
  /**
   * Whether messages come that are not meant for the bot. In Teams where the app may read every message; clients for
   * trying bots out mention nobody and mean the bot.
   */
  readonly hearsOthers: boolean;
  readonly token: () => Promise<string | undefined>;
};

export type TeamsRegistration = {
  readonly appId: string;
  readonly tenantId: string;
  /** Undefined: the managed identity. */
  readonly password?: string | undefined;
  readonly allowedTenants: readonly string[];
  /** Both or none: Teams mode tested on this machine, and only then may it talk to this machine. */
  readonly openIdMetadata?: string | undefined;
  readonly tokenEndpoint?: string | undefined;
};

const channel = "msteams";
const channelMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

export const localSide = (): Side => ({
  authenticate: authenticateNobody,
  adapter: createBotAdapter(undefined),
  guard: guardLocal,
  isAllowed: isLoopbackUrl,
  hearsOthers: false,
  token: async () => undefined,
});

export function teamsSide(
  registration: TeamsRegistration,
  clock: Clock,
  log?: Log,
  onTokenExpiry?: (expiresAt: Date) => void,
): Side {
  const { appId, tokenEndpoint, openIdMetadata } = registration;
  const isTest = tokenEndpoint !== undefined && openIdMetadata !== undefined;
  const isAllowed = (url: string) => isTeamsServiceUrl(url) || (isTest && isLoopbackUrl(url));
  const metadata = openIdMetadata ?? channelMetadata;
  const warnOf = (event: string) => (error: unknown) => {
    log?.warn(event, { cause: causeOf(error) });
  };
  return {
    authenticate: authenticateChannel({
      appId,
      keys: createChannelKeys({ metadata, channel, clock, onTrouble: warnOf("no channel keys") }),
      clock,
    }),
    adapter: createBotAdapter(appId),
    guard: guardTeams({
      channel,
      allowedTenants: registration.allowedTenants,
      isAllowedServiceUrl: isAllowed,
    }),
    isAllowed,
    hearsOthers: true,
    token: createTokenProvider({
      source: tokenSourceOf(registration, clock),
      clock,
      onTrouble: warnOf("no new token"),
      ...(onTokenExpiry && { onExpiry: onTokenExpiry }),
    }),
  };
}

/** Entra ID's first line says which of secret, app and tenant it does not like; the rest is for its support. */
const causeOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]?.slice(0, 300) ?? "";

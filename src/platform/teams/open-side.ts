/** The two ways the bot faces the world: whom it lets in, where it may send, and with which token. */
import type { Clock } from "../../core/ports.ts";
import { type BotAdapter, channelSettings, createBotAdapter } from "./bot-adapter.ts";
import { type Guard, guardLocal, guardTeams, isTeamsServiceUrl } from "./guard.ts";
import { isLoopbackUrl } from "./loopback.ts";
import { createTokenProvider, endpointTokens, entraTokens } from "./token-provider.ts";

export type Side = {
  readonly adapter: BotAdapter;
  readonly guard: Guard;
  readonly isAllowed: (serviceUrl: string) => boolean;
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

export const localSide = (): Side => ({
  adapter: createBotAdapter({}),
  guard: guardLocal,
  isAllowed: isLoopbackUrl,
  token: async () => undefined,
});

export function teamsSide(registration: TeamsRegistration, clock: Clock): Side {
  const { appId, tenantId, password, tokenEndpoint, openIdMetadata } = registration;
  const isTest = tokenEndpoint !== undefined && openIdMetadata !== undefined;
  const isAllowed = (url: string) => isTeamsServiceUrl(url) || (isTest && isLoopbackUrl(url));
  const source =
    tokenEndpoint === undefined
      ? entraTokens({ appId, tenantId, password })
      : endpointTokens({ endpoint: tokenEndpoint, appId, password, clock });
  return {
    adapter: createBotAdapter(channelSettings({ appId, tenantId, openIdMetadata })),
    guard: guardTeams({
      appId,
      allowedTenants: registration.allowedTenants,
      isAllowedServiceUrl: isAllowed,
    }),
    isAllowed,
    token: createTokenProvider(source, clock),
  };
}

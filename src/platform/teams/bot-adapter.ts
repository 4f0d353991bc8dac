/**
 * botbuilder's CloudAdapter, kept to what it is good at: authenticating what arrives. Everything it would build anew
 * for each turn (connector and token clients, which we do not send with) is made once.
 */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from "botbuilder";
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type ConnectorClient,
  type ConnectorFactory,
  type UserTokenClient,
} from "botframework-connector";

export type BotAdapter = {
  /**
   * Authenticates the activity, then acts. "unauthenticated": the token is not good. "unavailable": the channel's
   * keys could not be fetched, so nobody can tell.
   */
  process(
    authorization: string,
    activity: unknown,
    act: () => Promise<void>,
  ): Promise<"done" | "unauthenticated" | "unavailable">;
};

export function createBotAdapter(
  settings: ConfigurationBotFrameworkAuthenticationOptions,
): BotAdapter {
  const authentication = new LeanAuthentication(settings);
  const adapter = new CloudAdapter(authentication);
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  return {
    async process(authorization, body, act) {
      const activity = body as Activity;
      let identity: AuthenticateRequestResult;
      try {
        identity = await authentication.authenticateRequest(activity, authorization);
      } catch (error) {
        return isOurTrouble(error) ? "unavailable" : "unauthenticated";
      }
      await adapter.processActivityDirect(identity, activity, act);
      return "done";
    },
  };
}

/** The settings that make the SDK check tokens of Teams' for one app; set in full, for any one switches the defaults off. */
export const channelSettings = (options: {
  readonly appId: string;
  readonly tenantId: string;
  /** Where the channel's keys are described; Microsoft's unless a test has its own. */
  readonly openIdMetadata: string | undefined;
}): ConfigurationBotFrameworkAuthenticationOptions => {
  const metadata =
    options.openIdMetadata ?? "https://login.botframework.com/v1/.well-known/openidconfiguration";
  return {
    MicrosoftAppId: options.appId,
    MicrosoftAppTenantId: options.tenantId,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${options.tenantId}`,
    ToChannelFromBotOAuthScope: "https://api.botframework.com",
    ToBotFromChannelTokenIssuer: "https://api.botframework.com",
    OAuthUrl: "https://api.botframework.com",
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    CallerId: "",
    ValidateAuthority: true,
  };
};

/** Keys that could not be fetched: the SDK says so with 500, its fetch with a FetchError. Everything else is the token's fault. */
const isOurTrouble = (error: unknown): boolean =>
  error instanceof AuthenticationError
    ? Number(error.statusCode) >= 500
    : error instanceof Error && error.name === "FetchError";

/** The SDK's own client stands in every turn context; ours is connector.ts, so this one only has to be there. */
const unusedClient = {} as ConnectorClient;
const unusedFactory = { create: async () => unusedClient } as unknown as ConnectorFactory;
const unusedTokenClient = {} as UserTokenClient;

class LeanAuthentication extends ConfigurationBotFrameworkAuthentication {
  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authorization);
    return { ...result, connectorFactory: unusedFactory };
  }
  override createConnectorFactory(): ConnectorFactory {
    return unusedFactory;
  }
  override async createUserTokenClient(): Promise<UserTokenClient> {
    return unusedTokenClient;
  }
}

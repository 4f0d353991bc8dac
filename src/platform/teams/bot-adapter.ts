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
import type {
  AuthenticateRequestResult,
  ConnectorClient,
  ConnectorFactory,
  UserTokenClient,
} from "botframework-connector";

export type BotAdapter = {
  /** Authenticates the activity and then acts; throws what authentication throws. */
  process(authorization: string, activity: unknown, act: () => Promise<void>): Promise<void>;
};

export function createBotAdapter(
  settings: ConfigurationBotFrameworkAuthenticationOptions,
): BotAdapter {
  const adapter = new CloudAdapter(new LeanAuthentication(settings));
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  return {
    async process(authorization, activity, act) {
      await adapter.processActivityDirect(authorization, activity as Activity, act);
    },
  };
}

/** The SDK's own client stands in every turn context; ours is platform/teams/connector.ts, so this one only has to be there. */
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

/**
 * botbuilder's CloudAdapter, with what it would build anew for each turn (connector and token clients, which we do not
 * send with) made once. Who sent an activity was found out before (authenticate.ts): `BotFrameworkAuthentication` is
 * where the SDK lets its users do that themselves.
 */
import { type Activity, CloudAdapter } from "botbuilder";
import {
  AuthenticationConstants,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  type UserTokenClient,
} from "botframework-connector";
import type { Caller } from "./authenticate.ts";

export type BotAdapter = {
  /** Runs a turn of the caller's. */
  process(caller: Caller, activity: unknown, act: () => Promise<void>): Promise<void>;
};

export function createBotAdapter(appId: string | undefined): BotAdapter {
  const adapter = new CloudAdapter(new AuthenticatedBefore());
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  return {
    async process({ serviceUrl }, activity, act) {
      const claims = Object.entries({
        [AuthenticationConstants.AudienceClaim]: appId,
        [AuthenticationConstants.ServiceUrlClaim]: serviceUrl,
      }).flatMap(([type, value]) => (value === undefined ? [] : [{ type, value }]));
      const identity = {
        audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
        claimsIdentity: new ClaimsIdentity(claims, true),
        connectorFactory: unusedFactory,
      };
      await adapter.processActivityDirect(identity, activity as Activity, act);
    },
  };
}

/** The SDK's own client stands in every turn context; ours is connector.ts, so this one only has to be there. */
const unusedClient = {} as ConnectorClient;
const unusedFactory = { create: async () => unusedClient } as unknown as ConnectorFactory;
const unusedTokenClient = {} as UserTokenClient;

class AuthenticatedBefore extends BotFrameworkAuthentication {
  override authenticateRequest(): never {
    throw new Error("Activities are authenticated before they come here.");
  }
  override authenticateStreamingRequest(): never {
    throw new Error("Kollega takes no streams.");
  }
  override createConnectorFactory(): ConnectorFactory {
    return unusedFactory;
  }
  override async createUserTokenClient(): Promise<UserTokenClient> {
    return unusedTokenClient;
  }
}

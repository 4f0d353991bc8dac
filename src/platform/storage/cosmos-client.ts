import type { CosmosClient, CosmosClientOptions } from "@azure/cosmos";
import { jobPatience } from "./cosmos-calls.ts";
import { type CosmosHttp, createCosmosHttp } from "./cosmos-http.ts";

/** Something that gets tokens, as @azure/identity has them. */
export type CosmosCredential = NonNullable<CosmosClientOptions["aadCredentials"]>;

/** The SDK's client. Both packages are loaded here, for a bot on SQLite needs neither. */
export async function createCosmosClient(options: {
  readonly endpoint: string;
  readonly key?: string;
  readonly credential?: CosmosCredential;
}): Promise<{ readonly client: CosmosClient; readonly http: CosmosHttp }> {
  const { endpoint, key } = options;
  const { CosmosClient } = await import("@azure/cosmos");
  const http = createCosmosHttp(endpoint.startsWith("https:"));
  const client = new CosmosClient({
    endpoint,
    ...(key === undefined
      ? { aadCredentials: options.credential ?? (await defaultCredential()) }
      : { key }),
    httpClient: http,
    userAgentSuffix: "kollega",
    connectionPolicy: {
      enableEndpointDiscovery: !isLoopback(endpoint),
      requestTimeout: jobPatience.requestMs,
      // Repeating is cosmos-calls' business: the SDK waits as long as the service says, whatever it was told.
      retryOptions: {
        maxRetryAttemptCount: 0,
        fixedRetryIntervalInMilliseconds: 0,
        maxWaitTimeInSeconds: 0,
      },
    },
  });
  return { client, http };
}

async function defaultCredential(): Promise<CosmosCredential> {
  const { DefaultAzureCredential } = await import("@azure/identity");
  return new DefaultAzureCredential();
}

function isLoopback(endpoint: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(endpoint).hostname);
}

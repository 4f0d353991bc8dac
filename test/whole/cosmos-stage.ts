import { type CosmosProxy, startCosmosProxy } from "../fakes/cosmos-proxy.ts";
import { type CosmosServer, startCosmosServer } from "../fakes/cosmos-server.ts";

const key = "a2V5";

/** Cosmos DB in a process of its own, a line to it that can be disturbed, and the settings of bots that use it. */
export type CosmosStage = {
  readonly server: CosmosServer;
  readonly proxy: CosmosProxy;
  /** Straight to the server. */
  readonly direct: { readonly endpoint: string; readonly key: string };
  /** For a bot or a command; through the proxy unless told. */
  env(options: {
    readonly database: string;
    readonly direct?: boolean;
  }): Readonly<Record<string, string>>;
  close(): Promise<void>;
};

export async function setCosmosStage(): Promise<CosmosStage> {
  const server = await startCosmosServer();
  const proxy = await startCosmosProxy(server.port);
  const direct = { endpoint: `http://127.0.0.1:${server.port}`, key };
  return {
    server,
    proxy,
    direct,
    env: (options) => ({
      COSMOS_ENDPOINT: options.direct ? direct.endpoint : proxy.url,
      COSMOS_KEY: key,
      COSMOS_DATABASE: options.database,
    }),
    async close() {
      await proxy.stop().catch(() => undefined);
      await server.close();
    },
  };
}

/** What a bot counted so far: "claims create" → 12. */
export async function storageCallsOf(botUrl: string): Promise<ReadonlyMap<string, number>> {
  const text = await fetch(`${botUrl}/metrics`).then((response) => response.text());
  const line = /^kollega_storage_calls_total\{container="(\w+)",operation="(\w+)"\} (\d+)$/gmu;
  return new Map(
    [...text.matchAll(line)].map(([, container, operation, count]) => [
      `${container} ${operation}`,
      Number(count),
    ]),
  );
}

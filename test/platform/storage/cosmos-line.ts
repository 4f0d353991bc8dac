import { setTimeout as sleep } from "node:timers/promises";
import type { Clock, Container } from "../../../src/core/ports.ts";
import {
  type CosmosDocuments,
  type CosmosOptions,
  openCosmosDocuments,
} from "../../../src/platform/storage/cosmos-documents.ts";
import { type IndexedFields, indexedFields } from "../../../src/platform/storage/cosmos-indexes.ts";
import { type CosmosProxy, startCosmosProxy } from "../../fakes/cosmos-proxy.ts";
import { type CosmosServer, startCosmosServer } from "../../fakes/cosmos-server.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";

export const realClock: Clock = { now: () => new Date(), sleep: (ms) => sleep(ms) };
const silent = { info() {}, warn() {}, error() {} };

/** The house's indexes, and those of what tests sort by. */
const indexedForTests: Readonly<Record<Container, IndexedFields>> = {
  ...indexedFields,
  content: { filtered: ["type"], sorted: ["rank", "text", "due"] },
};

export type CosmosLine = {
  readonly server: CosmosServer;
  readonly proxy: CosmosProxy;
  open(options?: Partial<CosmosOptions>): Promise<CosmosDocuments>;
  /** Heals the line and closes what was opened. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

/** A server, a proxy before it, and stores that reach it only through the proxy. */
export async function startCosmosLine(): Promise<CosmosLine> {
  const server = await startCosmosServer();
  const proxy = await startCosmosProxy(server.port);
  const stores: CosmosDocuments[] = [];

  async function reset(): Promise<void> {
    for (const store of stores.splice(0)) await store.close();
    proxy.fault = () => undefined;
    proxy.charge = () => 1;
    proxy.aheadMs = 0;
    proxy.forget();
  }

  return {
    server,
    proxy,
    async open(options) {
      const store = await openCosmosDocuments({
        endpoint: proxy.url,
        key: "a2V5",
        database: "kollega",
        clock: createFixedClock(),
        log: silent,
        mode: "bot",
        indexed: indexedForTests,
        ...options,
      });
      stores.push(store);
      return store;
    },
    reset,
    async close() {
      await reset();
      await proxy.stop();
      await server.close();
    },
  };
}

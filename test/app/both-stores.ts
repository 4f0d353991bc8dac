import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock, Documents, Log } from "../../src/core/ports.ts";
import { openCosmosDocuments } from "../../src/platform/storage/cosmos-documents.ts";
import { openSqliteDocuments } from "../../src/platform/storage/sqlite-documents.ts";
import { type CosmosServer, startCosmosServer } from "../fakes/cosmos-server.ts";

export type OpenDocuments = Documents & {
  close(): Promise<void>;
  readonly compact?: () => Promise<void>;
};

/** Where one test keeps its documents. Each bot that opens it is another process on the same store. */
export type StorePlace = {
  open(deps: { readonly clock: Clock; readonly log: Log }): Promise<OpenDocuments>;
  remove(): void;
};

export type TestStore = {
  readonly name: string;
  start(): Promise<void>;
  newPlace(): StorePlace;
  stop(): Promise<void>;
};

export function sqlitePlace(): StorePlace {
  const dataDir = mkdtempSync(join(tmpdir(), "kollega-app-"));
  return {
    open: (deps) => openSqliteDocuments({ ...deps, dataDir, mode: "tool" }),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

const sqlite: TestStore = {
  name: "SQLite",
  start: async () => {},
  newPlace: sqlitePlace,
  stop: async () => {},
};

/** Over the wire, as Azure is: the server is a process of its own. */
const cosmos: TestStore = (() => {
  let server: CosmosServer | undefined;
  let databases = 0;
  return {
    name: "Cosmos DB",
    async start() {
      server = await startCosmosServer();
    },
    newPlace() {
      if (!server) throw new Error("the Cosmos server was not started");
      const endpoint = `http://127.0.0.1:${server.port}`;
      const database = `kollega-${++databases}`;
      return {
        open: ({ clock, log }) =>
          openCosmosDocuments({
            // A test's clock stands while a call is under way, so a call must not sleep by it.
            clock: { now: clock.now, sleep: (ms) => sleep(ms) },
            log,
            endpoint,
            database,
            key: "a2V5",
            mode: "bot",
          }),
        remove: () => {},
      };
    },
    async stop() {
      await server?.close();
      server = undefined;
    },
  };
})();

export const bothStores: readonly TestStore[] = [sqlite, cosmos];

import { BotError } from "../../core/errors.ts";
import {
  type Clock,
  type Container,
  containers,
  type Documents,
  type Log,
} from "../../core/ports.ts";
import { type CallName, createCosmosCalls, jobPatience, turnPatience } from "./cosmos-calls.ts";
import { type CosmosCredential, createCosmosClient } from "./cosmos-client.ts";
import { createCosmosContainers } from "./cosmos-containers.ts";
import { type IndexedFields, indexedFields } from "./cosmos-indexes.ts";
import { createCosmosRequests } from "./cosmos-requests.ts";
import { type CosmosTable, createCosmosTable } from "./cosmos-table.ts";
import type { StorageOperation } from "./count-calls.ts";

export type CosmosOptions = {
  /** The account's address. A loopback one may be http, and turns endpoint discovery off. */
  readonly endpoint: string;
  /** Without a key the managed identity is used, or whatever else Azure's default chain of credentials finds. */
  readonly key?: string;
  readonly database: string;
  readonly clock: Clock;
  readonly log: Log;
  /** "bot": calls are part of turns and end within three seconds; jobs and tools wait for a busy account. */
  readonly mode: "bot" | "tool" | "job";
  /** Request units as the service counted them, attempts that failed included. */
  readonly onRequestCharge?: (
    container: Container,
    operation: StorageOperation,
    units: number,
  ) => void;
  /** Instead of Azure's default chain of credentials. */
  readonly credential?: CosmosCredential;
  /** Makes a missing database and containers; with a key unless told, as an identity is not allowed to. */
  readonly createsMissing?: boolean;
  /** For tests that need other indexes than the house's. */
  readonly indexed?: Readonly<Record<Container, IndexedFields>>;
};

export type CosmosDocuments = Documents & {
  /** What stands in the way of using the store, in words; empty once everything was found, and then without a call. */
  check(): Promise<string[]>;
  /** The same documents with the patience of a job, on the same connections. */
  readonly patient: Documents;
  /** Calls that come later throw "store-unavailable". */
  close(): Promise<void>;
};

/**
 * The `Documents` port on Cosmos DB. Opens even if the account cannot be reached: calls throw "store-unavailable"
 * and `check` says why, until it can.
 */
export async function openCosmosDocuments(options: CosmosOptions): Promise<CosmosDocuments> {
  const { clock, log, mode, key, createsMissing = key !== undefined } = options;
  const { client, http } = await createCosmosClient(options);
  const database = client.database(options.database);
  const onCharge = ({ container, operation }: CallName, units: number) => {
    const known = containers.find((each) => each === container);
    if (known && units > 0) {
      options.onRequestCharge?.(known, operation as StorageOperation, units);
    }
  };
  const patientCalls = createCosmosCalls({ clock, log, patience: jobPatience, onCharge });
  const quickCalls = createCosmosCalls({ clock, log, patience: turnPatience, onCharge });
  const { indexed = indexedFields } = options;
  const all = createCosmosContainers({
    database,
    createsMissing,
    indexed,
    // A turn may be waiting for it, whatever the mode.
    calls: quickCalls,
    patientCalls,
    log,
  });
  const sortedHere = new Set<string>();
  let isClosed = false;

  function tables(calls: typeof quickCalls): Documents {
    const byContainer = new Map(
      containers.map((container) => [container, table(container, calls)]),
    );
    return portOn((container) => {
      if (isClosed) throw new BotError("store-unavailable", "The store was closed.");
      const wanted = byContainer.get(container);
      if (!wanted) throw new Error(`There is no container ${container}.`);
      return wanted;
    });
  }

  function table(container: Container, calls: typeof quickCalls): CosmosTable {
    const requests = createCosmosRequests({
      sdk: database.container(container),
      calls,
      onContainerGone: () => all.forget(container),
      allowQueryPlans() {
        const isNew = http.allowQueryPlans();
        if (isNew) log.warn("cosmos-query-plans-needed", { container });
        return isNew;
      },
    });
    return createCosmosTable({
      container,
      requests,
      now: () => clock.now().getTime(),
      find: () => all.find(container),
      onSortedHere(field) {
        const name = `${container}.${field}`;
        if (!sortedHere.has(name)) log.warn("cosmos-sorted-without-index", { container, field });
        sortedHere.add(name);
      },
    });
  }

  const patient = tables(patientCalls);
  const missing = await all.missing();
  log.info("storage-opened", { store: "cosmos", mode, missing: missing.length });
  return {
    ...(mode === "bot" ? tables(quickCalls) : patient),
    patient,
    check: () => all.missing(),
    async close() {
      isClosed = true;
      client.dispose();
      http.close();
    },
  };
}

function portOn(table: (container: Container) => CosmosTable): Documents {
  return {
    async read(container, partition, id) {
      return table(container).read(partition, id);
    },
    async create(container, partition, doc, options) {
      return table(container).create(partition, doc, options?.expiresAt);
    },
    async replace(container, partition, doc, etag, options) {
      return table(container).replace(partition, doc, etag, options?.expiresAt);
    },
    async delete(container, partition, id, etag) {
      return table(container).delete(partition, id, etag);
    },
    async query(query) {
      return table(query.container).query(query);
    },
    async changes(container, partition, mark) {
      return table(container).changes(partition, mark);
    },
    async purge(container, partition) {
      return table(container).purge(partition);
    },
  };
}

/** Opens the store that is configured. The heavy adapter is loaded only where it is used. */
import type { Clock, Documents, Log } from "../../core/ports.ts";
import type { StorageOperation } from "./count-calls.ts";

export type StoreSettings =
  | { readonly kind: "sqlite"; readonly dataDir: string }
  | {
      readonly kind: "cosmos";
      readonly endpoint: string;
      /** Without a key: managed identity. */
      readonly key?: string | undefined;
      readonly database: string;
    };

export type Store = {
  /** For turns: gives up in time for the turn to end. */
  readonly turns: Documents;
  /** For jobs and commands: waits for a busy store. */
  readonly jobs: Documents;
  /** What stands in the way of using the store, in words; empty when nothing does. */
  missing(): Promise<readonly string[]>;
  /** Takes what was deleted out of the store's files; undefined where it keeps none. */
  readonly compact?: () => Promise<void>;
  close(): Promise<void>;
};

export async function openStore(
  settings: StoreSettings,
  deps: {
    readonly clock: Clock;
    readonly log: Log;
    /** One bot may use a SQLite store, any number of tools beside it; Cosmos DB takes any number of both. */
    readonly mode: "bot" | "tool";
    readonly onRequestCharge?: (
      container: string,
      operation: StorageOperation,
      units: number,
    ) => void;
  },
): Promise<Store> {
  const { onRequestCharge, ...common } = deps;
  if (settings.kind === "sqlite") {
    const { openSqliteDocuments } = await import("./sqlite-documents.ts");
    const documents = await openSqliteDocuments({ ...common, dataDir: settings.dataDir });
    return {
      turns: documents,
      jobs: documents,
      missing: async () => [],
      compact: () => documents.compact(),
      close: () => documents.close(),
    };
  }
  const { openCosmosDocuments } = await import("./cosmos-documents.ts");
  const { kind: _, key, ...account } = settings;
  const documents = await openCosmosDocuments({
    ...common,
    ...account,
    ...(key !== undefined && { key }),
    ...(onRequestCharge && { onRequestCharge }),
  });
  return {
    turns: documents,
    jobs: documents.patient,
    missing: () => documents.check(),
    close: () => documents.close(),
  };
}

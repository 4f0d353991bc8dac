import type { ContainerDefinition, Database, IndexingPolicy } from "@azure/cosmos";
import { BotError } from "../../core/errors.ts";
import { type Container, containers, type Log } from "../../core/ports.ts";
import type { CallName, CosmosCalls } from "./cosmos-calls.ts";
import {
  canSort,
  completedPolicy,
  definitionOf,
  type IndexedFields,
  indexingPolicyOf,
} from "./cosmos-indexes.ts";

export type FoundContainer = {
  /** True if Cosmos DB itself can sort by the field. */
  sorts(field: string): boolean;
};

export type CosmosContainers = {
  /** Asks Cosmos DB until the container was found once, and not again. */
  find(container: Container): Promise<FoundContainer>;
  /** To be asked for again: an answer said that it is gone. */
  forget(container: Container): void;
  /** What stands in the way of using the store, in words; empty if nothing does. */
  missing(): Promise<string[]>;
};

/** Containers are found, and with a key made, before they are used; no failure is remembered. */
export function createCosmosContainers(options: {
  readonly database: Database;
  /** The control plane takes keys only; with an identity somebody else sets up the database. */
  readonly createsMissing: boolean;
  readonly indexed: Readonly<Record<Container, IndexedFields>>;
  readonly calls: CosmosCalls;
  /** Making a container takes Azure some seconds. */
  readonly patientCalls: CosmosCalls;
  readonly log: Log;
}): CosmosContainers {
  const { database, createsMissing, indexed, calls, patientCalls, log } = options;
  // By the database's name: if it cannot be reached, that is one trouble and not six.
  const named = (operation: string): CallName => ({
    container: `database ${database.id}`,
    operation,
  });
  const found = new Map<Container, FoundContainer>();
  const findDatabase = onceAtATime(makeDatabaseIfMissing);
  const searches = new Map(
    containers.map((container) => [container, onceAtATime(() => search(container))]),
  );

  async function search(container: Container): Promise<FoundContainer> {
    const definition = (await read(container)) ?? (await make(container));
    const result: FoundContainer = {
      sorts: (field) => canSort(definition.indexingPolicy, field),
    };
    await completeIndex(container, definition);
    found.set(container, result);
    return result;
  }

  async function read(container: Container): Promise<ContainerDefinition | undefined> {
    const task = calls.begin(named("find containers"));
    const { response } = await calls.call(task, [404], (abortSignal) =>
      database.container(container).read({ abortSignal }),
    );
    return response?.resource;
  }

  async function make(container: Container): Promise<ContainerDefinition> {
    if (!createsMissing) {
      throw new BotError(
        "store-unavailable",
        `The database ${database.id} has no container ${container}.`,
      );
    }
    await findDatabase();
    const definition = definitionOf(container, indexed[container]);
    // 409: another instance made it meanwhile.
    const task = patientCalls.begin(named(`make ${container}`));
    const { status } = await patientCalls.call(task, [409], (abortSignal) =>
      database.containers.create(definition, { abortSignal }),
    );
    if (status < 400) log.info("cosmos-container-made", { container });
    return definition;
  }

  async function makeDatabaseIfMissing(): Promise<void> {
    const finding = calls.begin(named("find"));
    const known = await calls.call(finding, [404], (abortSignal) => database.read({ abortSignal }));
    if (known.response) return;
    const making = patientCalls.begin(named("make"));
    await patientCalls.call(making, [409], (abortSignal) =>
      database.client.databases.create({ id: database.id }, { abortSignal }),
    );
  }

  /** A version that sorts by a new field adds its index; until Cosmos DB has built it, the sorting is done here. */
  async function completeIndex(
    container: Container,
    definition: ContainerDefinition,
  ): Promise<void> {
    const wanted = indexingPolicyOf(indexed[container]);
    const indexingPolicy = completedPolicy(definition.indexingPolicy, wanted);
    if (!indexingPolicy) return;
    log.warn("cosmos-index-incomplete", { container, isCompleted: createsMissing });
    if (createsMissing) await replacePolicy(container, definition, indexingPolicy);
  }

  async function replacePolicy(
    container: Container,
    definition: ContainerDefinition,
    indexingPolicy: IndexingPolicy,
  ): Promise<void> {
    const task = patientCalls.begin(named(`index ${container}`));
    await patientCalls.call(task, [409, 412], (abortSignal) =>
      database.container(container).replace({ ...definition, indexingPolicy }, { abortSignal }),
    );
  }

  async function find(container: Container): Promise<FoundContainer> {
    const known = found.get(container);
    if (known) return known;
    const searching = searches.get(container);
    if (!searching) throw new Error(`There is no container ${container}.`);
    return searching();
  }

  return {
    find,
    forget(container) {
      found.delete(container);
    },
    async missing() {
      const problems = await Promise.all(
        containers.map((container) =>
          find(container).then(
            () => undefined,
            (error: unknown) => {
              if (error instanceof BotError) return error.message;
              throw error;
            },
          ),
        ),
      );
      return [...new Set(problems.filter((problem) => problem !== undefined))];
    },
  };
}

/** Whoever asks while an answer is under way gets the same one; afterwards it is asked anew. */
function onceAtATime<T>(ask: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= ask().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

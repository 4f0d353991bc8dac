import type { ContainerDefinition, IndexingPolicy } from "@azure/cosmos";
import type { Container } from "../../core/ports.ts";

/** The fields of one container's documents that Cosmos DB keeps an index for. */
export type IndexedFields = {
  /** Fields in `where`. One that is not named works, and reads every document of the partition. */
  readonly filtered: readonly string[];
  /** Fields in `orderBy`. One that is not named is sorted here, out of all that the conditions leave. */
  readonly sorted: readonly string[];
};

/**
 * Everything that is indexed, besides the partition, ids and times. The one place to name a field that
 * queries filter or sort by; what sets up the database elsewhere is held against it.
 */
export const indexedFields: Readonly<Record<Container, IndexedFields>> = {
  content: { filtered: ["type", "occasion", "announcement", "person", "by"], sorted: [] },
  members: { filtered: ["type"], sorted: [] },
  conversations: { filtered: ["type"], sorted: [] },
  deliveries: { filtered: ["type", "state", "id"], sorted: ["due"] },
  claims: { filtered: [], sorted: [] },
  audit: { filtered: ["type", "actor", "id"], sorted: [] },
};

/** A container as it is made here with a key, and by infra/ where the bot has an identity that may make none. */
export const definitionOf = (container: Container, fields: IndexedFields): ContainerDefinition => ({
  id: container,
  partitionKey: { paths: ["/pk"] },
  // On, with no expiry but an item's own.
  defaultTtl: -1,
  indexingPolicy: indexingPolicyOf(fields),
});

type CompositeIndex = NonNullable<IndexingPolicy["compositeIndexes"]>[number];

/**
 * Every path is named by itself, for under a wildcard a sorted query would leave out documents without the
 * field. `expiresAt` is not among them: it filters out almost nothing, as Cosmos DB removes what has expired.
 */
export function indexingPolicyOf(fields: IndexedFields): IndexingPolicy {
  const paths = new Set([
    "/pk/?",
    ...[...fields.filtered, ...fields.sorted].map((field) => `/doc/${field}/?`),
  ]);
  return {
    indexingMode: "consistent",
    automatic: true,
    includedPaths: [...paths].map((path) => ({ path })),
    excludedPaths: [{ path: "/*" }],
    compositeIndexes: fields.sorted.filter((field) => field !== "id").flatMap(compositesOf),
  };
}

/** True if a container with this policy can sort by the field, ties by id, in both directions. */
export function canSort(policy: IndexingPolicy | undefined, field: string): boolean {
  if (field === "id") return hasPath(policy, "/doc/id/?");
  return compositesOf(field).every((wanted) => hasComposite(policy, wanted));
}

/** The policy with what it lacks of the wanted one; undefined if it lacks nothing. */
export function completedPolicy(
  policy: IndexingPolicy | undefined,
  wanted: IndexingPolicy,
): IndexingPolicy | undefined {
  // Azure always tells its paths; who does not tell them keeps no indexes.
  if (!policy?.includedPaths?.length) return undefined;
  const paths = (wanted.includedPaths ?? []).filter(({ path }) => !hasPath(policy, path));
  const composites = (wanted.compositeIndexes ?? []).filter(
    (composite) => !hasComposite(policy, composite),
  );
  if (paths.length === 0 && composites.length === 0) return undefined;
  // What is there stays: another version of the bot may be using it at this moment.
  return {
    ...policy,
    includedPaths: [...policy.includedPaths, ...paths],
    compositeIndexes: [...(policy.compositeIndexes ?? []), ...composites],
  };
}

function compositesOf(field: string): readonly CompositeIndex[] {
  const composite = (order: "ascending" | "descending"): CompositeIndex => [
    { path: `/doc/${field}`, order },
    { path: "/doc/id", order: "ascending" },
  ];
  return [composite("ascending"), composite("descending")];
}

function hasPath(policy: IndexingPolicy | undefined, path: string | undefined): boolean {
  return (policy?.includedPaths ?? []).some(
    (included) => included.path === path || included.path === "/*",
  );
}

function hasComposite(policy: IndexingPolicy | undefined, wanted: CompositeIndex): boolean {
  return (policy?.compositeIndexes ?? []).some(
    (composite) =>
      composite.length === wanted.length &&
      composite.every(
        ({ path, order }, n) => path === wanted[n]?.path && order === wanted[n].order,
      ),
  );
}

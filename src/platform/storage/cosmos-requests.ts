import type { FeedResponse, Container as SdkContainer } from "@azure/cosmos";
import type { Document } from "../../core/ports.ts";
import { type Answer, type CosmosCalls, type Task, unavailable } from "./cosmos-calls.ts";
import type { CosmosItem, ReadItem } from "./cosmos-item.ts";
import type { Statement } from "./cosmos-query.ts";
import type { StorageOperation } from "./count-calls.ts";

/** Where one item is, as Cosmos DB knows it. */
export type ItemPlace = { readonly id: string; readonly pk: string };

type Found<T> = {
  readonly items: readonly T[];
  /** The service's clock when it began to answer, in seconds. */
  readonly answeredAt?: number;
};

export type CosmosRequests = ReturnType<typeof createCosmosRequests>;

/** Substatus of a 404 that speaks of the container, not of the item. */
const containerIsGone = 1003;
const badRequest = 400;

/** The requests about one container's items, one call each; what their answers mean is cosmos-table's. */
export function createCosmosRequests(options: {
  readonly sdk: SdkContainer;
  readonly calls: CosmosCalls;
  readonly onContainerGone: () => void;
  /** True if plans were not allowed before. */
  readonly allowQueryPlans: () => boolean;
}) {
  const { sdk, calls, onContainerGone, allowQueryPlans } = options;
  const begin = (operation: StorageOperation): Task =>
    calls.begin({ container: sdk.id, operation });

  async function ask<R extends Parameters<CosmosCalls["call"]>[2]>(
    task: Task,
    meant: readonly number[],
    attempt: R,
  ): Promise<Answer<Awaited<ReturnType<R>>>> {
    const answer = await calls.call(task, meant, attempt);
    if (answer.status === 404 && answer.substatus === containerIsGone) {
      onContainerGone();
      throw unavailable(task, { reason: "the container is gone" });
    }
    return answer as Answer<Awaited<ReturnType<R>>>;
  }

  async function page<T>(
    operation: StorageOperation,
    statement: Statement,
    pageOptions: { readonly maxItemCount: number; readonly continuationToken?: string },
  ): Promise<FeedResponse<T> | "refused"> {
    const [partition] = statement.parameters;
    const { response } = await ask(begin(operation), [badRequest], (abortSignal) =>
      sdk.items
        .query<T>(statement, { ...pageOptions, partitionKey: partition?.value, abortSignal })
        .fetchNext(),
    );
    if (response) return response as FeedResponse<T>;
    return allowQueryPlans() ? page(operation, statement, pageOptions) : "refused";
  }

  return {
    begin,

    async read<T extends Document>(
      task: Task,
      { id, pk }: ItemPlace,
    ): Promise<ReadItem<T> | undefined> {
      const answer = await ask(task, [404], (abortSignal) =>
        sdk.item(id, pk).read({ abortSignal }),
      );
      return answer.response?.resource as ReadItem<T> | undefined;
    },

    /** 201 or 409. */
    create: (task: Task, item: CosmosItem) =>
      ask(task, [409], (abortSignal) => sdk.items.create(item, { abortSignal })),

    /** 200, or 404 or 412 if the version is no more. */
    replace: (task: Task, item: CosmosItem, etag: string) =>
      ask(task, [404, 412], (abortSignal) =>
        sdk.item(item.id, item.pk).replace(item, {
          abortSignal,
          accessCondition: { type: "IfMatch", condition: etag },
        }),
      ),

    /** 204, or 404 or 412 if the version is no more; without an etag any version goes. */
    delete: (task: Task, { id, pk }: ItemPlace, etag?: string) =>
      ask(task, [404, 412], (abortSignal) =>
        sdk.item(id, pk).delete({
          abortSignal,
          ...(etag !== undefined && { accessCondition: { type: "IfMatch", condition: etag } }),
        }),
      ),

    /** All that a statement finds, or as much as is `enough`; each page is a task of its own. */
    async find<T>(
      operation: StorageOperation,
      statement: Statement,
      maxItemCount: number,
      enough = Number.POSITIVE_INFINITY,
    ): Promise<Found<T> | "refused"> {
      const items: T[] = [];
      let answeredAt: number | undefined;
      let continuationToken: string | undefined;
      do {
        const next = await page<T>(operation, statement, { maxItemCount, continuationToken });
        if (next === "refused") return next;
        items.push(...next.resources);
        answeredAt ??= answeredAtOf(next);
        continuationToken = next.continuationToken || undefined;
      } while (continuationToken !== undefined && items.length < enough);
      return { items, answeredAt };
    },
  };
}

/** The SDK hands the answer's headers over, and its types hide them; without them a mark merely stays behind. */
function answeredAtOf(response: object): number | undefined {
  const headers: unknown = Reflect.get(response, "headers");
  if (typeof headers !== "object" || headers === null) return undefined;
  const moment = Date.parse(String(Reflect.get(headers, "date")));
  return Number.isNaN(moment) ? undefined : Math.floor(moment / 1000);
}

import { BotError, MaybeThere } from "../../core/errors.ts";
import type { Changes, Container, Document, Page, Query, Stored } from "../../core/ports.ts";
import { type Task, unavailable } from "./cosmos-calls.ts";
import type { FoundContainer } from "./cosmos-containers.ts";
import {
  type CosmosItem,
  isLive,
  itemOf,
  type ReadItem,
  storedOf,
  versionOf,
} from "./cosmos-item.ts";
import { cosmosKey } from "./cosmos-key.ts";
import { formatMark, markOfBeginning, nextMark, parseMark } from "./cosmos-mark.ts";
import { compareInOrder, parsePlace, placeAfter, placeOf } from "./cosmos-order.ts";
import {
  changesStatement,
  idsStatement,
  pageStatement,
  type Statement,
  unsortedStatement,
} from "./cosmos-query.ts";
import type { CosmosRequests } from "./cosmos-requests.ts";
import type { StorageOperation } from "./count-calls.ts";

export type CosmosTable = ReturnType<typeof createCosmosTable>;

/** How often a create looks again at an item that others are changing at the same time. */
const maxRounds = 4;
const readAtOnce = 1_000;
const purgedAtOnce = 100;
const deletesAtOnce = 10;

/** One container: the `Documents` port on Cosmos DB's requests. */
export function createCosmosTable(options: {
  readonly container: Container;
  readonly requests: CosmosRequests;
  readonly now: () => number;
  readonly find: () => Promise<FoundContainer>;
  readonly onSortedHere: (field: string) => void;
}) {
  const { container, requests, now, find, onSortedHere } = options;

  const unclear = (task: Task) =>
    unavailable(task, { reason: "an attempt got no answer, and others changed the item since" });

  const refused = (operation: StorageOperation) =>
    unavailable({ container, operation }, { reason: "the query was refused" });

  /** "stale" only if it is certain that this write was not taken. */
  async function replaceItem<T extends Document>(
    task: Task,
    item: CosmosItem<T> & { readonly over: string },
  ): Promise<Stored<T> | "stale"> {
    const answer = await requests.replace(task, item, item.over);
    if (answer.response) return writtenOf(item, answer.response.resource);
    if (!answer.isDoubtful) return "stale";
    const current = await requests.read<T>(task, item);
    if (current?.write === item.write) return writtenOf(item, current);
    // Another write replaced the same version, so this one did not; else ours may lie between.
    if (current?.over === item.over) return "stale";
    throw unclear(task);
  }

  async function found<T>(
    operation: StorageOperation,
    statement: Statement,
    pageSize: number,
    enough?: number,
  ) {
    const answer = await requests.find<T>(operation, statement, pageSize, enough);
    if (answer !== "refused") return answer;
    throw refused(operation);
  }

  /** Sorted by Cosmos DB itself; undefined if it cannot do so. */
  async function sortedThere<T extends Document>(
    query: Query,
    limit: number,
  ): Promise<readonly ReadItem<T>[] | undefined> {
    const { sorts } = await find();
    if (query.orderBy && !sorts(query.orderBy.field)) return undefined;
    const place = query.after === undefined ? undefined : parsePlace(query.after);
    const statement = pageStatement(query, now(), place);
    const enough = limit + 1;
    const answer = await requests.find<ReadItem<T>>("query", statement, enough, enough);
    if (answer !== "refused") return answer.items;
    // An index that was added just now is not there before Cosmos DB has built it.
    if (query.orderBy) return undefined;
    throw refused("query");
  }

  async function sortedHere<T extends Document>(query: Query): Promise<readonly ReadItem<T>[]> {
    onSortedHere(query.orderBy?.field ?? "");
    const place = query.after === undefined ? undefined : parsePlace(query.after);
    const statement = unsortedStatement(query, now());
    const { items } = await found<ReadItem<T>>("query", statement, readAtOnce);
    const compare = compareInOrder(query);
    const placed = items.map((item) => ({ item, place: placeOf(query, item.doc) }));
    return placed
      .filter((each) => !place || compare(each.place, place) > 0)
      .sort((a, b) => compare(a.place, b.place))
      .map(({ item }) => item);
  }

  return {
    async read<T extends Document>(partition: string, id: string): Promise<Stored<T> | undefined> {
      await find();
      const place = { id: cosmosKey(id), pk: cosmosKey(partition) };
      const item = await requests.read<T>(requests.begin("read"), place);
      return item && isLive(item, now()) ? foundOf(item) : undefined;
    },

    async create<T extends Document>(
      partition: string,
      doc: T,
      expiresAt: Date | undefined,
    ): Promise<Stored<T> | "exists"> {
      await find();
      const task = requests.begin("create");
      const item = itemOf(partition, doc, expiresAt, now());
      let isDoubtful = false;
      for (let round = 0; round < maxRounds; round += 1) {
        const answer = await requests.create(task, item);
        if (answer.response) return writtenOf(item, answer.response.resource);
        isDoubtful ||= answer.isDoubtful;
        const current = await requests.read<T>(task, item).catch((error: unknown) => {
          if (isDoubtful || !(error instanceof BotError)) throw error;
          // Not "exists": what has the id may have expired.
          throw new MaybeThere(error.message, { cause: error.cause });
        });
        if (!current) {
          // What is gone since may have been ours; else it has expired and was not yet swept.
          if (isDoubtful) throw unclear(task);
          continue;
        }
        if (current.write === item.write) return writtenOf(item, current);
        if (isLive(current, now())) {
          // What replaced something may have replaced ours.
          if (isDoubtful && current.over !== undefined) throw unclear(task);
          return "exists";
        }
        // While this one was in its place, ours was not taken.
        isDoubtful = false;
        const outcome = await replaceItem(task, { ...item, over: current._etag });
        if (outcome !== "stale") return outcome;
      }
      throw unavailable(task, { reason: "others keep changing the item" });
    },

    async replace<T extends Document>(
      partition: string,
      doc: T,
      etag: string,
      expiresAt: Date | undefined,
    ): Promise<Stored<T> | "stale"> {
      await find();
      const version = versionOf(etag);
      if (!version || !isLive(version, now())) return "stale";
      const item = itemOf(partition, doc, expiresAt, now());
      return replaceItem(requests.begin("replace"), { ...item, over: version.etag });
    },

    async delete(partition: string, id: string, etag: string): Promise<"deleted" | "stale"> {
      await find();
      const version = versionOf(etag);
      if (!version || !isLive(version, now())) return "stale";
      const place = { id: cosmosKey(id), pk: cosmosKey(partition) };
      const task = requests.begin("delete");
      const answer = await requests.delete(task, place, version.etag);
      if (answer.response) return "deleted";
      if (!answer.isDoubtful) return "stale";
      // A deletion leaves no trace to be recognised by; only what replaced this very version tells.
      const current = await requests.read(task, place);
      if (current?.over === version.etag) return "stale";
      throw unclear(task);
    },

    async query<T extends Document>(query: Query): Promise<Page<T>> {
      const limit = query.limit ?? 100;
      if (!Number.isSafeInteger(limit) || limit < 1) {
        throw new Error(`A page cannot hold ${limit} documents.`);
      }
      const rows = (await sortedThere<T>(query, limit)) ?? (await sortedHere<T>(query));
      const items = rows.slice(0, limit).map((row) => foundOf<T>(row));
      const last = items.at(-1);
      return last && rows.length > limit ? { items, next: placeAfter(query, last.doc) } : { items };
    },

    async changes<T extends Document>(partition: string, text?: string): Promise<Changes<T>> {
      const mark = text === undefined ? markOfBeginning : parseMark(text);
      await find();
      const statement = changesStatement(partition, mark.since, now());
      const { items, answeredAt } = await found<ReadItem<T>>("changes", statement, readAtOnce);
      // What was replaced while the pages were read comes twice; the later one counts.
      const latest = new Map<string, ReadItem<T>>();
      for (const item of items) {
        latest.delete(item.doc.id);
        latest.set(item.doc.id, item);
      }
      const known = new Set(mark.known);
      return {
        items: [...latest.values()]
          .filter(({ write }) => !known.has(write))
          .map((item) => foundOf<T>(item)),
        mark: formatMark(nextMark(mark, items, answeredAt)),
      };
    },

    async purge(partition: string): Promise<void> {
      await find();
      const pk = cosmosKey(partition);
      const statement = idsStatement(partition);
      for (;;) {
        const page = await requests.find<{ readonly id: string }>(
          "purge",
          statement,
          purgedAtOnce,
          1,
        );
        if (page === "refused") throw refused("purge");
        if (page.items.length === 0) return;
        const ids = page.items.map(({ id }) => id);
        for (let n = 0; n < ids.length; n += deletesAtOnce) {
          await Promise.all(
            ids
              .slice(n, n + deletesAtOnce)
              .map((id) => requests.delete(requests.begin("purge"), { id, pk })),
          );
        }
      }
    },
  };
}

function foundOf<T extends Document>({ doc, _etag, expiresAt }: ReadItem<T>): Stored<T> {
  return storedOf(doc, { etag: _etag, expiresAt });
}

/** What was written is handed back as it was given, with the version that the service made of it. */
function writtenOf<T extends Document>(
  item: CosmosItem<T>,
  written: { readonly _etag: string } | undefined,
): Stored<T> {
  return storedOf(item.doc, { etag: written?._etag ?? "", expiresAt: item.expiresAt });
}

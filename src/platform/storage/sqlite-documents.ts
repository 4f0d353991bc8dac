import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate as nextLoop } from "node:timers/promises";
import { BotError } from "../../core/errors.ts";
import {
  type Clock,
  type Container,
  containers,
  type Documents,
  type Log,
} from "../../core/ports.ts";
import { type BotLock, takeBotLock } from "./bot-lock.ts";
import { type CommitGroup, createCommitGroup } from "./commit-group.ts";
import { asStoreError } from "./sqlite-errors.ts";
import { prepareSchema } from "./sqlite-schema.ts";
import { createSqliteTable, type SqliteTable } from "./sqlite-table.ts";
import { waitForLock } from "./wait-for-lock.ts";

type SqliteOptions = {
  /** The folder of the database; made if it is missing. */
  readonly dataDir: string;
  readonly clock: Clock;
  /** There can be one bot on a folder, and any number of tools beside it. */
  readonly mode: "bot" | "tool";
  /** How long to wait for a bot that is ending; 12 seconds unless told. */
  readonly waitMs?: number;
  readonly log: Log;
};

export type SqliteDocuments = Documents & {
  /** Gives the files and the lock free; calls that come later throw "store-unavailable". */
  close(): Promise<void>;
  /**
   * Takes what was deleted, and what has expired, out of the files: the database is written anew and the log emptied.
   * Holds the thread while it lasts. Throws if another process is using the file at this moment.
   */
  compact(): Promise<void>;
};

/** Lost by a power failure at worst, never by the death of the process; every other container waits for the disk. */
const notWaitingForDisk: ReadonlySet<Container> = new Set(["claims", "members", "conversations"]);

/** How long SQLite itself waits for another process's write. */
const busyTimeoutMs = 10_000;
/** Four times SQLite's own: a busy bot would otherwise wait for the disk at every fiftieth question. */
const pagesBetweenCheckpoints = 4_000;
const writesBetweenSweeps = 100;
/** More than can expire between two sweeps, so that what is expired never piles up. */
const sweptAtOnce = 200;
const sweptAtOpen = 2_000;
/** Small enough that other turns get their share of the thread. */
const purgedAtOnce = 500;

/**
 * The `Documents` port on SQLite, in `kollega.sqlite` below the data folder.
 * Throws "store-locked" if another bot has the folder, "store-unavailable" if it or its file cannot be used.
 */
export async function openSqliteDocuments(options: SqliteOptions): Promise<SqliteDocuments> {
  const { clock, mode, log, waitMs = 12_000 } = options;
  const dataDir = resolve(options.dataDir);
  makeFolder(dataDir);
  const lock = mode === "bot" ? await takeBotLock({ dataDir, clock, waitMs, log }) : undefined;
  const file = await openFile(join(dataDir, "kollega.sqlite"), { clock, waitMs }, lock);
  const documents = createDocuments(file, { clock, log, mode });
  if (mode === "bot") documents.sweep(sweptAtOpen);
  log.info("storage-opened", { store: "sqlite", mode });
  return {
    ...documents.port,
    async compact() {
      documents.sweepAll();
      try {
        file.compact();
      } catch (error) {
        throw asStoreError(error, file.path);
      }
    },
    async close() {
      file.close();
      lock?.release();
    },
  };
}

type SqliteFile = {
  readonly path: string;
  readonly tables: Readonly<Record<Container, SqliteTable>>;
  /** Of the connection that does not wait for the disk. */
  readonly group: CommitGroup;
  /** Of the one that does. */
  readonly durableGroup: CommitGroup;
  compact(): void;
  close(): void;
};

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new BotError("store-unavailable", `The data folder ${dataDir} cannot be made.`, {
      cause: error,
    });
  }
}

async function openFile(
  path: string,
  waiting: { readonly clock: Clock; readonly waitMs: number },
  lock: BotLock | undefined,
): Promise<SqliteFile> {
  const opened: DatabaseSync[] = [];
  function connect(synchronous: "FULL" | "NORMAL"): DatabaseSync {
    const db = new DatabaseSync(path, { timeout: busyTimeoutMs });
    opened.push(db);
    // What is deleted is a person's data more often than not: its bytes go, too.
    db.exec(`PRAGMA synchronous = ${synchronous}; PRAGMA secure_delete = ON`);
    db.exec(`PRAGMA wal_autocheckpoint = ${pagesBetweenCheckpoints}`);
    return db;
  }
  function close(): void {
    for (const db of opened) if (db.isOpen) db.close();
  }
  try {
    const durable = connect("FULL");
    // The change to WAL does not wait for others by itself, unlike everything else.
    await waitForLock({ ...waiting, attempt: () => prepareSchema(durable, path) });
    const quick = connect("NORMAL");
    const tables = Object.fromEntries(
      containers.map((container) => [
        container,
        createSqliteTable(notWaitingForDisk.has(container) ? quick : durable, container),
      ]),
    ) as Record<Container, SqliteTable>;
    const group = createCommitGroup(quick, path);
    const durableGroup = createCommitGroup(durable, path);
    const closeAfterCommit = () => {
      if (quick.isOpen) group.close();
      if (durable.isOpen) durableGroup.close();
      close();
    };
    const compact = () => {
      group.flush();
      durableGroup.flush();
      durable.exec("VACUUM");
      // What is left in the log would still show what was deleted.
      const done = durable.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get();
      if (done?.busy !== 0) throw new Error("The log is in use and could not be emptied.");
    };
    return { path, tables, group, durableGroup, compact, close: closeAfterCommit };
  } catch (error) {
    close();
    lock?.release();
    throw asStoreError(error, path);
  }
}

function createDocuments(
  file: SqliteFile,
  { clock, log, mode }: Pick<SqliteOptions, "clock" | "log" | "mode">,
) {
  const { tables, path } = file;
  let writes = 0;

  /** Every call goes through here: it is done at once, and a failed one says what failed in the house's words. */
  function ask<R>(container: Container, work: (table: SqliteTable, now: number) => R): R {
    try {
      return work(tables[container], clock.now().getTime());
    } catch (error) {
      throw asStoreError(error, path);
    }
  }

  async function write<R>(
    container: Container,
    work: (table: SqliteTable, now: number) => R,
  ): Promise<R> {
    const group = groupOf(container);
    const outcome = group
      ? await together(group, () => ask(container, work))
      : alone(() => ask(container, work));
    writes += 1;
    if (writes % writesBetweenSweeps === 0) alone(() => sweep(sweptAtOnce));
    return outcome;
  }

  /** A tool writes thousands of documents at a time, which wait for the disk together. A bot's are few and apart. */
  function groupOf(container: Container): CommitGroup | undefined {
    if (notWaitingForDisk.has(container)) return file.group;
    return mode === "tool" ? file.durableGroup : undefined;
  }

  /** What is read from a durable container is on the disk: nobody acts on what a failing one takes back. */
  function look<R>(container: Container, work: (table: SqliteTable, now: number) => R): R {
    if (!notWaitingForDisk.has(container)) file.durableGroup.commit();
    return ask(container, work);
  }

  async function together<R>(group: CommitGroup, work: () => R): Promise<R> {
    try {
      return await group.write(work);
    } catch (error) {
      throw asStoreError(error, path);
    }
  }

  /** The other connection writes only when this one holds no transaction, or it would wait for itself. */
  function alone<R>(work: () => R): R {
    file.group.flush();
    return work();
  }

  /** Housekeeping never fails the write that set it off: that one is done. */
  function sweep(limit: number): void {
    try {
      for (const container of containers) {
        ask(container, (table, now) => table.sweep(limit, now));
      }
    } catch (error) {
      log.error("storage-sweep-failed", error);
    }
  }

  /** Everything that has expired. */
  function sweepAll(): void {
    alone(() => {
      for (const container of containers) {
        while (ask(container, (table, now) => table.sweep(sweptAtOpen, now)) === sweptAtOpen);
      }
    });
  }

  const port: Documents = {
    async read(container, partition, id) {
      return look(container, (table, now) => table.read({ partition, id }, now));
    },
    async create(container, partition, doc, options) {
      return write(container, (table, now) =>
        table.create(partition, doc, options?.expiresAt, now),
      );
    },
    async replace(container, partition, doc, etag, options) {
      return write(container, (table, now) =>
        table.replace(partition, doc, etag, options?.expiresAt, now),
      );
    },
    async delete(container, partition, id, etag) {
      return write(container, (table, now) => table.delete({ partition, id }, etag, now));
    },
    async query(query) {
      return look(query.container, (table, now) => table.query(query, now));
    },
    async changes(container, partition, mark = "0") {
      return look(container, (table, now) => table.changes(partition, mark, now));
    },
    async purge(container, partition) {
      const some = () => ask(container, (table) => table.purge(partition, purgedAtOnce));
      while (alone(some) === purgedAtOnce) {
        await nextLoop();
      }
    },
  };
  return { port, sweep, sweepAll };
}

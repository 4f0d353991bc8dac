import type { DatabaseSync } from "node:sqlite";
import { BotError } from "../../core/errors.ts";
import { type Container, containers } from "../../core/ports.ts";

/** The version of the tables below; to be raised with a step that brings older files up. */
const schemaVersion = 2;

/**
 * Brings a file to WAL and to this version's tables; refuses a file that is not ours or is newer.
 * May throw SQLite's "busy" if another process does the same at this moment: call it again.
 */
export function prepareSchema(db: DatabaseSync, path: string): void {
  const found = versionOf(db, path);
  const mode = db.prepare("PRAGMA journal_mode = WAL").get()?.journal_mode;
  if (mode !== "wal") {
    throw new BotError(
      "store-unavailable",
      `The store ${path} cannot use a write-ahead log; is its folder on a network drive?`,
    );
  }
  // Taken even if nothing is to be made: a file that cannot be written is found now, not in a turn.
  db.exec("BEGIN IMMEDIATE");
  try {
    // Asked again under the lock: another process may have made the tables meanwhile.
    if (found < schemaVersion) bringUp(db, versionOf(db, path));
    db.exec("COMMIT");
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}

/** The version of the file's tables; 0 for a file without any. */
function versionOf(db: DatabaseSync, path: string): number {
  // Asked before the version: both come in one commit, so tables without a version are never our own.
  const tables = Number(db.prepare("SELECT count(*) AS n FROM sqlite_schema").get()?.n);
  const version = Number(db.prepare("PRAGMA user_version").get()?.user_version);
  if (version > schemaVersion) {
    throw new BotError(
      "store-unavailable",
      `The store ${path} was written by a newer version (schema ${version}); this one knows up to ${schemaVersion}.`,
    );
  }
  if (version > 0 || tables === 0) return version;
  throw new BotError(
    "store-unavailable",
    `The file ${path} is a database of another program and is left alone.`,
  );
}

function bringUp(db: DatabaseSync, version: number): void {
  if (version === 0) db.exec(firstTables());
  if (version < 2) db.exec(deliveriesByDue);
  db.exec(`PRAGMA user_version = ${schemaVersion}`);
}

const firstTables = (): string => `
  CREATE TABLE sequence (last INTEGER NOT NULL) STRICT;
  INSERT INTO sequence VALUES (0);
  ${containers.map(tableOf).join("\n")}`;

/**
 * The outbox asks for what is planned, the first due first, again and again while a batch of any size is sent: its
 * conditions and its order as sqlite-query.ts writes them, or the index would not be used.
 */
const deliveriesByDue = `
  CREATE INDEX deliveries_due ON deliveries
    (partition, body -> '$.state', ifnull(json_extract(body, '$.due'), -9e999), id);`;

/**
 * `seq` numbers every write of the whole file. It is read and moved on inside the write's own
 * statement, which holds SQLite's one write lock, so that whoever commits later has the greater
 * number, whatever connection or process it is. It is never given twice, so it is the etag, too.
 * Only content is asked for its changes again and again, so only there they have an index.
 */
function tableOf(container: Container): string {
  return `
    CREATE TABLE ${container} (
      partition TEXT NOT NULL,
      id TEXT NOT NULL,
      type TEXT NOT NULL,
      seq INTEGER NOT NULL,
      expires_at INTEGER,
      body TEXT NOT NULL,
      UNIQUE (partition, id)
    ) STRICT;
    ${container === "content" ? `CREATE INDEX ${container}_changes ON ${container} (partition, seq);` : ""}
    CREATE INDEX ${container}_expiry ON ${container} (expires_at) WHERE expires_at IS NOT NULL;
    CREATE TRIGGER ${container}_inserted AFTER INSERT ON ${container}
      BEGIN UPDATE sequence SET last = NEW.seq; END;
    CREATE TRIGGER ${container}_updated AFTER UPDATE OF seq ON ${container}
      BEGIN UPDATE sequence SET last = NEW.seq; END;`;
}

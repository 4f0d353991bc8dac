import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { Changes, Container, Document, Page, Query, Stored } from "../../core/ports.ts";
import { sqliteKey } from "./sqlite-key.ts";
import { continuationAfter, queryStatement } from "./sqlite-query.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;

/** The place of one document; `partition` and `id` as the feature names them. */
type Place = { readonly partition: string; readonly id: string };

export type SqliteTable = ReturnType<typeof createSqliteTable>;

/** One container on one connection: the `Documents` port, synchronous and with the time as an argument. */
export function createSqliteTable(db: DatabaseSync, container: Container) {
  const live = "(expires_at IS NULL OR expires_at > ?)";
  const nextSeq = "(SELECT last + 1 FROM sequence)";
  const statements = {
    read: db.prepare(
      `SELECT seq, body FROM ${container} WHERE partition = ? AND id = ? AND ${live}`,
    ),
    create: db.prepare(
      `INSERT INTO ${container} (partition, id, type, seq, expires_at, body)
       VALUES (?, ?, ?, ${nextSeq}, ?, ?)
       ON CONFLICT (partition, id) DO UPDATE
       SET type = excluded.type, seq = excluded.seq,
           expires_at = excluded.expires_at, body = excluded.body
       WHERE ${container}.expires_at <= ? RETURNING seq`,
    ),
    replace: db.prepare(
      `UPDATE ${container} SET type = ?, seq = ${nextSeq}, expires_at = ?, body = ?
       WHERE partition = ? AND id = ? AND seq = ? AND ${live} RETURNING seq`,
    ),
    delete: db.prepare(
      `DELETE FROM ${container} WHERE partition = ? AND id = ? AND seq = ? AND ${live}`,
    ),
    changes: db.prepare(
      `SELECT seq, body FROM ${container}
       WHERE partition = ? AND seq > ? AND ${live} ORDER BY seq`,
    ),
    purge: db.prepare(
      `DELETE FROM ${container} WHERE rowid IN
       (SELECT rowid FROM ${container} WHERE partition = ? LIMIT ?)`,
    ),
    sweep: db.prepare(
      `DELETE FROM ${container} WHERE rowid IN
       (SELECT rowid FROM ${container} WHERE expires_at <= ? LIMIT ?)`,
    ),
  };
  const queries = new Map<string, StatementSync>();

  function prepareQuery(sql: string): StatementSync {
    const known = queries.get(sql);
    if (known) return known;
    const prepared = db.prepare(sql);
    queries.set(sql, prepared);
    return prepared;
  }

  return {
    read<T extends Document>(place: Place, now: number): Stored<T> | undefined {
      const row = statements.read.get(sqliteKey(place.partition), sqliteKey(place.id), now);
      return row && storedOf<T>(row);
    },

    create<T extends Document>(
      partition: string,
      doc: T,
      expiresAt: Date | undefined,
      now: number,
    ): Stored<T> | "exists" {
      const written = writtenSeq(
        statements.create.all(
          sqliteKey(partition),
          sqliteKey(doc.id),
          doc.type,
          momentOf(expiresAt),
          JSON.stringify(doc),
          now,
        ),
      );
      return written === undefined ? "exists" : { doc, etag: written };
    },

    replace<T extends Document>(
      partition: string,
      doc: T,
      etag: string,
      expiresAt: Date | undefined,
      now: number,
    ): Stored<T> | "stale" {
      const written = writtenSeq(
        statements.replace.all(
          doc.type,
          momentOf(expiresAt),
          JSON.stringify(doc),
          sqliteKey(partition),
          sqliteKey(doc.id),
          Number(etag),
          now,
        ),
      );
      return written === undefined ? "stale" : { doc, etag: written };
    },

    delete(place: Place, etag: string, now: number): "deleted" | "stale" {
      const { changes } = statements.delete.run(
        sqliteKey(place.partition),
        sqliteKey(place.id),
        Number(etag),
        now,
      );
      return changes === 1 ? "deleted" : "stale";
    },

    query<T extends Document>(query: Query, now: number): Page<T> {
      const limit = query.limit ?? 100;
      if (!Number.isSafeInteger(limit) || limit < 1) {
        throw new Error(`A page cannot hold ${limit} documents.`);
      }
      const { sql, values } = queryStatement(query, limit, now);
      const found = prepareQuery(sql)
        .all(...values)
        .map((row) => storedOf<T>(row));
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return last && found.length > limit
        ? { items, next: continuationAfter(query, last.doc) }
        : { items };
    },

    changes<T extends Document>(partition: string, mark: string, now: number): Changes<T> {
      const items = statements.changes
        .all(sqliteKey(partition), seqOf(mark), now)
        .map((row) => storedOf<T>(row));
      return { items, mark: items.at(-1)?.etag ?? mark };
    },

    /** Deletes up to `limit` documents of a partition and says how many. */
    purge(partition: string, limit: number): number {
      return Number(statements.purge.run(sqliteKey(partition), limit).changes);
    },

    /** Deletes up to `limit` expired documents and says how many. */
    sweep(limit: number, now: number): number {
      return Number(statements.sweep.run(now, limit).changes);
    },
  };
}

function storedOf<T extends Document>(row: Row): Stored<T> {
  return { doc: JSON.parse(row.body as string) as T, etag: String(row.seq) };
}

/**
 * Takes all rows of a RETURNING, never the first only: a statement that is not run to its end commits
 * when it is reset, where node:sqlite does not look at the outcome, and a full disk would pass unseen.
 */
function writtenSeq(rows: readonly Row[]): string | undefined {
  return rows[0] && String(rows[0].seq);
}

/** A mark that is none would compare as "nothing is newer" and hide every change. */
function seqOf(mark: string): number {
  const seq = Number(mark);
  if (!Number.isSafeInteger(seq)) throw new Error(`"${mark}" is no mark of this store.`);
  return seq;
}

function momentOf(expiresAt: Date | undefined): number | null {
  if (!expiresAt) return null;
  const moment = expiresAt.getTime();
  if (Number.isNaN(moment)) throw new Error("A document cannot expire at an invalid date.");
  return moment;
}

import type { SQLInputValue } from "node:sqlite";
import type { Condition, Document, Query } from "../../core/ports.ts";
import { sqliteKey } from "./sqlite-key.ts";

/** A query as SQL. Values are always parameters; only container and checked field names stand in the text. */
type QueryStatement = {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
};

type Part = QueryStatement;

/** Asks for one document more than the page holds, which tells whether there is a next page. */
export function queryStatement(query: Query, limit: number, now: number): QueryStatement {
  const sortKey = query.orderBy && sortKeyOf(query.orderBy.field);
  const parts: readonly Part[] = [
    { sql: "partition = ?", values: [sqliteKey(query.partition)] },
    { sql: "(expires_at IS NULL OR expires_at > ?)", values: [now] },
    ...(query.where ?? []).flatMap(conditionParts),
    ...(query.after === undefined ? [] : [continuationPart(query, query.after)]),
  ];
  const direction = query.orderBy?.descending ? "DESC" : "ASC";
  return {
    sql: [
      `SELECT seq, body FROM ${query.container}`,
      `WHERE ${parts.map((part) => part.sql).join(" AND ")}`,
      `ORDER BY ${sortKey ? `${sortKey} ${direction}, ` : ""}id LIMIT ?`,
    ].join(" "),
    values: [...parts.flatMap((part) => part.values), limit + 1],
  };
}

/** Where the page that ends with `last` ended: a place in the order, so it holds whatever is written meanwhile. */
export function continuationAfter(query: Query, last: Document): string {
  const place = [query.orderBy ? sortValue(last, query.orderBy.field) : null, last.id];
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function continuationPart(query: Query, after: string): Part {
  const [value, lastId] = parseContinuation(after);
  const id = sqliteKey(lastId);
  if (!query.orderBy) return { sql: "id > ?", values: [id] };
  const key = sortKeyOf(query.orderBy.field);
  const beyond = query.orderBy.descending ? "<" : ">";
  const bound = value ?? Number.NEGATIVE_INFINITY;
  return {
    // The first comparison is all that an index can begin with.
    sql: `${key} ${beyond}= ? AND (${key} ${beyond} ? OR id > ?)`,
    values: [bound, bound, id],
  };
}

function parseContinuation(after: string): readonly [string | number | null, string] {
  try {
    const place: unknown = JSON.parse(Buffer.from(after, "base64url").toString());
    if (Array.isArray(place) && place.length === 2 && typeof place[1] === "string") {
      return [place[0], place[1]];
    }
  } catch {
    // Falls through to the one message for everything that is no continuation.
  }
  throw new Error("A query was given an `after` that no page of this store ended with.");
}

function conditionParts(condition: Condition): readonly Part[] {
  const path = pathOf(condition.field);
  if ("equals" in condition) {
    // The column spares parsing the documents of other types.
    if (condition.field === "type" && typeof condition.equals === "string") {
      return [{ sql: "type = ?", values: [condition.equals] }];
    }
    // Both sides are JSON as JSON.stringify writes it: true is not 1, and "1" is not 1.
    return [{ sql: `body -> '${path}' = ?`, values: [JSON.stringify(condition.equals)] }];
  }
  return [
    ...(condition.from === undefined ? [] : [boundPart(path, ">=", condition.from)]),
    ...(condition.before === undefined ? [] : [boundPart(path, "<", condition.before)]),
  ];
}

/** SQLite compares across types (any text is greater than any number), so the type is asked for, too. */
function boundPart(path: string, operator: ">=" | "<", bound: string | number): Part {
  const types = typeof bound === "string" ? "'text'" : "'integer', 'real'";
  return {
    sql: `(json_type(body, '${path}') IN (${types}) AND json_extract(body, '${path}') ${operator} ?)`,
    values: [bound],
  };
}

/** Documents without the field come first, as in Cosmos DB; NULL itself could not be compared with. */
function sortKeyOf(field: string): string {
  return `ifnull(json_extract(body, '${pathOf(field)}'), -9e999)`;
}

/** What `sortKeyOf` makes of a document; null stands for "no value". */
function sortValue(doc: Document, field: string): string | number | null {
  const value = (doc as Readonly<Record<string, unknown>>)[field];
  if (typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  return value === undefined || value === null ? null : JSON.stringify(value);
}

function pathOf(field: string): string {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(field)) {
    throw new Error(`"${field}" cannot be the field of a query.`);
  }
  return `$.${field}`;
}

import type { Document, Query } from "../../core/ports.ts";

/** A place in the order of a query: behind this document, whatever is written or deleted meanwhile. */
export type Place = { readonly id: string; readonly value?: unknown };

/** Kinds of values in the order in which Cosmos DB sorts them, and its test for each. */
const kinds: readonly {
  readonly has: (value: unknown) => boolean;
  readonly sql: (path: string) => string;
}[] = [
  { has: (value) => value === undefined, sql: (path) => `NOT IS_DEFINED(${path})` },
  { has: (value) => value === null, sql: (path) => `IS_NULL(${path})` },
  { has: (value) => typeof value === "boolean", sql: (path) => `IS_BOOL(${path})` },
  { has: (value) => typeof value === "number", sql: (path) => `IS_NUMBER(${path})` },
  { has: (value) => typeof value === "string", sql: (path) => `IS_STRING(${path})` },
];
const firstComparable = 2;

export function placeAfter(query: Query, last: Document): string {
  const place = query.orderBy ? [last.id, fieldOf(last, query.orderBy.field)] : [last.id];
  // A missing value at the end would come back as null, which sorts elsewhere.
  const written = place.at(-1) === undefined ? place.slice(0, -1) : place;
  return Buffer.from(JSON.stringify(written)).toString("base64url");
}

export function parsePlace(after: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(after, "base64url").toString());
    if (Array.isArray(place) && typeof place[0] === "string") {
      return { id: place[0], value: place[1] };
    }
  } catch {
    // Falls through to the one message for everything that is no continuation.
  }
  throw new Error("A query was given an `after` that no page of this store ended with.");
}

/** The condition "behind this place"; `parameter` takes a value and names it in the text. */
export function behind(
  place: Place,
  order: { readonly path: string; readonly idPath: string; readonly descending?: boolean },
  parameter: (value: unknown) => string,
): string {
  const { path, idPath, descending = false } = order;
  const kind = kindOf(place.value);
  const laterId = `${idPath} > ${parameter(place.id)}`;
  const later = (descending ? kinds.slice(0, kind) : kinds.slice(kind + 1)).map(({ sql }) =>
    sql(path),
  );
  if (kind < firstComparable) {
    return anyOf([`(${kinds[kind]?.sql(path)} AND ${laterId})`, ...later]);
  }
  const value = parameter(place.value);
  return anyOf([
    `${path} ${descending ? "<" : ">"} ${value}`,
    `(${path} = ${value} AND ${laterId})`,
    ...later,
  ]);
}

/** The same order, for documents that are sorted here. */
export function compareInOrder(query: Query): (a: Place, b: Place) => number {
  const sign = query.orderBy?.descending ? -1 : 1;
  return (a, b) => sign * compareValues(a.value, b.value) || compare(a.id, b.id);
}

export function placeOf(query: Query, doc: Document): Place {
  return { id: doc.id, value: query.orderBy && fieldOf(doc, query.orderBy.field) };
}

function compareValues(a: unknown, b: unknown): number {
  const [kindOfA, kindOfB] = [kindOf(a), kindOf(b)];
  if (kindOfA !== kindOfB) return kindOfA - kindOfB;
  if (kindOfA < firstComparable) return 0;
  return compare(a as string | number, b as string | number);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function kindOf(value: unknown): number {
  const kind = kinds.findIndex(({ has }) => has(value));
  if (kind < 0) throw new Error("Documents cannot be sorted by a list or an object.");
  return kind;
}

function anyOf(conditions: readonly string[]): string {
  return `(${conditions.join(" OR ")})`;
}

function fieldOf(doc: Document, field: string): unknown {
  return (doc as Readonly<Record<string, unknown>>)[field];
}

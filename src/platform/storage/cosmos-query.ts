import type { Condition, Query } from "../../core/ports.ts";
import { cosmosKey } from "./cosmos-key.ts";
import { behind, type Place } from "./cosmos-order.ts";

/** A query as Cosmos DB takes it. Values are always parameters; only checked field names stand in the text. */
export type Statement = {
  readonly query: string;
  readonly parameters: {
    readonly name: string;
    readonly value: string | number | boolean | null;
  }[];
};

type Value = Statement["parameters"][number]["value"];

/** Every statement names its partition in the WHERE, besides the request's own partition key. */
const inPartition = "c.pk = @pk";
const isLive = "(NOT IS_DEFINED(c.expiresAt) OR c.expiresAt > @now)";
const columns = "c.doc, c._etag, c.expiresAt";

/** One page in the query's order, behind `place`. */
export function pageStatement(query: Query, now: number, place: Place | undefined): Statement {
  const { orderBy } = query;
  const text = createText(query.partition, now);
  const conditions = [inPartition, isLive, ...conditionsOf(query, text.parameter)];
  if (!orderBy) {
    if (place) conditions.push(`c.id > ${text.parameter(cosmosKey(place.id))}`);
    return text.statement(columns, conditions, "c.id ASC");
  }
  const path = pathOf(orderBy.field);
  const idPath = pathOf("id");
  if (place) {
    const order = { path, idPath, descending: orderBy.descending };
    conditions.push(behind(place, order, text.parameter));
  }
  const direction = orderBy.descending ? "DESC" : "ASC";
  const ties = path === idPath ? "" : `, ${idPath} ASC`;
  return text.statement(columns, conditions, `${path} ${direction}${ties}`);
}

/** Everything that the conditions leave, to be sorted here. */
export function unsortedStatement(query: Query, now: number): Statement {
  if (query.orderBy) pathOf(query.orderBy.field);
  const text = createText(query.partition, now);
  const conditions = [inPartition, isLive, ...conditionsOf(query, text.parameter)];
  return text.statement(columns, conditions, "c.id ASC");
}

/** What was written at or after a moment of the service's clock, in seconds. */
export function changesStatement(partition: string, since: number, now: number): Statement {
  const text = createText(partition, now);
  const conditions = [inPartition, isLive, `c._ts >= ${text.parameter(since)}`];
  return text.statement(`${columns}, c._ts, c.write`, conditions, "c._ts ASC");
}

/** The ids of a partition as Cosmos DB knows them, expired ones too. */
export function idsStatement(partition: string): Statement {
  const parameters = [{ name: "@pk", value: cosmosKey(partition) }];
  return { query: `SELECT c.id FROM c WHERE ${inPartition}`, parameters };
}

function createText(partition: string, now: number) {
  const parameters = [
    { name: "@pk", value: cosmosKey(partition) as Value },
    { name: "@now", value: now as Value },
  ];
  return {
    parameter(value: unknown): string {
      const name = `@v${parameters.length}`;
      parameters.push({ name, value: value as Value });
      return name;
    },
    statement: (selected: string, conditions: readonly string[], order: string): Statement => ({
      query: `SELECT ${selected} FROM c WHERE ${conditions.join(" AND ")} ORDER BY ${order}`,
      parameters,
    }),
  };
}

function conditionsOf(query: Query, parameter: (value: Value) => string): string[] {
  return (query.where ?? []).flatMap((condition) => conditionTexts(condition, parameter));
}

/** Cosmos DB compares values of one type only: 1 is not "1", and no text is in a range of numbers. */
function conditionTexts(condition: Condition, parameter: (value: Value) => string): string[] {
  const path = pathOf(condition.field);
  if ("equals" in condition) return [`${path} = ${parameter(condition.equals)}`];
  return [
    ...(condition.from === undefined ? [] : [`${path} >= ${parameter(condition.from)}`]),
    ...(condition.before === undefined ? [] : [`${path} < ${parameter(condition.before)}`]),
  ];
}

/** In brackets, for a field may have the name of a keyword. */
function pathOf(field: string): string {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(field)) {
    throw new Error(`"${field}" cannot be the field of a query.`);
  }
  return `c.doc["${field}"]`;
}

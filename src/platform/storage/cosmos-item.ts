import { randomBytes } from "node:crypto";
import type { Document, Stored } from "../../core/ports.ts";
import { cosmosKey } from "./cosmos-key.ts";

/** What one document looks like in Cosmos DB. */
export type CosmosItem<T extends Document = Document> = {
  readonly id: string;
  readonly pk: string;
  /** The document as the feature wrote it, with its own id. */
  readonly doc: T;
  /** Names this very write, so that a write without an answer is recognised when it is read back. */
  readonly write: string;
  /** The version that this one replaced; missing if there was none. */
  readonly over?: string;
  /** Milliseconds; filtered by every read, for Cosmos DB's own clock is not ours. */
  readonly expiresAt?: number;
  /** Seconds after the write, when Cosmos DB takes the item away. */
  readonly ttl?: number;
};

/** An item as it was read. A query may leave out what nobody asked for. */
export type ReadItem<T extends Document = Document> = Pick<
  CosmosItem<T>,
  "doc" | "write" | "over" | "expiresAt"
> & { readonly _etag: string; readonly _ts: number };

const maxTtlSeconds = 2_147_483_647;

/** The item to be written for a document. */
export function itemOf<T extends Document>(
  partition: string,
  doc: T,
  expiresAt: Date | undefined,
  now: number,
): CosmosItem<T> {
  const item = {
    id: cosmosKey(doc.id),
    pk: cosmosKey(partition),
    doc,
    write: randomBytes(12).toString("base64url"),
  };
  if (!expiresAt) return item;
  const moment = expiresAt.getTime();
  if (Number.isNaN(moment)) throw new Error("A document cannot expire at an invalid date.");
  // Rounded up: taken away too early, it would be lost; a little late, it is only hidden.
  const seconds = Math.ceil((moment - now) / 1000);
  return { ...item, expiresAt: moment, ttl: Math.min(Math.max(seconds, 1), maxTtlSeconds) };
}

export function isLive(item: { readonly expiresAt?: number }, now: number): boolean {
  return item.expiresAt === undefined || item.expiresAt > now;
}

/**
 * What callers get as the etag: Cosmos DB's own and, if the version expires, when. With that an expired
 * version is found stale without a read before each write.
 */
export function storedOf<T extends Document>(
  doc: T,
  version: { readonly etag: string; readonly expiresAt?: number },
): Stored<T> {
  const { etag, expiresAt } = version;
  return { doc, etag: expiresAt === undefined ? etag : `${etag} ${expiresAt}` };
}

/** Undefined for what is no etag of this store: "" and "*" would match any version. */
export function versionOf(
  etag: string,
): { readonly etag: string; readonly expiresAt?: number } | undefined {
  const [, own, moment] = /^([\x21-\x7e]+)(?: (\d+))?$/.exec(etag) ?? [];
  if (own === undefined || own === "*") return undefined;
  return moment === undefined ? { etag: own } : { etag: own, expiresAt: Number(moment) };
}

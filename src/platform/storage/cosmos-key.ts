/**
 * An id or a partition key as Cosmos DB can hold it: letters, digits, "-" and "_" only. Names that are
 * already so stay readable in the portal. No two keys become one: what stays never begins with "_", and no
 * well-formed text begins with the byte that base64url would write as a second "_".
 */
export function cosmosKey(key: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(key)) return key;
  return key.isWellFormed()
    ? `_${Buffer.from(key, "utf8").toString("base64url")}`
    : `__${Buffer.from(key, "utf16le").toString("base64url")}`;
}

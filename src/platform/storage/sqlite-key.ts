/**
 * An id or a partition key as SQLite can hold it: text that is no UTF-8 (half of an emoji) or that
 * has a NUL in it would be cut or changed, and two different keys could become one.
 */
export function sqliteKey(key: string): string {
  return key.isWellFormed() && !key.includes("\0") ? key : `\0${JSON.stringify(key)}`;
}

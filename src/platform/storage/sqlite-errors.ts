import { BotError } from "../../core/errors.ts";

/** Primary result codes of SQLite that say something about the file or the machine, not about our SQL. */
const storeFaults: ReadonlyMap<number, string> = new Map([
  [3, "access was denied"],
  [5, "another process kept it busy for too long"],
  [6, "it is locked"],
  [7, "memory ran out"],
  [8, "it cannot be written"],
  [10, "the disk reported an error"],
  [11, "it is damaged"],
  [13, "the disk is full"],
  [14, "it cannot be opened"],
  [15, "its lock protocol failed"],
  [26, "it is not a database"],
]);

/** True if another connection holds the lock that was asked for. */
export function isBusy(error: unknown): boolean {
  return resultCode(error) === 5;
}

/** What SQLite threw, in the house's words; anything that is a fault of ours is handed back unchanged. */
export function asStoreError(error: unknown, path: string): unknown {
  if (isClosed(error)) {
    return new BotError("store-unavailable", `The store ${path} was closed.`, { cause: error });
  }
  const fault = storeFaults.get(resultCode(error) ?? 0);
  if (fault === undefined) return error;
  return new BotError("store-unavailable", `The store ${path} cannot be used: ${fault}.`, {
    cause: error,
  });
}

function resultCode(error: unknown): number | undefined {
  const code = fieldOf(error, "errcode");
  // Extended codes carry the primary one in their lowest byte.
  return typeof code === "number" ? code & 0xff : undefined;
}

function isClosed(error: unknown): boolean {
  return fieldOf(error, "code") === "ERR_INVALID_STATE";
}

/** Not by `instanceof`: Node's own errors are of another realm where the tests run. */
function fieldOf(error: unknown, field: string): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, field) : undefined;
}

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { BotError } from "../../core/errors.ts";
import type { Clock, Log } from "../../core/ports.ts";
import { asStoreError, isBusy } from "./sqlite-errors.ts";
import { waitForLock } from "./wait-for-lock.ts";

export type BotLock = { release(): void };

/**
 * Makes this process the only bot on a data folder until it releases the lock or dies.
 * The lock is an exclusive transaction on an empty database beside the store: the operating system
 * drops it with the process, kill -9 included, and no stale file can be left behind.
 */
export async function takeBotLock(options: {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly waitMs: number;
  readonly log: Log;
}): Promise<BotLock> {
  const { dataDir, clock, waitMs, log } = options;
  const path = join(dataDir, "bot.lock");
  let lock: DatabaseSync | undefined;
  try {
    const opened = new DatabaseSync(path, { timeout: 0 });
    lock = opened;
    await waitForLock({
      clock,
      waitMs,
      attempt: () => opened.exec("BEGIN EXCLUSIVE"),
      onWait: () => log.warn("storage-waits-for-other-bot", { waitMs }),
    });
    return { release: () => closeIfOpen(opened) };
  } catch (error) {
    if (lock) closeIfOpen(lock);
    if (!isBusy(error)) throw asStoreError(error, path);
    throw new BotError(
      "store-locked",
      `Another bot is using the data folder ${dataDir}; it did not end within ${waitMs} ms.`,
      { cause: error },
    );
  }
}

function closeIfOpen(db: DatabaseSync): void {
  if (db.isOpen) db.close();
}

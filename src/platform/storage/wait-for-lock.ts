import type { Clock } from "../../core/ports.ts";
import { isBusy } from "./sqlite-errors.ts";

const pollEveryMs = 200;

/**
 * Repeats `attempt` while SQLite says that someone else holds the lock, for at most `waitMs`;
 * after that the last "busy" is thrown. `onWait` is told once, before the first wait.
 */
export async function waitForLock<T>(options: {
  readonly clock: Clock;
  readonly waitMs: number;
  readonly attempt: () => T;
  readonly onWait?: () => void;
}): Promise<T> {
  const { clock, waitMs, attempt, onWait } = options;
  const giveUpAt = clock.now().getTime() + waitMs;
  for (let waits = 0; ; waits += 1) {
    try {
      return attempt();
    } catch (error) {
      const leftMs = giveUpAt - clock.now().getTime();
      if (!isBusy(error) || leftMs <= 0) throw error;
      if (waits === 0) onWait?.();
      await clock.sleep(Math.min(pollEveryMs, leftMs));
    }
  }
}

/**
 * Turns of one conversation one after the other, so that a follow-up sees what the turn before it left behind.
 * Only for order: what must never happen twice is held by claims and etags.
 */
export function createTurnQueue(
  longestWaitMs: number,
  sleep: (ms: number) => Promise<void>,
): <T>(key: string, act: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();

  return async (key, act) => {
    const before = last.get(key);
    // A turn that hangs must not hold up the conversation: after a while the next one goes on without it.
    const mine = before ? Promise.race([before, sleep(longestWaitMs)]).then(act) : act();
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (last.get(key) === settled) last.delete(key);
    }
  };
}

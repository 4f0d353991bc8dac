import type { Clock } from "../../core/ports.ts";

const fromMs = 30_000;
const toMs = 300_000;

/** Who did not answer is left alone for a while, each time for twice as long. */
export function createPatience(clock: Pick<Clock, "now">) {
  const failing = new Map<string, { readonly waitMs: number; readonly until: number }>();
  const now = () => clock.now().getTime();
  return {
    /** For how long, in ms. */
    failed(key: string): number {
      const waitMs = Math.min((failing.get(key)?.waitMs ?? fromMs / 2) * 2, toMs);
      failing.set(key, { waitMs, until: now() + waitMs });
      return waitMs;
    },
    answered: (key: string): void => void failing.delete(key),
    isLeftAlone: (key: string): boolean => (failing.get(key)?.until ?? 0) > now(),
  };
}

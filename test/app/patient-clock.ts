import { setImmediate as nextLoop } from "node:timers/promises";
import type { Clock } from "../../src/core/ports.ts";

export type PatientClock = Clock & {
  advance(ms: number): void;
  /** Time stands until this has ended. */
  during<T>(work: () => Promise<T>): Promise<T>;
};

/** Rounds of the event loop after which nothing but sleepers is left: the fakes answer at once. */
const roundsToSettle = 25;

/**
 * A clock that stands while anything else can go on, and then moves to when the next sleeper wakes: what happens at
 * once stays at once, and no test waits.
 */
export function createPatientClock(start = new Date("2026-03-02T08:00:00.000Z")): PatientClock {
  let nowMs = start.getTime();
  let isMoving = false;
  let underWay = 0;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  async function move(): Promise<void> {
    isMoving = true;
    while (sleepers.length > 0) {
      for (let quiet = 0; quiet < roundsToSettle; quiet = underWay > 0 ? 0 : quiet + 1) {
        await nextLoop();
      }
      sleepers.sort((a, b) => a.at - b.at);
      const next = sleepers.shift();
      if (!next) break;
      nowMs = Math.max(nowMs, next.at);
      next.wake();
    }
    isMoving = false;
  }

  return {
    now: () => new Date(nowMs),
    sleep: (ms) =>
      new Promise((resolve) => {
        sleepers.push({ at: nowMs + ms, wake: resolve });
        if (!isMoving) void move();
      }),
    advance(ms) {
      nowMs += ms;
    },
    async during(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
      }
    },
  };
}

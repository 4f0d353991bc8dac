import type { Clock } from "../../src/core/ports.ts";

export type FixedClock = Clock & {
  set(date: Date): void;
  advance(ms: number): void;
};

/** A clock that stands until it is told; whoever sleeps on it moves it on and wakes at once. */
export function createFixedClock(start: Date = new Date("2026-03-02T08:00:00.000Z")): FixedClock {
  let nowMs = start.getTime();
  return {
    now: () => new Date(nowMs),
    async sleep(ms) {
      nowMs += ms;
    },
    set(date) {
      nowMs = date.getTime();
    },
    advance(ms) {
      nowMs += ms;
    },
  };
}

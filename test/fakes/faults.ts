/** What goes wrong with calls to the connector. */
import type { Operation } from "./teams-limits.ts";

/** What goes wrong with one call. */
export type Fault = {
  /** The answer, and nothing is taken; Teams takes nothing on 429 and 412. */
  readonly status?: number;
  /** Seconds, in the Retry-After header. */
  readonly retryAfter?: number;
  readonly body?: unknown;
  /** With `status`: taken all the same, as a gateway's 502 leaves open. */
  readonly taken?: boolean;
  /** The connection breaks off before or after the call was taken. */
  readonly drop?: "before" | "after";
  /** Before anything else; a promise that never resolves is a call that hangs. */
  readonly wait?: Promise<unknown>;
  /** Only for calls to this conversation; for opening a chat the person's id, for rosters the team's. */
  readonly conversation?: string;
  /** What it meets; sending, editing and deleting unless told. */
  readonly on?: Operation;
};

type Faulty = {
  readonly operation: Operation;
  readonly conversation: string;
};

/** Asked for every call that no single fault meets. */
export type FaultRule = (call: Faulty) => Fault | undefined;

/** Faults by chance, the same in every run with the same seed: of so many calls, this. */
export function faultsByChance(
  seed: number,
  ...faults: readonly { readonly share: number; readonly fault: Fault }[]
): FaultRule {
  const next = createChance(seed);
  return () => {
    let chance = next();
    for (const { share, fault } of faults) {
      if (chance < share) return fault;
      chance -= share;
    }
    return undefined;
  };
}

/** mulberry32. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

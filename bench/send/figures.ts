/** What a run comes to, from what the connector saw and what the outbox says. */
import type { SeenCall } from "./run-child.ts";

/**
 * Calls a second between the 5th and the 95th percentile of the moments they came in: without the start, and without
 * the end where only the last retries are left.
 */
export function callsPerSecond(calls: readonly SeenCall[]): number {
  const times = calls.map(({ at }) => at).sort((a, b) => a - b);
  const from = Math.floor(0.05 * (times.length - 1));
  const to = Math.floor(0.95 * (times.length - 1));
  const seconds = ((times[to] ?? 0) - (times[from] ?? 0)) / 1_000;
  return seconds > 0 ? (to - from) / seconds : 0;
}

/** The most calls that came in within any second. */
export function mostInASecond(calls: readonly SeenCall[]): number {
  const times = calls.map(({ at }) => at).sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  for (const [index, at] of times.entries()) {
    while ((times[from] ?? at) <= at - 1_000) from++;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

/** Conversations that got the message more than once. */
export function duplicatesIn(calls: readonly SeenCall[]): readonly string[] {
  const taken = Map.groupBy(
    calls.filter(({ isPost, isTaken }) => isPost && isTaken),
    ({ conversation }) => conversation,
  );
  return [...taken].filter(([, copies]) => copies.length > 1).map(([conversation]) => conversation);
}

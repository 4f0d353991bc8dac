const minuteMs = 60_000;
const laterMs = 60 * minuteMs;
/** There must be time left to get there. */
const beforeStartMs = 15 * minuteMs;

/** When somebody is reminded again who wants it later; undefined: it begins too soon for that. */
export function laterAt(now: Date, start: Date): Date | undefined {
  const at = Math.min(now.getTime() + laterMs, start.getTime() - beforeStartMs);
  return at >= now.getTime() + minuteMs ? new Date(at) : undefined;
}

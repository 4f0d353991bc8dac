/** What Teams publishes of its limits (platform.md 1.1), enforced: over them a call is throttled and not taken. */
export type Operation = "send" | "create" | "members" | "member" | "channels";

type Window = { readonly ms: number; readonly most: number };

const perTenant: readonly Window[] = [{ ms: 1_000, most: 50 }];
const windowsOf = (most: readonly [number, number, number, number]): readonly Window[] =>
  [1_000, 2_000, 30_000, 3_600_000].map((ms, at) => ({ ms, most: most[at] ?? 0 }));
const perThread: Readonly<Record<Operation, readonly Window[]>> = {
  send: windowsOf([7, 8, 60, 1_800]),
  create: windowsOf([7, 8, 60, 1_800]),
  members: windowsOf([14, 16, 120, 3_600]),
  member: windowsOf([14, 16, 120, 3_600]),
  channels: windowsOf([14, 16, 120, 3_600]),
};

export type TeamsLimits = {
  /** Counts a call at `now` (ms); undefined if it may go on, else the seconds to wait, and it is not counted. */
  take(operation: Operation, thread: string, now: number): number | undefined;
};

export function createTeamsLimits(): TeamsLimits {
  const all = createLog(perTenant);
  const threads = new Map<string, ReturnType<typeof createLog>>();

  return {
    take(operation, thread, now) {
      const key = `${operation} ${thread}`;
      const one = threads.get(key) ?? createLog(perThread[operation]);
      threads.set(key, one);
      const waitMs = Math.max(all.waitMs(now), one.waitMs(now));
      if (waitMs > 0) return Math.ceil(waitMs / 1_000);
      all.add(now);
      one.add(now);
      return undefined;
    },
  };
}

/** The moments of the calls, and how long the next one has to wait for them. */
function createLog(windows: readonly Window[]) {
  const longest = Math.max(...windows.map(({ ms }) => ms));
  let times: number[] = [];
  return {
    add(now: number) {
      times.push(now);
    },
    waitMs(now: number): number {
      if (times.length > 10_000 || (times[0] ?? now) <= now - longest)
        times = times.filter((time) => time > now - longest);
      const waits = windows.map(({ ms, most }) => {
        // The one of the last `most` that has to leave the window first.
        const blocking = times[times.length - most];
        return blocking === undefined ? 0 : Math.max(0, blocking + ms - now);
      });
      return Math.max(...waits);
    },
  };
}

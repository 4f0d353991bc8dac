/**
 * When the next call may leave: `SEND_RATE` calls a second over the tenant, evenly spaced, and one a second in each
 * conversation. Pure functions of the time and of what left before; all times are ms since 1970.
 */

export type Pace = {
  /** Calls a second when nothing is throttled. */
  readonly rate: number;
  /** The part of the rate that is used now: halved when throttled, full again after ten quiet seconds. */
  readonly share: number;
  /** When `share` was last changed. */
  readonly changedAt: number;
  /** When the next call leaves if all are spaced evenly; in the past while there is something to make up for. */
  readonly nextAt: number;
  /** When calls left, the latest last: as many as a second may hold. */
  readonly left: readonly number[];
};

/** A call that is later than this was not late: there was nothing to send. What was late is made up for. */
const longestLatenessMs = 1_000;
/** While something is made up for, no more calls than these leave in the time of one. */
const mostTogether = 3;
/** No second ever holds more than the rate and this: on the way to Teams calls may still move closer together. */
const beyondRate = 1;
/** One more, for a clock of whole milliseconds may be one off. */
const secondMs = 1_001;
const leastShare = 1 / 32;
const recoveredPerSecond = 0.1;
/** Calls that were under way together are throttled together: that counts once. */
const oneThrottlingMs = 1_000;

/** Before anything left. */
export const paceOf = (rate: number): Pace => ({
  rate,
  share: 1,
  changedAt: 0,
  nextAt: 0,
  left: [],
});

/** The earliest moment for the next call; not later than `now` if it may leave at once. */
export function mayLeaveAt(pace: Pace, now: number): number {
  const spacing = spacingAt(pace, now);
  const { left, rate } = pace;
  const latest = left.at(-1) ?? Number.NEGATIVE_INFINITY;
  if (wasSetBack(latest, now)) return now;
  const first = left.at(-(rate + beyondRate)) ?? Number.NEGATIVE_INFINITY;
  const together = left.at(-mostTogether) ?? Number.NEGATIVE_INFINITY;
  return Math.max(pace.nextAt, together + spacing, first + secondMs);
}

/** A call leaves now. */
export function afterLeaving(pace: Pace, now: number): Pace {
  const wasIdle = now - pace.nextAt > longestLatenessMs;
  const before = wasSetBack(pace.left.at(-1) ?? 0, now) ? [] : pace.left;
  return {
    ...pace,
    nextAt: (wasIdle ? now : Math.min(pace.nextAt, now)) + spacingAt(pace, now),
    left: [...before, now].slice(-(pace.rate + beyondRate)),
  };
}

/** A call was throttled: half the pace, and nothing is made up for. */
export function afterThrottling(pace: Pace, now: number): Pace {
  const share = shareAt(pace, now);
  if (share < 1 && now - pace.changedAt < oneThrottlingMs && now >= pace.changedAt) return pace;
  return {
    ...pace,
    share: Math.max(leastShare, share / 2),
    changedAt: now,
    nextAt: Math.max(pace.nextAt, now),
  };
}

/** A clock that was set back would hold everything up for as long. */
const wasSetBack = (latest: number, now: number): boolean => latest - now > secondMs;

const shareAt = ({ share, changedAt }: Pace, now: number): number =>
  Math.min(1, share + (recoveredPerSecond * Math.max(0, now - changedAt)) / 1000);

const spacingAt = (pace: Pace, now: number): number => 1000 / pace.rate / shareAt(pace, now);

/** When each conversation may be called again. */
export type Conversations = {
  mayLeaveAt(conversationId: string): number;
  /** A call leaves for it now. */
  leave(conversationId: string, now: number): void;
  /** Nothing leaves for it before. */
  hold(conversationId: string, until: number): void;
};

const betweenCallsMs = 1_000;
/** Of conversations that may be called again nothing needs to be known. */
const mostRemembered = 1_000;

export function createConversations(): Conversations {
  const freeAt = new Map<string, number>();
  /** A thread counts as its channel, for Teams' limits know channels only. */
  const keyOf = (conversationId: string): string => conversationId.split(";", 1)[0] ?? "";

  function forget(now: number): void {
    if (freeAt.size < mostRemembered) return;
    for (const [key, at] of freeAt) if (at <= now) freeAt.delete(key);
  }

  return {
    mayLeaveAt: (conversationId) => freeAt.get(keyOf(conversationId)) ?? 0,
    leave(conversationId, now) {
      forget(now);
      freeAt.set(keyOf(conversationId), now + betweenCallsMs);
    },
    hold(conversationId, until) {
      const key = keyOf(conversationId);
      freeAt.set(key, Math.max(freeAt.get(key) ?? 0, until));
    },
  };
}

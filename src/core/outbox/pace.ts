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
  /** No call leaves before: what was missed is made up for slowly. */
  readonly freeAt: number;
};

/** A call that is later than this was not late: there was nothing to send. What was late is made up for. */
const longestLatenessMs = 1_000;
/**
 * What was missed is made up for by one call a second, and by a little less than one at once: so no second ever holds
 * more than the rate and two calls, though a clock of whole milliseconds may be one off at either end.
 */
const madeUpPerSecond = 1;
const madeUpAtOnce = 0.9;
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
  freeAt: 0,
});

/** The earliest moment for the next call; not later than `now` if it may leave at once. */
export const mayLeaveAt = (pace: Pace, now: number): number =>
  // A clock that was set back would hold everything up for as long.
  Math.min(Math.max(pace.nextAt, pace.freeAt), now + spacingAt(pace, now));

/** A call leaves now. */
export function afterLeaving(pace: Pace, now: number): Pace {
  const spacing = spacingAt(pace, now);
  const least = 1000 / (1000 / spacing + madeUpPerSecond);
  const wasIdle = now - pace.nextAt > longestLatenessMs;
  return {
    ...pace,
    nextAt: (wasIdle ? now : Math.min(pace.nextAt, now)) + spacing,
    freeAt: Math.max(Math.min(pace.freeAt, now), now - madeUpAtOnce * least) + least,
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

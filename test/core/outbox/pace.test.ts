import fc from "fast-check";
import {
  afterLeaving,
  afterThrottling,
  createConversations,
  mayLeaveAt,
  paceOf,
} from "../../../src/core/outbox/pace.ts";

const start = Date.parse("2026-03-02T08:00:00.000Z");
const second = 1_000;

/** Lets calls leave as soon as they may, by timers that are late as told; times are whole milliseconds, as a clock's. */
function leave(
  rate: number,
  calls: number,
  lateness: readonly number[],
  throttledAt: ReadonlySet<number> = new Set(),
): readonly number[] {
  let pace = paceOf(rate);
  let now = start;
  const left: number[] = [];
  for (let n = 0; n < calls; n++) {
    const at = mayLeaveAt(pace, now);
    if (at > now) now += Math.ceil(at - now) + (lateness[n % lateness.length] ?? 0);
    pace = afterLeaving(pace, now);
    left.push(now);
    if (throttledAt.has(n)) pace = afterThrottling(pace, now);
  }
  return left;
}

const mostInAnySecond = (left: readonly number[]): number =>
  Math.max(...left.map((from) => left.filter((at) => at >= from && at <= from + second).length));

const perSecond = (left: readonly number[]): number =>
  ((left.length - 1) * second) / ((left.at(-1) ?? 0) - (left[0] ?? 0));

describe("the pace", () => {
  it("when timers are late by whatever, then no second ever holds more than the rate and one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 30 }),
        (rate, lateness) => {
          expect(mostInAnySecond(leave(rate, 300, lateness))).toBeLessThanOrEqual(rate + 1);
        },
      ),
    );
  });

  it("when timers are late by a millisecond or two, or now and then by more, then 95 % of the rate is reached", () => {
    const lateness = fc.array(
      fc.oneof(
        { weight: 19, arbitrary: fc.integer({ min: 0, max: 2 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 18 }) },
      ),
      { minLength: 1, maxLength: 50 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), lateness, (rate, late) => {
        const reached = perSecond(leave(rate, 500, late).slice(5));

        expect(reached).toBeGreaterThanOrEqual(0.95 * rate);
        expect(reached).toBeLessThanOrEqual(1.02 * rate);
      }),
    );
  });

  it("when nothing is late, then calls are evenly spaced", () => {
    const left = leave(25, 100, [0]).slice(5);
    const gaps = left.slice(1).map((at, n) => at - (left[n] ?? 0));

    expect(new Set(gaps)).toEqual(new Set([40]));
  });

  it("when a call is throttled, then the pace halves, and is full again after a while", () => {
    const left = leave(20, 400, [0], new Set([100]));
    const gap = (n: number) => (left[n + 1] ?? 0) - (left[n] ?? 0);

    expect(gap(90)).toBe(50);
    expect(gap(104)).toBeGreaterThan(85);
    expect(gap(104)).toBeGreaterThan(gap(120));
    expect(gap(390)).toBe(50);
  });

  it("when many calls that were under way together are throttled, then it halves once", () => {
    const calm = paceOf(20);
    const once = afterThrottling(calm, start);

    const often = [100, 200, 900].reduce((pace, ms) => afterThrottling(pace, start + ms), once);
    const again = afterThrottling(often, start + 1_000);

    expect(often).toEqual(once);
    expect(again.share).toBeLessThan(0.35);
  });

  it("when everything is throttled all the time, then something is tried all the same", () => {
    let pace = paceOf(25);
    for (let n = 0; n < 1_000; n++) pace = afterThrottling(pace, start + n * second);

    const soon = afterLeaving(pace, start + 1_000 * second);

    expect(mayLeaveAt(soon, start + 1_000 * second)).toBeLessThanOrEqual(start + 1_003 * second);
  });

  it("when the clock is set back, then sending goes on", () => {
    let pace = paceOf(25);
    for (let n = 0; n < 10; n++) pace = afterLeaving(pace, start + n * 40);

    const back = start - 3_600_000;
    expect(mayLeaveAt(pace, back)).toBeLessThanOrEqual(back);
    expect(mayLeaveAt(afterLeaving(pace, back), back)).toBe(back + 40);
  });
});

describe("the pace of a conversation", () => {
  it("when a call has left for it, then the next waits for a second, threads of a channel together", () => {
    const conversations = createConversations();
    conversations.leave("19:forum@thread;messageid=1", start);

    expect(conversations.mayLeaveAt("19:forum@thread")).toBe(start + second);
    expect(conversations.mayLeaveAt("19:forum@thread;messageid=2")).toBe(start + second);
    expect(conversations.mayLeaveAt("19:other@thread")).toBeLessThanOrEqual(start);
  });

  it("when it is held, then nothing leaves for it before, whatever else happens", () => {
    const conversations = createConversations();
    conversations.hold("a", start + 7_000);
    conversations.hold("a", start + 2_000);
    for (let n = 0; n < 3_000; n++) conversations.leave(`other-${n}`, start + n);

    expect(conversations.mayLeaveAt("a")).toBe(start + 7_000);
  });
});

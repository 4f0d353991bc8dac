import { callsPerSecond, duplicatesIn, mostInASecond } from "../../bench/send/figures.ts";
import type { SeenCall } from "../../bench/send/run-child.ts";

const call = (at: number, more: Partial<SeenCall> = {}): SeenCall => ({
  at,
  isPost: true,
  conversation: `c${at}`,
  isTaken: true,
  status: 201,
  ...more,
});
const every = (ms: number, count: number) => Array.from({ length: count }, (_, n) => call(n * ms));

describe("the rate of calls", () => {
  it.each([
    [every(40, 1_000), 25],
    [every(20, 1_000).reverse(), 50],
    [[...every(20, 1_000), call(60_000), call(90_000)], 50],
    [[call(1)], 0],
    [[], 0],
  ])("when they come evenly, with stragglers or not, then it is told (%#)", (calls, rate) => {
    expect(callsPerSecond(calls)).toBeCloseTo(rate, 5);
  });

  it.each([
    [every(40, 100), 25],
    [[call(0), call(999), call(1_000), call(1_999)], 2],
    [[call(0), call(500), call(999)], 3],
    [[], 0],
  ])("when some second holds the most, then that is how many (%#)", (calls, most) => {
    expect(mostInASecond(calls)).toBe(most);
  });
});

describe("duplicates", () => {
  it("when a conversation got two messages, then it is one; refused and opened ones do not count", () => {
    const calls = [
      call(1, { conversation: "twice" }),
      call(2, { conversation: "twice" }),
      call(3, { conversation: "once" }),
      call(4, { conversation: "once", isTaken: false }),
      call(5, { conversation: "opened", isPost: false }),
      call(6, { conversation: "opened", isPost: false }),
    ];

    expect(duplicatesIn(calls)).toEqual(["twice"]);
  });
});

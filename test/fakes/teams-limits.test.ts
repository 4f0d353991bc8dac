import { createTeamsLimits } from "./teams-limits.ts";

/** How many of so many calls, so far apart, may go on before one has to wait, and how long that one has to. */
function untilThrottled(everyMs: number, threads: number, calls = 5_000) {
  const limits = createTeamsLimits();
  for (let number = 0; number < calls; number++) {
    const wait = limits.take("send", `thread ${number % threads}`, number * everyMs);
    if (wait !== undefined) return { taken: number, wait };
  }
  return { taken: calls, wait: 0 };
}

describe("Teams' limits", () => {
  it.each([
    [20, 5_000, { taken: 5_000, wait: 0 }],
    [19, 5_000, { taken: 50, wait: 1 }],
    [0, 5_000, { taken: 50, wait: 1 }],
    [100, 1, { taken: 7, wait: 1 }],
    [160, 1, { taken: 8, wait: 1 }],
    [300, 1, { taken: 60, wait: 12 }],
    [600, 1, { taken: 1_800, wait: 2_520 }],
    [2_000, 1, { taken: 5_000, wait: 0 }],
  ])("when a call comes every %i ms, to %i threads, then %j", (everyMs, threads, expected) => {
    expect(untilThrottled(everyMs, threads)).toEqual(expected);
  });

  it("when so long was waited, then calls may go on", () => {
    const limits = createTeamsLimits();
    for (let number = 0; number < 7; number++) limits.take("send", "one", 0);

    expect(limits.take("send", "one", 0)).toBe(1);
    expect(limits.take("create", "one", 0)).toBeUndefined();
    expect(limits.take("send", "one", 999)).toBe(1);
    expect(limits.take("send", "one", 1_000)).toBeUndefined();
  });
});

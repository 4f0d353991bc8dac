import type { Log } from "../../../src/core/ports.ts";
import { runJobs } from "../../../src/platform/scheduler/run-jobs.ts";

const silent: Log = { info() {}, warn() {}, error() {} };

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe("runJobs", () => {
  it("when time passes, then each job runs at its own pace, first after its interval", async () => {
    const runs = { quick: 0, slow: 0 };
    const stop = runJobs(
      [
        { name: "quick", everyMs: 1_000, run: async () => void runs.quick++ },
        { name: "slow", everyMs: 3_000, run: async () => void runs.slow++ },
      ],
      silent,
    );

    const atOnce = { ...runs };
    await jest.advanceTimersByTimeAsync(6_000);
    stop();

    expect(atOnce).toEqual({ quick: 0, slow: 0 });
    expect(runs).toEqual({ quick: 6, slow: 2 });
  });

  it("when a run takes longer than the interval, then the next waits for it, and other jobs do not", async () => {
    const hold = gate();
    let running = 0;
    let most = 0;
    let begun = 0;
    let others = 0;
    const job = {
      name: "long",
      everyMs: 1_000,
      async run() {
        begun++;
        most = Math.max(most, ++running);
        await hold.opened;
        running--;
      },
    };
    const other = { name: "other", everyMs: 1_000, run: async () => void others++ };
    const stop = runJobs([job, other], silent);

    await jest.advanceTimersByTimeAsync(5_500);
    const whileHeld = begun;
    hold.open();
    await jest.advanceTimersByTimeAsync(1_000);
    stop();

    expect(whileHeld).toBe(1);
    expect(begun).toBe(2);
    expect(most).toBe(1);
    expect(others).toBe(6);
  });

  it("when a run fails, then it is logged by the job's name and the job goes on", async () => {
    const logged: unknown[] = [];
    const log: Log = { ...silent, error: (...args) => logged.push(args) };
    const error = new Error("away");
    let runs = 0;
    const job = {
      name: "refresh",
      everyMs: 1_000,
      async run() {
        if (++runs === 1) throw error;
      },
    };
    const stop = runJobs([job], log);

    await jest.advanceTimersByTimeAsync(3_000);
    stop();

    expect(runs).toBe(3);
    expect(logged).toEqual([["job failed", error, { job: "refresh" }]]);
  });

  it("when it is stopped, then nothing runs any more", async () => {
    let runs = 0;
    const stop = runJobs([{ name: "a", everyMs: 1_000, run: async () => void runs++ }], silent);

    await jest.advanceTimersByTimeAsync(1_000);
    stop();
    await jest.advanceTimersByTimeAsync(10_000);

    expect(runs).toBe(1);
  });
});

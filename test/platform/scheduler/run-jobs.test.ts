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
    await stop();

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
    await stop();

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
    await stop();

    expect(runs).toBe(3);
    expect(logged).toEqual([["job failed", error, { job: "refresh" }]]);
  });

  it("when it is stopped, then nothing runs any more", async () => {
    let runs = 0;
    const stop = runJobs([{ name: "a", everyMs: 1_000, run: async () => void runs++ }], silent);

    await jest.advanceTimersByTimeAsync(1_000);
    await stop();
    await jest.advanceTimersByTimeAsync(10_000);

    expect(runs).toBe(1);
  });

  it("when it is stopped, then the run under way and what the job gives back are waited for", async () => {
    const hold = gate();
    const events: string[] = [];
    const job = {
      name: "long",
      everyMs: 1_000,
      async run() {
        await hold.opened;
        events.push("run ended");
      },
      async stop() {
        events.push("told to stop");
        hold.open();
      },
    };
    const stop = runJobs([job], silent);
    await jest.advanceTimersByTimeAsync(1_000);

    await stop();

    expect(events).toEqual(["told to stop", "run ended"]);
  });

  it("when a job cannot give back what it holds, then that is logged and the others are waited for", async () => {
    const logged: unknown[] = [];
    const error = new Error("away");
    let isGivenBack = false;
    const jobs = [
      { name: "a", everyMs: 1_000, run: async () => {}, stop: () => Promise.reject(error) },
      {
        name: "b",
        everyMs: 1_000,
        run: async () => {},
        stop: async () => {
          isGivenBack = true;
        },
      },
    ];
    const stop = runJobs(jobs, { ...silent, error: (...args) => logged.push(args) });

    await stop();

    expect(logged).toEqual([["job failed", error, { job: "a" }]]);
    expect(isGivenBack).toBe(true);
  });
});

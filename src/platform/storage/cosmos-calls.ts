import { BotError } from "../../core/errors.ts";
import type { Clock, Log } from "../../core/ports.ts";
import { type Failure, failureOf } from "./cosmos-failure.ts";

/** How long one call may go on trying. */
export type Patience = {
  readonly attempts: number;
  readonly totalMs: number;
  /** For one attempt. */
  readonly requestMs: number;
};

/** A turn has ten seconds for everything. */
export const turnPatience: Patience = { attempts: 3, totalMs: 3_000, requestMs: 2_500 };
/** Jobs and tools wait for a busy account. */
export const jobPatience: Patience = { attempts: 9, totalMs: 30_000, requestMs: 10_000 };

export type CallName = { readonly container: string; readonly operation: string };

/** What a caller of the port waits for: one request or several, with one end. */
export type Task = CallName & { readonly giveUpAt: number };

/** An answer that means something to the caller. Any other way to end is "store-unavailable". */
export type Answer<T> = {
  readonly status: number;
  readonly substatus?: number;
  readonly response?: T;
  /** An attempt before this one got no answer and may have been taken. */
  readonly isDoubtful: boolean;
};

type Response = {
  readonly statusCode?: number;
  readonly substatus?: number;
  readonly requestCharge: number;
};

export type CosmosCalls = {
  /** From now on the time runs. */
  begin(name: CallName): Task;
  /** Runs `attempt`, again if need be; the statuses in `meant` are answers, every other failure is thrown. */
  call<T extends Response>(
    task: Task,
    meant: readonly number[],
    attempt: (signal: AbortSignal) => Promise<T>,
  ): Promise<Answer<T>>;
};

const firstWaitMs = 50;

/** The one place where calls are repeated: the SDK's own repetitions are off or end with the time given here. */
export function createCosmosCalls(options: {
  readonly clock: Clock;
  readonly log: Log;
  readonly patience: Patience;
  readonly onCharge: (name: CallName, units: number) => void;
}): CosmosCalls {
  const { clock, log, patience, onCharge } = options;

  return {
    begin: (name) => ({ ...name, giveUpAt: clock.now().getTime() + patience.totalMs }),
    async call(task, meant, attempt) {
      const { giveUpAt, ...name } = task;
      let isDoubtful = false;
      for (let attempts = 1; ; attempts += 1) {
        const leftMs = giveUpAt - clock.now().getTime();
        if (leftMs <= 0) throw unavailable(name, { reason: "no time was left" });
        const outcome = await once(attempt, Math.min(patience.requestMs, leftMs));
        onCharge(name, outcome.charge);
        const { failure } = outcome;
        if (!failure) return { status: outcome.status, response: outcome.response, isDoubtful };
        if (!failure.isPassing && meant.includes(failure.status)) {
          return { status: failure.status, substatus: failure.substatus, isDoubtful };
        }
        isDoubtful ||= failure.mayBeTaken;
        const waitMs = failure.retryAfterMs ?? firstWaitMs * 2 ** attempts * (0.5 + Math.random());
        const canWait = clock.now().getTime() + waitMs < giveUpAt;
        if (!failure.isPassing || attempts >= patience.attempts || !canWait) {
          throw unavailable(name, failure);
        }
        log.warn("cosmos-retry", { ...name, attempts, reason: failure.reason });
        await clock.sleep(waitMs);
      }
    },
  };
}

type Outcome<T> =
  | {
      readonly status: number;
      readonly response: T;
      readonly failure?: undefined;
      readonly charge: number;
    }
  | { readonly failure: Failure; readonly charge: number };

async function once<T extends Response>(
  attempt: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
): Promise<Outcome<T>> {
  const controller = new AbortController();
  const timedOut = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    // An attempt that sleeps inside the SDK would not notice before it wakes.
    controller.abort();
    timedOut.reject(Object.assign(new Error(`no answer in ${timeoutMs} ms`), { code: "TIMEOUT" }));
  }, timeoutMs);
  try {
    const response = await Promise.race([attempt(controller.signal), timedOut.promise]);
    const status = response.statusCode ?? 200;
    const charge = response.requestCharge || 0;
    // A read of what is not there does not throw.
    if (status >= 400) {
      return { failure: failureOf({ code: status, substatus: response.substatus }), charge };
    }
    return { status, response, charge };
  } catch (error) {
    const failure = failureOf(error);
    return { failure, charge: failure.charge };
  } finally {
    clearTimeout(timer);
  }
}

/** What a caller is told if a call was not done, or nobody can say whether it was. */
export function unavailable(
  name: CallName,
  failure: { readonly reason: string; readonly cause?: Error },
): BotError {
  const { container, operation } = name;
  return new BotError(
    "store-unavailable",
    `Cosmos DB did not do "${operation}" in ${container}: ${failure.reason}.`,
    { cause: failure.cause },
  );
}

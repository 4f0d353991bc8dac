/** /healthz: the process lives. /readyz: whether the bot can do its work at this moment, and what is missing if not. */
import { BotError } from "../../core/errors.ts";
import type { Clock, HttpResponse, Route } from "../../core/ports.ts";

export type Health = {
  readonly routes: readonly Route[];
  /** What the start still waits for; empty: nothing, and from then on the bot takes messages. */
  lacks(missing: readonly string[]): void;
  /** True for good once the start is done: with its store lost the bot still answers from its indexes. */
  hasStarted(): boolean;
};

/** An answer of the store is good for this long, however many ask; that it did not answer is asked again at once. */
const goodForMs = 2_000;

export function createHealth(deps: {
  readonly clock: Clock;
  /** Asks the store for as little as there is; throws if it does not answer. */
  readonly answers: () => Promise<unknown>;
}): Health {
  const { clock } = deps;
  let lacking: readonly string[] = ["store", "indexes"];
  let answeredAtMs = Number.NEGATIVE_INFINITY;
  let underWay: Promise<readonly string[]> | undefined;

  async function ask(): Promise<readonly string[]> {
    try {
      await deps.answers();
      answeredAtMs = clock.now().getTime();
      return [];
    } catch (error) {
      return [error instanceof BotError ? error.message : "the store, for a fault in Kollega"];
    } finally {
      underWay = undefined;
    }
  }

  async function missing(): Promise<readonly string[]> {
    if (lacking.length > 0) return lacking;
    if (clock.now().getTime() - answeredAtMs < goodForMs) return [];
    underWay ??= ask();
    return underWay;
  }

  async function ready(): Promise<HttpResponse> {
    const found = await missing();
    return found.length === 0
      ? { status: 200, body: { status: "ready" } }
      : { status: 503, body: { status: "not ready", missing: found } };
  }

  return {
    routes: [
      {
        method: "GET",
        path: "/healthz",
        handle: () => ({ status: 200, body: { status: "alive" } }),
      },
      { method: "GET", path: "/readyz", handle: ready },
    ],
    lacks(found) {
      lacking = found;
    },
    hasStarted: () => lacking.length === 0,
  };
}

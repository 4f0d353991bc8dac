/** What belongs to one turn, wherever in the house something is logged on its behalf. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { LogFields } from "../../core/ports.ts";

export type TurnScope = {
  /** Everything that `work` logs, now or later, carries the fields. */
  run<T>(fields: LogFields, work: () => T): T;
  /** Those of the turn that is being handled; none outside of turns. */
  fields(): LogFields;
};

export function createTurnScope(): TurnScope {
  const storage = new AsyncLocalStorage<LogFields>();
  return {
    run: (fields, work) => storage.run(fields, work),
    fields: () => storage.getStore() ?? {},
  };
}

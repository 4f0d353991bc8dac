/** What is measured of a piece of work, and of what it consists; without a collector nothing is. */
import type { Documents, LogFields, Messenger } from "../../core/ports.ts";

export type Spans = {
  /** Measures `work`, as a part of the work that it is called in. The fields hold words of ours only. */
  span<T>(name: string, fields: LogFields, work: () => Promise<T>): Promise<T>;
  /** The same, but only inside of other work: what jobs do every few seconds is of no interest by itself. */
  part<T>(name: string, fields: LogFields, work: () => Promise<T>): Promise<T>;
  /** Adds to what is known of the work under way. */
  note(fields: LogFields): void;
  /** Sends what is left. */
  close(): Promise<void>;
};

export const noSpans: Spans = {
  span: (_name, _fields, work) => work(),
  part: (_name, _fields, work) => work(),
  note() {},
  async close() {},
};

/** The same store; each call is measured. Of what it is called with only the container's name is told. */
export function measuredDocuments(documents: Documents, spans: Spans): Documents {
  if (spans === noSpans) return documents;
  return measured(documents, (operation, [first], work) => {
    const container =
      typeof first === "string" ? first : String(Reflect.get(Object(first), "container"));
    return spans.part(`store ${operation}`, { container, operation }, work);
  });
}

/** The same messenger; each call is measured, and what became of it told. */
export function measuredMessenger(messenger: Messenger, spans: Spans): Messenger {
  if (spans === noSpans) return messenger;
  return measured(messenger, (operation, _args, work) =>
    spans.span(`connector ${operation}`, { operation }, async () => {
      const outcome = await work();
      spans.note({ outcome: String(Reflect.get(Object(outcome), "state")) });
      return outcome;
    }),
  );
}

function measured<P extends object>(
  port: P,
  around: (
    operation: string,
    args: readonly unknown[],
    work: () => Promise<unknown>,
  ) => Promise<unknown>,
): P {
  const calls = Object.entries(port).map(([operation, call]) => [
    operation,
    (...args: readonly unknown[]) =>
      around(operation, args, () => Reflect.apply(call as () => Promise<unknown>, port, args)),
  ]);
  return Object.fromEntries(calls) as P;
}

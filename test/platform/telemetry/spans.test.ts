import type { Documents, LogFields, Messenger } from "../../../src/core/ports.ts";
import {
  measuredDocuments,
  measuredMessenger,
  noSpans,
  type Spans,
} from "../../../src/platform/telemetry/spans.ts";

function record(): { readonly spans: Spans; readonly seen: [string, LogFields][] } {
  const seen: [string, LogFields][] = [];
  const measure: Spans["span"] = (name, fields, work) => {
    seen.push([name, fields]);
    return work();
  };
  const note = (fields: LogFields) => seen.push(["note", fields]);
  return { seen, spans: { span: measure, part: measure, note, async close() {} } };
}

const secret = "Anna Ask, 29:secret";
const documents = {
  read: async (...args: readonly unknown[]) => args,
  query: async (query: unknown) => query,
} as unknown as Documents;

describe("measured calls", () => {
  it("when the store is called, then the same comes back, and only what and where is told", async () => {
    const { spans, seen } = record();
    const measured = measuredDocuments(documents, spans);

    expect(await measured.read("members", secret, secret)).toEqual(["members", secret, secret]);
    await measured.query({ container: "content", partition: secret });

    expect(seen).toEqual([
      ["store read", { container: "members", operation: "read" }],
      ["store query", { container: "content", operation: "query" }],
    ]);
  });

  it("when something is sent, then what became of it is told", async () => {
    const { spans, seen } = record();
    const messenger = { remove: async () => ({ state: "throttled" }) } as unknown as Messenger;
    const address = {
      v: 1,
      serviceUrl: "",
      channel: "",
      conversationId: secret,
      botId: "",
    } as const;

    await measuredMessenger(messenger, spans).remove(address, secret);

    expect(seen).toEqual([
      ["connector remove", { operation: "remove" }],
      ["note", { outcome: "throttled" }],
    ]);
  });

  it("when nobody collects, then nothing is put in between", () => {
    expect(measuredDocuments(documents, noSpans)).toBe(documents);
  });
});

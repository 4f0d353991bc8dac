import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countCalls } from "../../../src/platform/storage/count-calls.ts";
import { openSqliteDocuments } from "../../../src/platform/storage/sqlite-documents.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";

describe("countCalls", () => {
  it("when each function is called, then it is counted by container and done", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "kollega-count-"));
    const log = { info() {}, warn() {}, error() {} };
    const store = await openSqliteDocuments({
      dataDir,
      clock: createFixedClock(),
      mode: "tool",
      log,
    });
    const calls: string[] = [];
    const documents = countCalls(store, (container, operation) => {
      calls.push(`${container} ${operation}`);
    });
    const doc = { id: "a", type: "note", v: 1 };

    const first = await documents.create("content", "p", doc);
    if (first === "exists") throw new Error("exists");
    expect(await documents.read("content", "p", "a")).toEqual(first);
    const expiresAt = new Date("2026-03-02T09:00:00.000Z");
    const second = await documents.replace("content", "p", doc, first.etag, { expiresAt });
    if (second === "stale") throw new Error("stale");
    expect((await documents.query({ container: "content", partition: "p" })).items).toHaveLength(1);
    expect((await documents.changes("content", "p", first.etag)).items).toEqual([second]);
    expect(await documents.delete("content", "p", "a", second.etag)).toBe("deleted");
    await documents.purge("members", "p");

    expect(calls).toEqual([
      "content create",
      "content read",
      "content replace",
      "content query",
      "content changes",
      "content delete",
      "members purge",
    ]);
    await store.close();
    await rm(dataDir, { recursive: true });
  });
});

/**
 * A process that opens the store and writes until it is done or killed.
 * Arguments: data folder, mode, name, writes (0: only hold the store open), partition.
 * Prints "open", then "<container> <id>" after each write that the store acknowledged.
 */
import { writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Container } from "../../../src/core/ports.ts";
import { openSqliteDocuments } from "../../../src/platform/storage/sqlite-documents.ts";

const [dataDir = "", mode = "tool", name = "", writes = "0", partition = "p"] =
  process.argv.slice(2);
const written: readonly Container[] = ["content", "claims"];

// Not process.stdout: the line must be in the pipe before the next write begins.
const say = (line: string) => writeSync(1, `${line}\n`);

const documents = await openSqliteDocuments({
  dataDir,
  mode: mode === "bot" ? "bot" : "tool",
  clock: { now: () => new Date(), sleep: (ms) => sleep(ms) },
  log: { info() {}, warn() {}, error: (event, error) => console.error(event, error) },
});
say("open");
for (let n = 0; n < Number(writes); n += 1) {
  for (const container of written) {
    const doc = { id: `${name}-${n}`, type: "note", v: 1, text: "ä".repeat(n % 300) };
    const outcome = await documents.create(container, partition, doc);
    if (outcome === "exists") throw new Error(`${doc.id} exists`);
    say(`${container} ${doc.id}`);
  }
}
if (writes === "0") await sleep(60_000);
await documents.close();

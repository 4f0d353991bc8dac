/** The collections of terms that come with Kollega (content/collections), in the import format. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setImmediate as nextLoop } from "node:timers/promises";
import { type Collection, collectionIds } from "../../core/collections.ts";
import type { Term } from "../../core/content.ts";

const folder = path.resolve(import.meta.dirname, "../../../content/collections");

/** Lines read before turns get their share of the thread: some milliseconds' worth. */
const linesAtOnce = 1_000;

/** Costs nothing until one is read. */
export const shippedCollections = (): readonly Collection[] =>
  collectionIds.map((id) => ({ id, read: () => readTerms(path.join(folder, `${id}.jsonl`)) }));

const noLists = {
  svAlso: [],
  fiAlso: [],
  enAlso: [],
  svAvoid: [],
  fiAvoid: [],
  enAvoid: [],
  usedBy: [],
} satisfies Partial<Term>;

/** The files are the house's own: a test sees to it that an import takes every row as it stands. */
async function readTerms(file: string): Promise<readonly Term[]> {
  const lines = (await readFile(file, "utf8")).split("\n");
  const terms: Term[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % linesAtOnce === linesAtOnce - 1) await nextLoop();
    if (line !== "") terms.push({ ...noLists, ...JSON.parse(line) });
  }
  return terms;
}

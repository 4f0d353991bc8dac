import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Contact, Network, Practice, Term } from "../../src/core/content.ts";
import type { ImportTarget } from "../../src/core/feature.ts";
import { type ImportReport, importContent } from "../../src/core/import-content.ts";
import type { Documents } from "../../src/core/ports.ts";
import { createContactsFeature } from "../../src/features/contacts/contacts-feature.ts";
import { createNetworksFeature } from "../../src/features/networks/networks-feature.ts";
import { createPracticesFeature } from "../../src/features/practices/practices-feature.ts";
import { termsTarget } from "../../src/features/terms/term-content.ts";
import { readRows } from "../../src/platform/files/read-rows.ts";
import { storedContent } from "../../src/platform/files/stored-content.ts";
import { openSqliteDocuments } from "../../src/platform/storage/sqlite-documents.ts";
import { createFixedClock } from "../fakes/fixed-clock.ts";

const folder = path.resolve(import.meta.dirname, "../../content");

export const kinds = ["networks", "contacts", "practices", "terms"] as const;
const targets = [
  createNetworksFeature({} as never),
  createContactsFeature({ library: {} as never, people: {} as never }),
  createPracticesFeature({} as never),
  { importTargets: [termsTarget] },
].flatMap(({ importTargets = [] }) => importTargets);

const targetOf = (kind: string): ImportTarget => {
  const target = targets.find((one) => one.kind === kind);
  if (!target) throw new Error(`There is no import for ${kind}`);
  return target;
};

/** The sample files as they are, imported one after the other. */
export async function importFiles(documents: Documents): Promise<Record<string, ImportReport>> {
  const reports: Record<string, ImportReport> = {};
  let networks: readonly string[] = [];
  for (const kind of kinds) {
    const rows = await readRows(path.join(folder, `${kind}.jsonl`));
    const context = { networks, timeZone: "Europe/Helsinki" };
    reports[kind] = await importContent(
      { documents, dryRun: false },
      targetOf(kind),
      rows,
      context,
    );
    if (kind === "networks") {
      networks = rows.flatMap((row) => ("values" in row ? [String(row.values["id"])] : []));
    }
  }
  return reports;
}

export type Samples = {
  readonly first: Record<string, ImportReport>;
  readonly second: Record<string, ImportReport>;
  readonly networks: readonly Network[];
  readonly contacts: readonly Contact[];
  readonly practices: readonly Practice[];
  readonly terms: readonly Term[];
};

/** The samples as they lie in a store, and what two imports said of them. */
export async function readSamples(): Promise<Samples> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "kollega-content-"));
  const log = { info() {}, warn() {}, error() {} };
  const store = await openSqliteDocuments({
    dataDir,
    clock: createFixedClock(),
    mode: "tool",
    log,
  });
  const first = await importFiles(store);
  const second = await importFiles(store);
  const valuesOf = async <T>(kind: string): Promise<readonly T[]> =>
    (await storedContent(store, targetOf(kind))).map(({ value }) => value as unknown as T);
  const samples = {
    first,
    second,
    networks: await valuesOf<Network>("networks"),
    contacts: await valuesOf<Contact>("contacts"),
    practices: await valuesOf<Practice>("practices"),
    terms: await valuesOf<Term>("terms"),
  };
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
  return samples;
}

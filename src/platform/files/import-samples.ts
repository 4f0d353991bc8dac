/** The sample content of local mode, in the import format and through the same import as everything else. */
import path from "node:path";
import type { ImportTarget } from "../../core/feature.ts";
import { importContent, type NumberedRow } from "../../core/import-content.ts";
import type { Documents } from "../../core/ports.ts";
import { readRows } from "./read-rows.ts";

const folder = path.resolve(import.meta.dirname, "../../../content");

/**
 * Networks come last: a store with a network counts as filled, so what was cut off is begun again at the next start.
 */
export async function importSamples(deps: {
  readonly documents: Documents;
  readonly targets: readonly ImportTarget[];
  readonly timeZone: string;
}): Promise<void> {
  const networks = (await rowsOf("networks")).flatMap((row) =>
    "values" in row ? [String(row.values["id"])] : [],
  );
  for (const kind of ["contacts", "practices", "terms", "networks"]) {
    const target = deps.targets.find((one) => one.kind === kind);
    if (!target) throw new Error(`There is no import for the sample ${kind}`);
    const report = await importContent(
      { documents: deps.documents, dryRun: false },
      target,
      await rowsOf(kind),
      {
        networks,
        timeZone: deps.timeZone,
      },
    );
    if (report.rejected > 0)
      throw new Error(`Sample ${kind} were rejected: ${JSON.stringify(report.rows[0])}`);
  }
}

async function rowsOf(kind: string): Promise<readonly NumberedRow[]> {
  const rows: NumberedRow[] = [];
  for await (const row of await readRows(path.join(folder, `${kind}.jsonl`))) rows.push(row);
  return rows;
}

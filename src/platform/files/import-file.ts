import type { Audit } from "../../core/audit.ts";
import type { ImportContext, ImportTarget } from "../../core/feature.ts";
import { type ImportReport, importContent } from "../../core/import-content.ts";
import type { Documents } from "../../core/ports.ts";
import { readRows } from "./read-rows.ts";

/** Imports a file, and leaves one audit entry if that changed anything. Throws UnreadableFile before it changes anything. */
export async function importFile(
  deps: {
    readonly documents: Documents;
    readonly audit: Audit;
    readonly onProgress?: (read: number, all: number) => void;
  },
  order: {
    readonly target: ImportTarget;
    readonly path: string;
    readonly context: ImportContext;
    readonly dryRun: boolean;
  },
): Promise<ImportReport> {
  const { documents, audit, onProgress } = deps;
  const { target, context, dryRun } = order;
  const rows = await readRows(order.path);
  const report = await importContent(
    { documents, dryRun, onProgress: (read) => onProgress?.(read, rows.length) },
    target,
    rows,
    context,
  );
  const { rows: _faults, ...counts } = report;
  if (!dryRun && counts.created + counts.updated > 0) {
    await audit.record({
      network: context.network,
      actor: "command-line",
      act: "import",
      details: { kind: target.kind, ...counts },
    });
  }
  return report;
}

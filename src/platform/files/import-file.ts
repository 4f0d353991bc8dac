import type { Audit } from "../../core/audit.ts";
import type { ImportContext, ImportTarget } from "../../core/feature.ts";
import { type ImportReport, importContent } from "../../core/import-content.ts";
import type { Documents } from "../../core/ports.ts";
import type { Home } from "./read-ics.ts";
import { openRows } from "./read-rows.ts";
import { storedNetworks } from "./stored-content.ts";

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
  const { target, dryRun } = order;
  const known = await storedNetworks(documents);
  const networkNamed = (id: string) => known.find((network) => network.id === id);
  const context: ImportContext = { networkNamed, ...order.context };
  const rows = await openRows(order.path, target.kind, homeOf(context));
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

/** The network that rows belong to which name none: the one asked for, or the only one. */
function homeOf({ network, networks, networkNamed, timeZone }: ImportContext): Home {
  const id = network ?? (networks.length === 1 ? networks[0] : undefined);
  const home = id === undefined ? undefined : networkNamed?.(id);
  return { language: home?.languages[0] ?? "sv", timeZone: home?.timeZone ?? timeZone };
}

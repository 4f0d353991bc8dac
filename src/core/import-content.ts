/**
 * Imports rows into the store. Each row stands for itself: good ones are taken, bad ones reported; the same file a
 * second time changes nothing.
 */
import type { ImportContext, ImportTarget, ParsedRow } from "./feature.ts";
import { mergeRows, type Whole, wholeOf } from "./merge-rows.ts";
import type { ReportedFault, Rows } from "./numbered-row.ts";
import type { Documents } from "./ports.ts";
import { putContent } from "./put-content.ts";
import type { ColumnFault } from "./rows.ts";

export type { NumberedRow, ReportedFault } from "./numbered-row.ts";
export { sameJson } from "./put-content.ts";

export type ImportReport = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rows: readonly ReportedFault[];
};

/** Written at once: together a store commits them faster, and one that answers slowly is not waited for row by row. */
const writtenAtOnce = 32;

export async function importContent(
  deps: {
    readonly documents: Documents;
    readonly dryRun: boolean;
    /** Called after each row with how many have been read. */
    readonly onProgress?: (rows: number) => void;
  },
  target: ImportTarget,
  rows: Rows,
  context: ImportContext,
): Promise<ImportReport> {
  const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const faults: ReportedFault[] = [];
  const columns = new Set(target.columns);
  const seen = new Map<string, number>();
  const besides = target.besides?.(deps.documents);
  const waiting: Whole["taken"][] = [];
  let read = 0;

  const reject = (row: number, reasons: readonly ColumnFault[]) => {
    counts.rejected++;
    faults.push(...reasons.map((one) => ({ row, ...one })));
  };
  const take = async ({ row, taken, notes }: Whole) => {
    const place = `${taken.partition}/${taken.doc.id}`;
    const earlier = seen.get(place);
    if (earlier !== undefined) {
      return reject(row, [{ column: "id", fault: { code: "twice", row: earlier } }]);
    }
    seen.set(place, row);
    const more = (await besides?.(taken)) ?? [];
    faults.push(...notes, ...more.map((note) => ({ row, ...note })));
    waiting.push(taken);
    if (waiting.length === writtenAtOnce) await write();
  };
  const write = async () => {
    const order = { target, dryRun: deps.dryRun, ...(context.now && { now: context.now }) };
    const written = await Promise.allSettled(
      waiting.splice(0).map((one) => putContent(deps.documents, one, order)),
    );
    for (const one of written) {
      if (one.status === "rejected") throw one.reason;
      counts[one.value]++;
    }
  };

  const merged = target.merge ? await mergeRows(rows, target.merge, context) : undefined;
  for await (const numbered of merged?.rows ?? rows) {
    deps.onProgress?.(++read);
    const { row } = numbered;
    const values = "values" in numbered ? numbered.values : {};
    for (const column of Object.keys(values)) {
      if (columns.has(column)) continue;
      columns.add(column);
      faults.push({ row, column, fault: { code: "unknownColumn" } });
    }
    const parsed: ParsedRow =
      "faults" in numbered ? { ok: false, faults: numbered.faults } : target.parse(values, context);
    if (!parsed.ok) reject(row, parsed.faults);
    const whole = merged ? merged.after(numbered, parsed) : wholeOf(numbered, parsed);
    if (whole) await take(whole);
  }
  await write();
  return { ...counts, rows: faults };
}

/** Rows of one file with the same id, made into one thing: it is held until the last of them was read. */
import type { ImportContext, ImportTarget, ParsedRow } from "./feature.ts";
import type { NumberedRow, ReportedFault, Rows } from "./numbered-row.ts";
import { tidy } from "./rows.ts";

type Taken = Extract<ParsedRow, { readonly ok: true }>;

/** What rows came to, and what is to be said of them if it is taken. */
export type Whole = {
  /** The first of its rows. */
  readonly row: number;
  readonly taken: Taken;
  readonly notes: readonly ReportedFault[];
};

/** Of a row that stands for itself; undefined if it is not to be taken. */
export function wholeOf(one: NumberedRow, parsed: ParsedRow): Whole | undefined {
  if (!parsed.ok || !("values" in one)) return undefined;
  const notes = [...(one.notes ?? []), ...(parsed.notes ?? [])];
  return { row: one.row, taken: parsed, notes: notes.map((note) => ({ row: one.row, ...note })) };
}

/** Reads the rows once to learn which ids come again; only those are held. */
export async function mergeRows(
  rows: Rows,
  merge: NonNullable<ImportTarget["merge"]>,
  context: ImportContext,
) {
  const again = isReadOnce(rows) ? await collect(rows) : rows;
  const times = new Map<string, number>();
  const ids = rows.ids?.map((values, index) => ({ row: index + 1, values }));
  for await (const one of ids ?? again) {
    const name = nameOf(one, context);
    if (name !== undefined) times.set(name, (times.get(name) ?? 0) + 1);
  }
  for (const [name, count] of times) if (count === 1) times.delete(name);
  const held = new Map<string, Whole>();

  return {
    rows: again,
    /** Undefined: there is nothing to take yet. */
    after(one: NumberedRow, parsed: ParsedRow): Whole | undefined {
      const name = nameOf(one, context);
      const left = name === undefined ? undefined : times.get(name);
      const fresh = wholeOf(one, parsed);
      if (name === undefined || left === undefined) return fresh;
      times.set(name, left - 1);
      const earlier = held.get(name);
      const whole = earlier && fresh ? joined(earlier, fresh, merge) : (earlier ?? fresh);
      if (left === 1) held.delete(name);
      else if (whole) held.set(name, whole);
      return left === 1 ? whole : undefined;
    },
  };
}

function joined(earlier: Whole, next: Whole, merge: NonNullable<ImportTarget["merge"]>): Whole {
  const { doc, notes } = merge(earlier.taken.doc, next.taken.doc);
  const { row } = next;
  return {
    row: earlier.row,
    taken: { ...earlier.taken, doc },
    notes: [
      ...earlier.notes,
      { row, column: "id", fault: { code: "merged", row: earlier.row } },
      ...next.notes,
      ...notes.map((note) => ({ row, ...note })),
    ],
  };
}

function nameOf(one: NumberedRow, context: ImportContext): string | undefined {
  if (!("values" in one)) return undefined;
  const { id, network } = one.values;
  const isNamed = network !== undefined && network !== null && network !== "";
  const place = isNamed ? network : (context.network ?? "");
  return id === undefined ? undefined : `${tidy(String(place))}\n${tidy(String(id))}`;
}

/** A generator is its own iterator: it can be looped over only once. */
const isReadOnce = (rows: Rows): boolean => "next" in rows;

async function collect(rows: Rows): Promise<readonly NumberedRow[]> {
  const all: NumberedRow[] = [];
  for await (const one of rows) all.push(one);
  return all;
}

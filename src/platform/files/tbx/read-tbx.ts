/** The concepts of a TBX file (ISO 30042:2019 in both styles, or the legacy `martif`) as rows, numbered as they stand. */
import type { NumberedRow, Rows } from "../../../core/numbered-row.ts";
import type { ColumnFault, Row } from "../../../core/rows.ts";
import { conceptRow } from "./concept-row.ts";
import { readConcepts } from "./read-concepts.ts";

/** Told of one by one; a file of fifty thousand concepts says the same of each. */
const toldOfEach = 10;

/** Reads all of the file once, so that one which cannot be read (UnreadableFile) changes nothing; then with each loop. */
export async function openTbx(path: string): Promise<Rows & { readonly length: number }> {
  const ids: Row[] = [];
  const unheld = new Map<string, number>();
  const others = new Map<string, number>();
  for await (const part of readConcepts(path)) {
    if (part.kind === "other") {
      others.set(part.name, (others.get(part.name) ?? 0) + 1);
      continue;
    }
    const { values, notes } = conceptRow(part.concept, part.file);
    ids.push({ id: values["id"], network: values["network"] });
    for (const note of notes) {
      const name = nameOf(note);
      if (name !== undefined) unheld.set(name, (unheld.get(name) ?? 0) + 1);
    }
  }
  return { length: ids.length, ids, [Symbol.asyncIterator]: () => rowsOf(path, unheld, others) };
}

async function* rowsOf(
  path: string,
  unheld: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>,
): AsyncGenerator<NumberedRow> {
  const told = new Map<string, number>();
  let row = 0;
  for await (const part of readConcepts(path)) {
    if (part.kind === "other") continue;
    row++;
    const { values, notes } = conceptRow(part.concept, part.file);
    const outside = row === 1 ? [...others].map(([name, times]) => unheldOutside(name, times)) : [];
    yield {
      row,
      values,
      notes: [...outside, ...notes.flatMap((note) => inMeasure(note, told, unheld))],
    };
  }
}

function inMeasure(
  note: ColumnFault,
  told: Map<string, number>,
  unheld: ReadonlyMap<string, number>,
): readonly ColumnFault[] {
  const { column, fault } = note;
  const name = nameOf(note);
  if (name === undefined || !("value" in fault)) return [note];
  const count = (told.get(name) ?? 0) + 1;
  told.set(name, count);
  const more = (unheld.get(name) ?? 0) - toldOfEach;
  if (count < toldOfEach || more <= 0) return [note];
  if (count > toldOfEach) return [];
  return [{ column, fault: { code: "notHeldMore", value: fault.value, times: more } }];
}

/** Of what is told only so often: what is lost of the file, by the element that held it. */
const nameOf = ({ column, fault }: ColumnFault): string | undefined =>
  fault.code === "notHeld" || fault.code === "markup" ? `${fault.code} ${column}` : undefined;

const unheldOutside = (column: string, times: number): ColumnFault => ({
  column,
  fault: { code: "notHeld", value: String(times) },
});

import type { Language } from "../../core/language.ts";
import { type ColumnFault, createRowReader, type Row } from "../../core/rows.ts";
import { objectOf } from "./read-jsonl.ts";

type Ask<T> = (question: { readonly text: string; readonly language?: Language }) => T;

export type BatchLine<T> =
  | ({ readonly id: string | number } & T)
  | { readonly id: string | number | null; readonly error: string };

/** One line for each line of questions, in order; blank lines are none. */
export function* answerBatch<T>(
  text: string,
  ask: Ask<T>,
  inWords: (fault: ColumnFault) => string,
): Generator<BatchLine<T>> {
  for (const line of text.split("\n")) {
    if (line.trim() !== "") yield answerLine(objectOf(line), ask, inWords);
  }
}

function answerLine<T>(
  row: Row | undefined,
  ask: Ask<T>,
  inWords: (fault: ColumnFault) => string,
): BatchLine<T> {
  if (!row) return { id: null, error: inWords({ column: "", fault: { code: "notARow" } }) };
  const read = createRowReader(row);
  const given = row["id"];
  const id = typeof given === "string" || typeof given === "number" ? given : null;
  if (id === null) read.fail("id", { code: given === undefined ? "required" : "badId" });
  const text = read.required("text", read.longText("text"));
  const language = read.language("language");
  if (id === null || read.faults.length > 0) {
    return { id, error: read.faults.map(inWords).join("; ") };
  }
  return { id, ...ask({ text, language }) };
}

import type { NumberedRow } from "../../core/import-content.ts";
import type { Row } from "../../core/rows.ts";

/** One row per line, the first being row 1; blank lines count but are no rows. */
export function rowsOfJsonl(text: string): readonly NumberedRow[] {
  return text.split("\n").flatMap((line, index): readonly NumberedRow[] => {
    if (line.trim() === "") return [];
    const row = index + 1;
    const values = objectOf(line);
    return [
      values ? { row, values } : { row, faults: [{ column: "", fault: { code: "notARow" } }] },
    ];
  });
}

/** The JSON object that a line holds, if it does. */
export function objectOf(line: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Row)
      : undefined;
  } catch {
    return undefined;
  }
}

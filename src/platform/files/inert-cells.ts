import type { JsonObject } from "../../core/reply.ts";

/**
 * For a table that people open and nobody imports again: a name that a spreadsheet would take for a formula is text,
 * whoever chose it.
 */
export const inertCells = (value: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(value).map(([name, cell]) => [
      name,
      typeof cell === "string" && /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell,
    ]),
  );

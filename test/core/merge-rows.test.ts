import type { ParsedRow } from "../../src/core/feature.ts";
import { mergeRows } from "../../src/core/merge-rows.ts";
import type { NumberedRow } from "../../src/core/numbered-row.ts";

const context = { networks: ["n1"], timeZone: "UTC" };
const parsed = (id: string, text: string): ParsedRow => ({
  ok: true,
  partition: "n1",
  doc: { id, type: "x", v: 1, value: { text } },
});
const rows: readonly NumberedRow[] = [
  { row: 2, values: { id: "a" } },
  { row: 3, values: { id: "b" } },
  { row: 4, faults: [] },
  { row: 5, values: { id: " a " }, notes: [{ column: "c", fault: { code: "noEnd" } }] },
];
const joined = mergeRows(
  rows,
  (first, next) => ({
    doc: { ...first, value: { text: `${first.value["text"]}${next.value["text"]}` } },
    notes: [{ column: "text", fault: { code: "firstStands", value: "2" } }],
  }),
  context,
);

describe("mergeRows", () => {
  it("when an id comes again, then what its rows came to is let go with the last of them", async () => {
    const merged = await joined;
    const after = rows.map((row) =>
      merged.after(
        row,
        "values" in row
          ? parsed(String(row.values["id"]).trim(), String(row.row))
          : { ok: false, faults: [] },
      ),
    );

    expect(after.map((whole) => whole?.taken.doc.value["text"])).toEqual([
      undefined,
      "3",
      undefined,
      "25",
    ]);
    expect(after.at(-1)).toMatchObject({
      row: 2,
      notes: [
        { row: 5, column: "id", fault: { code: "merged", row: 2 } },
        { row: 5, column: "c", fault: { code: "noEnd" } },
        { row: 5, column: "text", fault: { code: "firstStands", value: "2" } },
      ],
    });
  });

  it("when ids are known beforehand, then the rows are not read for them", async () => {
    let reads = 0;
    const large = {
      ids: [{ id: "a" }, { id: "a" }],
      *[Symbol.iterator]() {
        reads++;
        yield* rows;
      },
    };

    await mergeRows(large, (first) => ({ doc: first, notes: [] }), context);

    expect(reads).toBe(0);
  });
});

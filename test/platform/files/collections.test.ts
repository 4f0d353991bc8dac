import path from "node:path";
import { attributionOf, collectionIds } from "../../../src/core/collections.ts";
import { readTermRow } from "../../../src/features/terms/read-term-row.ts";
import { shippedCollections } from "../../../src/platform/files/collections.ts";
import { readRows } from "../../../src/platform/files/read-rows.ts";

const folder = path.resolve(import.meta.dirname, "../../../content/collections");

describe("the shipped collections", () => {
  it.each(shippedCollections())(
    "when $id is read, then its terms are those that an import takes",
    async ({ id, read }) => {
      const rows = await readRows(path.join(folder, `${id}.jsonl`));
      const taken = rows.map((row) => {
        const parsed =
          "values" in row
            ? readTermRow(row.values, { networks: [], timeZone: "UTC" })
            : { ok: false as const, faults: row.faults };
        return parsed.ok ? parsed.doc.value : parsed.faults;
      });

      expect(await read()).toEqual(taken);
      expect(new Set(taken.map((term) => "id" in term && term["id"])).size).toBe(taken.length);
    },
  );

  it("when they are counted, then there are all terms of each, in three languages, with their source", async () => {
    const read = await Promise.all(shippedCollections().map((collection) => collection.read()));

    expect(read.map(({ length }) => length)).toEqual([338, 9_454]);
    for (const { sv, fi, en, network, source } of read.flat()) {
      expect([sv, fi, en].every(Boolean)).toBe(true);
      expect(network).toBeUndefined();
      expect(source).toMatch(/^(?:eForms|CPV) [\w()-]+, © European Union, CC BY 4\.0$/u);
    }
  });

  it("when one is shown, then its licence can be", () => {
    for (const id of collectionIds) {
      expect(attributionOf[id].text).toContain("CC BY 4.0");
      expect(attributionOf[id].url).toMatch(/^https:/u);
    }
  });
});

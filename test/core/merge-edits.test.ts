import { marksOf, mergeEdits } from "../../src/core/merge-edits.ts";
import { digest } from "../../src/platform/system/digest.ts";

const fields = ["title", "text", "place"] as const;
const then = { title: "Träff", text: "Alla", place: "Vasa" };
const marks = marksOf(fields, then, digest);

describe("two who edit the same", () => {
  it.each([
    ["nobody changed anything", {}, {}, {}, []],
    ["only I did", { title: "Möte" }, {}, { title: "Möte" }, []],
    [
      "only the other did",
      {},
      { title: "Möte" },
      { title: "Möte" },
      [{ field: "title", isMine: false }],
    ],
    [
      "both did, each another field",
      { title: "Möte" },
      { place: "Åbo" },
      { title: "Möte", place: "Åbo" },
      [{ field: "place", isMine: false }],
    ],
    [
      "both did, the same field",
      { title: "Möte" },
      { title: "Fest" },
      { title: "Möte" },
      [{ field: "title", isMine: true }],
    ],
    ["both did, alike", { title: "Möte" }, { title: "Möte" }, { title: "Möte" }, []],
  ])("when %s, then nothing is lost", (_name, mine, stored, form, changes) => {
    const merged = mergeEdits(
      fields,
      { mine: { ...then, ...mine }, stored: { ...then, ...stored }, marks },
      digest,
    );

    expect(merged).toEqual({ form: { ...then, ...form }, changes });
  });

  it.each([undefined, "", "nonsense.from.afar"])(
    "when the marks are %j, then every difference counts as changed by both",
    (unknown) => {
      const merged = mergeEdits(
        fields,
        { mine: { ...then, title: "Möte" }, stored: then, marks: unknown },
        digest,
      );

      expect(merged.form).toEqual({ ...then, title: "Möte" });
      expect(merged.changes).toEqual([{ field: "title", isMine: true }]);
    },
  );
});

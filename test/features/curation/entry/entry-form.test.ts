import fc from "fast-check";
import { type EntryKind, fieldsOf } from "../../../../src/features/curation/entry/entry-fields.ts";
import {
  formOf,
  isFilled,
  readForm,
  rowOf,
} from "../../../../src/features/curation/entry/entry-form.ts";

const kinds: readonly EntryKind[] = ["practices", "terms", "contacts"];

/** As the import keeps a text: something in it, no space around. */
const text = fc
  .string({ minLength: 1, maxLength: 40 })
  .map((one) => one.replace(/\s+/gu, " ").trim())
  .filter((one) => one !== "");

describe("a row in a form", () => {
  it.each(kinds)(
    "when %s are put into a form and read back, then they are what they were",
    (kind) => {
      const row = fc.record(
        Object.fromEntries(
          fieldsOf(kind).map(({ column, as }) => [
            column,
            as === "list" || as === "lines" ? fc.array(text, { minLength: 1, maxLength: 4 }) : text,
          ]),
        ),
        { requiredKeys: [] },
      );
      fc.assert(
        fc.property(row, (before) => {
          const kept = { ...before, id: "x", contacts: ["c"] };
          expect(rowOf(kind, formOf(kind, kept), { id: "x", contacts: ["c"] })).toEqual(kept);
        }),
      );
    },
  );

  it("when a whole form comes without an input, then that one was emptied, unless it had none", () => {
    const before = { title: "Rubrik", body: "Text", reviewBy: "2026-01-01" };
    const data = { marks: "a.b", title: "Annan rubrik" };
    expect(readForm("practices", data, before, ["reviewBy"])).toMatchObject({
      title: "Annan rubrik",
      body: "",
      reviewBy: "2026-01-01",
    });
  });

  it("when a press without a form's mark brings one column, then the others stay", () => {
    const before = { title: "Rubrik", body: "Text" };
    expect(readForm("practices", { title: "Ny" }, before)).toMatchObject({
      title: "Ny",
      body: "Text",
    });
  });

  it.each([
    [{}, false],
    [{ kind: "draft", id: "x", network: "alfa", language: "sv" }, false],
    [{ title: "" }, true],
    [{ ref: "m1" }, true],
    [{ marks: "" }, true],
    [{ title: 7 }, false],
  ])("when a press brings %j, then it holds a form: %s", (data, is) => {
    expect(isFilled("practices", data)).toBe(is);
  });

  it("when items are written on lines and with semicolons, then each is one", () => {
    const form = { questions: "Hur?\nNär; var?\n\n", tags: " a ;b;; c\\;d " };
    expect(rowOf("practices", form, {})).toEqual({
      questions: ["Hur?", "När", "var?"],
      tags: ["a", "b", "c;d"],
    });
  });
});

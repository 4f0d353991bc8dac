import fc from "fast-check";
import {
  conceptIdOf,
  createConceptIds,
  idOfConcept,
} from "../../../../src/platform/files/tbx/concept-id.ts";

describe("a concept's id", () => {
  it.each([
    ["hankintayksikko", "c-hankintayksikko"],
    ["BT-01(c).x_y", "c-BT-01_x0028_c_x0029_.x_y"],
    ["å b", "c-_x00E5__x0020_b"],
    ["👩", "c-_xD83D__xDC69_"],
    ["_x0041_", "c-_x005F_x0041_"],
    ["_x0041å", "c-_x005F_x0041_x00E5_"],
    ["_x0041", "c-_x0041"],
    ["c-1", "c-c-1"],
  ])("when the id is %j, then it is %j, and back", (id, conceptId) => {
    expect(conceptIdOf(id)).toBe(conceptId);
    expect(idOfConcept(conceptId)).toBe(id);
  });

  it("when two networks have the same id, then the second says its network, and both come back", () => {
    const idOf = createConceptIds();
    const ids = [idOf("a", undefined), idOf("a", "n 1"), idOf("b", "n 1")];

    expect(ids).toEqual(["c-a", "c-a_xFFFF_n_x0020_1", "c-b"]);
    expect(ids.map(idOfConcept)).toEqual(["a", "a", "b"]);
  });

  it("when another program made it, then it stays as it is", () => {
    expect(idOfConcept("IATE-12_x0041_")).toBe("IATE-12_x0041_");
  });

  it("when it is any text, then it is an XML name and comes back", () => {
    const piece = fc.constantFrom(
      "_",
      "x",
      "_x",
      "0041",
      "00e5",
      "A",
      "å",
      "ſ",
      "K",
      " ",
      "👩",
      "-",
    );
    const id = fc.oneof(
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join("")),
      fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
    );
    fc.assert(
      fc.property(
        id.filter((any) => !any.includes("\uffff")),
        (any) => {
          expect(conceptIdOf(any)).toMatch(/^c-[A-Za-z0-9._-]*$/u);
          expect(idOfConcept(conceptIdOf(any))).toBe(any);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

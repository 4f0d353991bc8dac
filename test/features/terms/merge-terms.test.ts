import type { ContentDocument } from "../../../src/core/content.ts";
import type { JsonObject } from "../../../src/core/reply.ts";
import { mergeTerms } from "../../../src/features/terms/merge-terms.ts";
import { readTermRow } from "../../../src/features/terms/read-term-row.ts";

function doc(row: Readonly<Record<string, unknown>>): ContentDocument<JsonObject> {
  const parsed = readTermRow({ id: "a", ...row }, { networks: [], timeZone: "UTC" });
  if (!parsed.ok) throw new Error("a bad row");
  return parsed.doc;
}

describe("mergeTerms", () => {
  it("when only one of the two says something, then it is kept", () => {
    const first = doc({ sv: "anbud", svAlso: ["a"], domain: "D" });
    const next = doc({ fi: "tarjous", svAlso: ["b", "a"], fiAvoid: ["offertti"], note: "N" });

    const { doc: merged, notes } = mergeTerms(first, next);

    expect(merged).toEqual(
      doc({
        sv: "anbud",
        fi: "tarjous",
        svAlso: ["a", "b"],
        fiAvoid: ["offertti"],
        domain: "D",
        note: "N",
      }),
    );
    expect(notes).toEqual([]);
  });

  it("when both recommend a name, then the second is accepted", () => {
    const { doc: merged, notes } = mergeTerms(
      doc({ sv: "anbud", svAlso: ["x"] }),
      doc({ sv: "offert", svAlso: ["y"] }),
    );

    expect(merged.value).toMatchObject({ sv: "anbud", svAlso: ["x", "offert", "y"] });
    expect(notes).toEqual([{ column: "sv", fault: { code: "secondName", value: "offert" } }]);
  });

  it("when texts differ, then the first stands and the other is told", () => {
    const { doc: merged, notes } = mergeTerms(
      doc({ sv: "a", source: "A", definitionSv: "same" }),
      doc({ sv: "a", source: "B", definitionSv: "same" }),
    );

    expect(merged.value).toMatchObject({ source: "A", definitionSv: "same" });
    expect(notes).toEqual([{ column: "source", fault: { code: "firstStands", value: "B" } }]);
  });
});

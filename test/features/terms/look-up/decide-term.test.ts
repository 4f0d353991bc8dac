import type { Term } from "../../../../src/core/content.ts";
import type { TermHit, TermMatch } from "../../../../src/core/ports.ts";
import { decideTerm } from "../../../../src/features/terms/look-up/decide-term.ts";

const term = (id: string, sv = id): Term => ({
  id,
  sv,
  svAlso: [],
  fiAlso: [],
  enAlso: [],
  svAvoid: [],
  fiAvoid: [],
  enAvoid: [],
  usedBy: [],
});

const hit = (
  id: string,
  match: TermMatch,
  score: number,
  from: { readonly network?: string; readonly collection?: string; readonly sv?: string } = {
    network: "alfa",
  },
): TermHit => {
  const { sv = id, ...whose } = from;
  return {
    item: { key: `${whose.network}/${id}`, ...whose, term: term(id, sv) },
    name: { language: "sv", text: sv, status: "recommended" },
    match,
    score,
  };
};

const place = (found: TermHit) => ({ text: "del", start: 0, hits: [found] });
const nowhere = () => [];

describe("decideTerm", () => {
  it("when one is found exactly, then it is that one, with the same word in other banks beside it", () => {
    const own = hit("a", "exact", 1);
    const shipped = hit("b", "exact", 1, { collection: "cpv" });

    const decided = decideTerm([own, shipped, hit("c", "part", 0.5)], nowhere);

    expect(decided).toEqual({ kind: "one", hit: own, others: [shipped] });
  });

  it("when two concepts of the bank bear the name, then the reader chooses", () => {
    const both = [hit("a", "exact", 1), hit("b", "exact", 1)];

    expect(decideTerm(both, nowhere)).toEqual({ kind: "several", hits: both });
  });

  it("when two networks recommend the same, then either answers", () => {
    const one = hit("a", "exact", 1, { network: "alfa", sv: "anbud" });
    const other = hit("b", "exact", 1, { network: "beta", sv: "anbud" });

    expect(decideTerm([one, other], nowhere)).toEqual({ kind: "one", hit: one, others: [other] });
  });

  it("when one is nearly written so and nothing else is, then it is a slip of the pen", () => {
    const near = hit("a", "misspelt", 0.93);

    expect(decideTerm([near, hit("b", "misspelt", 0.8)], nowhere)).toEqual({
      kind: "slip",
      hit: near,
    });
  });

  it.each([
    [0.93, 0.9],
    [0.8, 0.1],
  ])("when guesses score %d and %d, then they are only guesses", (first, second) => {
    const guesses = [hit("a", "misspelt", first), hit("b", "misspelt", second)];

    expect(decideTerm(guesses, nowhere)).toEqual({ kind: "guesses", hits: guesses });
  });

  it("when only parts of it are terms, then those are shown, each once", () => {
    const part = hit("a", "part", 0.4);

    expect(decideTerm([], () => [place(part), place(part)])).toEqual({
      kind: "parts",
      hits: [part],
    });
  });

  it("when nothing is known of it, then it is missing, with the terms that hold the word", () => {
    const near = Array.from({ length: 7 }, (_, at) => hit(`${at}`, "part", 0.3));

    expect(decideTerm(near, nowhere)).toEqual({ kind: "missing", near: near.slice(0, 5) });
    expect(decideTerm([], nowhere)).toEqual({ kind: "missing", near: [] });
  });
});

import fc from "fast-check";
import { splitCompound } from "../../../../src/platform/search/translate/split-compound.ts";

const known = new Set(
  "upphandling enhet buss biogas skola mat stad hankinta yksikkö kunta hallitus bussi biokaasu el".split(
    " ",
  ),
);
const isKnown = (part: string) => known.has(part);

describe("splitCompound", () => {
  it.each([
    ["biogasbuss", ["biogas", "buss"]],
    ["upphandlingsenhet", ["upphandling", "enhet"]],
    ["hankintayksikkö", ["hankinta", "yksikkö"]],
    ["kuntahallitus", ["kunta", "hallitus"]],
    ["biokaasubussi", ["biokaasu", "bussi"]],
    ["stadsskolaenhet", ["stad", "skola", "enhet"]],
    ["buss", []],
    ["planetarium", []],
    ["xbuss", []],
    ["skolax", []],
    ["", []],
  ])("when the word is %s, then its parts are %j", (word, parts) => {
    expect(splitCompound(word, isKnown)).toEqual(parts);
  });

  it("when any word is split, then its parts are known, stand in it in their order, and are three at most", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "s", "n", "-"), maxLength: 24 });
    fc.assert(
      fc.property(letters, fc.array(letters), (word, vocabulary) => {
        const parts = splitCompound(word, (part) => vocabulary.includes(part));

        let from = 0;
        for (const part of parts) {
          expect(vocabulary).toContain(part);
          const at = word.indexOf(part, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + part.length;
        }
        expect(parts.length).toBeLessThanOrEqual(3);
        expect(parts.length).not.toBe(1);
      }),
    );
  });
});

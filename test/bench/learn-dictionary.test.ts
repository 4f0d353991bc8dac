import { alignWords } from "../../bench/dictionary/align-words.ts";
import { learnTables, withWords } from "../../bench/dictionary/learn-dictionary.ts";
import { writeTable } from "../../src/platform/search/translate/dictionary-file.ts";

describe("alignWords", () => {
  it("when words occur together and apart, then each finds its own", () => {
    const likely = alignWords([
      { from: ["röd", "buss"], to: ["punainen", "bussi"] },
      { from: ["röd", "bil"], to: ["punainen", "auto"] },
      { from: ["blå", "buss"], to: ["sininen", "bussi"] },
    ]);

    const best = (word: string) =>
      [...(likely.get(word) ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0];
    expect(["röd", "buss", "bil", "blå"].map(best)).toEqual([
      "punainen",
      "bussi",
      "auto",
      "sininen",
    ]);
  });

  it("when a side is empty, then the pair teaches nothing", () => {
    expect(
      alignWords([
        { from: [], to: ["bussi"] },
        { from: ["buss"], to: [] },
      ]).size,
    ).toBe(0);
  });
});

describe("learnTables", () => {
  const learnt = learnTables([
    { sv: "röda bussar", fi: "punaiset bussit", en: "red buses" },
    { sv: "röda bilar", fi: "punaiset autot" },
    { sv: "bussar", fi: "bussit", en: "buses" },
  ]);

  it("when a language is missing in a text, then the others still teach", () => {
    expect(learnt["sv-fi"]?.get("bil")?.[0]?.word).toBe("autot");
    expect(learnt["en-sv"]?.get("buse")?.[0]?.word ?? learnt["en-sv"]?.get("bus")?.[0]?.word).toBe(
      "bussar",
    );
  });

  it("when a word is given by hand, then that comes before what was learnt, and the shares add up to one", () => {
    const words = [{ sv: ["buss"], fi: ["linja-auto", "onnikka"], en: ["coach"] }];

    const both = withWords(learnt, words)["sv-fi"]?.get("buss") ?? [];

    expect(both.map(({ word }) => word)).toContain("onnikka");
    expect(both.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it("when it is written, then a line has the stem and what it becomes in percent", () => {
    const table = new Map([
      [
        "buss",
        [
          { word: "bussi", share: 0.8 },
          { word: "auto", share: 0.2 },
        ],
      ],
    ]);

    expect(writeTable(table)).toBe("buss bussi 80 auto 20");
  });
});

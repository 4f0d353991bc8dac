import { topicsOf } from "../../../../src/features/discussions/take-up/topics-of.ts";

describe("a question's topics", () => {
  it.each([
    ["Hur väger ni miljökraven?", ["miljökrav", "avtal"], [], ["miljökrav"]],
    [
      "Miten sosiaalisia kriteerejä käytetään?",
      ["sosiaaliset kriteerit", "kriteerit"],
      [],
      ["kriteerit"],
    ],
    ["Frågor om offentlig konst", ["offentlig konst", "konst"], [], ["offentlig konst", "konst"]],
    ["Vad kostar en ö?", ["ö", "öar"], [], []],
    ["Något annat", ["miljökrav"], ["avtal"], ["avtal"]],
    ["Miljökrav", ["Miljökrav"], ["miljökrav"], ["miljökrav"]],
    ["", ["miljökrav"], [], []],
  ])(
    "when it is %j, then it is about what it names and what is near",
    (text, tags, nearby, topics) => {
      expect(topicsOf(text, tags, nearby)).toEqual(topics);
    },
  );
});

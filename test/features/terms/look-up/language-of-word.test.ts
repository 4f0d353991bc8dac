import { languageOfWord } from "../../../../src/features/terms/look-up/language-of-word.ts";

describe("the language of a word that was asked for", () => {
  it.each([
    ["vad heter hankintayksikkö på svenska?", { to: "sv" }, "sv", "fi", "fi"],
    ["vad heter motion på svenska?", { to: "sv" }, "sv", "sv", undefined],
    ["mikä upphandling on suomeksi?", { to: "fi" }, "fi", "sv", "sv"],
    ["vad heter upphandling på finska?", { to: "fi" }, "sv", "sv", "sv"],
    ["vad heter anbud på finska?", { to: "fi" }, "sv", "en", "sv"],
    ["vad heter hankintayksikkö på engelska?", { to: "en" }, "sv", "fi", "fi"],
    ["term hankintapäätös", {}, "sv", "fi", "fi"],
    ["termi upphandling", {}, "fi", "sv", "sv"],
    ["term anbud", {}, "sv", "en", "sv"],
    ["term tender", {}, "en", "sv", "en"],
    ["finska ordet X på svenska", { from: "fi", to: "sv" }, "sv", "sv", "fi"],
    ["the same language again", { from: "fi", to: "fi" }, "sv", "sv", "sv"],
  ] as const)("%s", (_, asked, asking, detected, language) => {
    expect(languageOfWord(asked, asking, detected)).toBe(language);
  });
});

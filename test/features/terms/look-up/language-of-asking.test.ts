import { languageOfAsking } from "../../../../src/features/terms/look-up/language-of-asking.ts";

describe("languageOfAsking", () => {
  it.each([
    ["hankintayksikkö på svenska?", "sv"],
    ["kynnysarvo å svesnka", "sv"],
    ["tröskelvärde på finska?", "sv"],
    ["upphandlande enhet suomeksi?", "fi"],
    ["upphandlande enhet englanniksi", "fi"],
    ["kunnanjohtaja in English?", "en"],
    ["kommundirektör in Finnish", "en"],
  ])("when it is %j, then it is asked in %s", (text, language) => {
    expect(languageOfAsking(text)).toBe(language);
  });

  it.each(["term en enhet", "vad är jäv?", ""])("when it is %j, then it cannot be told", (text) => {
    expect(languageOfAsking(text)).toBeUndefined();
  });
});

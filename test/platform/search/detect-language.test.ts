import type { Language } from "../../../src/core/language.ts";
import { detectLanguage } from "../../../src/platform/search/detect-language.ts";

const lines: readonly (readonly [Language, string])[] = [
  ["sv", "hej! nån som haft sysselsättningsvillkor i städupphandling??"],
  ["sv", "hur många dar har leverantören på sej för upphandlingsrättelse?"],
  ["sv", "vem i nätverket kan ngt om grå ekonomi, behöver mall"],
  ["sv", "när e nästa nätverksträff?"],
  ["sv", "hur säger man elinvoimakeskus på svenska"],
  ["sv", "har vi nåt om tekstiilipalvelut leasing alltså"],
  ["sv", "Kan du kolla om vår upphandling e laglig?"],
  ["fi", "moi, onko kellään kokemuksia käytetyistä läppäreistä kouluille"],
  ["fi", "green deal työmaat, missä mennään??"],
  ["fi", "onks se 10% sidosyksikköraja jo voimassa"],
  ["fi", "mitä eroa on dps:llä ja puitejärjestelyllä"],
  ["fi", "viranhaltijapäätös ruotsiksi?"],
  ["fi", "pitääkö pöytäkirjan liitteet kääntää kans"],
  ["en", "hi, any example of ethical audit requirements for gloves?"],
  ["en", "who do I contact about KEINO academy"],
  ["en", "wellbeing county or welfare region??"],
  ["en", "can a resident appeal a tender decision"],
];

describe("detectLanguage", () => {
  it.each(lines)(
    "when the text is %s, then it is told from the text alone: %s",
    (language, line) => {
      expect(detectLanguage(line)).toBe(language);
    },
  );

  it.each(lines)(
    "when the member's language is another, then a %s sentence stays: %s",
    (language, line) => {
      expect(detectLanguage(line, language === "fi" ? "sv" : "fi")).toBe(language);
    },
  );

  it.each(["hankintayksikkö", "Helsinki", "Esbo", "DPS", "tender", "12.3.2026", "", "😀", "???"])(
    "when there is one word or none, then the prior decides: %j",
    (word) => {
      expect(detectLanguage(word, "sv")).toBe("sv");
      expect(detectLanguage(word, "fi")).toBe("fi");
      expect(detectLanguage(word, "en")).toBe("en");
    },
  );

  it.each([
    ["hej", "sv"],
    ["moi", "fi"],
    ["kiitos", "fi"],
    ["thanks", "en"],
  ] as const)(
    "when the one word is the greeting %s, then it tells %s all the same",
    (word, language) => {
      expect(detectLanguage(word, language === "sv" ? "fi" : "sv")).toBe(language);
    },
  );

  it("when one word stands without a prior, then the word tells", () => {
    expect(detectLanguage("hankintayksikkö")).toBe("fi");
    expect(detectLanguage("upphandlingsenheten")).toBe("sv");
    expect(detectLanguage("procurement")).toBe("en");
  });

  it("when nothing can be told, then Swedish", () => {
    expect(detectLanguage("😀 123")).toBe("sv");
  });
});

import { passageOf } from "../../../src/platform/search/passage.ts";
import { sentencesOf } from "../../../src/platform/search/sentences.ts";

const sentences = (text: string) =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe("sentencesOf", () => {
  it.each([
    ["Mötet börjar kl. 13.00 i Esbo. Välkommen!", ["Mötet börjar kl. 13.00 i Esbo.", "Välkommen!"]],
    ["Begär t.ex. Esbo om råd. Fråga sedan.", ["Begär t.ex. Esbo om råd.", "Fråga sedan."]],
    [
      "Gäller bl.a. Vanda och 1.1.2026 Lahtis. Slut.",
      ["Gäller bl.a. Vanda och 1.1.2026 Lahtis.", "Slut."],
    ],
    ["Kysy esim. Espoosta. Ks. 12 §. Selvä.", ["Kysy esim. Espoosta.", "Ks. 12 §.", "Selvä."]],
    [
      "Det kostade 60.000 euro, dvs. 3.5 % mer. Ja.",
      ["Det kostade 60.000 euro, dvs. 3.5 % mer.", "Ja."],
    ],
    [
      "Ask e.g. Helsinki. Dr. Ek knows. J. Ek too.",
      ["Ask e.g. Helsinki.", "Dr. Ek knows.", "J. Ek too."],
    ],
    ["Rubrik\n\n- en\n- två", ["Rubrik", "- en", "- två"]],
    ["1. Ansök\n2. Vänta", ["1. Ansök", "2. Vänta"]],
    ["", []],
  ])("when the text is %j, then its sentences are whole", (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe("passageOf", () => {
  const text = [
    "Kommunen började med ett försök år 2023.",
    "Budgeten var liten och många tvivlade.",
    "Anbudstiden var t.ex. 14 dagar, och kl. 13.00 den 1.1.2026 öppnades anbuden.",
    "Leverantören anställde två långtidsarbetslösa.",
    "Resultatet utvärderas på våren.",
  ].join(" ");

  it("when the text is short enough, then all of it", () => {
    expect(passageOf("vad som helst", " Kort text. ", "sv", 100)).toBe("Kort text.");
  });

  it("when a sentence answers, then the passage begins there and is a piece of the text", () => {
    const passage = passageOf("när öppnades anbuden?", text, "sv", 90);

    expect(passage).toBe(
      "Anbudstiden var t.ex. 14 dagar, och kl. 13.00 den 1.1.2026 öppnades anbuden.",
    );
    expect(text).toContain(passage);
  });

  it("when there is room, then the sentences after it come along", () => {
    const passage = passageOf("hur många långtidsarbetslösa anställdes?", text, "sv", 90);

    expect(passage).toBe(
      "Leverantören anställde två långtidsarbetslösa. Resultatet utvärderas på våren.",
    );
  });

  it("when words are inflected, then the sentence is found all the same", () => {
    const finnish =
      "Kokous pidettiin keväällä. Hankinnasta tehtiin puitesopimus neljäksi vuodeksi. Lopuksi syötiin kakkua.";

    expect(passageOf("miten puitesopimukset tehdään", finnish, "fi", 60)).toBe(
      "Hankinnasta tehtiin puitesopimus neljäksi vuodeksi.",
    );
  });

  it.each(["", "😀", "kvantfysik"])("when nothing matches %j, then the beginning", (question) => {
    expect(passageOf(question, text, "sv", 80)).toBe(
      "Kommunen började med ett försök år 2023. Budgeten var liten och många tvivlade.",
    );
  });

  it("when one sentence is too long, then it is cut after a whole word", () => {
    const long = `Anbud ${"mycket ".repeat(50)}slut.`;
    const passage = passageOf("anbud", long, "sv", 40);

    expect(passage.length).toBeLessThanOrEqual(40);
    expect(long.startsWith(`${passage} `)).toBe(true);
  });

  it("when the text has no spaces at all, then it is cut all the same", () => {
    expect(passageOf("x", "å".repeat(500), "sv", 40)).toHaveLength(40);
  });
});

import fc from "fast-check";
import {
  isStatement,
  readLanguageWish,
  readSubject,
  readTermQuestion,
} from "../../../../src/features/terms/look-up/read-term-question.ts";

describe("a question for a term in a language", () => {
  it.each([
    ["vad heter hankintayksikkö på svenska?", "hankintayksikkö", "sv"],
    ["Vad heter upphandlande enhet på finska", "upphandlande enhet", "fi"],
    ["hej! vad heter pöytäkirja å svesnka??", "pöytäkirja", "sv"],
    ["hur säger man elinvoimakeskus på svenska", "elinvoimakeskus", "sv"],
    ["Hur översätter man oikaisuvaatimus till svenska?", "oikaisuvaatimus", "sv"],
    ["vad heter det svenska ordet för elinvoimakeskus", "elinvoimakeskus", "sv"],
    ["vad är den svenska termen för ”kunnan jäsen”?", "kunnan jäsen", "sv"],
    ["kan nån säga vad jävig är på finska?", "jävig", "fi"],
    ["översätt förvaltningsstadga till engelska", "förvaltningsstadga", "en"],
    ["på svenska hankintaoikaisu", "hankintaoikaisu", "sv"],
    ["kommunstyrelse finska", "kommunstyrelse", "fi"],
    ["finska för motion", "motion", "fi"],
    ["mikä on viranhaltijapäätös ruotsiksi?", "viranhaltijapäätös", "sv"],
    ["mitä on suorahankinta ruotsiksi", "suorahankinta", "sv"],
    ["moi, mitä on kilpailuttaa ruotsiks", "kilpailuttaa", "sv"],
    ["viranhaltijapäätös ruotsiksi?", "viranhaltijapäätös", "sv"],
    ["miten sanotaan jaosto ruotsiksi", "jaosto", "sv"],
    ["mikä on hankintayksikön ruotsinkielinen vastine?", "hankintayksikön", "sv"],
    ["käännä ruotsiksi hallintosääntö", "hallintosääntö", "sv"],
    ["miten suomennetaan remiss?", "remiss", "fi"],
    ["Mikähän mahtaa olla tilinpäätös englanniksi?", "tilinpäätös", "en"],
    ["what's the English name of the procurement act?", "procurement act", "en"],
    ["What do you call pöytäkirjantarkastaja in English?", "pöytäkirjantarkastaja", "en"],
    ["how do you say municipal board in Finnish", "municipal board", "fi"],
    ["swedish for kynnysarvo", "kynnysarvo", "sv"],
    ["what's kynnysarvo in swedish pls", "kynnysarvo", "sv"],
    ['What is "tjänsteinnehavare" in English', "tjänsteinnehavare", "en"],
  ])("when it is %j, then %j is asked for in %s, and nothing else", (question, text, to) => {
    expect(readTermQuestion(question)).toEqual({ text, to, surety: "plain" });
  });

  it("when it says from which language, then that is known too", () => {
    expect(readTermQuestion("ruotsista suomeksi: avvikande mening")).toMatchObject({
      text: "avvikande mening",
      from: "sv",
      to: "fi",
    });
  });
});

describe("the command", () => {
  it.each([
    ["term kommundirektör", { text: "kommundirektör" }],
    ["Term Upphandlande enhet", { text: "Upphandlande enhet" }],
    ["termi hankintayksikkö ruotsiksi", { text: "hankintayksikkö", to: "sv" }],
    ["term kommundirektör på engelska", { text: "kommundirektör", to: "en" }],
    ["term svenska", { text: "svenska" }],
    ["term HE", { text: "HE" }],
  ])("when it is %j, then it looks up %j", (command, asked) => {
    expect(readTermQuestion(command)).toEqual({ ...asked, surety: "command" });
  });
});

describe("a question that may be about a term", () => {
  it.each([
    ["vad betyder anknuten enhet?", "anknuten enhet"],
    ["mitä tarkoittaa sidosyksikkö", "sidosyksikkö"],
    ["what does in-house entity mean", "in-house entity"],
    ["vad kallas kuntayhtymä", "kuntayhtymä"],
    ["rätt term för kuntayhtymä?", "kuntayhtymä"],
  ])("when it is %j, then it is one if there is a term %j", (question, text) => {
    expect(readTermQuestion(question)).toEqual({ text, surety: "perhaps" });
  });

  it.each([
    "har ni mallar på svenska?",
    "finns det praxis om klimat på finska?",
    "när är nästa möte på svenska",
    "måste vi översätta föredragningslistan eller räcker protokollet",
    "pitääkö pöytäkirjan liitteet kääntää ruotsiksi",
    "who translates the minutes into Swedish?",
    "vem översätter till finska i Esbo",
    "var hittar jag blanketter på svenska",
    "onko teillä lomakkeita ruotsiksi",
  ])("when %j is asked, then a term that is missing is not said to be missing", (question) => {
    expect(readTermQuestion(question)?.surety).toBe("perhaps");
  });
});

describe("any other message", () => {
  it.each([
    "hur har andra använt sysselsättningsvillkor i upphandlingar?",
    "när är nästa möte?",
    "och på finska?",
    "in English?",
    "entä englanniksi?",
    "mer på finska",
    "svaret på svenska tack",
    "language Swedish",
    "hjälp",
    "",
    "?",
  ])("when it is %j, then no term is asked for", (text) => {
    expect(readTermQuestion(text)).toBeUndefined();
  });

  it("when it is anything at all, then it is read without a fault", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const asked = readTermQuestion(text);
        expect(asked?.text === "").toBe(false);
        readSubject(text);
        readLanguageWish(text);
      }),
    );
  });
});

describe("a language for what was just shown", () => {
  it.each([
    ["och på finska?", "fi"],
    ["in English?", "en"],
    ["entä englanniksi?", "en"],
    ["vad heter det på svenska då?", "sv"],
  ])("when %j is asked, then it is %s", (text, language) => {
    expect(readLanguageWish(text)).toBe(language);
  });

  it.each(["vad heter motion på finska?", "och sen?", "fler"])(
    "when %j is asked, then it is none",
    (text) => {
      expect(readLanguageWish(text)).toBeUndefined();
    },
  );
});

describe("what a question is about", () => {
  it.each([
    ["vad är anknuten enhet?", "anknuten enhet"],
    ["mikä on sidosyksikkö?", "sidosyksikkö"],
    ["what is a contracting authority?", "contracting authority"],
    ["Kommundirektör", "Kommundirektör"],
  ])("when it is %j, then %j", (question, text) => {
    expect(readSubject(question)).toBe(text);
  });
});

describe("a message among others", () => {
  it.each([
    "det heter kommundirektör på svenska",
    "svar: kommundirektör, vad annars?",
    "Se on ruotsiksi kommundirektör.",
    "We say contracting authority in English",
  ])("when it is %j, then it is a statement", (text) => {
    expect(isStatement(text)).toBe(true);
  });

  it.each([
    "vad heter kynnysarvo på svenska",
    "hej, vad heter kynnysarvo på svenska",
    "kynnysarvo ruotsiksi?",
    "term kynnysarvo",
    "what is kynnysarvo in Swedish",
    "miten sanotaan kynnysarvo ruotsiksi",
    "kan nån säga vad jävig är på finska",
  ])("when it is %j, then it is a question", (text) => {
    expect(isStatement(text)).toBe(false);
  });
});

import fc from "fast-check";
import { readMark, withoutMark } from "../../../../src/features/discussions/thread/read-mark.ts";

describe("the word that marks an answer", () => {
  it.each([
    ["svar: hankintayksikkö", "hankintayksikkö"],
    ["Svaret : hankintayksikkö", "hankintayksikkö"],
    ["det här är svaret: hankintayksikkö", "hankintayksikkö"],
    ["svar – hankintayksikkö", "hankintayksikkö"],
    ["Lösning:\nhankintayksikkö", "hankintayksikkö"],
    ["Vastaus: upphandlingsenhet", "upphandlingsenhet"],
    ["vastaus - upphandlingsenhet", "upphandlingsenhet"],
    ["Tämä on vastaus: upphandlingsenhet", "upphandlingsenhet"],
    ["ratkaisu: upphandlingsenhet", "upphandlingsenhet"],
    ["The answer: contracting authority", "contracting authority"],
    ["answer: a: b", "a: b"],
  ])("when somebody writes %j, then the answer is what follows", (text, answer) => {
    expect(readMark(text)).toEqual({ text: answer });
  });

  it.each(["svaret", "Svar!", "svar:", "vastaus", "VASTAUS.", "answer", "The answer", "solution "])(
    "when somebody writes %j alone, then an earlier reply is meant",
    (text) => {
      expect(readMark(text)).toEqual({ text: "" });
    },
  );

  it.each([
    "",
    "svara på frågan",
    "svar på remissen finns här",
    "Vad är svaret?",
    "svaret: hur då?",
    "Svaret är fel.",
    "Svaret är att det heter hankintayksikkö.",
    "vastaus onnistui hyvin",
    "vastaus on vielä auki",
    "ratkaisu on vielä auki",
    "The answer isn't right",
    "The answer is contracting authority",
    "svar-mejlet kom inte fram",
    "svar -mejlet kom inte fram",
    "vastausaika on kaksi viikkoa",
    "answering machine: 5",
    "Onko tämä vastaus?",
    "hankintayksikkö",
  ])("when somebody writes %j, then nothing is marked", (text) => {
    expect(readMark(text)).toBeUndefined();
  });

  it("when anything is written, then reading it neither fails nor takes long, and no word of it is made up", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 5_000 }), (text) => {
        const mark = readMark(text);
        if (mark) expect(text).toContain(mark.text);
        expect(text).toContain(withoutMark(text).text);
      }),
    );
    expect(readMark(`svar${" ".repeat(20_000)}x`)).toBeUndefined();
  });
});

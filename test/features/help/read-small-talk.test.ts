import { readSmallTalk } from "../../../src/features/help/read-small-talk.ts";

describe("readSmallTalk", () => {
  it.each([
    "hej",
    "Hej!",
    "HEJSAN",
    "hej på dig",
    "hej kollega",
    "Hej alla",
    "god morgon",
    "God dag!",
    "godmorgon",
    "God kväll",
    "moi",
    "Moi kaikille!",
    "hei Kollega",
    "huomenta",
    "hyvää päivää",
    "hyvää huomenta",
    "hi",
    "Hi there 👋",
    "hello everyone",
    "good morning",
  ])("when it is said %j, then it is a greeting", (text) => {
    expect(readSmallTalk(text)).toEqual({ kind: "greeting" });
  });

  it.each([
    "tack",
    "Tack så mycket!",
    "tack för hjälpen",
    "stort tack",
    "tusen tack",
    "hej tack",
    "kiitos",
    "Kiitos paljon",
    "kiitos avusta!",
    "suuret kiitokset",
    "thanks for your answer",
    "paljon kiitoksia",
    "thanks",
    "thank you very much",
    "Thanks a lot",
    "thanks for the help",
    "thx :)",
  ])("when it is said %j, then it is thanks", (text) => {
    expect(readSmallTalk(text)).toEqual({ kind: "thanks" });
  });

  it.each([
    "hej, hur upphandlar ni mat?",
    "hej! nån som haft sysselsättningsvillkor",
    "moi, onko kellään kokemuksia",
    "hi, any example of audits",
    "tack vare vem?",
    "dagvård",
    "svaret",
    "hjälpen",
    "your answer",
    "there",
    "alla",
    "you",
    "snälla",
    "",
    "?",
    "1",
    "hej hej hej hej hej hej",
    "HEJ".normalize("NFD").concat(" kontakt Esbo"),
  ])("when it is said %j, then it is a question", (text) => {
    expect(readSmallTalk(text)).toBeUndefined();
  });
});

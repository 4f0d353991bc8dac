import { readFollowUp } from "../../../src/features/ask/read-follow-up.ts";

describe("readFollowUp", () => {
  it.each([
    "fler",
    "Fler!",
    "mer",
    "fler svar",
    "visa mer",
    "har du några fler svar om det?",
    "nästa",
    "lisää",
    "Lisää?",
    "näytä lisää",
    "lisää vastauksia kiitos",
    "lisää – kiitos",
    "mer - tack",
    "onko sinulla muita vastauksia?",
    "onko muita?",
    "more",
    "more please",
    "show me more",
    "any more answers?",
    "are there others?",
    "LISÄÄ".normalize("NFD"),
  ])("when it is said %j, then more is wanted", (text) => {
    expect(readFollowUp(text)).toEqual({ kind: "more" });
  });

  it.each([
    "Vem kan jag ringa om det?",
    "vem kan jag fråga?",
    "vem?",
    "Kenelle voin soittaa siitä?",
    "keneltä voin kysyä tästä",
    "kuka?",
    "Who can I call about it?",
    "who can I ask",
    "who should I contact?",
  ])("when it is said %j, then people are wanted", (text) => {
    expect(readFollowUp(text)).toEqual({ kind: "people" });
  });

  it.each([
    ["på finska?", "fi"],
    ["och på finska då?", "fi"],
    ["kan jag få det på engelska?", "en"],
    ["på svenska tack", "sv"],
    ["ruotsiksi?", "sv"],
    ["entä suomeksi?", "fi"],
    ["saisinko tämän englanniksi", "en"],
    ["in Finnish?", "fi"],
    ["and in Swedish please", "sv"],
    ["can I have it in English?", "en"],
    ["suomenkielisenä kiitos", "fi"],
    ["voiko tämän suomentaa?", "fi"],
    ["på finlandssvenska", "sv"],
    ["routsiksi", "sv"],
    ["svenska, svenska!", "sv"],
  ] as const)("when it is said %j, then the same is wanted in %s", (text, language) => {
    expect(readFollowUp(text)).toEqual({ kind: "language", language });
  });

  it.each([
    "who can appeal a procurement decision?",
    "vem kan söka ändring i ett upphandlingsbeslut?",
    "kuka voi valittaa hankintapäätöksestä?",
    "vem kan jag ringa om sociala kriterier?",
    "who can I call about circular economy?",
    "kenelle voin soittaa elintarvikkeista?",
    "fler elbussar",
    "mer om klarspråk",
    "lisää tietoa kynnysarvoista",
    "more about framework agreements",
    "vad heter upphandling på finska?",
    "miten hankintayksikkö sanotaan ruotsiksi",
    "how do you say lautakunta in Swedish?",
    "finska eller svenska?",
    "finska svenska",
    "entä Suomessa?",
    "ja Ruotsissa?",
    "tyskaksi",
    "hej",
    "ok",
    "tack",
    "det",
    "",
    "???",
    "👍",
    "and now can you give me more and more and more of the same thing please",
  ])("when it is said %j, then it is a question of its own", (text) => {
    expect(readFollowUp(text)).toBeUndefined();
  });
});

import { chooseAnswer, thresholds } from "../../../src/features/ask/choose-answer.ts";

const rule = { answer: 0.8, lead: 0.7, choices: 0.4 };

describe("chooseAnswer", () => {
  it("when nothing was found, then none", () => {
    expect(chooseAnswer([], rule)).toBe("none");
  });

  it("when the best is far ahead of the others, then one answer", () => {
    expect(chooseAnswer([1, 0.4, 0.3, 0.3, 0.2], rule)).toBe("answer");
  });

  it("when the second is close, then choices", () => {
    expect(chooseAnswer([1, 0.95, 0.3, 0.3, 0.2], rule)).toBe("choices");
  });

  it("when all that follow are close, then choices", () => {
    expect(chooseAnswer([1, 0.7, 0.7, 0.7, 0.7], rule)).toBe("choices");
  });

  it("when the only one found is good, then one answer", () => {
    expect(chooseAnswer([0.8], rule)).toBe("answer");
  });

  it("when the best is ahead but weak, then choices", () => {
    expect(chooseAnswer([0.5, 0.1], rule)).toBe("choices");
  });

  it("when even the best is too low, then none", () => {
    expect(chooseAnswer([0.39, 0.1], rule)).toBe("none");
  });

  it("when the best stands exactly at the threshold, then there are choices", () => {
    expect(chooseAnswer([0.4, 0.39], rule)).toBe("choices");
  });

  it("when no thresholds are given, then the fitted ones hold", () => {
    expect(chooseAnswer([thresholds.choices - 0.01])).toBe("none");
    expect(chooseAnswer([thresholds.choices])).toBe("choices");
    expect(chooseAnswer([thresholds.answer])).toBe("answer");
  });
});

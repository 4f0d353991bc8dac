import type { Asked } from "../../bench/search/ask-collection.ts";
import { decide, decisionRow } from "../../bench/search/decisions.ts";
import { belowFloors, fitThresholds, fitWithinFloors } from "../../bench/search/fit-thresholds.ts";

const found = (scores: readonly number[], rank = 1) => ({ scores, rank });

/** Ten questions well answered, and ten unrelated ones that come up to `noise`. */
const asked = (noise: number): Asked => ({
  answerable: Array.from({ length: 10 }, () => found([0.9, 0.3, 0.2, 0.2, 0.2])),
  unrelated: Array.from({ length: 10 }, () => [noise, noise, noise]),
});
/** Ten questions whose right text is first, but scores low. */
const weak: Asked = {
  answerable: Array.from({ length: 10 }, () => found([0.34, 0.33, 0.32, 0.3, 0.3])),
  unrelated: [[0.1]],
};

describe("fitThresholds", () => {
  it("when the unrelated come close, then the line is drawn above them", () => {
    const fitted = fitThresholds([asked(0.4)]);

    expect(fitted?.choices).toBeGreaterThan(0.4);
    expect(decide(asked(0.4), fitted)).toMatchObject({ single: 1, refusedUnrelated: 1 });
  });

  it("when the questions score low, then only samples may draw it lower", () => {
    const low: Asked = { answerable: [found([0.2, 0.1])], unrelated: [[0.05]] };

    expect(decide(low, fitThresholds([low])).refusedAnswerable).toBe(1);
    expect(decide(low, fitThresholds([low], { areSamples: true })).refusedAnswerable).toBe(0);
  });
});

describe("fitWithinFloors", () => {
  it("when the samples want it lower than the floors allow, then the floors hold", () => {
    expect(fitWithinFloors([weak], [asked(0.1)])?.choices).toBeLessThanOrEqual(0.34);

    const fitted = fitWithinFloors([weak], [asked(0.36)]);

    expect(fitted?.choices).toBeGreaterThan(0.36);
    expect(belowFloors([decide(asked(0.36), fitted)])).toEqual([]);
  });

  it("when no thresholds keep the floors, then there are none", () => {
    expect(fitWithinFloors([weak], [asked(0.95)])).toBeUndefined();
  });
});

describe("belowFloors", () => {
  it("when one collection of two falls below, then it is said how far", () => {
    const half = asked(0.1);
    const wrong = {
      ...half,
      answerable: half.answerable.map((one, at) => ({ ...one, rank: at + 1 })),
    };

    const shares = [half, wrong].map((one) =>
      decide(one, { answer: 0.8, lead: 0.7, choices: 0.35 }),
    );

    expect(belowFloors(shares)).toEqual(["single right 10.0 (floor 86.0)"]);
  });
});

describe("decisionRow", () => {
  it("when there was no single answer and nothing unrelated, then no share is claimed", () => {
    expect(decisionRow("weak", decide({ ...weak, unrelated: [] }))).toMatchObject({
      "… right": "–",
      "refused unrelated": "–",
    });
  });
});

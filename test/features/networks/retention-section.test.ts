import { keptDaysOf } from "../../../src/core/network-settings.ts";
import {
  readRetention,
  retentionValues,
} from "../../../src/features/networks/retention-section.ts";

const settings = { network: "alfa" };

describe("how long a network keeps what people did", () => {
  it.each([
    [{}, {}, []],
    [{ keepAnswers: "90", keepQuestions: "365" }, {}, []],
    [{ keepAnswers: "30" }, { keepAnswers: 30 }, []],
    [{ keepAnswers: " 365 " }, { keepAnswers: 365 }, []],
    [{ keepAnswers: "366" }, {}, ["keepAnswers"]],
    [{ keepAnswers: "0" }, {}, ["keepAnswers"]],
    [
      { keepConfirmations: "29", keepQuestions: "31" },
      { keepQuestions: 31 },
      ["keepConfirmations"],
    ],
    [{ keepQuestions: "a year" }, {}, ["keepQuestions"]],
    [{ keepQuestions: "-90" }, {}, ["keepQuestions"]],
    [{ keepQuestions: "" }, {}, []],
    [{ keepProposals: "30" }, { keepProposals: 30 }, []],
    [{ keepProposals: "731" }, {}, ["keepProposals"]],
  ])("when %j is typed, then %j is kept and %j is out of its limits", (typed, days, bad) => {
    expect(readRetention(settings, typed)).toEqual({ days, bad });
  });

  it("when a network says nothing, then the usual number of days holds", () => {
    const library = { contentOf: () => [] };

    expect(retentionValues(settings)).toEqual({
      keepAnswers: "90",
      keepConfirmations: "365",
      keepQuestions: "365",
      keepProposals: "365",
    });
    expect(keptDaysOf(library, "alfa", "keepAnswers")).toBe(90);
  });
});

import {
  askLeftOut,
  askSampleContent,
  type Indexed,
  type MemberQuestion,
  readPractices,
} from "../../bench/search/ask-sample-content.ts";
import { contentFolder, readJsonl } from "../../bench/search/collections.ts";
import { decide } from "../../bench/search/decisions.ts";

const version = (practice: string, questions: readonly string[]): Indexed => ({
  practice,
  item: {
    key: practice,
    language: "sv",
    title: `Praxis om ${practice}`,
    questions,
    text: `Här berättas om ${practice}.`,
    tags: [],
    names: [],
  },
});

describe("askLeftOut", () => {
  it("when a question shares no word with its text, then nothing finds it", () => {
    const { answerable } = askLeftOut([version("biodling", ["vulkaner?"])], []);

    expect(answerable).toEqual([{ scores: [], rank: Number.POSITIVE_INFINITY }]);
  });

  it("when another question on the same text has its words, then that one finds it", () => {
    const bees = version("biodling", ["honung från taket?", "hur mycket honung blev det?"]);

    const { answerable } = askLeftOut([version("bussar", ["går de på el?"]), bees], []);

    expect(answerable.map(({ rank }) => rank)).toEqual([Number.POSITIVE_INFINITY, 1, 1]);
  });

  it("when a question was left out, then it is there again for what is asked next", () => {
    const { unrelated } = askLeftOut([version("biodling", ["honung från taket?"])], ["honung?"]);

    expect(unrelated[0]).toHaveLength(1);
  });
});

describe("the questions members ask of the sample content", () => {
  const practices = readPractices(contentFolder);
  const members = readJsonl<MemberQuestion>("bench/search/member-questions.jsonl");

  it("when a question names what answers it, then that is there in its language", () => {
    for (const { text, language, relevant } of members) {
      for (const id of relevant) {
        const found = practices.some(
          (one) => one.practice === id && one.item.language === language,
        );
        expect([text, id, found]).toEqual([text, id, true]);
      }
    }
  });

  it("when the thresholds in force decide, then none is refused and no single answer is wrong", () => {
    const asked = askSampleContent(contentFolder, () => []).at(-1)?.asked;

    expect(asked?.answerable).toHaveLength(members.length);
    expect(decide(asked ?? { answerable: [], unrelated: [] })).toMatchObject({
      refusedAnswerable: 0,
      singleRight: 1,
    });
  });
});

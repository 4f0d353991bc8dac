import type { Practice } from "../../../src/core/content.ts";
import type { Language } from "../../../src/core/language.ts";
import {
  namedTopics,
  topicId,
  topicName,
  topicsOf,
} from "../../../src/features/announcements/topics.ts";

const practice = (id: string, language: Language, tags: readonly string[]): Practice => ({
  id,
  language,
  title: "",
  body: "",
  questions: [],
  tags,
  contacts: [],
  status: "published",
});

const practices = [
  practice("a", "sv", ["bin", "tak"]),
  practice("a", "fi", ["mehiläiset", "katot"]),
  practice("a", "en", ["bees", "roofs"]),
  practice("b", "sv", ["bin", "honung"]),
  practice("b", "fi", ["mehiläiset", "hunaja"]),
  // Somebody wrote them in another order.
  practice("c", "sv", ["tak", "bin"]),
  practice("c", "fi", ["mehiläiset", "katot"]),
  practice("d", "sv", ["skog", "bin"]),
  practice("d", "fi", ["metsä"]),
];

describe("topics", () => {
  it("when practices have versions, then their tags are one topic in each language, the most used first", () => {
    expect(topicsOf(practices)).toEqual([
      { sv: "bin", fi: "mehiläiset", en: "bees" },
      { sv: "tak", fi: "katot", en: "roofs" },
      { sv: "honung", fi: "hunaja" },
      { fi: "metsä" },
      { sv: "skog" },
    ]);
  });

  it("when an audience names some, then each has all its tags, and an unknown one stands for itself", () => {
    const topics = namedTopics(practices, ["katot", "borta"]);

    expect(topics).toEqual([{ sv: "tak", fi: "katot", en: "roofs" }, { sv: "borta" }]);
    expect(topics.map((topic) => topicName(topic, "en"))).toEqual(["roofs", "borta"]);
    expect(topics.map(topicId)).toEqual(["tak", "borta"]);
  });

  it("when there is nothing, then there are no topics", () => {
    expect(topicsOf([])).toEqual([]);
    expect(namedTopics([], [])).toEqual([]);
  });
});

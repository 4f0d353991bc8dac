import fc from "fast-check";
import type { Practice } from "../../../src/core/content.ts";
import { type Language, languages } from "../../../src/core/language.ts";
import { findAnswers } from "../../../src/features/ask/find-answers.ts";
import { findInLanguages, type TextSource } from "../../../src/features/ask/find-in-languages.ts";

type Scores = Readonly<Partial<Record<Language, Readonly<Record<string, number>>>>>;

const practice = (id: string, language: Language): Practice => ({
  id,
  language,
  title: id,
  body: "",
  questions: [],
  tags: [],
  contacts: [],
  status: "published",
});

/** What is found in each language; in another than the question's what is found of its translation. */
const source = (scores: Scores, versions: Readonly<Record<string, readonly Language[]>> = {}) => {
  const asked: string[] = [];
  const library: TextSource = {
    findTexts({ language, from = language }) {
      asked.push(from === language ? language : `${from}-${language}`);
      return Object.entries(scores[language] ?? {}).map(([id, score]) => ({
        kind: "practice",
        score,
        practice: practice(id, language),
      }));
    },
    hasOnlyIn: (language) => scores[language] !== undefined,
    practiceVersions: (id) => (versions[id] ?? []).map((language) => practice(id, language)),
  };
  return { library, asked };
};

const question = { text: "", networks: [], limit: 10, language: "sv", isShort: false } as const;
const weights = { beside: 0.5, instead: 2 };

function found(scores: Scores, versions?: Readonly<Record<string, readonly Language[]>>) {
  const { library } = source(scores, versions);
  return Object.fromEntries(
    findInLanguages(library, question, weights).map((one) => [
      one.kind === "practice" ? one.practice.id : "",
      Math.round(one.score * 100) / 100,
    ]),
  );
}

describe("findInLanguages", () => {
  it.each<[string, Scores, Record<string, number>]>([
    [
      "is sure, then no other is asked",
      { sv: { a: 0.95, b: 0.1 }, fi: { x: 0.9 } },
      { a: 0.95, b: 0.1 },
    ],
    [
      "has something to choose from, then others count beside it",
      { sv: { a: 0.5, b: 0.5 }, fi: { x: 0.6 } },
      { a: 0.5, b: 0.5, x: 0.3 },
    ],
    [
      "has nothing, then others count in its place",
      { sv: { a: 0.2 }, fi: { x: 0.3 } },
      { a: 0.2, x: 0.6 },
    ],
    [
      "has nothing and others hardly anything, then they stand behind",
      { sv: { a: 0.2 }, fi: { x: 0.19 } },
      { a: 0.2, x: 0.1 },
    ],
    [
      "has nothing, then others count as a full match at most",
      { sv: {}, fi: { x: 0.9 } },
      { x: 1 },
    ],
    [
      "has the same thing, then the better version stands for it",
      { sv: { a: 0.2 }, fi: { a: 0.3 } },
      { a: 0.6 },
    ],
  ])("when the own language %s", (_what, scores, results) => {
    expect(found(scores)).toEqual(results);
  });

  it("when something has a version in the question's language, then its others are not shown for it", () => {
    expect(found({ sv: {}, fi: { x: 0.5, y: 0.5 } }, { x: ["sv", "fi"], y: ["fi"] })).toEqual({
      y: 1,
    });
  });

  it("when a language has nothing that is only in it, then it is not asked; a word or two are looked for in all, as they are too", () => {
    const long = source({ sv: {}, fi: {} });
    findInLanguages(long.library, question);
    const short = source({ sv: {}, fi: {} });
    findInLanguages(short.library, { ...question, isShort: true });

    expect(long.asked).toEqual(["sv", "sv-fi"]);
    expect(short.asked).toEqual(["sv", "sv-fi", "fi", "sv-en", "en"]);
  });

  it("when anything is found anywhere, then each thing stands there once, with a score from its language's range", () => {
    const scores = fc.dictionary(
      fc.constantFrom("a", "b", "c"),
      fc.double({ min: 0, max: 1.5, noNaN: true }),
    );
    fc.assert(
      fc.property(scores, scores, scores, fc.boolean(), (sv, fi, en, isShort) => {
        const { library } = source({ sv, fi, en });

        const results = findInLanguages(library, { ...question, isShort });

        const ids = results.map((one) => one.kind === "practice" && one.practice.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { score } of results) expect(score).toBeLessThanOrEqual(1.5);
        for (const language of languages.filter((one) => one !== "sv")) {
          for (const one of results) {
            if (one.kind === "practice" && one.practice.language === language)
              expect(one.score).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});

describe("findAnswers", () => {
  const thread = (answer: boolean) => ({
    kind: "discussion" as const,
    score: 0.95,
    discussion: {
      id: "d",
      network: "n",
      language: "sv" as const,
      status: "open" as const,
      question: { id: "q", text: "", at: "" },
      thread: { v: 1 as const, serviceUrl: "", channel: "", conversationId: "", botId: "" },
      replies: [],
      topics: [],
      openedAt: "",
      changedAt: "",
      nudgedAt: [],
      ...(answer && { answer: "r" }),
    },
  });

  it.each([
    ["an answered thread", true, "answer"],
    ["an unanswered one", false, "choices"],
  ])("when %s leads by far, then the decision says so", (_what, isAnswered, decision) => {
    const library = {
      findTexts: () => [thread(isAnswered)],
      findContacts: () => [],
      hasOnlyIn: () => false,
      practiceVersions: () => [],
    };

    const text = "hur gör ni med det här";
    expect(findAnswers(library, { text, language: "sv", networks: ["n"] }).decision).toBe(decision);
  });
});

import type { Discussion } from "../../../../src/core/content.ts";
import { draftOfAnswer } from "../../../../src/features/discussions/care/draft-of-answer.ts";
import { discussion } from "../make-discussion.ts";

const term = { text: "upphandlingsenhet", from: "sv", to: "fi" } as const;
const rowOf = (text: string, more: Partial<Discussion> = {}) => {
  const answer = { id: "r1", author: "t:matti", text, at: "2026-03-03T08:00:00.000Z" };
  const { kind, row } = draftOfAnswer({ ...discussion, ...more }, answer, "id", "now");
  return { kind, row };
};

describe("the draft of an answer", () => {
  it.each([
    ["hankintayksikkö", "hankintayksikkö"],
    ["”Hankintayksikkö”.", "Hankintayksikkö"],
    ["julkinen hankintayksikkö!", "julkinen hankintayksikkö"],
  ])(
    "when a term was asked for and the answer is %j, then it is a term with both names",
    (text, fi) => {
      expect(rowOf(text, { term })).toMatchObject({
        kind: "terms",
        row: { sv: "upphandlingsenhet", fi, source: discussion.link },
      });
    },
  );

  it.each([
    "Jag skulle säga hankintayksikkö eller möjligen hankkija.",
    "Hankintayksikkö.\nSe lagen.",
    "?",
  ])("when the answer %j is no name, then it stands in the note", (text) => {
    const { kind, row } = rowOf(text, { term });
    expect(kind).toBe("terms");
    expect(row).toMatchObject({ sv: "upphandlingsenhet", note: text });
    expect(row).not.toHaveProperty("fi");
  });

  it.each([
    ["sv", { to: "sv" }, { fi: "ord", sv: "svar" }],
    ["fi", { to: "fi" }, { sv: "ord", fi: "svar" }],
    ["en", { to: "en" }, { sv: "ord", en: "svar" }],
    ["sv", { to: "fi" }, { sv: "ord", fi: "svar" }],
    ["sv", { from: "fi", to: "sv" }, { fi: "ord", sv: "svar" }],
    ["sv", { from: "fi" }, { fi: "ord", sv: "svar" }],
    ["fi", { from: "fi" }, { fi: "ord", sv: "svar" }],
    ["sv", { from: "sv" }, { sv: "ord", fi: "svar" }],
    ["sv", {}, { sv: "ord", fi: "svar" }],
    ["fi", {}, { fi: "ord", sv: "svar" }],
  ] as const)(
    "when %s is asked in and it is asked %j, then the names are %j",
    (language, of, names) => {
      const { row } = rowOf("svar", { language, term: { text: "ord", ...of } });
      const { source: _, id: _id, network: _network, ...named } = row;

      expect(named).toEqual(names);
    },
  );

  it("when nobody asked for a term, then it is a practice with the thread as its source", () => {
    expect(rowOf("Vi gör så här.\nFörst …")).toEqual({
      kind: "practices",
      row: {
        id: "id",
        network: "alfa",
        language: "sv",
        title: discussion.question.text,
        body: "Vi gör så här.\nFörst …",
        questions: [discussion.question.text],
        tags: ["Termer"],
        date: "2026-03-03",
        sourceUrl: discussion.link,
      },
    });
  });
});

import type { DataSubject } from "../../src/core/personal-data.ts";
import { hasTrace, withoutTrace } from "../../src/core/traces.ts";

const named = (...names: string[]): DataSubject => ({
  key: "t1:helga-7e57ab1e",
  tenant: "t1",
  person: "helga-7e57ab1e",
  userIds: [],
  chats: [],
  names,
  contacts: [],
});

describe("somebody's name in what was made for others", () => {
  it.each([
    ["Anna", "Annalisa", "Annalisa"],
    ["Anna", "Ask Anna", "Ask Anna"],
    ["Anna Berg", "Anna Bergman", "Anna Bergman"],
    ["Anna Berg", "Hanna Berg", "Hanna Berg"],
    ["Åsa Öst", "(Åsa Öst), Åsa Östman", "(X), Åsa Östman"],
    ["Anna Berg", "from Anna Berg.", "from X."],
  ])("when %s is forgotten, then %j becomes %j", (name, before, after) => {
    expect(withoutTrace({ text: before }, named(name), "X")).toEqual({ text: after });
    expect(hasTrace({ text: before }, named(name))).toBe(before !== after);
  });

  it("when a guest is called as a card's words for programs, then the card stays, and ids go anywhere", () => {
    const card = { kind: "term", verb: "term card", text: "term card", "helga-7e57ab1e": 1 };
    expect(withoutTrace(card, named("term", "term card"), "X")).toEqual({
      kind: "term",
      verb: "term card",
      text: "X",
      X: 1,
    });
  });
});

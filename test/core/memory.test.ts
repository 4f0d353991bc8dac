import {
  type ChatMemory,
  emptyMemory,
  type RememberedQuestion,
  remember,
} from "../../src/core/memory.ts";

const question = (ref: string, more: Partial<RememberedQuestion> = {}): RememberedQuestion => ({
  ref,
  text: `Question ${ref}`,
  language: "sv",
  results: [],
  shown: 0,
  ...more,
});
const bees = { kind: "practice", id: "bees" } as const;
const trams = { kind: "practice", id: "trams" } as const;

const after = (...changes: readonly Parameters<typeof remember>[1][]): ChatMemory =>
  changes.reduce(remember, emptyMemory);

describe("remember", () => {
  it("when questions come, then the five newest are kept, newest first", () => {
    const refs = ["1", "2", "3", "4", "5", "6", "7"];

    const memory = after(...refs.map((ref) => ({ question: question(ref) })));

    expect(memory.questions.map(({ ref }) => ref)).toEqual(["7", "6", "5", "4", "3"]);
  });

  it("when another page of a question is shown, then the question moves to the front and keeps one entry", () => {
    const memory = after(
      { question: question("1", { shown: 3 }) },
      { question: question("2") },
      { question: question("1", { shown: 6 }) },
    );

    expect(memory.questions.map(({ ref, shown }) => [ref, shown])).toEqual([
      ["1", 6],
      ["2", 0],
    ]);
  });

  it("when something is shown, then it is the subject until something else is", () => {
    const first = after({ question: question("1"), subject: bees });

    expect(remember(first, {}).subject).toEqual(bees);
    expect(remember(first, { language: "fi" }).subject).toEqual(bees);
    expect(remember(first, { subject: trams }).subject).toEqual(trams);
  });

  it("when a new question shows no one thing, then there is no subject, but another page keeps it", () => {
    const first = after({ question: question("1"), subject: bees });

    expect(remember(first, { question: question("2") })).not.toHaveProperty("subject");
    expect(remember(first, { question: question("1", { shown: 3 }) }).subject).toEqual(bees);
  });

  it("when a person votes again, then the later vote stands and the others stay", () => {
    const memory = after(
      { vote: { on: "a", value: "up" } },
      { vote: { on: "b", value: "up" } },
      { vote: { on: "a", value: "down" } },
    );

    expect(memory.votes).toEqual({ a: "down", b: "up" });
  });

  it("when there are more than a hundred votes, then the oldest go", () => {
    const votes = Array.from({ length: 105 }, (_, n) => `practice-${n}`);

    const memory = after(...votes.map((on) => ({ vote: { on, value: "up" as const } })));

    expect(Object.keys(memory.votes)).toEqual(votes.slice(5));
  });

  it("when nothing changes, then the memory is the same, and it is never changed in place", () => {
    const memory = after({
      question: question("1"),
      subject: bees,
      language: "fi",
      vote: { on: "a", value: "up" },
      welcomed: true,
    });
    const copy = structuredClone(memory);

    remember(memory, { question: question("2"), vote: { on: "b", value: "up" } });

    expect(memory).toEqual(copy);
    expect(remember(memory, {})).toEqual(memory);
  });
});

import { emptyMemory } from "../../src/core/memory.ts";
import { findDone, nextState, type State } from "../../src/core/state.ts";

const minuteMs = 60_000;
const answer = { type: "sentence", language: "sv", text: "Tack" } as const;
const stateWith = (done: State["done"]): State => ({
  id: "state",
  type: "state",
  v: 1,
  done,
  memory: emptyMemory,
});

describe("nextState", () => {
  it("when there was none, then it begins with the turn", () => {
    const state = nextState("state", undefined, { done: { id: "t1", at: 1 } }, 1);

    expect(state).toEqual(stateWith([{ id: "t1", at: 1 }]));
  });

  it("when twenty turns are kept, then the oldest makes room", () => {
    const twenty = Array.from({ length: 20 }, (_, n) => ({ id: `t${n}`, at: n }));

    const state = nextState("state", stateWith(twenty), { done: { id: "new", at: 99 } }, 99);

    expect(state.done).toHaveLength(20);
    expect(state.done[0]?.id).toBe("t1");
    expect(state.done.at(-1)?.id).toBe("new");
  });

  it("when an answer is older than ten minutes, then only its mark is kept", () => {
    const before = stateWith([
      { id: "old", at: 0, answer },
      { id: "fresh", at: minuteMs, answer },
    ]);

    const { done } = nextState("state", before, {}, 10 * minuteMs + 1);

    expect(done).toEqual([
      { id: "old", at: 0 },
      { id: "fresh", at: minuteMs, answer },
    ]);
  });

  it("when only the language is chosen, then everything else stays, and later turns keep the choice", () => {
    const before = stateWith([{ id: "t1", at: 1 }]);

    const chosen = nextState("state", before, { chosenLanguage: "fi" }, 2);
    const later = nextState("state", chosen, { done: { id: "t2", at: 3 } }, 3);

    expect(chosen).toEqual({ ...before, chosenLanguage: "fi" });
    expect(later.chosenLanguage).toBe("fi");
  });
});

describe("findDone", () => {
  const twenty = Array.from({ length: 20 }, (_, n) => ({ id: `t${n}`, at: 100 + n }));

  it("when there is no state, then nothing was done", () => {
    expect(findDone(undefined, "t1", 1)).toBeUndefined();
  });

  it("when the mark is there, then it is found with its answer", () => {
    const mark = { id: "t1", at: 1, answer };

    expect(findDone(stateWith([mark]), "t1")).toBe(mark);
  });

  it("when later turns pushed the mark out, then the claim's age tells so", () => {
    expect(findDone(stateWith(twenty), "gone", 99)).toEqual({ id: "gone", at: 99 });
  });

  it.each([
    ["the claim is younger than the oldest mark", twenty, 100],
    ["the list was never full", twenty.slice(1), 99],
    ["the claim's age is not known", twenty, undefined],
  ])("when %s, then it was not done", (_, done, claimedAt) => {
    expect(findDone(stateWith(done), "gone", claimedAt)).toBeUndefined();
  });
});

import {
  currentId,
  firstId,
  idsOf,
  lastMove,
  type Move,
  wasAt,
} from "../../../../src/features/meetings/remind/moves.ts";

const at = "2026-11-20T12:00:00.000Z";
const was = "2026-11-26T11:00:00.000Z";
const moves: readonly Move[] = [
  { from: "a", to: "b", version: 1, at, was },
  { from: "b", to: "b", version: 2, at },
  { to: "x", version: 2, at },
  { from: "b", to: "c", version: 3, at },
  { from: "c", to: "a", version: 4, at },
];

describe("the ids of an occurrence", () => {
  it.each([
    [moves.slice(0, 1), "b", ["b", "a"], "b", "a"],
    [moves.slice(0, 2), "b", ["b", "a"], "b", "a"],
    [moves.slice(0, 4), "c", ["c", "b", "a"], "c", "a"],
    [moves.slice(0, 4), "x", ["x"], "x", "x"],
    [[], "y", ["y"], "y", "y"],
  ])("when %j happened, then those of %s are known", (happened, id, ids, current, first) => {
    expect([idsOf(happened, id), currentId(happened, id), firstId(happened, id)]).toEqual([
      ids,
      current,
      first,
    ]);
  });

  it("when an old id is pressed, then it stands for what it has become", () => {
    expect(currentId(moves.slice(0, 4), "a")).toBe("c");
  });

  it("when it moves back to where it was, then nobody runs in circles", () => {
    expect(idsOf(moves, "a")).toEqual(["a", "c", "b"]);
    expect(["a", "b", "c"].map((id) => currentId(moves, id))).toEqual(["a", "a", "a"]);
    expect(firstId(moves, "a")).toBe("a");
  });

  it("when it was moved, then the last round and its former time are known", () => {
    expect(lastMove(moves.slice(0, 2), "b")?.version).toBe(2);
    expect(wasAt(moves.slice(0, 2), "b")?.toISOString()).toBe(was);
    expect(wasAt(moves, "x")).toBeUndefined();
  });
});

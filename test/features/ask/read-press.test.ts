import fc from "fast-check";
import type { JsonObject } from "../../../src/core/reply.ts";
import type { ActionTurn } from "../../../src/core/turn.ts";
import { readPress } from "../../../src/features/ask/read-press.ts";

const read = (data: unknown) => readPress({ data: data as JsonObject } as ActionTurn);

describe("readPress", () => {
  it("when everything makes sense, then it is read", () => {
    const data = { kind: "practice", id: "p", network: "n", language: "fi", question: "q" };

    expect(read({ ...data, value: "up" })).toEqual({
      reference: { kind: "practice", id: "p", network: "n", language: "fi" },
      question: "q",
      value: "up",
    });
    expect(read({ tags: "food" })).toEqual({ topic: "food" });
  });

  it.each([
    [{ kind: "network", id: "n" }],
    [{ kind: "practice" }],
    [{ kind: "practice", id: 1 }],
    [{ id: "p" }],
    [{ question: 1, value: "sideways", tags: "" }],
    [{ tags: ["a"], value: { up: true } }],
    [{}],
  ])("when it is %j, then nothing of it is believed", (data) => {
    expect(read(data)).toEqual({});
  });

  it("when a part makes no sense, then only that part is passed over", () => {
    expect(read({ kind: "contact", id: "c", network: 1, language: "de", question: "q" })).toEqual({
      reference: { kind: "contact", id: "c" },
      question: "q",
    });
  });

  it("when it is any JSON object, then reading does not throw", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        expect(read(data)).toBeDefined();
      }),
    );
  });
});

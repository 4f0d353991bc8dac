import { setImmediate as soon } from "node:timers/promises";
import { createDayKey } from "../../../src/platform/telemetry/day-key.ts";
import { createTurnScope } from "../../../src/platform/telemetry/turn-scope.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";

describe("the scope of a turn", () => {
  it("when turns run side by side, then each sees its own fields, also in what it left for later", async () => {
    const scope = createTurnScope();
    const seen: unknown[] = [];
    const turn = (turnId: string) =>
      scope.run({ turnId }, async () => {
        await soon();
        seen.push(scope.fields());
        void soon().then(() => seen.push(scope.fields()));
      });

    await Promise.all([turn("a"), turn("b")]);
    await soon();
    await soon();

    expect(seen).toEqual([{ turnId: "a" }, { turnId: "b" }, { turnId: "a" }, { turnId: "b" }]);
    expect(scope.fields()).toEqual({});
  });
});

describe("the name that a person has in the log", () => {
  const person = "11111111-1111-4111-8111-111111111111/00000000-0000-4000-8000-000000000002";

  it("when the same person comes again that day, then it is the same, and another one's differs", () => {
    const clock = createFixedClock();
    const name = createDayKey(clock);
    const first = name(person);
    clock.advance(15 * 3_600_000);

    expect(name(person)).toBe(first);
    expect(name(`${person}3`)).not.toBe(first);
    expect(first).not.toContain("00000000");
  });

  it("when the day is over, or another process asks, then it is another one", () => {
    const clock = createFixedClock();
    const name = createDayKey(clock);
    const first = name(person);
    const elsewhere = createDayKey(clock)(person);
    clock.advance(16 * 3_600_000);

    expect(new Set([first, elsewhere, name(person)]).size).toBe(3);
  });
});

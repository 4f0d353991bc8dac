import type { Library } from "../../../src/core/library.ts";
import type { DataSubject } from "../../../src/core/personal-data.ts";
import { createErasing } from "../../../src/features/privacy/forget-person.ts";
import type { PrivacyDeps } from "../../../src/features/privacy/privacy-deps.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";

const subject: DataSubject = {
  key: "t:p",
  tenant: "t",
  person: "p",
  userIds: [],
  chats: [],
  names: ["Hållbar Upphandling", "Anna Virtanen"],
  contacts: [],
};

/** One erasure under way among practices of which one speaks of sustainable procurement. */
function start() {
  const warned: unknown[] = [];
  const underWay = [{ id: "1", type: "erasure", v: 1, subject, askedAt: "2027-01-01T00:00:00Z" }];
  const practice = {
    title: "Hållbar upphandling",
    body: "En hållbar upphandling börjar med en dialog, säger Anna Virtanen.",
    questions: [],
  };
  const deps = {
    forgotten: {
      keepOut: async () => undefined,
      underWay: async () => underWay,
      end: async () => underWay.splice(0),
    } as unknown as PrivacyDeps["forgotten"],
    library: { contentOf: () => [{ value: practice }] } as unknown as Library,
    clock: createFixedClock(new Date("2027-01-02T00:00:00Z")),
    log: { info() {}, error() {}, warn: (_: string, fields: unknown) => warned.push(fields) },
    lastTurnAt: () => 0,
  };
  const erased: DataSubject[] = [];
  const source = {
    name: "texts",
    describe: () => ({ title: "", why: "", kept: "" }),
    find: async () => [],
    erase: async (of: DataSubject) => void erased.push(of),
  };
  return { erasing: createErasing(deps, () => [source]), erased, warned, underWay };
}

describe("erasing somebody who calls themselves what the practices are about", () => {
  it("when they are erased, then that phrase stays in the texts, their name does not, and the log says so without it", async () => {
    const { erasing, erased, warned, underWay } = start();

    await erasing.eraseNow();

    expect(erased.map(({ names }) => names)).toEqual([["Anna Virtanen"]]);
    expect(erased[0]).toMatchObject({ key: "t:p", person: "p" });
    expect(warned).toEqual([{ names: 1 }]);
    expect(underWay).toEqual([]);
  });
});

import type { Erasure } from "../../../src/core/forgotten.ts";
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
  const clock = createFixedClock(new Date("2027-01-02T00:00:00Z"));
  /** What the next ends come to. */
  const ends: boolean[] = [];
  const underWay: Erasure[] = [
    { id: "1", type: "erasure", v: 1, subject, askedAt: "2027-01-01T00:00:00Z" },
  ];
  const practice = {
    title: "Hållbar upphandling",
    body: "En hållbar upphandling börjar med en dialog, säger Anna Virtanen.",
    questions: [],
  };
  const deps = {
    forgotten: {
      keepOut: async () => undefined,
      underWay: async () => underWay,
      isTidyWanted: async () => false,
      tidied: async () => undefined,
      async end() {
        const isEnded = ends.shift() ?? true;
        if (isEnded) underWay.splice(0);
        return isEnded;
      },
    } as unknown as PrivacyDeps["forgotten"],
    library: { contentOf: () => [{ value: practice }] } as unknown as Library,
    clock,
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
  return { erasing: createErasing(deps, () => [source]), erased, warned, underWay, clock, ends };
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

describe("erasing somebody who asks once more while it is under way", () => {
  it("when it is looked at again, then it is erased again only if it was asked for again", async () => {
    const { erasing, erased, underWay, clock } = start();
    const [asked] = underWay.splice(0);
    const at = () => clock.now().toISOString();
    const more = { ...subject, contacts: [{ partition: "alfa", id: "contact:c-1" }] };

    underWay.push({ ...asked!, askedAt: at() });
    erasing.wake();
    await erasing.run();
    await erasing.run();
    clock.advance(1_000);
    underWay.splice(0, 1, { ...asked!, subject: more, askedAt: at() });
    await erasing.run();
    await erasing.run();

    expect(erased.map(({ contacts }) => contacts)).toEqual([[], more.contacts]);
    clock.advance(20_000);
    await erasing.run();
    expect(erased).toHaveLength(3);
    expect(underWay).toEqual([]);
  });

  it.each(["run", "eraseNow"] as const)(
    "when it cannot be ended for that by %s, then it is not done, and goes on",
    async (how) => {
      const { erasing, erased, underWay, ends } = start();
      ends.push(false);

      expect(await erasing[how]()).toBe(how === "run" ? undefined : false);
      expect(underWay).toHaveLength(1);
      await erasing.run();

      expect(erased).toHaveLength(2);
      expect(underWay).toEqual([]);
    },
  );
});

import { createLease } from "../../../src/core/outbox/lease.ts";
import type { Document, Documents, Stored } from "../../../src/core/ports.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";

/** One document is all that a lease needs. */
function createOneDocument(): Documents {
  let stored: Stored | undefined;
  let version = 0;
  const put = <T extends Document>(doc: T): Stored<T> => {
    stored = { doc, etag: `${++version}` };
    return { doc, etag: `${version}` };
  };
  const never = () => {
    throw new Error("not needed");
  };
  return {
    read: async <T extends Document>() => stored as Stored<T> | undefined,
    create: async (_container, _partition, doc) => (stored ? "exists" : put(doc)),
    replace: async (_container, _partition, doc, etag) =>
      stored?.etag === etag ? put(doc) : "stale",
    async delete(_container, _partition, _id, etag) {
      if (stored?.etag !== etag) return "stale";
      stored = undefined;
      return "deleted";
    },
    query: never,
    changes: never,
    purge: never,
  };
}

function createTwo(ahead = 0) {
  const clock = createFixedClock();
  const aheadClock = { ...clock, now: () => new Date(clock.now().getTime() + ahead) };
  const documents = createOneDocument();
  const first = createLease({ documents, clock, newId: () => "first" });
  const second = createLease({ documents, clock: aheadClock, newId: () => "second" });
  const holders = () => [first, second].filter((lease) => lease.isMine()).length;
  /** Both look twice a second. */
  async function pass(ms: number, alive = [first, second]): Promise<void> {
    for (let passed = 0; passed < ms; passed += 500) {
      clock.advance(500);
      for (const lease of alive) await lease.keep();
      expect(holders()).toBeLessThanOrEqual(1);
    }
  }
  return { clock, documents, first, second, pass };
}

describe("the lease", () => {
  it("when two want it, then one has it, for as long as it lives", async () => {
    const { first, second, pass } = createTwo();
    await first.keep();

    await pass(10 * 60_000);

    expect([first.isMine(), second.isMine()]).toEqual([true, false]);
  });

  it("when its holder dies, then the other has it within 30 s, and never both", async () => {
    const { clock, first, second, pass } = createTwo();
    await first.keep();
    await pass(60_000);
    const died = clock.now().getTime();

    while (!second.isMine()) await pass(500, [second]);

    expect(clock.now().getTime() - died).toBeLessThan(30_000);
    expect(first.isMine()).toBe(false);
  });

  it("when its holder's clock is an hour ahead, then the other has it within 30 s after its death all the same", async () => {
    const { clock, first, second, pass } = createTwo(3_600_000);
    await second.keep();
    await pass(60_000);
    const died = clock.now().getTime();

    while (!first.isMine()) {
      clock.advance(500);
      await first.keep();
    }

    expect(clock.now().getTime() - died).toBeLessThan(30_000);
  });

  it("when it is given back, then the other has it at its next look, and the first never again", async () => {
    const { first, second, pass } = createTwo();
    await first.keep();
    await pass(5_000);

    await first.release();
    await pass(2_000);
    await second.release();
    await pass(60_000);

    expect([first.isMine(), second.isMine()]).toEqual([false, false]);
  });

  it("when it cannot be renewed, then it is over before another may take it", async () => {
    const { clock, first, documents } = createTwo();
    await first.keep();
    const taken = clock.now().getTime();
    documents.replace = async () => {
      throw new Error("away");
    };

    while (first.isMine()) {
      clock.advance(500);
      await first.keep().catch(() => undefined);
    }

    expect(clock.now().getTime() - taken).toBeLessThan(15_000);
  });

  it("when it was just renewed, then keeping it costs no call", async () => {
    const { clock, documents, first } = createTwo();
    await first.keep();
    let calls = 0;
    const { read } = documents;
    documents.read = (...call) => {
      calls += 1;
      return read(...call);
    };

    for (let n = 0; n < 9; n++) {
      clock.advance(500);
      await first.keep();
    }

    expect(calls).toBe(0);
  });
});

import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { claimTurn } from "../../../src/core/claims.ts";
import { MaybeThere } from "../../../src/core/errors.ts";
import type { Document, Documents, Stored } from "../../../src/core/ports.ts";
import type { CosmosDocuments } from "../../../src/platform/storage/cosmos-documents.ts";
import type { Exchange, Fault } from "../../fakes/cosmos-proxy.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";
import { type CosmosLine, realClock, startCosmosLine } from "./cosmos-line.ts";

type Note = Document & { readonly rank: number };

const note = (id: string, rank = 0): Note => ({ id, type: "note", v: 1, rank });
const newPartition = () => `p-${randomUUID()}`;
const container = "claims";
const unavailable = { code: "store-unavailable" };
/** What a turn waits at most, and a little for the machine. */
const turnMs = 3_000 + 400;

let line: CosmosLine;

beforeAll(async () => {
  line = await startCosmosLine();
});
afterEach(() => line.reset());
afterAll(() => line.close());

/** The fault for the first `times` requests about items; everything after goes through. */
function first(times: number, fault: Fault) {
  let left = times;
  return ({ kind }: Exchange): Fault | undefined =>
    kind === "control" || left-- <= 0 ? undefined : fault;
}

type Prepared = { readonly partition: string; readonly a: Stored<Note> };

const isRefusal = (fault: Fault) =>
  "delayMs" in fault || ("answer" in fault && (fault.answer === 429 || fault.answer === 449));
const isDoneUnheard = (fault: Fault) =>
  ("answer" in fault && fault.when === "after") || ("drop" in fault && fault.drop === "after");

/** Every operation on a partition that holds "a", with what must come of it. */
const operations: readonly {
  readonly name: string;
  readonly run: (documents: Documents, prepared: Prepared) => Promise<unknown>;
  readonly expected: (prepared: Prepared) => unknown;
  /** After an attempt without an answer nobody can tell "never taken" from "taken and changed since". */
  readonly mayStayUnknown?: (fault: Fault) => boolean;
}[] = [
  {
    name: "read",
    run: (documents, { partition }) => documents.read(container, partition, "a"),
    expected: ({ a }) => a,
  },
  {
    name: "create of a new one",
    run: (documents, { partition }) => documents.create(container, partition, note("b", 2)),
    expected: () => ({ doc: note("b", 2), etag: expect.any(String) }),
  },
  {
    name: "create of one that is there",
    run: (documents, { partition }) => documents.create(container, partition, note("a", 2)),
    expected: () => "exists",
  },
  {
    name: "replace",
    run: (documents, { partition, a }) =>
      documents.replace(container, partition, note("a", 2), a.etag),
    expected: () => ({ doc: note("a", 2), etag: expect.any(String) }),
  },
  {
    name: "replace of another version",
    run: (documents, { partition }) =>
      documents.replace(container, partition, note("a", 2), "another"),
    expected: () => "stale",
    mayStayUnknown: (fault) => !isRefusal(fault),
  },
  {
    name: "delete",
    run: (documents, { partition, a }) => documents.delete(container, partition, "a", a.etag),
    expected: () => "deleted",
    mayStayUnknown: isDoneUnheard,
  },
  {
    name: "query",
    run: (documents, { partition }) => documents.query({ container, partition }),
    expected: ({ a }) => ({ items: [a] }),
  },
  {
    name: "changes",
    run: (documents, { partition }) => documents.changes(container, partition),
    expected: ({ a }) => ({ items: [a], mark: expect.any(String) }),
  },
  {
    name: "purge",
    run: (documents, { partition }) => documents.purge(container, partition),
    expected: () => undefined,
  },
];

const faults: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: "429 with a time", fault: { answer: 429, when: "before", retryAfterMs: 30 } },
  { name: "429 without", fault: { answer: 429, when: "before" } },
  { name: "449", fault: { answer: 449, when: "before" } },
  { name: "503 and nothing done", fault: { answer: 503, when: "before" } },
  { name: "503 and done", fault: { answer: 503, when: "after" } },
  { name: "408 and done", fault: { answer: 408, when: "after" } },
  { name: "a gateway's page", fault: { answer: 502, when: "before", page: "<html>Bad</html>" } },
  { name: "a page, and done", fault: { answer: 502, when: "after", page: "<html>Bad</html>" } },
  { name: "a connection dropped before", fault: { drop: "before" } },
  { name: "a connection dropped after", fault: { drop: "after" } },
  { name: "a slow answer", fault: { delayMs: 100 } },
];

async function prepare(store: Documents): Promise<Prepared> {
  const partition = newPartition();
  const a = await store.create(container, partition, note("a", 1));
  if (a === "exists") throw new Error(a);
  return { partition, a };
}

const lossy = faults.map(({ fault }) => fault).filter((fault) => !("delayMs" in fault));

describe("Cosmos DB on a bad line", () => {
  describe.each(faults)("when there is $name", ({ fault }) => {
    it.each(operations)("once or twice, then $name gives the right value", async (operation) => {
      const clock = createFixedClock();
      const store = await line.open({ clock });
      for (const times of [1, 2]) {
        const prepared = await prepare(store);
        const startedAt = clock.now().getTime();
        line.proxy.fault = first(times, fault);

        const outcome = await operation.run(store, prepared).catch((error: unknown) => error);

        if (operation.mayStayUnknown?.(fault) && outcome instanceof Error) {
          expect(outcome).toMatchObject(unavailable);
        } else {
          expect(outcome).toEqual(operation.expected(prepared));
        }
        expect(clock.now().getTime() - startedAt).toBeLessThan(1_000);
        line.proxy.fault = () => undefined;
      }
    });
  });

  it.each([
    { name: "429", fault: { answer: 429, when: "before", retryAfterMs: 20 } as Fault },
    { name: "503", fault: { answer: 503, when: "after" } as Fault },
    { name: "500", fault: { answer: 500, when: "after" } as Fault },
    { name: "401", fault: { answer: 401, when: "before" } as Fault },
    { name: "dropped connections", fault: { drop: "before" } as Fault },
    { name: "no answer at all", fault: { delayMs: 6_000 } as Fault },
  ])("when there is $name for ever, then each call says so within a turn's time", async (bad) => {
    const store = await line.open({ clock: realClock });
    const all = await Promise.all(
      operations.map(async (operation) => ({ operation, prepared: await prepare(store) })),
    );
    line.proxy.fault = ({ kind }) => (kind === "control" ? undefined : bad.fault);
    const startedAt = Date.now();

    await Promise.all(
      all.map(({ operation, prepared }) =>
        expect(operation.run(store, prepared)).rejects.toMatchObject(unavailable),
      ),
    );

    expect(Date.now() - startedAt).toBeLessThan(turnMs);
  });

  it("when the service says to wait longer than a turn can, then nobody waits", async () => {
    const store = await line.open({ clock: realClock });
    line.proxy.fault = first(1, { answer: 429, when: "before", retryAfterMs: 10_000 });
    const startedAt = Date.now();

    await expect(store.read(container, "p", "a")).rejects.toMatchObject(unavailable);

    expect(Date.now() - startedAt).toBeLessThan(200);
  });

  it("when a job meets the same, then it waits", async () => {
    const clock = createFixedClock();
    const startedAt = clock.now().getTime();
    const store = await line.open({ clock });
    const job = await line.open({ clock, mode: "job" });
    const { partition, a } = await prepare(store);

    for (const patient of [store.patient, job]) {
      line.proxy.fault = first(6, { answer: 429, when: "before", retryAfterMs: 2_000 });
      expect(await patient.read(container, partition, "a")).toEqual(a);
    }
    expect(clock.now().getTime() - startedAt).toBe(24_000);
    line.proxy.fault = first(6, { answer: 429, when: "before", retryAfterMs: 2_000 });
    await expect(store.read(container, partition, "a")).rejects.toMatchObject(unavailable);
  });

  it("when a replica is behind, then it is asked again", async () => {
    const store = await line.open();
    const { partition, a } = await prepare(store);
    line.proxy.fault = first(1, { answer: 404, substatus: 1002, when: "before" });

    expect(await store.read(container, partition, "a")).toEqual(a);
  });

  it("when its own create was taken unheard and replaced by another, then it is not told that it exists", async () => {
    const store = await line.open();
    const partition = newPartition();
    let creates = 0;
    line.proxy.fault = ({ kind }) =>
      kind === "create" && ++creates === 1 ? { drop: "after" } : undefined;
    // The other comes between the first attempt and the second.
    const busy = await line.open({
      clock: {
        ...createFixedClock(),
        async sleep() {
          const mine = await store.read<Note>(container, partition, "a");
          await store.replace(container, partition, note("a", 9), mine?.etag ?? "");
        },
      },
    });

    await expect(busy.create(container, partition, note("a"))).rejects.toMatchObject(unavailable);
  });

  describe("when something has the id and cannot be looked at", () => {
    const unread = () => {
      let reads = 0;
      line.proxy.fault = (exchange) =>
        exchange.kind === "read" && exchange.container === container && ++reads <= 3
          ? { answer: 429, when: "before" }
          : undefined;
    };

    it.each([{ hasExpired: true }, { hasExpired: false }])(
      "and its having expired is $hasExpired, then nobody is told that it exists",
      async ({ hasExpired }) => {
        const clock = createFixedClock();
        const store = await line.open({ clock });
        const partition = newPartition();
        const expiresAt = new Date(clock.now().getTime() + 60_000);
        await store.create(container, partition, note("a"), { expiresAt });
        if (hasExpired) clock.advance(60_000);
        unread();

        await expect(store.create(container, partition, note("a", 1))).rejects.toThrow(MaybeThere);

        const after = await store.create(container, partition, note("a", 2));
        expect(after).toEqual(
          hasExpired ? { doc: note("a", 2), etag: expect.any(String) } : "exists",
        );
      },
    );

    it.each([
      { hasExpired: true, status: "mine" },
      { hasExpired: false, status: "busy" },
    ])(
      "and is the claim of a turn whose having expired is $hasExpired, then the turn is $status",
      async ({ hasExpired, status }) => {
        const clock = createFixedClock();
        const store = await line.open({ clock });
        const id = newPartition();
        const at = clock.now().getTime();
        // A claim whose process is not yet taken for dead, however long the other waits for it.
        const taken = { id: "claim", type: "claim", v: 1, at: at + 60_000 };
        await store.create("claims", id, taken, { expiresAt: new Date(at + 60_000) });
        if (hasExpired) clock.advance(60_000);
        const state = { container: "members", partition: newPartition(), id: "state" } as const;
        unread();

        expect(await claimTurn({ documents: store, clock }, id, state)).toMatchObject({ status });
      },
    );
  });

  it("when an attempt is lost untaken and another creates it, then that one exists", async () => {
    const store = await line.open();
    const partition = newPartition();
    let creates = 0;
    line.proxy.fault = ({ kind }) =>
      kind === "create" && ++creates === 1 ? { drop: "before" } : undefined;
    const busy = await line.open({
      clock: {
        ...createFixedClock(),
        sleep: async () => void (await store.create(container, partition, note("a", 9))),
      },
    });

    expect(await busy.create(container, partition, note("a"))).toBe("exists");
  });

  it.each([
    { drop: "after", told: "nothing" },
    { drop: "before", told: "stale" },
  ] as const)(
    "when its own replace is lost $drop it was taken and another follows, then it is told $told",
    async ({ drop, told }) => {
      const store = await line.open();
      const { partition, a } = await prepare(store);
      let replaces = 0;
      line.proxy.fault = ({ kind }) =>
        kind === "replace" && ++replaces === 1 ? { drop } : undefined;
      const busy = await line.open({
        clock: {
          ...createFixedClock(),
          async sleep() {
            const current = await store.read<Note>(container, partition, "a");
            await store.replace(container, partition, note("a", 9), current?.etag ?? "");
          },
        },
      });

      const outcome = busy.replace(container, partition, note("a", 2), a.etag);

      if (told === "stale") expect(await outcome).toBe("stale");
      else await expect(outcome).rejects.toMatchObject(unavailable);
    },
  );

  describe("when two instances race over it", () => {
    const random = (share: number, possible: readonly Fault[]) => (exchange: Exchange) =>
      exchange.kind === "control" || Math.random() > share
        ? undefined
        : possible[Math.floor(Math.random() * possible.length)];
    type Outcome = Stored<Note> | "exists" | "stale" | "unavailable";

    /** At most one won; who holds the place in the end was not told that it lost. */
    async function judge(
      outcomes: readonly Outcome[],
      inPlace: Stored<Note> | undefined,
    ): Promise<void> {
      const winners = outcomes.filter((outcome) => typeof outcome === "object");
      expect(winners.length).toBeLessThanOrEqual(1);
      if (winners[0]) expect(inPlace).toEqual(winners[0]);
      const holder = outcomes[inPlace?.doc.rank ?? -1];
      if (holder !== undefined) expect(["exists", "stale"]).not.toContain(holder);
    }

    const orUnavailable = (call: Promise<Outcome>): Promise<Outcome> =>
      call.catch((error: { readonly code?: unknown }) => {
        if (error.code !== "store-unavailable") throw error;
        return "unavailable";
      });

    async function race(
      stores: readonly CosmosDocuments[],
      share: number,
      run: (store: Documents, rank: number) => Promise<Outcome>,
    ): Promise<readonly Outcome[]> {
      line.proxy.fault = random(share, lossy);
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, rank) => {
          const store = stores[rank % 2];
          if (!store) throw new Error("two stores");
          return orUnavailable(run(store, rank));
        }),
      );
      line.proxy.fault = () => undefined;
      return outcomes;
    }

    it.each([0, 0.25])("with %d of the requests failing, then one wins at most", async (share) => {
      const clock = createFixedClock();
      const stores = [await line.open({ clock }), await line.open({ clock })];
      const [store] = stores as [CosmosDocuments];
      let told = 0;
      for (let round = 0; round < 25; round += 1) {
        const { partition, a } = await prepare(store);
        const expiresAt = new Date(clock.now().getTime() + 1);
        await store.create(container, partition, note("expired", -1), { expiresAt });
        clock.advance(1);
        const read = (id: string) => store.read<Note>(container, partition, id);

        const replaces = await race(stores, share, (each, rank) =>
          each.replace(container, partition, note("a", rank), a.etag),
        );
        await judge(replaces, await read("a"));
        for (const id of ["new", "expired"]) {
          const creates = await race(stores, share, (each, rank) =>
            each.create(container, partition, note(id, rank)),
          );
          await judge(creates, await read(id));
          if (share === 0) {
            expect(creates.filter((outcome) => outcome === "exists")).toHaveLength(9);
          }
        }
        if (share === 0) {
          expect(replaces.filter((outcome) => outcome === "stale")).toHaveLength(9);
        }
        told += replaces.filter((outcome) => outcome !== "unavailable").length;
      }
      expect(told).toBeGreaterThan(100);
    });
  });

  describe("when any requests of a sequence fail", () => {
    const ids = ["a", "b"] as const;
    const step = fc.record({
      do: fc.constantFrom("create", "replace", "delete", "purge"),
      id: fc.constantFrom(...ids),
      isStale: fc.boolean(),
      expires: fc.boolean(),
      waits: fc.boolean(),
      /** The fault of each request in turn; beyond the last there is none. */
      faults: fc.array(fc.option(fc.constantFrom(...lossy), { freq: 3 }), {
        maxLength: 4,
      }),
    });

    it("then values are right, what is not known is not told, and nothing is lost", async () => {
      let unavailables = 0;
      let values = 0;
      const clock = createFixedClock();
      const store = await line.open({ clock });
      type Known = { readonly stored: Stored<Note>; readonly expiresAt?: Date };

      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const partition = newPartition();
          const model = new Map<string, Known>();
          let version = 0;
          const live = (id: string): Known | undefined => {
            const known = model.get(id);
            return known?.expiresAt && known.expiresAt <= clock.now() ? undefined : known;
          };

          for (const each of steps) {
            version += 1;
            if (each.waits) clock.advance(60_000);
            const before = live(each.id);
            const doc = note(each.id, version);
            const expiresAt = each.expires ? new Date(clock.now().getTime() + 90_000) : undefined;
            const etag = each.isStale ? "stale" : (model.get(each.id)?.stored.etag ?? "none");
            const isCurrent = before !== undefined && !each.isStale;
            const pending = [...each.faults];
            line.proxy.fault = ({ kind }) =>
              (kind === "plan" ? undefined : pending.shift()) ?? undefined;
            const call = {
              create: () => store.create(container, partition, doc, { expiresAt }),
              replace: () => store.replace(container, partition, doc, etag, { expiresAt }),
              delete: () => store.delete(container, partition, each.id, etag),
              purge: () => store.purge(container, partition),
            }[each.do as "create"];
            const outcome = await (call() as Promise<unknown>).catch((error: unknown) => error);
            line.proxy.fault = () => undefined;

            if (outcome instanceof Error) {
              expect(outcome).toMatchObject(unavailable);
              unavailables += 1;
              // Done or not done, and nothing else.
              for (const id of ids) {
                const now = await store.read<Note>(container, partition, id);
                const known = live(id);
                if (each.do === "purge") {
                  if (now) expect(now).toEqual(known?.stored);
                  else model.delete(id);
                } else if (id !== each.id || !now || now.doc.rank !== version) {
                  if (id === each.id && !now && each.do === "delete" && isCurrent) model.delete(id);
                  else expect(now).toEqual(known?.stored);
                } else {
                  expect(each.do === "create" ? !before : isCurrent).toBe(true);
                  model.set(id, { stored: now, expiresAt });
                }
              }
              continue;
            }
            values += 1;
            if (each.do === "purge") model.clear();
            else if (each.do === "delete") {
              expect(outcome).toBe(isCurrent ? "deleted" : "stale");
              if (isCurrent) model.delete(each.id);
            } else if (each.do === "create" ? before : !isCurrent) {
              expect(outcome).toBe(each.do === "create" ? "exists" : "stale");
            } else {
              expect(outcome).toMatchObject({ doc });
              model.set(each.id, { stored: outcome as Stored<Note>, expiresAt });
            }
            for (const id of ids) {
              expect(await store.read(container, partition, id)).toEqual(live(id)?.stored);
            }
          }
        }),
        { numRuns: 120 },
      );
      expect(unavailables).toBeGreaterThan(10);
      expect(values).toBeGreaterThan(200);
    }, 60_000);
  });
});

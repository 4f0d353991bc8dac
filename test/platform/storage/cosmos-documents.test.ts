import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import fc from "fast-check";
import { containers, type Document } from "../../../src/core/ports.ts";
import { indexedFields } from "../../../src/platform/storage/cosmos-indexes.ts";
import { cosmosKey } from "../../../src/platform/storage/cosmos-key.ts";
import { formatMark, nextMark, parseMark } from "../../../src/platform/storage/cosmos-mark.ts";
import { documentsContract } from "../../contracts/documents.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";
import { type CosmosLine, startCosmosLine } from "./cosmos-line.ts";

type Note = Document & { readonly rank?: number; readonly value?: unknown };

const note = (id: string, fields: object = {}): Note => ({ id, type: "note", v: 1, ...fields });
const newPartition = () => `p-${randomUUID()}`;
const newDatabase = () => `d-${randomUUID()}`;

let line: CosmosLine;

beforeAll(async () => {
  line = await startCosmosLine();
});
afterAll(() => line.close());

describe("Cosmos DB over the wire", () => {
  documentsContract("Cosmos DB", async () => {
    const clock = createFixedClock();
    const documents = await line.open({ clock });
    line.proxy.forget();
    return { documents, clock, close: () => documents.close() };
  });

  it("when all that is done, then every query named its partition and nothing else was asked", () => {
    const { exchanges } = line.proxy;
    const queries = exchanges.filter(({ query }) => query !== undefined);

    expect(exchanges.length).toBeGreaterThan(1_000);
    expect(queries.length).toBeGreaterThan(300);
    for (const { query, parameters = [], partitionKey } of queries) {
      expect(query).toContain("WHERE c.pk = @pk");
      expect(parameters[0]).toEqual({ name: "@pk", value: JSON.parse(partitionKey ?? "")[0] });
      for (const { name } of parameters) if (name !== "@now") expect(query).toContain(name);
    }
    expect(exchanges.filter(({ kind }) => kind === "plan" || kind === "control")).toEqual([]);
  });
});

describe("Cosmos DB storage", () => {
  afterEach(() => line.reset());

  describe("when it is opened with a key", () => {
    it("then what is missing is made, and by the next open nothing", async () => {
      const database = newDatabase();
      line.proxy.forget();
      await line.open({ database, indexed: indexedFields });
      const made = line.proxy.exchanges.filter(({ method }) => method === "POST");
      expect(made.map(({ path }) => path).sort()).toEqual(
        ["/dbs", ...containers.map(() => `/dbs/${database}/colls`)].sort(),
      );

      line.proxy.forget();
      const second = await line.open({ database, indexed: indexedFields });

      expect(await second.check()).toEqual([]);
      expect(line.proxy.exchanges.map(({ method }) => method)).toEqual(containers.map(() => "GET"));
      line.proxy.forget();
      await second.check();
      await second.read("members", "p", "a");
      await second.create("members", newPartition(), note("a"));
      expect(line.proxy.exchanges.map(({ kind }) => kind)).toEqual(["read", "create"]);
    });

    it("then each container is set up for expiry and for its own queries only", async () => {
      const database = newDatabase();
      await line.open({ database });

      const url = `http://127.0.0.1:${line.server.port}/dbs/${database}/colls/content`;
      expect(await (await fetch(url)).json()).toMatchObject({
        partitionKey: { paths: ["/pk"] },
        defaultTtl: -1,
        indexingPolicy: {
          includedPaths: ["/pk/?", "/doc/type/?", "/doc/rank/?", "/doc/text/?", "/doc/due/?"].map(
            (path) => ({ path }),
          ),
          excludedPaths: [{ path: "/*" }],
          compositeIndexes: expect.arrayContaining([
            [
              { path: "/doc/rank", order: "descending" },
              { path: "/doc/id", order: "ascending" },
            ],
          ]),
        },
      });
    });

    it("by several at once, then it is made once and all can use it", async () => {
      const database = newDatabase();
      const stores = await Promise.all([1, 2, 3].map(() => line.open({ database })));

      for (const store of stores) expect(await store.check()).toEqual([]);
      const partition = newPartition();
      await stores[0]?.create("content", partition, note("a"));
      expect(await stores[2]?.read("content", partition, "a")).toBeDefined();
    });

    it("by a version that sorts by more, then the index is completed and both versions work", async () => {
      const database = newDatabase();
      const old = await line.open({ database, indexed: indexedFields });
      await line.open({ database });
      expect(line.proxy.exchanges.filter(({ method }) => method === "PUT")).toHaveLength(1);
      // After that, for a container that is changed loses its items in this server (not in Azure).
      const partition = newPartition();
      for (const rank of [3, 1, 2]) {
        await old.create("content", partition, note(`n${rank}`, { rank }));
      }
      const query = { container: "content", partition, orderBy: { field: "rank" } } as const;
      const expected = ["n1", "n2", "n3"];
      const idsOf = async (store: typeof old) =>
        (await store.query(query)).items.map(({ doc }) => doc.id);

      expect(await idsOf(old)).toEqual(expected);
      line.proxy.forget();
      expect(await idsOf(await line.open({ database }))).toEqual(expected);
      const { exchanges } = line.proxy;
      expect(exchanges.at(-1)?.query).toContain('ORDER BY c.doc["rank"] ASC, c.doc["id"] ASC');
      expect(exchanges.filter(({ method }) => method === "PUT")).toEqual([]);
    });
  });

  describe("when it is opened with an identity, which may make nothing", () => {
    it("then it only looks, says what is missing, and works once that is there", async () => {
      const database = newDatabase();
      const store = await line.open({ database, createsMissing: false });

      const missing = await store.check();

      expect(missing).toHaveLength(containers.length);
      expect(missing[0]).toContain(`${database} has no container content`);
      await expect(store.read("content", "p", "a")).rejects.toMatchObject({
        code: "store-unavailable",
      });
      expect(new Set(line.proxy.exchanges.map(({ method }) => method))).toEqual(new Set(["GET"]));

      await line.open({ database });
      expect(await store.check()).toEqual([]);
      expect(await store.create("content", newPartition(), note("a"))).toMatchObject({
        doc: note("a"),
      });
    });

    it("without an index, then it sorts by itself and changes nothing", async () => {
      const database = newDatabase();
      await line.open({ database, indexed: indexedFields });
      line.proxy.forget();
      const warnings: string[] = [];
      const log = {
        info() {},
        error() {},
        warn: (event: string) => warnings.push(event),
      };
      const store = await line.open({ database, createsMissing: false, log });
      const partition = newPartition();
      for (let n = 0; n < 30; n += 1) {
        await store.create("content", partition, note(`n${n}`, { rank: n % 4 }));
      }

      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.query<Note>({
          container: "content",
          partition,
          orderBy: { field: "rank", descending: true },
          limit: 7,
          after,
        });
        seen.push(...page.items.map(({ doc }) => `${doc.rank} ${doc.id}`));
        after = page.next;
      } while (after !== undefined);

      expect(new Set(seen).size).toBe(30);
      expect(seen.map((text) => text[0])).toEqual(
        seen.map((text) => text[0]).sort((a = "", b = "") => (a < b ? 1 : a > b ? -1 : 0)),
      );
      expect(line.proxy.exchanges.filter(({ method }) => method === "PUT")).toEqual([]);
      expect(warnings.filter((event) => event === "cosmos-sorted-without-index")).toHaveLength(1);
      expect(warnings).toContain("cosmos-index-incomplete");
    });
  });

  it("when the account is down at open and comes up, then it works without a new open", async () => {
    const database = newDatabase();
    await line.proxy.stop();
    const store = await line.open({ database });
    await expect(store.read("content", "p", "a")).rejects.toMatchObject({
      code: "store-unavailable",
    });
    expect(await store.check()).toEqual([expect.stringContaining("ECONNREFUSED")]);

    await line.proxy.start();

    const partition = newPartition();
    const stored = await store.create("content", partition, note("a"));
    expect(await store.read("content", partition, "a")).toEqual(stored);
    expect(await store.check()).toEqual([]);
  });

  it("when the account goes down in use and comes back, then nothing of before is lost", async () => {
    const store = await line.open();
    const partition = newPartition();
    const stored = await store.create("content", partition, note("a"));
    await line.proxy.stop();
    const query = { container: "content", partition } as const;

    for (const call of [
      () => store.read("content", partition, "a"),
      () => store.create("content", partition, note("b")),
      () => store.query(query),
      () => store.changes("content", partition),
      () => store.purge("content", partition),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "store-unavailable" });
    }
    await line.proxy.start();

    expect((await store.query(query)).items).toEqual([stored]);
  });

  it("when the container is gone, then that is no missing document", async () => {
    const store = await line.open();
    line.proxy.fault = ({ kind }) =>
      kind === "read" ? { answer: 404, substatus: 1003, when: "before" } : undefined;

    await expect(store.read("content", "p", "a")).rejects.toMatchObject({
      code: "store-unavailable",
    });

    line.proxy.fault = () => undefined;
    line.proxy.forget();
    expect(await store.read("content", "p", "a")).toBeUndefined();
    expect(line.proxy.exchanges.map(({ kind }) => kind)).toEqual(["control", "read"]);
  });

  it("when the service sweeps what has expired, then its own clock takes nothing too early", async () => {
    const clock = createFixedClock();
    const store = await line.open({ clock });
    const partition = newPartition();
    const inMs = (ms: number) => ({ expiresAt: new Date(clock.now().getTime() + ms) });
    await store.create("claims", partition, note("short"), inMs(1_500));
    await store.create("claims", partition, note("gone"), inMs(-5));
    const kept = await store.create("claims", partition, note("kept"), inMs(1_500));
    if (kept === "exists") throw new Error(kept);
    await store.replace("claims", partition, note("kept"), kept.etag);
    const ids = async () =>
      (await store.query({ container: "claims", partition })).items.map(({ doc }) => doc.id);

    line.proxy.aheadMs = 1_400;
    expect(await ids()).toEqual(["kept", "short"]);
    line.proxy.aheadMs = 10_000;
    expect(await ids()).toEqual(["kept"]);
    expect(await store.create("claims", partition, note("short"))).not.toBe("exists");
    expect(await store.create("claims", partition, note("kept"))).toBe("exists");
  });

  it("when an expired item is hidden and in the way, then a create tries until it is swept", async () => {
    const store = await line.open();
    let conflicts = 2;
    line.proxy.fault = ({ kind }) =>
      kind === "create" && conflicts-- > 0 ? { answer: 409, when: "before" } : undefined;

    expect(await store.create("claims", newPartition(), note("a"))).not.toBe("exists");

    line.proxy.fault = ({ kind }) =>
      kind === "create" ? { answer: 409, when: "before" } : undefined;
    await expect(store.create("claims", newPartition(), note("a"))).rejects.toMatchObject({
      code: "store-unavailable",
    });
  });

  it("when requests are charged, then each is reported, failed attempts too", async () => {
    const charges: unknown[] = [];
    const store = await line.open({
      onRequestCharge: (...charge) => charges.push(charge),
    });
    const partition = newPartition();
    line.proxy.charge = ({ kind }) => ({ create: 6.5, query: 3.25 })[kind as string] ?? 1;
    let throttled = 1;
    line.proxy.fault = ({ kind }) =>
      kind === "read" && throttled-- > 0 ? { answer: 429, when: "before" } : undefined;

    await store.create("content", partition, note("a"));
    await store.create("content", partition, note("a"));
    await store.query({ container: "content", partition });

    expect(charges).toEqual([
      ["content", "create", 6.5],
      ["content", "create", 6.5],
      ["content", "create", 1],
      ["content", "create", 1],
      ["content", "query", 3.25],
    ]);
  });

  it("when order values are missing or of several kinds, then paging finds each once", async () => {
    const store = await line.open();
    const values = [undefined, null, 1_772_438_400_000, -1, 0.1, true, false, "", "text"];
    for (const field of ["rank", "value"]) {
      const partition = newPartition();
      for (const [n, value] of [...values, ...values].entries()) {
        await store.create("content", partition, note(`n${n}`, { [field]: value }));
      }
      for (const descending of [true, false]) {
        const seen: unknown[] = [];
        let after: string | undefined;
        do {
          const orderBy = { field, descending };
          const page = await store.query<Note>({
            container: "content",
            partition,
            orderBy,
            limit: 1,
            after,
          });
          seen.push(...page.items.map(({ doc }) => doc.id));
          after = page.next;
        } while (after !== undefined);
        expect(seen).toHaveLength(18);
        expect(new Set(seen).size).toBe(18);
      }
    }
  });

  it("when a sorted query is refused, then it is sorted here", async () => {
    const store = await line.open();
    const partition = newPartition();
    for (const rank of [2, 1]) await store.create("content", partition, note(`n${rank}`, { rank }));
    line.proxy.fault = ({ query }) =>
      query?.includes('ORDER BY c.doc["rank"]') ? { answer: 400, when: "before" } : undefined;

    const { items } = await store.query({
      container: "content",
      partition,
      orderBy: { field: "rank" },
    });

    expect(items.map(({ doc }) => doc.id)).toEqual(["n1", "n2"]);
  });

  it("when the service wants a plan for a query after all, then it gets one", async () => {
    const store = await line.open();
    const partition = newPartition();
    await store.create("content", partition, note("a"));
    let refusals = 1;
    line.proxy.forget();
    line.proxy.fault = ({ kind }) =>
      kind === "query" && refusals-- > 0 ? { answer: 400, when: "before" } : undefined;

    expect((await store.query({ container: "content", partition })).items).toHaveLength(1);
    expect(line.proxy.exchanges.map(({ kind }) => kind).sort()).toEqual(["plan", "query", "query"]);
  });

  it("when it was closed, then calls say that the store is unavailable", async () => {
    const store = await line.open();
    await store.close();
    await store.close();

    for (const documents of [store, store.patient]) {
      await expect(documents.read("content", "p", "a")).rejects.toMatchObject({
        code: "store-unavailable",
      });
    }
  });

  it("when a call fails, then the error holds neither credentials nor contents", async () => {
    const key = Buffer.from("the-account-key").toString("base64");
    const store = await line.open({ key });
    line.proxy.fault = ({ kind }) => (kind === "create" ? { drop: "before" } : undefined);

    const error: unknown = await store
      .create("content", newPartition(), note("secret-id", { text: "secret-text" }))
      .catch((thrown: unknown) => thrown);

    const shown = inspect(error, { depth: 20, showHidden: true });
    expect(shown).toContain("store-unavailable");
    for (const secret of ["the-account", key, "secret", "type%3Dmaster", "authorization"]) {
      expect(shown).not.toContain(secret);
    }
  });

  it("when a continuation, a mark, a limit or an expiry makes no sense, then it throws", async () => {
    const store = await line.open();
    const query = { container: "content", partition: "p" } as const;

    await expect(store.query({ ...query, after: "garbage" })).rejects.toThrow("after");
    await expect(store.query({ ...query, limit: 0 })).rejects.toThrow("0 documents");
    await expect(store.changes("content", "p", "garbage")).rejects.toThrow("mark");
    await expect(
      store.create("content", "p", note("a"), { expiresAt: new Date("garbage") }),
    ).rejects.toThrow("invalid date");
  });

  it("when nothing changed since, then nothing is handed out again", async () => {
    const store = await line.open();
    const partition = newPartition();
    for (let n = 0; n < 20; n += 1) await store.create("content", partition, note(`n${n}`));
    const first = await store.changes("content", partition);

    const second = await store.changes("content", partition, first.mark);

    expect(first.items).toHaveLength(20);
    expect(second.items).toEqual([]);
    const since = parseMark(second.mark).since;
    expect(Math.abs(since - (Date.now() / 1000 - 10))).toBeLessThan(5);
  });
});

describe("cosmosKey", () => {
  it("when keys differ, then so do their encodings, and all fit into an id", () => {
    const unit = fc.oneof(
      fc.constantFrom("a", "_", "-", "/", "\0", "\ud83d", "\ude00", "ä", "\ufffd"),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    const key = fc.array(unit, { maxLength: 20 }).map((units) => units.join(""));
    fc.assert(
      fc.property(key, key, (a, b) => {
        expect(cosmosKey(a) === cosmosKey(b)).toBe(a === b);
        expect(cosmosKey(a)).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(cosmosKey(cosmosKey(a)) === cosmosKey(a)).toBe(cosmosKey(a) === a);
      }),
    );
    expect(cosmosKey("practice-1")).toBe("practice-1");
    for (const long of ["ä", "€", "😀".slice(0, 1), "\0"]) {
      expect(cosmosKey(long.repeat(200)).length).toBeLessThan(1_023);
    }
  });
});

describe("marks of Cosmos DB", () => {
  const writes = (count: number, at: number) =>
    Array.from({ length: count }, (_, n) => ({ _ts: at, write: `w${at}-${n}` }));

  it("when they are written and read, then they are the same; what is none is refused", () => {
    const mark = { since: 1_772_438_400, known: ["a-b_c", "d"] };

    expect(parseMark(formatMark(mark))).toEqual(mark);
    expect(() => parseMark("")).toThrow("mark");
  });

  it("when an import is followed by quiet, then it is looked at for a minute and no longer", () => {
    const afterImport = nextMark({ since: 0, known: [] }, writes(300, 1_000), 1_003);
    expect(afterImport).toMatchObject({ since: 990, known: { length: 300 } });

    const later = nextMark(afterImport, writes(300, 1_000), 1_059);
    expect(later).toMatchObject({ since: 999, known: { length: 300 } });
    expect(nextMark(later, writes(300, 1_000), 1_062)).toEqual({ since: 1_002, known: [] });
  });

  it("when more was written than it holds, then it stays small and the oldest come twice", () => {
    const mark = nextMark({ since: 0, known: [] }, writes(5_000, 1_000), undefined);

    expect(mark.known).toHaveLength(1_000);
    expect(mark.known.at(-1)).toBe("w1000-4999");
    expect(formatMark(mark).length).toBeLessThan(20_000);
  });

  it("when the service's clock goes back, then the mark does not", () => {
    expect(nextMark({ since: 990, known: [] }, writes(1, 900), 900).since).toBe(990);
  });
});

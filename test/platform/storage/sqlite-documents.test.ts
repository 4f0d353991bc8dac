import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import type { Container, Documents } from "../../../src/core/ports.ts";
import {
  openSqliteDocuments,
  type SqliteDocuments,
} from "../../../src/platform/storage/sqlite-documents.ts";
import { documentsContract } from "../../contracts/documents.ts";
import { createFixedClock, type FixedClock } from "../../fakes/fixed-clock.ts";
import { startWritingChild, type WritingChild } from "./start-writing-child.ts";

const folders: string[] = [];
const stores: SqliteDocuments[] = [];
const children: WritingChild[] = [];
const silent = { info() {}, warn() {}, error() {} };
const realClock = { now: () => new Date(), sleep: (ms: number) => sleep(ms) };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kollega-storage-"));
  folders.push(folder);
  return folder;
}

async function openStore(
  options: Partial<Parameters<typeof openSqliteDocuments>[0]> = {},
): Promise<SqliteDocuments> {
  const store = await openSqliteDocuments({
    dataDir: options.dataDir ?? newFolder(),
    clock: createFixedClock(),
    mode: "bot",
    log: silent,
    ...options,
  });
  stores.push(store);
  return store;
}

/** A child that does not outlive its test, not even a failed one. */
function startChild(options: Parameters<typeof startWritingChild>[0]): WritingChild {
  const child = startWritingChild(options);
  children.push(child);
  return child;
}

afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
  for (const store of stores.splice(0)) await store.close();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Everything that `changes` gives of a partition, by small steps as a bot polls. */
function createFollower(documents: Documents, container: Container, partition: string) {
  const seen = new Set<string>();
  let mark: string | undefined;
  return {
    seen,
    async poll(): Promise<void> {
      const changes = await documents.changes(container, partition, mark);
      for (const { doc } of changes.items) seen.add(doc.id);
      mark = changes.mark;
    },
  };
}

/** A tool commits what it writes at once together. */
for (const mode of ["bot", "tool"] as const) {
  documentsContract(`SQLite, opened by a ${mode}`, async () => {
    const clock: FixedClock = createFixedClock();
    const documents = await openSqliteDocuments({
      dataDir: newFolder(),
      clock,
      mode,
      log: silent,
    });
    return { documents, clock, close: () => documents.close() };
  });
}

describe("SQLite storage", () => {
  const doc = { id: "a", type: "note", v: 1 };

  it("when it is closed and opened again, then everything is there, marks and etags included", async () => {
    const dataDir = newFolder();
    const first = await openStore({ dataDir });
    await first.create("content", "p", doc);
    const stored = await first.create("members", "p", doc);
    const { mark } = await first.changes("content", "p");
    await first.close();

    const second = await openStore({ dataDir });

    expect(await second.read("content", "p", "a")).toBeDefined();
    expect(await second.read("members", "p", "a")).toEqual(stored);
    expect((await second.changes("content", "p", mark)).items).toEqual([]);
    await second.create("content", "p", { ...doc, id: "b" });
    expect((await second.changes("content", "p", mark)).items).toHaveLength(1);
  });

  it("when a tool writes much at once, with a refused one in it, then all others are in the file when they are told so", async () => {
    const dataDir = newFolder();
    const store = await openStore({ dataDir, mode: "tool" });
    await store.create("content", "p", doc);
    const ids = Array.from({ length: 50 }, (_, n) => `n${n}`);

    const written = await Promise.all(
      ["a", ...ids].map((id) => store.create("content", "p", { ...doc, id })),
    );

    const file = new DatabaseSync(join(dataDir, "kollega.sqlite"));
    expect(file.prepare("SELECT count(*) AS n FROM content").get()?.n).toBe(51);
    file.close();
    expect(written.map((one) => one === "exists")).toEqual([true, ...ids.map(() => false)]);
    await store.close();
  });

  it("when it was closed, then calls say that the store is unavailable", async () => {
    const store = await openStore();
    await store.close();
    await store.close();

    await expect(store.read("content", "p", "a")).rejects.toMatchObject({
      code: "store-unavailable",
    });
  });

  it("when documents expire, then writes sweep them out of the file", async () => {
    const clock = createFixedClock();
    const dataDir = newFolder();
    const store = await openStore({ dataDir, clock });
    for (let n = 0; n < 150; n += 1) {
      const expiresAt = new Date(clock.now().getTime() + 1000);
      await store.create("claims", `k${n}`, { ...doc, text: "swept-away" }, { expiresAt });
    }
    clock.advance(1000);
    for (let n = 0; n < 100; n += 1) await store.create("content", "p", { ...doc, id: `n${n}` });

    const file = new DatabaseSync(join(dataDir, "kollega.sqlite"));
    expect(file.prepare("SELECT count(*) AS n FROM claims").get()?.n).toBe(0);
    file.close();
    await store.close();
    expect(await readFile(join(dataDir, "kollega.sqlite"), "latin1")).not.toContain("swept-away");
  });

  it("when it is opened, then what expired meanwhile is swept", async () => {
    const dataDir = newFolder();
    const clock = createFixedClock();
    const first = await openStore({ dataDir, clock });
    const expiresAt = new Date(clock.now().getTime() + 1000);
    await first.create("audit", "p", doc, { expiresAt });
    await first.close();
    clock.advance(1000);

    await openStore({ dataDir, clock });

    const file = new DatabaseSync(join(dataDir, "kollega.sqlite"));
    expect(file.prepare("SELECT count(*) AS n FROM audit").get()?.n).toBe(0);
    file.close();
  });

  it("when keys are no proper Unicode or have a NUL, then they are kept apart", async () => {
    const store = await openStore();
    const keys = ["\ud83d", "\ud83e", "\ufffd", "a\0b", "a", "a\0c"];
    for (const key of keys) await store.create("content", key, { ...doc, id: key });

    for (const key of keys) {
      const { items } = await store.query({ container: "content", partition: key });
      expect(items.map((item) => item.doc.id)).toEqual([key]);
      expect(await store.read("content", key, key)).toEqual(items[0]);
    }
  });

  it("when order values are missing or odd, then paging still finds each once", async () => {
    const store = await openStore();
    const values = [
      undefined,
      null,
      1_772_438_400_000,
      -1,
      0.1,
      true,
      false,
      "",
      "text",
      [1],
      { a: 1 },
    ];
    for (const [n, value] of [...values, ...values].entries()) {
      await store.create("content", "p", { ...doc, id: `n${n}`, value } as typeof doc);
    }

    for (const descending of [true, false]) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const orderBy = { field: "value", descending };
        const page = await store.query({
          container: "content",
          partition: "p",
          orderBy,
          limit: 1,
          after,
        });
        seen.push(...page.items.map((item) => item.doc.id));
        after = page.next;
      } while (after !== undefined);
      expect(seen).toHaveLength(22);
      expect(new Set(seen).size).toBe(22);
    }
  });

  it("when a continuation, a mark, a limit or an expiry makes no sense, then it throws", async () => {
    const store = await openStore();
    const query = { container: "content", partition: "p" } as const;

    await expect(store.query({ ...query, after: "garbage" })).rejects.toThrow("after");
    await expect(store.query({ ...query, limit: 0 })).rejects.toThrow("0 documents");
    await expect(store.changes("content", "p", "garbage")).rejects.toThrow("mark");
    await expect(
      store.create("content", "p", doc, { expiresAt: new Date("garbage") }),
    ).rejects.toThrow("invalid date");
  });

  it("when a large partition is purged, then other calls get their turn meanwhile", async () => {
    const store = await openStore();
    for (let n = 0; n < 1_600; n += 1) await store.create("members", "p", { ...doc, id: `n${n}` });

    const purge = store.purge("members", "p").then(() => "purged");
    const timer = new Promise((resolve) => setImmediate(() => resolve("timer")));

    expect(await Promise.race([purge, timer])).toBe("timer");
    await purge;
    expect((await store.query({ container: "members", partition: "p" })).items).toEqual([]);
  });
});

describe("SQLite storage among processes", () => {
  it("when a process is killed while it writes, then no acknowledged write is lost", async () => {
    const dataDir = newFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const child = startChild({
        dataDir,
        mode: "bot",
        name: `r${round}`,
        writes: 1_000_000,
      });
      await child.said(200 + round * 333);
      const { lines, errors } = await child.kill();
      expect(errors).toBe("");
      acknowledged.push(...lines.filter((line) => line !== "open"));
    }

    const store = await openStore({ dataDir });
    const lost: string[] = [];
    for (const line of acknowledged) {
      const [container = "", id = ""] = line.split(" ");
      if (!(await store.read(container as Container, "p", id))) lost.push(line);
    }
    expect(lost).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(2_000);
    const file = new DatabaseSync(join(dataDir, "kollega.sqlite"));
    expect(file.prepare("PRAGMA integrity_check").get()?.integrity_check).toBe("ok");
    file.close();
  });

  it("when bot and tool write at once, then a reader of changes misses nothing", async () => {
    const dataDir = newFolder();
    const writes = 400;
    const writers = [
      startChild({ dataDir, mode: "bot", name: "bot", writes }),
      startChild({ dataDir, mode: "tool", name: "tool", writes }),
    ];
    const store = await openStore({ dataDir, mode: "tool", clock: realClock });
    const content = createFollower(store, "content", "p");
    const claims = createFollower(store, "claims", "p");
    let running = true;
    const ended = Promise.all(writers.map((child) => child.ended())).finally(() => {
      running = false;
    });

    let polls = 0;
    for (let isLast = false; !isLast; polls += 1) {
      isLast = !running;
      await content.poll();
      await claims.poll();
      await sleep(1);
    }

    const outputs = await ended;
    expect(outputs.map(({ errors }) => errors)).toEqual(["", ""]);
    expect(outputs.map(({ lines }) => lines.length)).toEqual([2 * writes + 1, 2 * writes + 1]);
    expect(content.seen.size).toBe(2 * writes);
    expect(claims.seen.size).toBe(2 * writes);
    expect(polls).toBeGreaterThan(10);
  });

  it("when a second bot starts, then it waits, is refused, and gets in once the first is killed", async () => {
    const dataDir = newFolder();
    const first = startChild({ dataDir, mode: "bot", name: "first", writes: 0 });
    expect(await first.said(1)).toEqual(["open"]);
    const clock = createFixedClock();
    const startedAt = clock.now().getTime();
    const warnings: string[] = [];
    const log = { ...silent, warn: (event: string) => warnings.push(event) };

    await expect(openStore({ dataDir, clock, log })).rejects.toMatchObject({
      code: "store-locked",
      message: expect.stringContaining(dataDir),
    });

    expect(clock.now().getTime() - startedAt).toBe(12_000);
    expect(warnings).toEqual(["storage-waits-for-other-bot"]);
    const tool = await openStore({ dataDir, mode: "tool" });
    await tool.create("content", "p", { id: "a", type: "note", v: 1 });

    const second = openStore({ dataDir, clock: realClock });
    await sleep(300);
    await first.kill();
    expect(await (await second).read("content", "p", "a")).toBeDefined();
  });

  it("when a bot of the same process has the folder, then a second is refused until it closes", async () => {
    const dataDir = newFolder();
    const first = await openStore({ dataDir });

    await expect(openStore({ dataDir, waitMs: 500 })).rejects.toMatchObject({
      code: "store-locked",
    });
    await first.close();

    await openStore({ dataDir });
  });

  it("when many open a new folder at once, then all get in and one file is made", async () => {
    const dataDir = newFolder();
    const openers = Array.from({ length: 4 }, (_, n) =>
      startChild({ dataDir, mode: "tool", name: `c${n}`, writes: 5 }),
    );

    const outputs = await Promise.all(openers.map((child) => child.ended()));

    expect(outputs.map(({ errors }) => errors)).toEqual(["", "", "", ""]);
    const store = await openStore({ dataDir });
    expect((await store.changes("content", "p")).items).toHaveLength(20);
  });
});

describe("SQLite storage that cannot be used", () => {
  it("when the data folder cannot be made, then it says so", async () => {
    const file = join(newFolder(), "file");
    writeFileSync(file, "");

    await expect(openStore({ dataDir: join(file, "data") })).rejects.toMatchObject({
      code: "store-unavailable",
      message: expect.stringContaining(join(file, "data")),
    });
  });

  it.each(["bot", "tool"] as const)(
    "when the file is no database, then a %s is refused and the file left alone",
    async (mode) => {
      const dataDir = newFolder();
      const path = join(dataDir, "kollega.sqlite");
      const text = "this is not a database, is it? ".repeat(100);
      writeFileSync(path, text);

      await expect(openStore({ dataDir, mode })).rejects.toMatchObject({
        code: "store-unavailable",
        message: expect.stringMatching(/kollega\.sqlite .*not a database/),
      });

      expect(await readFile(path, "utf8")).toBe(text);
      // The lock was given back: the same folder opens once the file is out of the way.
      rmSync(path);
      await openStore({ dataDir, mode });
    },
  );

  it("when the file was written by a newer version, then it is refused and left alone", async () => {
    const dataDir = newFolder();
    await (await openStore({ dataDir })).close();
    const file = new DatabaseSync(join(dataDir, "kollega.sqlite"));
    file.exec("PRAGMA user_version = 99");
    file.close();

    await expect(openStore({ dataDir })).rejects.toMatchObject({
      code: "store-unavailable",
      message: expect.stringMatching(/newer version \(schema 99\)/),
    });
  });

  it("when the file is another program's database, then it is refused and left alone", async () => {
    const dataDir = newFolder();
    const file = new DatabaseSync(join(dataDir, "kollega.sqlite"));
    file.exec("CREATE TABLE theirs (a)");
    file.close();

    await expect(openStore({ dataDir })).rejects.toMatchObject({
      code: "store-unavailable",
      message: expect.stringContaining("another program"),
    });
  });

  it.each([
    { part: "tables' roots", from: () => 8192, when: "open" },
    { part: "documents", from: (size: number) => size / 2, when: "read" },
  ])("when the file's $part are damaged, then $when says so", async ({ from, when }) => {
    const dataDir = newFolder();
    const store = await openStore({ dataDir });
    for (let n = 0; n < 2_000; n += 1) {
      await store.create("members", "p", { id: `n${n}`, type: "note", v: 1 });
    }
    await store.close();
    const path = join(dataDir, "kollega.sqlite");
    const bytes = await readFile(path);
    writeFileSync(path, bytes.fill(0xee, from(bytes.length)));

    const refusal = { code: "store-unavailable", message: expect.stringContaining("damaged") };
    const opening = openStore({ dataDir });

    if (when === "open") await expect(opening).rejects.toMatchObject(refusal);
    else await expect((await opening).changes("members", "p")).rejects.toMatchObject(refusal);
  });
});

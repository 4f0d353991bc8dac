import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Container, Document, Documents, Page, Query, Stored } from "../../src/core/ports.ts";
import { containers } from "../../src/core/ports.ts";
import type { FixedClock } from "../fakes/fixed-clock.ts";

export type OpenedDocuments = {
  readonly documents: Documents;
  readonly clock: FixedClock;
  close(): Promise<void>;
};

type Note = Document & {
  readonly text?: string;
  readonly rank?: number;
  readonly due?: string;
  readonly isOpen?: boolean;
  readonly more?: unknown;
};

const container: Container = "content";
const minuteMs = 60_000;
const propertyTimeoutMs = 300_000;

/** What every adapter of the `Documents` port promises. */
export function documentsContract(name: string, open: () => Promise<OpenedDocuments>): void {
  describe(`${name} as Documents`, () => {
    let opened: OpenedDocuments;
    let documents: Documents;
    let clock: FixedClock;

    beforeAll(async () => {
      opened = await open();
      ({ documents, clock } = opened);
    });
    afterAll(() => opened?.close());

    /** Tests share the store, never a partition. */
    const newPartition = () => `p-${randomUUID()}`;
    const note = (id: string, fields: Omit<Partial<Note>, "id"> = {}): Note => ({
      id,
      type: "note",
      v: 1,
      ...fields,
    });
    const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * minuteMs);

    async function created<T extends Document>(
      partition: string,
      doc: T,
      expiresAt?: Date,
    ): Promise<Stored<T>> {
      const outcome = await documents.create(container, partition, doc, { expiresAt });
      if (outcome === "exists") throw new Error(`${doc.id} exists`);
      return outcome;
    }

    async function replaced<T extends Document>(
      partition: string,
      doc: T,
      etag: string,
      expiresAt?: Date,
    ): Promise<Stored<T>> {
      const outcome = await documents.replace(container, partition, doc, etag, { expiresAt });
      if (outcome === "stale") throw new Error(`${doc.id} is stale`);
      return outcome;
    }

    async function readDoc(partition: string, id: string): Promise<Note | undefined> {
      return (await documents.read<Note>(container, partition, id))?.doc;
    }

    async function pagesOf(query: Query): Promise<readonly Page<Note>[]> {
      const pages: Page<Note>[] = [];
      let after: string | undefined;
      do {
        const page: Page<Note> = await documents.query<Note>({ ...query, after });
        pages.push(page);
        // A store whose pages never end would never let jest's own timeout run.
        if (pages.length > 1_000) throw new Error("The pages do not end.");
        after = page.next;
      } while (after !== undefined);
      return pages;
    }

    async function found(query: Omit<Query, "container">): Promise<readonly string[]> {
      const pages = await pagesOf({ container, ...query });
      return pages.flatMap((page) => page.items.map((item) => item.doc.id));
    }

    describe("create and read", () => {
      it.each(containers)("when %s is given a document, then it can be read", async (each) => {
        const partition = newPartition();
        const doc = note("a", { text: "hello" });

        const outcome = await documents.create(each, partition, doc);

        expect(outcome).toEqual({ doc, etag: expect.any(String) });
        expect(await documents.read(each, partition, "a")).toEqual(outcome);
      });

      it("when the id is taken, then it says so and changes nothing", async () => {
        const partition = newPartition();
        const first = await created(partition, note("a", { text: "first" }));

        const second = await documents.create(container, partition, note("a", { text: "second" }));

        expect(second).toBe("exists");
        expect(await documents.read(container, partition, "a")).toEqual(first);
      });

      it("when there is no such document, then reading gives undefined", async () => {
        const partition = newPartition();
        await created(partition, note("a"));

        expect(await documents.read(container, partition, "b")).toBeUndefined();
        expect(await documents.read(container, newPartition(), "a")).toBeUndefined();
        expect(await documents.read("audit", partition, "a")).toBeUndefined();
      });

      it("when ten create the same id at once, then one wins", async () => {
        const partition = newPartition();
        const docs = Array.from({ length: 10 }, (_, n) => note("a", { rank: n }));

        const outcomes = await Promise.all(
          docs.map((doc) => documents.create(container, partition, doc)),
        );

        const winners = outcomes.filter((outcome) => outcome !== "exists");
        expect(winners).toHaveLength(1);
        expect(await documents.read(container, partition, "a")).toEqual(winners[0]);
      });
    });

    describe("replace", () => {
      it("when the etag is the last one, then the document is replaced as a whole", async () => {
        const partition = newPartition();
        const first = await created(partition, note("a", { text: "old", rank: 1 }));

        const second = await replaced(partition, note("a", { text: "new" }), first.etag);

        expect(second.etag).not.toBe(first.etag);
        expect(await documents.read(container, partition, "a")).toEqual({
          doc: { id: "a", type: "note", v: 1, text: "new" },
          etag: second.etag,
        });
      });

      it("when the document was replaced meanwhile, then it is stale, even by the same text", async () => {
        const partition = newPartition();
        const doc = note("a");
        const first = await created(partition, doc);
        const second = await replaced(partition, doc, first.etag);

        const outcome = await documents.replace(
          container,
          partition,
          note("a", { text: "late" }),
          first.etag,
        );

        expect(outcome).toBe("stale");
        expect(await documents.read(container, partition, "a")).toEqual(second);
      });

      it("when the document is gone, was never there or was made anew, then it is stale", async () => {
        const partition = newPartition();
        const first = await created(partition, note("a"));
        await documents.delete(container, partition, "a", first.etag);
        const replace = (id: string) =>
          documents.replace(container, partition, note(id), first.etag);

        expect(await replace("a")).toBe("stale");
        expect(await replace("never")).toBe("stale");
        await created(partition, note("a"));
        expect(await replace("a")).toBe("stale");
      });

      it("when the etag is none of the store's, then it is stale", async () => {
        const partition = newPartition();
        await created(partition, note("a"));

        for (const etag of ["", "no-etag", '"0"', "null"]) {
          expect(await documents.replace(container, partition, note("a"), etag)).toBe("stale");
        }
      });

      it("when ten replace the same version at once, then one wins", async () => {
        const partition = newPartition();
        const { etag } = await created(partition, note("a"));

        const outcomes = await Promise.all(
          Array.from({ length: 10 }, (_, n) =>
            documents.replace(container, partition, note("a", { rank: n }), etag),
          ),
        );

        const winners = outcomes.filter((outcome) => outcome !== "stale");
        expect(winners).toHaveLength(1);
        expect(await documents.read(container, partition, "a")).toEqual(winners[0]);
      });
    });

    describe("delete", () => {
      it("when the etag is the last one, then the document is gone and its id free", async () => {
        const partition = newPartition();
        const { etag } = await created(partition, note("a"));

        expect(await documents.delete(container, partition, "a", etag)).toBe("deleted");

        expect(await readDoc(partition, "a")).toBeUndefined();
        expect(await found({ partition })).toEqual([]);
        await created(partition, note("a"));
      });

      it("when the document was replaced, deleted or never there, then it is stale", async () => {
        const partition = newPartition();
        const first = await created(partition, note("a"));
        const second = await replaced(partition, note("a"), first.etag);
        const remove = (id: string, etag: string) =>
          documents.delete(container, partition, id, etag);

        expect(await remove("a", first.etag)).toBe("stale");
        expect(await remove("never", first.etag)).toBe("stale");
        expect(await readDoc(partition, "a")).toEqual(note("a"));
        await remove("a", second.etag);
        expect(await remove("a", second.etag)).toBe("stale");
      });
    });

    describe("expiry", () => {
      it("when its moment has come, then no read finds the document", async () => {
        const partition = newPartition();
        await created(partition, note("a", { rank: 1 }), inMinutes(1));
        await created(partition, note("b", { rank: 2 }));
        const everything = { partition, orderBy: { field: "rank" } };

        clock.advance(minuteMs - 1);
        expect(await readDoc(partition, "a")).toBeDefined();
        expect(await found(everything)).toEqual(["a", "b"]);
        clock.advance(1);

        expect(await readDoc(partition, "a")).toBeUndefined();
        expect(await found(everything)).toEqual(["b"]);
        const changes = await documents.changes(container, partition);
        expect(changes.items.map((item) => item.doc.id)).toEqual(["b"]);
      });

      it("when a document has expired, then it can neither be replaced nor deleted", async () => {
        const partition = newPartition();
        const { etag } = await created(partition, note("a"), inMinutes(1));
        clock.advance(minuteMs);

        expect(await documents.replace(container, partition, note("a"), etag)).toBe("stale");
        expect(await documents.delete(container, partition, "a", etag)).toBe("stale");
      });

      it("when a document has expired, then its id is free, and one of ten gets it", async () => {
        const partition = newPartition();
        const old = await created(partition, note("a", { text: "old" }), inMinutes(1));
        clock.advance(minuteMs);

        const outcomes = await Promise.all(
          Array.from({ length: 10 }, (_, n) =>
            documents.create(container, partition, note("a", { rank: n })),
          ),
        );

        const winners = outcomes.filter((outcome) => outcome !== "exists");
        expect(winners).toHaveLength(1);
        expect(await documents.read(container, partition, "a")).toEqual(winners[0]);
        expect(await documents.replace(container, partition, note("a"), old.etag)).toBe("stale");
      });

      it("when it is made anew over an expired one, then only the new expiry counts", async () => {
        const partition = newPartition();
        await created(partition, note("a"), inMinutes(1));
        clock.advance(minuteMs);
        await created(partition, note("a"), inMinutes(5));

        clock.advance(4 * minuteMs);
        expect(await readDoc(partition, "a")).toBeDefined();
        clock.advance(minuteMs);
        expect(await readDoc(partition, "a")).toBeUndefined();
      });

      it("when it is replaced without an expiry, then it expires no more", async () => {
        const partition = newPartition();
        const { etag } = await created(partition, note("a"), inMinutes(1));
        await replaced(partition, note("a"), etag);

        clock.advance(100 * minuteMs);

        expect(await readDoc(partition, "a")).toBeDefined();
        expect(await documents.create(container, partition, note("a"))).toBe("exists");
      });

      it("when it is replaced with another expiry, then that one counts", async () => {
        const partition = newPartition();
        const { etag } = await created(partition, note("a"), inMinutes(1));
        await replaced(partition, note("a"), etag, inMinutes(3));

        clock.advance(2 * minuteMs);
        expect(await readDoc(partition, "a")).toBeDefined();
        clock.advance(minuteMs);
        expect(await readDoc(partition, "a")).toBeUndefined();
      });

      it("when many have expired, then those that live are all found", async () => {
        const partition = newPartition();
        for (let n = 0; n < 60; n += 1) {
          await created(partition, note(`n${n}`), n % 3 === 0 ? undefined : inMinutes(1));
        }
        clock.advance(minuteMs);

        expect(await found({ partition, limit: 7 })).toHaveLength(20);
      });
    });

    describe("query", () => {
      /** Notes by id, so that a test reads like a table. */
      async function fill(partition: string, notes: Record<string, Omit<Partial<Note>, "id">>) {
        for (const [id, fields] of Object.entries(notes))
          await created(partition, note(id, fields));
      }
      const sorted = (ids: readonly string[]) => [...ids].sort();

      it("when fields must equal, then type and value both count", async () => {
        const partition = newPartition();
        await fill(partition, {
          text1: { more: "1" },
          number1: { more: 1 },
          true: { more: true },
          false: { more: false },
          zero: { more: 0 },
          empty: { more: "" },
          nothing: { more: null },
          list: { more: [1] },
          json: { more: "[1]" },
          decimal: { more: 1.5 },
          without: {},
        });
        const equal = (equals: string | number | boolean) =>
          found({ partition, where: [{ field: "more", equals }] });

        expect(await equal("1")).toEqual(["text1"]);
        expect(await equal(1)).toEqual(["number1"]);
        expect(await equal(true)).toEqual(["true"]);
        expect(await equal(false)).toEqual(["false"]);
        expect(await equal(0)).toEqual(["zero"]);
        expect(await equal("")).toEqual(["empty"]);
        expect(await equal("[1]")).toEqual(["json"]);
        expect(await equal(1.5)).toEqual(["decimal"]);
        expect(await equal("null")).toEqual([]);
        expect(await equal("true")).toEqual([]);
      });

      it.each([
        "å ä ö",
        "😀",
        'he said "no"',
        "it's",
        "a\\b\n\t",
        "%_*",
        "'; DROP TABLE content; --",
        "\u0001",
      ])("when a text is %j, then equality finds it", async (text) => {
        const partition = newPartition();
        await fill(partition, { a: { text }, b: { text: `${text}x` } });

        expect(await found({ partition, where: [{ field: "text", equals: text }] })).toEqual(["a"]);
      });

      it("when there are several conditions, then all must hold; type and id are fields, too", async () => {
        const partition = newPartition();
        await fill(partition, {
          a: { text: "x", rank: 1 },
          b: { text: "x", rank: 2 },
          c: { text: "y", rank: 1 },
        });
        await created(partition, { id: "d", type: "other", v: 2, text: "x", rank: 1 } as Note);
        const x = { field: "text", equals: "x" } as const;
        const first = { field: "rank", equals: 1 } as const;

        expect(sorted(await found({ partition, where: [x, first] }))).toEqual(["a", "d"]);
        expect(
          await found({ partition, where: [x, first, { field: "type", equals: "other" }] }),
        ).toEqual(["d"]);
        expect(await found({ partition, where: [{ field: "id", equals: "c" }] })).toEqual(["c"]);
        expect(await found({ partition, where: [{ field: "v", equals: 2 }] })).toEqual(["d"]);
      });

      it("when a field is missing, then no condition on it holds", async () => {
        const partition = newPartition();
        await fill(partition, { a: {}, b: { rank: 0, due: "" } });

        expect(await found({ partition, where: [{ field: "rank", equals: 0 }] })).toEqual(["b"]);
        expect(await found({ partition, where: [{ field: "rank", before: 10 }] })).toEqual(["b"]);
        expect(await found({ partition, where: [{ field: "due", from: "" }] })).toEqual(["b"]);
      });

      it("when a range of numbers is given, then its start is in it and its end is not", async () => {
        const partition = newPartition();
        await fill(partition, {
          minus: { rank: -1 },
          one: { rank: 1 },
          half: { rank: 1.5 },
          two: { rank: 2 },
          ten: { rank: 10 },
          text: { more: "5" },
        });
        const between = (from?: number, before?: number) =>
          found({
            partition,
            where: [{ field: "rank", from, before }],
            orderBy: { field: "rank" },
          });

        expect(await between(1, 2)).toEqual(["one", "half"]);
        expect(await between(2)).toEqual(["two", "ten"]);
        expect(await between(undefined, 1)).toEqual(["minus"]);
      });

      it("when a range of texts is given, then moments compare as written", async () => {
        const partition = newPartition();
        await fill(partition, {
          a: { due: "2026-03-01T08:00:00.000Z" },
          b: { due: "2026-03-02T08:00:00.000Z" },
          c: { due: "2026-03-03T08:00:00.000Z" },
        });

        const where = [
          { field: "due", from: "2026-03-01T08:00:00.000Z", before: "2026-03-03T08:00:00.000Z" },
        ];

        expect(await found({ partition, where, orderBy: { field: "due" } })).toEqual(["a", "b"]);
      });

      it("when values have another type than the range, then they are not in it", async () => {
        const partition = newPartition();
        await fill(partition, {
          text: { more: "5" },
          number: { more: 5 },
          true: { more: true },
          list: { more: [5] },
        });
        const from = (value: string | number) =>
          found({ partition, where: [{ field: "more", from: value }] });
        const before = (value: string | number) =>
          found({ partition, where: [{ field: "more", before: value }] });

        expect(await from(0)).toEqual(["number"]);
        expect(await before(9)).toEqual(["number"]);
        expect(await from("")).toEqual(["text"]);
        expect(await before("~")).toEqual(["text"]);
      });

      it("when an order is asked for, then ties come by id", async () => {
        const partition = newPartition();
        await fill(partition, {
          c: { rank: 1 },
          a: { rank: 2 },
          d: { rank: 2 },
          b: { rank: 1 },
          e: { rank: 10 },
        });

        const up = await found({ partition, orderBy: { field: "rank" }, limit: 2 });
        const down = await found({
          partition,
          orderBy: { field: "rank", descending: true },
          limit: 2,
        });

        expect(up).toEqual(["b", "c", "a", "d", "e"]);
        expect(down).toEqual(["e", "a", "d", "b", "c"]);
      });

      it("when nothing is found, then the page is empty and the last", async () => {
        expect(await documents.query({ container, partition: newPartition() })).toEqual({
          items: [],
        });
      });

      it("when no limit is given, then a page holds 100", async () => {
        const partition = newPartition();
        for (let n = 0; n < 101; n += 1) await created(partition, note(`n${n}`));

        const pages = await pagesOf({ container, partition });

        expect(Math.max(...pages.map((page) => page.items.length))).toBeLessThanOrEqual(100);
        expect(pages.flatMap((page) => page.items)).toHaveLength(101);
      });

      it.each([
        { order: "none", orderBy: undefined },
        { order: "a field with ties", orderBy: { field: "rank" } },
        { order: "the same downwards", orderBy: { field: "rank", descending: true } },
        { order: "texts", orderBy: { field: "text" } },
      ])(
        "when 250 are read in pages by $order, then none is lost or doubled",
        async ({ orderBy }) => {
          const partition = newPartition();
          const all = Array.from({ length: 250 }, (_, n) =>
            note(`n${n}`, { rank: n % 7, text: `t${(n * 37) % 50}` }),
          );
          for (const doc of all) await created(partition, doc);

          const pages = await pagesOf({ container, partition, orderBy, limit: 17 });

          expect(Math.max(...pages.map((page) => page.items.length))).toBeLessThanOrEqual(17);
          const ids = pages.flatMap((page) => page.items.map((item) => item.doc.id));
          expect(sorted(ids)).toEqual(sorted(all.map((doc) => doc.id)));
          if (orderBy) {
            const field = orderBy.field as "rank" | "text";
            const values = pages.flatMap((page) => page.items.map((item) => item.doc[field] ?? ""));
            const upwards = orderBy.descending ? values.toReversed() : values;
            expect(upwards).toEqual(upwards.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
          }
        },
      );

      it("when what a page held is deleted before the next, then nothing is passed over", async () => {
        const partition = newPartition();
        for (let n = 0; n < 40; n += 1) await created(partition, note(`n${n}`, { rank: n % 5 }));

        const seen: string[] = [];
        let after: string | undefined;
        do {
          const page: Page<Note> = await documents.query<Note>({
            container,
            partition,
            orderBy: { field: "rank" },
            limit: 6,
            after,
          });
          for (const { doc, etag } of page.items) {
            seen.push(doc.id);
            await documents.delete(container, partition, doc.id, etag);
          }
          after = page.next;
        } while (after !== undefined);

        expect(new Set(seen).size).toBe(40);
        expect(seen).toHaveLength(40);
      });

      it("when a found document is replaced by its etag, then it is not stale", async () => {
        const partition = newPartition();
        await created(partition, note("a"));

        const { items } = await documents.query<Note>({ container, partition });

        await replaced(partition, note("a", { text: "new" }), items[0]?.etag ?? "");
      });

      it.each(["a.b", "a b", "", "1a", "a'b", "a]", "_ts", "ä"])(
        "when the field is %j, then it is refused",
        async (field) => {
          const query = { container, partition: newPartition() };

          await expect(documents.query({ ...query, orderBy: { field } })).rejects.toThrow();
          await expect(
            documents.query({ ...query, where: [{ field, equals: 1 }] }),
          ).rejects.toThrow();
        },
      );
    });

    describe("changes", () => {
      it("when documents are made, replaced and deleted in rounds, then no state is missed", async () => {
        const partition = newPartition();
        const replica = new Map<string, Note>();
        let mark: string | undefined;
        async function follow(): Promise<void> {
          const changes = await documents.changes<Note>(container, partition, mark);
          for (const { doc } of changes.items) replica.set(doc.id, doc);
          mark = changes.mark;
        }

        const a = await created(partition, note("a", { text: "a1" }));
        await created(partition, note("b", { text: "b1" }));
        await follow();
        expect([...replica.values()].map((doc) => doc.text)).toEqual(["a1", "b1"]);

        await replaced(partition, note("a", { text: "a2" }), a.etag);
        const c = await created(partition, note("c", { text: "c1" }));
        await follow();
        expect(replica.get("a")?.text).toBe("a2");
        expect(replica.get("c")?.text).toBe("c1");

        const tombstone = { id: "c", type: "tombstone", v: 1 };
        await replaced<Document>(partition, tombstone, c.etag, inMinutes(10));
        await follow();
        expect(replica.get("c")).toEqual(tombstone);
        expect(replica.get("b")?.text).toBe("b1");
      });

      it("when a document changed twice, then its last state comes with its last etag", async () => {
        const partition = newPartition();
        const first = await created(partition, note("a", { rank: 1 }));
        const { mark } = await documents.changes(container, partition);
        const second = await replaced(partition, note("a", { rank: 2 }), first.etag);
        const third = await replaced(partition, note("a", { rank: 3 }), second.etag);

        const { items } = await documents.changes(container, partition, mark);

        expect(items.filter((item) => item.doc.id === "a").at(-1)).toEqual(third);
      });

      it("when the partition is empty, then the mark still catches what comes next", async () => {
        const partition = newPartition();
        const empty = await documents.changes(container, partition);
        expect(empty.items).toEqual([]);
        const { etag } = await created(partition, note("gone"));
        await documents.delete(container, partition, "gone", etag);
        await created(partition, note("a"));

        const { items } = await documents.changes(container, partition, empty.mark);

        expect(items.map((item) => item.doc.id)).toEqual(["a"]);
      });

      it("when the newest document was deleted, then the one made next is seen", async () => {
        const partition = newPartition();
        const { etag } = await created(partition, note("a"));
        const { mark } = await documents.changes(container, partition);
        await documents.delete(container, partition, "a", etag);
        await created(partition, note("b"));

        const { items } = await documents.changes(container, partition, mark);

        expect(items.map((item) => item.doc.id)).toContain("b");
      });

      it("when many write at once, then a reader between them misses nothing", async () => {
        const partition = newPartition();
        const seen = new Set<string>();
        let mark: string | undefined;
        let writing = true;
        const writers = Promise.all(
          Array.from({ length: 10 }, async (_, writer) => {
            for (let n = 0; n < 20; n += 1) await created(partition, note(`${writer}-${n}`));
          }),
        ).finally(() => {
          writing = false;
        });

        for (let isLast = false; !isLast; ) {
          isLast = !writing;
          const changes = await documents.changes(container, partition, mark);
          for (const { doc } of changes.items) seen.add(doc.id);
          mark = changes.mark;
        }
        await writers;

        expect(seen.size).toBe(200);
      });
    });

    describe("purge", () => {
      it("when a partition is purged, then it is empty and its neighbours are not", async () => {
        const partition = newPartition();
        const neighbour = newPartition();
        for (let n = 0; n < 120; n += 1) await created(partition, note(`n${n}`));
        await created(neighbour, note("n1"));
        await documents.create("members", partition, note("n1"));

        await documents.purge(container, partition);
        await documents.purge(container, partition);

        expect(await found({ partition })).toEqual([]);
        expect((await documents.changes(container, partition)).items).toEqual([]);
        expect(await readDoc(neighbour, "n1")).toBeDefined();
        expect(await documents.read("members", partition, "n1")).toBeDefined();
        await created(partition, note("n1"));
      });

      it("when documents have expired, then they are purged, too", async () => {
        const partition = newPartition();
        const before = clock.now();
        await created(partition, note("a"), inMinutes(1));
        clock.advance(2 * minuteMs);

        await documents.purge(container, partition);

        // Back in time, what was only hidden would show itself.
        clock.set(before);
        expect(await readDoc(partition, "a")).toBeUndefined();
      });
    });

    describe("names and contents", () => {
      const strangeNames = [
        "19:abc@thread.tacv2;messageid=17",
        "a/b\\c?#",
        "å ä ö 😀",
        "a".repeat(200),
        "ä".repeat(200),
        " ",
        " a ",
        ".",
        "%2F",
        "'\"`;--",
        "line\nbreak",
        "NULL",
        "__proto__",
        "A",
        "a",
        "a\u0308",
        "\u00e4",
      ];

      it("when ids are strange, then each names its own document", async () => {
        const partition = newPartition();
        for (const id of strangeNames) {
          const { etag } = await created(partition, note(id, { text: "first" }));
          await replaced(partition, note(id, { text: id }), etag);
        }

        for (const id of strangeNames) {
          expect(await readDoc(partition, id)).toEqual(note(id, { text: id }));
        }
        expect(new Set(await found({ partition, limit: 3 }))).toEqual(new Set(strangeNames));
        const { items } = await documents.changes(container, partition);
        expect(new Set(items.map((item) => item.doc.id))).toEqual(new Set(strangeNames));
        for (const { doc, etag } of items) {
          expect(await documents.delete(container, partition, doc.id, etag)).toBe("deleted");
        }
      });

      it("when partition keys are strange, then each is a partition of its own", async () => {
        const run = randomUUID();
        const keys = strangeNames.map((key) => `${key.slice(0, 164)}${run}`);
        for (const key of keys) await created(key, note("a", { text: key }));

        for (const key of keys) {
          const { items } = await documents.query<Note>({ container, partition: key });
          expect(items.map((item) => item.doc.text)).toEqual([key]);
        }
        await documents.purge(container, keys[0] ?? "");
        expect(await readDoc(keys[0] ?? "", "a")).toBeUndefined();
        expect(await readDoc(keys[1] ?? "", "a")).toBeDefined();
      });

      it("when a document is nested, then it comes back as it was", async () => {
        const partition = newPartition();
        const doc = note("a", {
          text: "quote \" apostrophe ' backslash \\ newline \n zero-width \u200d flag 🇫🇮 family 👨‍👩‍👧",
          more: {
            list: [1, -0.5, 1e21, 9007199254740991, "two", [null, true, {}], []],
            "strange key.$[0]": { "": "empty key", "ö😀": null },
            etag: "mine",
            pk: "mine",
            ttl: -1,
            expiresAt: "mine",
          },
        });

        const stored = await created(partition, doc);

        expect(await documents.read(container, partition, "a")).toEqual({
          doc,
          etag: stored.etag,
        });
      });

      it("when a document has a __proto__ key, then it is data and nothing else", async () => {
        const partition = newPartition();
        const text = '{"__proto__":{"isAdmin":true},"constructor":{"prototype":1}}';
        await created(partition, note("a", { more: JSON.parse(text) }));

        const read = await readDoc(partition, "a");

        expect(JSON.stringify(read?.more)).toBe(text);
        expect(Object.keys(read?.more as object)).toEqual(["__proto__", "constructor"]);
        expect(Reflect.get({}, "isAdmin")).toBeUndefined();
      });

      it("when a document is 300 KB, then it is stored and found", async () => {
        const partition = newPartition();
        const doc = note("a", { text: "ä😀".repeat(50_000), rank: 1 });
        await created(partition, doc);

        expect(await readDoc(partition, "a")).toEqual(doc);
        expect(await found({ partition, where: [{ field: "rank", equals: 1 }] })).toEqual(["a"]);
      });
    });

    describe("any sequence of calls", () => {
      const ids = ["a", "b", "c/d"] as const;
      const id = fc.constantFrom(...ids);
      const step = fc.oneof(
        fc.record({ do: fc.constant("create" as const), id, expires: fc.boolean() }),
        fc.record({
          do: fc.constant("replace" as const),
          id,
          expires: fc.boolean(),
          isStale: fc.boolean(),
        }),
        fc.record({ do: fc.constant("delete" as const), id, isStale: fc.boolean() }),
        fc.record({ do: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 6 }) }),
        fc.record({ do: fc.constant("follow" as const) }),
        fc.record({ do: fc.constant("purge" as const) }),
      );

      it(
        "when calls come in any order, then the store does what a simple model does",
        async () => {
          await fc.assert(
            fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
              await runAgainstModel(steps);
            }),
            { numRuns: 60 },
          );
        },
        propertyTimeoutMs,
      );

      type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
      type Known = { readonly doc: Note; readonly etag: string; readonly expiresAt?: Date };

      async function runAgainstModel(steps: readonly Step[]): Promise<void> {
        const partition = newPartition();
        const model = new Map<string, Known>();
        const replica = new Map<string, Note>();
        const etags = new Set<string>();
        let mark: string | undefined;
        let version = 0;

        const live = (of: string): Known | undefined => {
          const known = model.get(of);
          const isLive = !known?.expiresAt || known.expiresAt > clock.now();
          return isLive ? known : undefined;
        };
        const keep = (outcome: Stored<Note>, expiresAt: Date | undefined) => {
          expect(etags.has(outcome.etag)).toBe(false);
          etags.add(outcome.etag);
          model.set(outcome.doc.id, { ...outcome, expiresAt });
        };
        const follow = async () => {
          const changes = await documents.changes<Note>(container, partition, mark);
          for (const { doc } of changes.items) replica.set(doc.id, doc);
          mark = changes.mark;
          for (const each of ids) {
            const known = live(each);
            if (known) expect(replica.get(each)).toEqual(known.doc);
          }
        };

        for (const each of steps) {
          version += 1;
          switch (each.do) {
            case "create": {
              const expiresAt = each.expires ? inMinutes(3) : undefined;
              const doc = note(each.id, { rank: version });
              const outcome = await documents.create(container, partition, doc, { expiresAt });
              if (live(each.id)) expect(outcome).toBe("exists");
              else keep(outcome as Stored<Note>, expiresAt);
              break;
            }
            case "replace": {
              const expiresAt = each.expires ? inMinutes(3) : undefined;
              const known = live(each.id);
              const etag = each.isStale ? "stale" : (model.get(each.id)?.etag ?? "none");
              const doc = note(each.id, { rank: version });
              const outcome = await documents.replace(container, partition, doc, etag, {
                expiresAt,
              });
              if (!known || each.isStale) expect(outcome).toBe("stale");
              else keep(outcome as Stored<Note>, expiresAt);
              break;
            }
            case "delete": {
              const known = live(each.id);
              const etag = each.isStale ? "stale" : (model.get(each.id)?.etag ?? "none");
              const outcome = await documents.delete(container, partition, each.id, etag);
              expect(outcome).toBe(known && !each.isStale ? "deleted" : "stale");
              if (outcome === "deleted") model.delete(each.id);
              break;
            }
            case "wait":
              clock.advance(each.minutes * minuteMs);
              break;
            case "follow":
              await follow();
              break;
            case "purge":
              await documents.purge(container, partition);
              model.clear();
              break;
          }
          for (const one of ids) {
            const known = live(one);
            expect(await documents.read(container, partition, one)).toEqual(
              known && { doc: known.doc, etag: known.etag },
            );
          }
        }
        await follow();
        const living = ids.filter((one) => live(one));
        expect([...(await found({ partition, limit: 2 }))].sort()).toEqual([...living].sort());
      }
    });
  });
}

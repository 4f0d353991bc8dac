import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Query } from "../../../src/core/ports.ts";
import { continuationAfter, queryStatement } from "../../../src/platform/storage/sqlite-query.ts";
import { prepareSchema } from "../../../src/platform/storage/sqlite-schema.ts";
import { openStore } from "../files/open-store.ts";
import { createTempFolder, type TempFolder } from "../files/temp-folder.ts";

describe("the tables of SQLite", () => {
  let folder: TempFolder;
  beforeEach(() => {
    folder = createTempFolder();
  });
  afterEach(() => folder.remove());

  const fileOf = () => new DatabaseSync(join(folder.path, "kollega.sqlite"));

  it("when the file is of the first version, then it is brought up and nothing is lost", async () => {
    const before = await openStore(folder.path);
    await before.create("deliveries", "b", { id: "d", type: "delivery", v: 1 });
    await before.close();
    const file = fileOf();
    file.exec("DROP INDEX deliveries_due; PRAGMA user_version = 1");
    file.close();

    const after = await openStore(folder.path);
    const read = await after.read("deliveries", "b", "d");
    await after.close();

    const again = fileOf();
    const indexes = again.prepare("SELECT name FROM sqlite_schema WHERE type = 'index'").all();
    expect(again.prepare("PRAGMA user_version").get()).toEqual({ user_version: 2 });
    expect(indexes).toContainEqual({ name: "deliveries_due" });
    again.close();
    expect(read?.doc).toEqual({ id: "d", type: "delivery", v: 1 });
  });

  it("when the outbox asks for what is due, then a page begins where the last ended, by the index", () => {
    const file = fileOf();
    prepareSchema(file, "test");
    const first: Query = {
      container: "deliveries",
      partition: "b",
      where: [{ field: "state", equals: "planned" }],
      orderBy: { field: "due" },
    };
    const last = { id: "d", type: "delivery", v: 1, due: 5 };
    const plans = [first, { ...first, after: continuationAfter(first, last) }].map((query) => {
      const { sql, values } = queryStatement(query, 100, 0);
      return file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    });
    file.close();

    const details = plans.map((rows) => rows.map(({ detail }) => detail));
    const search = "SEARCH deliveries USING INDEX deliveries_due";
    expect(details).toEqual([
      [`${search} (partition=? AND <expr>=?)`],
      [`${search} (partition=? AND <expr>=? AND <expr>>?)`],
    ]);
  });
});

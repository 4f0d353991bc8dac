import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createTempFolder, type TempFolder } from "../platform/files/temp-folder.ts";
import { runCli } from "./run-cli.ts";

const slowMs = 60_000;
const content = join(import.meta.dirname, "../../content");

describe("terms on the command line", () => {
  let folder: TempFolder;
  const run = (...args: readonly string[]) => runCli(folder.path, args);
  const inJson = async (...args: readonly string[]) => JSON.parse((await run(...args)).stdout);

  beforeEach(async () => {
    folder = createTempFolder();
    await run("import", "networks", `${content}/networks.jsonl`);
  });
  afterEach(() => folder.remove());

  it(
    "when the samples are exported as TBX and imported into an empty store, then all of it is there, and only once",
    async () => {
      const first = await inJson("import", "terms", `${content}/terms.jsonl`, "--json");
      const before = await run("export", "terms");
      const file = join(folder.path, "terms.tbx");
      await run("export", "terms", "--out", file);

      const unchanged = await inJson("import", "terms", file, "--json");
      const env = { DATA_DIR: join(folder.path, "second") };
      await runCli(folder.path, ["import", "networks", `${content}/networks.jsonl`], env);
      await runCli(folder.path, ["import", "terms", file], env);
      const after = await runCli(folder.path, ["export", "terms"], env);

      expect(first.created).toBeGreaterThan(100);
      expect(unchanged).toEqual({
        created: 0,
        updated: 0,
        unchanged: first.created,
        rejected: 0,
        rows: [],
      });
      expect(readFileSync(file, "utf8")).toMatch(
        /^<\?xml[^>]*>\n<tbx xmlns="urn:iso:std:iso:30042:ed-2"/u,
      );
      expect(after.stdout).toBe(before.stdout);
    },
    slowMs,
  );

  it(
    "when a collection is imported into a network, then all of it is, and what looks alike is told",
    async () => {
      const report = await inJson(
        "import",
        "terms",
        `${content}/collections/cpv.jsonl`,
        "--network",
        "upphandlare",
        "--json",
      );

      expect(report).toMatchObject({ created: 9_454, updated: 0, rejected: 0 });
      expect(report.rows[0]).toEqual({
        row: 283,
        column: "sv",
        reason: "note: “Hydrauloljor” is also in the concept “cpv-09211600”",
      });
    },
    slowMs,
  );

  it(
    "when a TBX declares entities, then it is refused in words and nothing is taken",
    async () => {
      const file = folder.file(
        "bad.tbx",
        '<?xml version="1.0"?><!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]><martif><text><body><termEntry id="a"><langSet xml:lang="sv"><tig><term>&x;</term></tig></langSet></termEntry></body></text></martif>',
      );

      const inWords = await run("import", "terms", file);
      const json = await run("import", "terms", file, "--json");

      expect([inWords.exitCode, json.exitCode]).toEqual([1, 1]);
      expect(inWords.stderr).toContain("not read for safety");
      expect(JSON.parse(json.stdout)).toMatchObject({ created: 0, rejected: 1 });
      expect((await run("export", "terms")).stdout).toBe("");
    },
    slowMs,
  );

  it(
    "when something else than terms is to be TBX, then it is refused",
    async () => {
      const { exitCode, stderr } = await run("export", "practices", "--format", "tbx");

      expect(exitCode).toBe(64);
      expect(stderr).toContain("--format is none of jsonl, csv, xlsx");
      expect((await run("import", "practices", folder.file("a.tbx", "<tbx/>"))).exitCode).toBe(1);
    },
    slowMs,
  );
});

import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import writeWorkbook from "write-excel-file/node";
import type { SqliteDocuments } from "../../src/platform/storage/sqlite-documents.ts";
import { inline, workbookFrom } from "../platform/files/make-xlsx.ts";
import { openStore } from "../platform/files/open-store.ts";
import { createTempFolder, type TempFolder } from "../platform/files/temp-folder.ts";
import { runCli } from "./run-cli.ts";

const slowMs = 60_000;
const content = join(import.meta.dirname, "../../content");
const readLines = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("the command line on a store that a bot has open", () => {
  let folder: TempFolder;
  let bot: SqliteDocuments;
  const run = (line: string, env?: Readonly<Record<string, string>>) =>
    runCli(folder.path, line.split(" "), env);

  beforeAll(async () => {
    folder = createTempFolder();
    bot = await openStore(join(folder.path, ".data"), "bot");
    for (const kind of ["networks", "practices", "contacts"]) {
      const ended = await run(`import ${kind} ${content}/${kind}.jsonl --json`);
      const lines = readFileSync(`${content}/${kind}.jsonl`, "utf8").trimEnd().split("\n").length;
      expect(ended).toEqual({
        exitCode: 0,
        stderr: "",
        stdout: `{"created":${lines},"updated":0,"unchanged":0,"rejected":0,"rows":[]}\n`,
      });
    }
  }, slowMs);
  afterAll(async () => {
    await bot.close();
    folder.remove();
  });

  it("when the same is imported again, then it is unchanged", async () => {
    const { exitCode, stdout } = await run(`import contacts ${content}/contacts.jsonl --json`);

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ created: 0, updated: 0, rejected: 0, rows: [] });
  });

  it("when a question is asked, then one object comes with the results, best first", async () => {
    const { exitCode, stdout, stderr } = await runCli(folder.path, [
      "ask",
      "Hur har andra använt sysselsättningsvillkor?",
      "--json",
    ]);

    const { decision, results } = JSON.parse(stdout);
    expect({ exitCode, stderr, decision }).toEqual({ exitCode: 0, stderr: "", decision: "answer" });
    expect(Object.keys(results[0])).toEqual(["kind", "id", "language", "title", "score"]);
    const scores = results.map(({ score }: { score: number }) => score);
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
    expect(results.length).toBeLessThanOrEqual(10);
  });

  it("when a person asks, then the answer is text", async () => {
    const { exitCode, stdout } = await run("ask Hur har andra använt sysselsättningsvillkor?");

    expect(exitCode).toBe(0);
    expect(stdout).toContain("Sysselsättningsvillkor i Helsingfors stads upphandlingar\n");
  });

  it("when only one network is asked, then only it and what is shared answer", async () => {
    const question = "Hur har andra använt sysselsättningsvillkor?";

    const { stdout } = await run(`ask ${question} --json --network oversattare`);

    const ids = JSON.parse(stdout).results.map(({ id }: { id: string }) => id);
    expect(ids).not.toContain("sysselsattningsvillkor-helsingfors");
  });

  it("when a batch is asked, then one line answers each, and a bad one makes it 1", async () => {
    folder.file(
      "questions.jsonl",
      '{"id":"a","text":"sysselsättningsvillkor"}\nnonsense\n{"id":"b","text":"xyzzy","language":"fi"}\n',
    );

    const { exitCode, stdout } = await run("ask --batch questions.jsonl");

    expect(exitCode).toBe(1);
    expect(readLines(stdout)).toEqual([
      { id: "a", decision: expect.any(String), results: expect.any(Array) },
      { id: null, error: expect.any(String) },
      { id: "b", decision: "none", results: expect.any(Array) },
    ]);
  });

  it("when a batch is sound, then it ends with 0; when there is none, with 1", async () => {
    folder.file("sound.jsonl", '{"id":"a","text":"upphandling"}\n');

    expect((await run("ask --batch sound.jsonl")).exitCode).toBe(0);
    const missing = await run("ask --batch none.jsonl");
    expect(missing).toMatchObject({ exitCode: 1, stdout: "" });
    expect(missing.stderr).toContain("there is no such file");
  });

  it("when content is exported, then stdout or a file has all of it, sorted", async () => {
    const { exitCode, stdout, stderr } = await run("export practices");
    const file = await run("export practices --out practices.csv");

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const rows = readLines(stdout);
    const places = rows.map(({ network, id, language }) =>
      [network ?? "", id, language].join("\0"),
    );
    expect(places).toEqual(places.toSorted());
    expect(file).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    const table = readFileSync(join(folder.path, "practices.csv"), "utf8");
    expect(table.startsWith("id,language,network,title,")).toBe(true);
    const again = await run("import practices practices.csv --json");
    expect(JSON.parse(again.stdout)).toMatchObject({ unchanged: rows.length, rejected: 0 });
  });

  it.each(["networks", "practices", "contacts"])(
    "when %s are exported as a workbook, then the same documents come back",
    async (kind) => {
      const file = await run(`export ${kind} --format xlsx --out ${kind}.out`);
      renameSync(join(folder.path, `${kind}.out`), join(folder.path, `${kind}.xlsx`));
      const again = await run(`import ${kind} ${kind}.xlsx --json`);

      expect(file).toEqual({ exitCode: 0, stdout: "", stderr: "" });
      const { unchanged, ...others } = JSON.parse(again.stdout);
      expect(others).toEqual({ created: 0, updated: 0, rejected: 0, rows: [] });
      expect(unchanged).toBeGreaterThan(0);
    },
  );

  it("when a workbook has bad rows, then the reports are those of the same table as csv", async () => {
    const table = [
      ["id", "name", "consent", "topics", "colour"],
      ["w1", "Åsa", "2026-01-02", "a;b", ""],
      ["", "", "", "", ""],
      ["w2", "", "2.1.2026", "", "red"],
      ["w1", "Again", "2026-01-02", "", ""],
      ["w3", "Bo", "2026-01-02", "", "", "more"],
    ];
    folder.file("table.csv", table.map((row) => row.join(",")).join("\n"));
    folder.file("table.xlsx", await writeWorkbook(table).toBuffer());

    const csv = await run("import contacts table.csv --dry-run --json");
    const xlsx = await run("import contacts table.xlsx --dry-run --json");

    expect(JSON.parse(xlsx.stdout).rows.map(({ row }: { row: number }) => row)).toEqual([
      4, 4, 4, 5, 6,
    ]);
    expect(xlsx).toEqual(csv);
    expect(xlsx).toMatchObject({ exitCode: 1, stderr: "" });
  });

  it("when a cell shows an error, then its row, column and error are told", async () => {
    const cells = `<row>${inline("w1")}${inline("Åsa")}<c t="e"><v>#REF!</v></c></row>`;
    const data = `<row>${["id", "name", "consent"].map(inline).join("")}</row>${cells}`;
    folder.file("error.xlsx", workbookFrom({ data }));

    const { exitCode, stdout } = await run("import contacts error.xlsx --json", { LANG: "fi_FI" });

    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      created: 0,
      rejected: 1,
      rows: [{ row: 2, column: "consent", reason: expect.stringContaining("virhe #REF!") }],
    });
  });

  it("when a workbook is none, then nothing is changed and the reason told", async () => {
    folder.file("renamed.xlsx", "id,name,consent\nw9,Åsa,2026-01-02\n");

    const json = await run("import contacts renamed.xlsx --json", { LANG: "sv_FI" });
    const words = await run("import contacts renamed.xlsx");

    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      created: 0,
      rows: [{ row: 0, column: "", reason: expect.stringContaining("ingen Excel-arbetsbok") }],
    });
    expect(words).toMatchObject({ exitCode: 1, stdout: "" });
    expect(words.stderr).toContain("no Excel workbook");
  });

  it("when a text does not fit a workbook, then nothing is written and its place told", async () => {
    const long = { id: "long", language: "sv", title: "T", body: "x".repeat(32_768) };
    folder.file("long.jsonl", JSON.stringify(long));
    await run("import practices long.jsonl");

    const ended = await run("export practices --out long.xlsx", { LANG: "sv_FI" });

    expect(ended).toMatchObject({ exitCode: 1, stdout: "" });
    expect(ended.stderr).toContain("”long sv” har i kolumnen ”body” mer än 32767 tecken");
    expect(existsSync(join(folder.path, "long.xlsx"))).toBe(false);
  });

  it("when one network is exported, then nothing of others", async () => {
    const { stdout } = await run("export contacts --network oversattare");

    const networks = new Set(readLines(stdout).map(({ network }) => network));
    expect([...networks]).toEqual(["oversattare"]);
  });

  it("when a row is bad, then it says where and why in the reader's language, and ends with 1", async () => {
    folder.file("bad.csv", "id;name;consent\nx1;Åsa;2026-01-02\nx2;;\n");

    const dry = await run("import contacts bad.csv --dry-run --json", { LC_ALL: "sv_FI.UTF-8" });
    const words = await run("import contacts bad.csv", { LANG: "fi_FI.UTF-8" });

    expect(dry.exitCode).toBe(1);
    expect(JSON.parse(dry.stdout)).toEqual({
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      rows: [
        { row: 3, column: "name", reason: expect.stringContaining("saknas") },
        { row: 3, column: "consent", reason: expect.any(String) },
      ],
    });
    expect(words.exitCode).toBe(1);
    expect(words.stdout).toContain(
      "Uusia: 1, muutettuja: 0, ennallaan: 0, hylättyjä: 1.\nrivi 3: name: ",
    );
  });

  it.each([
    ["a file that is not there", "import contacts none.csv --json", ""],
    [
      "a network that is not there",
      `import contacts ${content}/contacts.jsonl --network x --json`,
      "network",
    ],
  ])("when an import names %s, then one object says so", async (_, line, column) => {
    const { exitCode, stdout } = await run(line);

    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      created: 0,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      rows: [{ row: 0, column, reason: expect.any(String) }],
    });
  });

  it.each([
    ["import contacts none.csv", 1, "there is no such file"],
    ["ask x --network y", 1, "“y”"],
    ["export contacts --network y", 1, "“y”"],
    ["export contacts --out no/such/folder.csv", 1, "no/such/folder.csv"],
    ["export things", 64, "networks, practices, contacts"],
    [`import things ${content}/contacts.jsonl`, 64, "networks, practices, contacts"],
    ["export contacts --format xlsx", 64, "--out"],
    ["fly", 64, "Usage:"],
  ])("when it is told %j, then it ends with %s and says why", async (line, exitCode, reason) => {
    const ended = await run(line);

    expect(ended).toMatchObject({ exitCode, stdout: "" });
    expect(ended.stderr).toContain(reason);
    expect(ended.stderr).not.toContain("    at ");
  });

  it("when all is well, then doctor counts what there is", async () => {
    const { exitCode, stdout } = await run("doctor", { PORT: "0" });

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/networks 2, practices \d+, meetings \d+, terms \d+, contacts \d+/u);
  });
});

describe("the command line anywhere", () => {
  let folder: TempFolder;
  beforeEach(() => {
    folder = createTempFolder();
  });
  afterEach(() => folder.remove());

  it("when the store is empty, then nothing is answered and no sample is written", async () => {
    const asked = await runCli(folder.path, ["ask", "upphandling", "--json"]);
    const exported = await runCli(folder.path, ["export", "networks"]);

    expect(asked.exitCode).toBe(0);
    expect(JSON.parse(asked.stdout)).toEqual({ id: null, decision: "none", results: [] });
    expect(exported).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("when help is asked for, then it stands on stdout and no store is made", async () => {
    const { exitCode, stdout, stderr } = await runCli(folder.path, ["--help"]);

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain("export KIND");
    expect(existsSync(join(folder.path, ".data"))).toBe(false);
  });

  it("when the configuration is wrong, then every fault is named with 78", async () => {
    folder.file(".env", "PORT=x\n");

    const ended = await runCli(folder.path, ["export", "networks"], { SEND_RATE: "9999" });

    expect(ended).toMatchObject({ exitCode: 78, stdout: "" });
    expect(ended.stderr).toContain("PORT");
    expect(ended.stderr).toContain("SEND_RATE");
  });

  it("when Cosmos DB cannot be reached, then it says so and nothing is claimed", async () => {
    const env = { COSMOS_ENDPOINT: "http://127.0.0.1:1", COSMOS_KEY: "a2V5" };

    const ended = await runCli(folder.path, ["doctor"], env);

    expect(ended.exitCode).toBe(1);
    expect(ended.stdout).toContain("COSMOS_ENDPOINT");
  });

  it("when something is wrong, then doctor says what and what to do, and makes nothing", async () => {
    const fresh = await runCli(folder.path, ["doctor"], { PORT: "0" });
    const faulty = await runCli(folder.path, ["doctor"], { PORT: "x", HOST: "0.0.0.0" });
    folder.file("file", "");
    const taken = await runCli(folder.path, ["doctor"], { PORT: "0", DATA_DIR: "file" });

    expect(fresh.exitCode).toBe(0);
    expect(existsSync(join(folder.path, ".data"))).toBe(false);
    expect(faulty).toMatchObject({ exitCode: 1, stderr: "" });
    expect(faulty.stdout).toMatch(/^FAULT .*HOST/mu);
    expect(faulty.stdout).toMatch(/^FAULT .*PORT/mu);
    expect(taken.exitCode).toBe(1);
    expect(taken.stdout).toContain("DATA_DIR");
  });

  it("when the store is damaged, then it says so without a stack", async () => {
    folder.file(
      "kollega.sqlite",
      "this is no database, and long enough to be taken for one".repeat(99),
    );
    const env = { DATA_DIR: ".", PORT: "0" };

    const exported = await runCli(folder.path, ["export", "networks"], env);
    const examined = await runCli(folder.path, ["doctor"], env);

    expect(exported).toMatchObject({ exitCode: 1, stdout: "" });
    expect(exported.stderr).not.toContain("    at ");
    expect(examined.exitCode).toBe(1);
    expect(examined.stdout).toContain("FAULT Store: ");
  });
});

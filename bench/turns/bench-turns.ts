/**
 * How fast the bot answers, beside a bare echo bot on the same stack. Four processes: the two bots take turns (the
 * idle one costs nothing), the connector only counts, and this one asks. On two cores a bot so has one to itself,
 * and connector and load share the other.
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drive, type Figures } from "./drive.ts";
import { makePractices } from "./make-practices.ts";
import { makeQuestions } from "./make-questions.ts";
import {
  type Program,
  runKollega,
  type Settings,
  startConnector,
  startCosmos,
  startEchoBot,
  startKollega,
} from "./programs.ts";
import { contentFile } from "./sample-practices.ts";

type Check = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What must hold; what is aimed at stands behind it. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly goal?: number;
};

const levels = [1, 10, 50] as const;
const practices = 1_000;
const memoryAfter = 10_000;

export async function benchTurns(args: readonly string[]): Promise<void> {
  const isQuick = args.includes("--quick");
  const onCosmos = args[args.indexOf("--store") + 1] === "cosmos" && args.includes("--store");
  const rounds = isQuick ? 1 : 3;
  const perRun = isQuick ? 1_000 : 3_000;
  const folder = mkdtempSync(join(tmpdir(), "kollega-bench-"));
  const connector = await startConnector();
  const cosmos = onCosmos ? await startCosmos() : undefined;
  const settings = (database: string): Settings =>
    cosmos ? { COSMOS_ENDPOINT: cosmos.url, COSMOS_KEY: "a2V5", COSMOS_DATABASE: database } : {};
  console.log(`Store: ${cosmos ? "Cosmos DB over the wire, in memory" : "SQLite"}\n`);
  try {
    const stage = { folder, connector };
    const samples = await measureRates({ ...stage, settings: settings("few"), rounds, perRun });
    const many = await measureMany({ ...stage, settings: settings("many"), isQuick });
    const checks = [...samples, ...many];
    // How fast the test server answers says nothing of Azure: on it only what is counted has bounds.
    report(cosmos ? checks.map(withoutSpeedBounds) : checks);
  } finally {
    await cosmos?.stop();
    await connector.stop();
    rmSync(folder, { recursive: true });
  }
}

type Stage = {
  readonly folder: string;
  readonly connector: Program;
  readonly settings: Settings;
};

const withoutSpeedBounds = (check: Check): Check =>
  check.unit === "" && !check.what.includes("rate")
    ? check
    : { what: check.what, value: check.value, unit: check.unit };

async function measureRates(
  options: Stage & { readonly rounds: number; readonly perRun: number },
): Promise<readonly Check[]> {
  const { connector, rounds, perRun } = options;
  const bots = [
    { name: "echo bot", program: await startEchoBot() },
    { name: "Kollega", program: await startKollega(options.folder, options.settings) },
  ];
  const best = new Map<string, Figures>();
  let seed = 100;
  console.log(
    `questions a second, p50, p99 and processor time a question in ms; best of ${rounds}, ${perRun} questions each\n`,
  );
  for (const { program } of bots) await askMany(program, connector, 2 * perRun, 10, seed++);
  const before = await storageCalls(bots[1]?.program);
  const takenBefore = await taken(connector);
  for (let round = 0; round < rounds; round++) {
    for (const atOnce of levels) {
      for (const { name, program } of bots) {
        const figures = await askMany(program, connector, perRun, atOnce, seed++);
        const key = `${name} ${atOnce}`;
        const known = best.get(key);
        if (!known || figures.perSecond > known.perSecond) best.set(key, figures);
      }
    }
  }
  const calls = (await storageCalls(bots[1]?.program)) - before;
  const answered = (await taken(connector)) - takenBefore;
  for (const { program } of bots) await program.stop();

  const of = (name: string, atOnce: number): Figures =>
    best.get(`${name} ${atOnce}`) ?? { perSecond: 0, p50: 0, p99: 0, processorMs: 0 };
  console.log("at once              echo bot                      Kollega             of its rate");
  for (const atOnce of levels) {
    const [echo, kollega] = [of("echo bot", atOnce), of("Kollega", atOnce)];
    const share = (kollega.perSecond / echo.perSecond).toFixed(2);
    console.log(`${String(atOnce).padStart(7)}   ${shown(echo)}   ${shown(kollega)}   ${share}`);
  }
  const questions = rounds * levels.length * perRun;
  return [
    ...levels.map((atOnce) => ({
      what: `of the echo bot's rate, ${atOnce} at once`,
      value: of("Kollega", atOnce).perSecond / of("echo bot", atOnce).perSecond,
      unit: "",
      atLeast: 0.6,
      goal: 0.9,
    })),
    { what: "p99, 10 at once", value: of("Kollega", 10).p99, unit: "ms", atMost: 60 },
    { what: "storage calls a question", value: calls / questions, unit: "", atMost: 3 },
    {
      what: "replies a question",
      value: answered / (2 * questions),
      unit: "",
      atLeast: 1,
      atMost: 1,
    },
  ];
}

/** Start, speed and memory with many practices. */
async function measureMany(
  options: Stage & { readonly isQuick: boolean },
): Promise<readonly Check[]> {
  const dataDir = mkdtempSync(join(options.folder, "many-"));
  importMany(dataDir, options.settings);
  let startedInMs = Number.POSITIVE_INFINITY;
  let bot: Program | undefined;
  for (let round = 0; round < (options.isQuick ? 1 : 3); round++) {
    await bot?.stop();
    bot = await startKollega(dataDir, options.settings);
    startedInMs = Math.min(startedInMs, bot.startedInMs);
  }
  if (!bot) return [];
  const figures = await askMany(bot, options.connector, memoryAfter, 10, 999);
  console.log(`\nwith ${practices} practices in two languages, 10 at once: ${shown(figures)}`);
  const memory = bot.memory();
  await bot.stop();
  return [
    {
      what: `start to ready, ${practices} practices in two languages`,
      value: startedInMs / 1_000,
      unit: "s",
      atMost: 3,
      goal: 1.5,
    },
    { what: "p99 with those, 10 at once", value: figures.p99, unit: "ms", atMost: 60 },
    { what: `memory after ${memoryAfter} questions`, value: memory, unit: "MB", atMost: 400 },
  ];
}

function importMany(dataDir: string, settings: Settings): void {
  for (const kind of ["networks", "contacts"]) {
    const file = join(dataDir, `${kind}.jsonl`);
    copyFileSync(contentFile(kind), file);
    runKollega(dataDir, ["import", kind, file, "--json"], settings);
  }
  const file = join(dataDir, "practices.jsonl");
  const rows = makePractices(practices);
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const args = ["import", "practices", file, "--json"];
  const report = JSON.parse(runKollega(dataDir, args, settings));
  if (report.created !== rows.length) throw new Error(`only ${report.created} rows were imported`);
}

const askMany = (
  bot: Program,
  connector: Program,
  count: number,
  atOnce: number,
  seed: number,
): Promise<Figures> =>
  drive({
    bot,
    connectorUrl: connector.url,
    questions: makeQuestions(count, seed),
    atOnce,
  });

/**
 * What questions cost. Not theirs: the regular look for changed content, the outbox's for work, the renewal of its
 * sender's lease, and the list of whom the bot has met.
 */
async function storageCalls(bot: Program | undefined): Promise<number> {
  if (!bot) return 0;
  const text = await (await fetch(`${bot.url}/metrics`)).text();
  return [...text.matchAll(/^kollega_storage_calls_total\{([^}]*)\} (\d+)/gmu)]
    .filter(([, labels = ""]) => !ofJobs.some((job) => labels.includes(job)))
    .reduce((sum, [, , count]) => sum + Number(count), 0);
}

const ofJobs = [
  'container="content"',
  'container="deliveries"',
  'container="conversations"',
  'container="claims",operation="read"',
  'container="claims",operation="replace"',
];

const taken = async (connector: Program): Promise<number> =>
  Number(await (await fetch(connector.url)).text());

const shown = ({ perSecond, p50, p99, processorMs }: Figures): string =>
  [
    `${perSecond.toFixed(0).padStart(5)}/s`,
    ...[p50, p99].map((ms) => ms.toFixed(1).padStart(5)),
    processorMs.toFixed(2).padStart(5),
  ].join(" ");

function report(checks: readonly Check[]): void {
  console.log("");
  for (const { what, value, unit, atLeast, atMost, goal } of checks) {
    const holds =
      (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
    const bounds = [
      atLeast !== undefined && `at least ${atLeast}`,
      atMost !== undefined && `at most ${atMost}`,
      goal !== undefined && `goal ${goal}`,
    ].filter(Boolean);
    const figure = `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`.trim();
    console.log(
      `${bounds.length === 0 ? "    " : holds ? "pass" : "FAIL"}  ${what}: ${figure}${bounds.length > 0 ? ` (${bounds.join(", ")})` : ""}`,
    );
    if (!holds) process.exitCode = 1;
  }
}

/** The processes that take part: each on its own, all on this Node, without any of the caller's settings. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Program = {
  readonly url: string;
  readonly startedInMs: number;
  /** Resident memory, in MB. */
  memory(): number;
  /** Processor time spent so far, in ms; on Linux only, else NaN. */
  processorMs(): number;
  stop(): Promise<void>;
};

/** Environment variables. */
export type Settings = Readonly<Record<string, string>>;

const root = new URL("../../", import.meta.url);
const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

export const startConnector = () =>
  start([fileURLToPath(new URL("./connector-child.ts", import.meta.url))], {}, /^(\d+)\n/u);

/** Cosmos DB on this machine, in memory; it ends with the bench, which holds its standard input open. */
export const startCosmos = () =>
  start([fileURLToPath(new URL("test/fakes/cosmos-server-child.ts", root))], {}, /^(\d+)\n/u);

export const startEchoBot = () =>
  start([fileURLToPath(new URL("bench/echo-bot.mjs", root))], {}, /^(\d+)\n/u);

/** The settings of Node's that `npm start` gives the bot. */
const startFlags: readonly string[] =
  (JSON.parse(readFileSync(new URL("package.json", root), "utf8")).scripts.start as string).match(
    /(?<= )--\S+/gu,
  ) ?? [];

/** The bot as `npm start` runs it. Ready is when its log says so, which is when /readyz answers 200. */
export const startKollega = (dataDir: string, settings: Settings = {}) =>
  start(
    [...startFlags, fileURLToPath(new URL("src/main.ts", root))],
    { DATA_DIR: dataDir, PORT: "0", ...settings },
    /"port":(\d+).*"msg":"ready"/u,
  );

/** Runs the command line to its end on a folder. */
export function runKollega(
  dataDir: string,
  args: readonly string[],
  settings: Settings = {},
): string {
  return execFileSync(process.execPath, [fileURLToPath(new URL("src/cli.ts", root)), ...args], {
    env: environment({ DATA_DIR: dataDir, ...settings }),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function start(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  portIn: RegExp,
): Promise<Program> {
  const began = performance.now();
  // Not in the project's folder: a .env there is the developer's own.
  const options = { env: environment(settings), cwd: settings["DATA_DIR"] ?? "/" };
  const child = spawn(process.execPath, args, { ...options, stdio: ["pipe", "pipe", "pipe"] });
  children.add(child);
  let said = "";
  return new Promise((resolve, reject) => {
    let isReady = false;
    const hear = (text: string) => {
      // A bot logs a line a turn: kept and searched each time, they would cost this process more than its questions.
      if (isReady) return;
      said += text;
      const port = portIn.exec(said)?.[1];
      if (port === undefined) return;
      isReady = true;
      resolve({
        url: `http://127.0.0.1:${port}`,
        startedInMs: performance.now() - began,
        memory: () => memoryOf(child.pid ?? 0),
        processorMs: () => processorMsOf(child.pid ?? 0),
        stop: () =>
          new Promise((done) => {
            child.on("close", () => done());
            child.kill("SIGTERM");
          }),
      });
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.on("close", (code) => {
      children.delete(child);
      reject(new Error(`${args.join(" ")} ended with ${code}:\n${said}`));
    });
  });
}

const environment = (settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  HOME: process.env["HOME"],
  ...settings,
});

function memoryOf(pid: number): number {
  if (process.platform === "linux") {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024;
  }
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}

/** A hundredth of a second is the kernel's unit here. */
function processorMsOf(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(stat[11]) + Number(stat[12])) * 10;
}

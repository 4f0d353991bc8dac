import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Kollega = {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly output: () => { readonly stdout: string; readonly stderr: string };
  readonly ended: Promise<Ended>;
  /** SIGTERM, as a service manager does it. */
  stop(): Promise<Ended>;
  /** SIGKILL, as a power failure does it. */
  kill(): Promise<Ended>;
};

export type StartOptions = {
  /** An earlier bot's folder; otherwise a new one. */
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** As people start it; otherwise as services do, with signals that arrive. */
  readonly viaNpm?: boolean;
};

export const repository = resolve(import.meta.dirname, "../..");

const startWithinMs = 30_000;
const folders = new Set<string>();
const running = new Set<() => void>();

process.on("exit", () => {
  for (const killNow of running) killNow();
});

export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), "kollega-whole-"));
  folders.add(folder);
  return folder;
}

/** Starts the bot as a process of its own; resolves when it has greeted, that is, answered its sample question. */
export async function startKollega(options: StartOptions = {}): Promise<Kollega> {
  const { bot, greeted } = launchKollega(options);
  await greeted;
  return bot();
}

/** The same without waiting: for a start that is meant to fail, or to wait. */
export function launchKollega(options: StartOptions = {}): {
  readonly bot: () => Kollega;
  readonly greeted: Promise<void>;
  readonly ended: Promise<Ended>;
  readonly output: Kollega["output"];
} {
  const dataDir = options.dataDir ?? newDataDir();
  const child = spawnBot(dataDir, options);
  const said = { stdout: "", stderr: "" };

  const signal = (name: NodeJS.Signals) => {
    try {
      // npm starts a shell and that the bot: the group has them all.
      if (child.pid !== undefined) process.kill(options.viaNpm ? -child.pid : child.pid, name);
    } catch {
      // It has ended already.
    }
  };
  const killNow = () => signal("SIGKILL");
  running.add(killNow);
  const ended = new Promise<Ended>((done) => {
    child.on("close", (code, by) => {
      running.delete(killNow);
      done({ code, signal: by });
    });
  });

  const greeted = new Promise<void>((done, fail) => {
    const failWith = (reason: string) =>
      fail(new Error(`${reason}:\n${said.stdout}${said.stderr}`));
    const late = setTimeout(() => failWith("no greeting in time"), startWithinMs);
    child.stdout?.on("data", () => {
      if (!/^\? .+\n {2}\S/mu.test(said.stdout)) return;
      clearTimeout(late);
      done();
    });
    void ended.then(() => {
      clearTimeout(late);
      failWith("it ended before it greeted");
    });
  });
  // Whoever waits for something else does not have to look at this.
  greeted.catch(() => undefined);
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").prependListener("data", (text: string) => {
      said[name] += text;
    });
  }

  return {
    greeted,
    ended,
    output: () => ({ ...said }),
    bot() {
      const port = Number(/localhost:(\d+)/u.exec(said.stdout)?.[1]);
      const end = (name: NodeJS.Signals) => () => {
        signal(name);
        return ended;
      };
      return {
        url: `http://127.0.0.1:${port}`,
        port,
        dataDir,
        output: () => ({ ...said }),
        ended,
        stop: end("SIGTERM"),
        kill: end("SIGKILL"),
      };
    },
  };
}

function spawnBot(dataDir: string, { env, port = 0, viaNpm = false }: StartOptions): ChildProcess {
  const environment = {
    ...bareEnvironment(),
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: "warn",
    ...env,
  };
  return viaNpm
    ? spawn("npm", ["start"], { cwd: repository, env: environment, detached: true })
    : // In a folder without a .env, so that a developer's own settings stay out.
      spawn(process.execPath, [join(repository, "src/main.ts")], {
        cwd: dataDir,
        env: environment,
      });
}

/** Only what a program needs to run at all: none of the bot's settings. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return { PATH, HOME, TMPDIR, LANG };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}

afterAll(() => {
  for (const killNow of running) killNow();
  for (const folder of folders) if (existsSync(folder)) rmSync(folder, { recursive: true });
});

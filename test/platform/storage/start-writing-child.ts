import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export type WritingChild = {
  readonly process: ChildProcess;
  /** Resolves as soon as the child has said so many lines, or has ended. */
  said(lines: number): Promise<readonly string[]>;
  /** Resolves when it has ended, with all that it said. */
  ended(): Promise<{ readonly lines: readonly string[]; readonly errors: string }>;
  /** kill -9, and the end of it. */
  kill(): Promise<{ readonly lines: readonly string[]; readonly errors: string }>;
};

/** Starts writing-child.ts as a process of its own, the way the command line runs beside the bot. */
export function startWritingChild(options: {
  readonly dataDir: string;
  readonly mode: "bot" | "tool";
  readonly name: string;
  readonly writes: number;
  readonly partition?: string;
}): WritingChild {
  const { dataDir, mode, name, writes, partition = "p" } = options;
  const script = join(import.meta.dirname, "writing-child.ts");
  const child = spawn(process.execPath, [script, dataDir, mode, name, String(writes), partition], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const closed = once(child, "close");
  // What was cut off in the middle of a line was not acknowledged.
  const lines = () => output.split("\n").slice(0, -1);

  async function ended() {
    await closed;
    return { lines: lines(), errors };
  }

  return {
    process: child,
    async said(count) {
      while (lines().length < count && child.exitCode === null && child.signalCode === null) {
        await Promise.race([once(child.stdout, "data"), closed]);
      }
      return lines();
    },
    ended,
    async kill() {
      child.kill("SIGKILL");
      return ended();
    },
  };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export type Ended = {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** What is run: by which Node, from which copy of the house, as which user. */
export type Program = {
  readonly node: string;
  readonly root: string;
  readonly uid?: number;
  readonly gid?: number;
};

/** The house itself, as whoever runs the tests. */
export const ownProgram: Program = {
  node: process.execPath,
  root: join(import.meta.dirname, "../.."),
};

/** Runs the command line as a process of its own, in a folder of its own: no `.env` of the developer's reaches it. */
export async function runCli(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { node, root, ...user }: Program = ownProgram,
): Promise<Ended> {
  const child = spawn(node, [join(root, "src/cli.ts"), ...args], {
    ...user,
    cwd: folder,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const [exitCode] = await once(child, "close");
  return { exitCode, stdout, stderr };
}

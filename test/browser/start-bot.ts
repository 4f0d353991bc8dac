/** Starts the real bot as people do, on a free port and with a store of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export type Bot = { readonly address: string; stop(): Promise<void> };

const root = path.resolve(import.meta.dirname, "../..");

export async function startBot(): Promise<Bot> {
  const folder = mkdtempSync(path.join(tmpdir(), "kollega-browser-"));
  const port = await freePort();
  const child = spawn(process.execPath, ["src/main.ts"], {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  await saysItsAddress(child);
  return {
    address: `http://localhost:${port}`,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function saysItsAddress(child: ChildProcess): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes("Kollega: http")) resolve();
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      said += String(chunk);
    });
    child.once("exit", (code) => reject(new Error(`The bot ended with ${code}:\n${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

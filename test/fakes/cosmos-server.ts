import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

export type CosmosServer = {
  readonly port: number;
  /** Kills it; what it held is gone. */
  close(): Promise<void>;
};

/** Starts cosmos-server-child.ts and waits until it listens. */
export async function startCosmosServer(port = 0): Promise<CosmosServer> {
  const script = join(import.meta.dirname, "cosmos-server-child.ts");
  const child = spawn(process.execPath, [script, String(port)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  const line = await Promise.race([
    once(createInterface(child.stdout), "line"),
    closed.then(([code]) => {
      throw new Error(`The Cosmos server ended with ${code} before it listened.`);
    }),
  ]);
  return {
    port: Number(line[0]),
    async close() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}

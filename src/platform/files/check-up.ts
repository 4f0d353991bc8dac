import { mkdtemp, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Finding } from "../../core/check-up.ts";

const neededNode = 24;

export function checkNode(version: string): Finding {
  const text = `Node ${version}`;
  if (Number.parseInt(version, 10) >= neededNode) return { state: "well", text };
  return {
    state: "fault",
    text,
    advice: `Kollega needs Node ${neededNode} or newer: run npm ci, which brings it along.`,
  };
}

/** Whether the data folder, or the one that it would be made in, can be written. */
export async function checkDataFolder(dataDir: string): Promise<Finding> {
  const folder = resolve(dataDir);
  const there = await nearestThere(folder);
  const exists = there === folder;
  if (!(await isFolder(there))) {
    return {
      state: "fault",
      text: `Data folder: ${there} is not a folder`,
      advice: "Set DATA_DIR to a folder of its own, or take the file away.",
    };
  }
  const failure = await writeFailure(there);
  if (failure !== undefined) {
    return {
      state: "fault",
      text: `Data folder ${there} cannot be written (${failure})`,
      advice:
        "Give the user that runs Kollega the right to write there, or set DATA_DIR to another folder.",
    };
  }
  if (exists) return { state: "well", text: `Data folder ${folder} can be written` };
  return {
    state: "note",
    text: `Data folder ${folder} is not there yet`,
    advice: "The first npm start or import makes it.",
  };
}

/** Whether a bot answers on its port. That none does is no fault. */
export async function checkBot(host: string, port: number): Promise<Finding> {
  if (port === 0) return { state: "note", text: "Bot: with PORT=0 nobody knows where it listens" };
  const everywhere = host === "0.0.0.0" || host === "::";
  const address = everywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  const place = `http://${address}:${port}`;
  let status: number;
  try {
    ({ status } = await fetch(`${place}/readyz`, { signal: AbortSignal.timeout(2_000) }));
  } catch {
    return { state: "note", text: `Bot: none runs on ${place}`, advice: "npm start starts it." };
  }
  if (status === 200) return { state: "well", text: `Bot: runs on ${place} and is ready` };
  if (status === 503) {
    return {
      state: "note",
      text: `Bot: runs on ${place} but is not ready`,
      advice: `If it stays so, ${place}/readyz says what is missing.`,
    };
  }
  return {
    state: "fault",
    text: `Bot: something else answers on ${place}`,
    advice: "End that program, or set PORT to a free one.",
  };
}

const marks: Readonly<Record<Finding["state"], string>> = {
  well: "ok   ",
  note: "note ",
  fault: "FAULT",
};

export const findingsInWords = (findings: readonly Finding[]): string =>
  findings
    .flatMap(({ state, text, advice }) => [
      `${marks[state]} ${text}`,
      ...(advice === undefined ? [] : [`      → ${advice}`]),
    ])
    .join("\n");

async function nearestThere(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch {
    return path === dirname(path) ? path : nearestThere(dirname(path));
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path)).isDirectory();
}

/** Tried rather than asked: rights alone say nothing about a full or read-only disk. */
async function writeFailure(folder: string): Promise<string | undefined> {
  try {
    await rmdir(await mkdtemp(join(folder, ".kollega-check-")));
    return undefined;
  } catch (error) {
    return String((error as { readonly code?: unknown }).code ?? error);
  }
}

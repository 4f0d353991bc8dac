import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { promisify } from "node:util";

export const root = join(import.meta.dirname, "../..");

type Dependency = {
  readonly resolved: string;
  readonly dependencyTypes: readonly string[];
  /** Loaded only when it is asked for, by `import()`. */
  readonly dynamic: boolean;
};
type Module = { readonly source: string; readonly dependencies: readonly Dependency[] };
type Violation = {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
};
export type Cruise = {
  readonly modules: readonly Module[];
  readonly summary: { readonly violations: readonly Violation[] };
};

/** Runs dependency-cruiser with the house's rules on `src` below a folder; in a process of its own, for it is ESM only. */
export const cruise = async (folder: string): Promise<Cruise> => {
  const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const rules = join(root, ".dependency-cruiser.cjs");
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  // With violations it ends with their number; what it says counts, not how it ends.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, "src", "--config", rules, "--output-type", "json"],
    options,
  ).catch((error: unknown) => {
    if (error instanceof Error && "stdout" in error && String(error.stdout).startsWith("{")) {
      return { stdout: String(error.stdout) };
    }
    throw error;
  });
  return JSON.parse(stdout);
};

/** Every file below a folder of the house, as `src/core/turn.ts`. */
export const filesBelow = (folder: string): readonly string[] => {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
};

/** Writes files (path → text) below a folder. */
export const plant = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

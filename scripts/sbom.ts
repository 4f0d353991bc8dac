/**
 * `npm run --silent sbom`: the parts of an installation as CycloneDX, made by npm out of the lock file. npm's own
 * `--omit dev` leaves out what a development package needs as well (seen with npm 11: zod itself), so npm is given a
 * copy of the house's two files in which development packages do not occur.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Manifest = { devDependencies?: unknown };
type Lock = { packages: Record<string, Manifest & { readonly dev?: boolean }> };

const root = join(import.meta.dirname, "..");
const read = <T>(name: string): T => JSON.parse(readFileSync(join(root, name), "utf8")) as T;

const manifest = read<Manifest>("package.json");
const lock = read<Lock>("package-lock.json");
delete manifest.devDependencies;
delete lock.packages[""]?.devDependencies;
for (const [place, { dev }] of Object.entries(lock.packages)) if (dev) delete lock.packages[place];

const folder = mkdtempSync(join(tmpdir(), "kollega-sbom-"));
try {
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  const format = ["--sbom-format", "cyclonedx", "--sbom-type", "application"];
  execFileSync("npm", ["sbom", "--package-lock-only", ...format], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    // There npm is a script.
    shell: process.platform === "win32",
  });
} finally {
  rmSync(folder, { recursive: true });
}

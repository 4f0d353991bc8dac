/**
 * `npm run licences`: holds the licence of every package that an installation brings along against the house's list,
 * and NOTICE against what is true. `-- --write` writes NOTICE. Development packages are not brought along.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { licenceFaults, noticeText, type Package, rules } from "./licence-rules.ts";

type Entry = { readonly version?: string; readonly license?: string; readonly dev?: boolean };

const root = join(import.meta.dirname, "..");
const noticeFile = join(root, "NOTICE");

/** From the lock file, which names those of other machines, too; what is installed here must say the same. */
function readPackages(): {
  readonly packages: readonly Package[];
  readonly faults: readonly string[];
} {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, Entry>>;
  };
  const faults: string[] = [];
  const packages = Object.entries(lock.packages)
    .filter(([place, { dev }]) => place !== "" && !dev)
    .map(([place, { version = "", license: licence }]): Package => {
      const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
      const manifest = join(root, place, "package.json");
      const installed = existsSync(manifest)
        ? (JSON.parse(readFileSync(manifest, "utf8")) as { readonly license?: unknown }).license
        : licence;
      if (installed !== licence) {
        faults.push(`${name} ${version}: the lock file says ${licence}, the package ${installed}`);
      }
      return { name, version, licence };
    });
  return { packages, faults };
}

function fileSays(name: string, file: string, words: RegExp): boolean {
  const path = join(root, "node_modules", name, file);
  return existsSync(path) && words.test(readFileSync(path, "utf8"));
}

const { packages, faults } = readPackages();
const all = [...faults, ...licenceFaults(packages, rules, fileSays)];
const notice = noticeText(packages, rules);
if (process.argv.includes("--write")) writeFileSync(noticeFile, notice);
else if (readFileSync(noticeFile, "utf8") !== notice) {
  all.push('NOTICE is not up to date; "npm run licences -- --write" writes it');
}
for (const fault of all) console.error(`FAULT ${fault}`);
console.log(`${packages.length} packages, ${all.length} faults`);
process.exitCode = all.length > 0 ? 1 : 0;

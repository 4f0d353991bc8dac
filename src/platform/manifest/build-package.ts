/** Builds the Teams app package out of the manifest/ folder, checks it and zips it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { checkPackage, type PackageFiles } from "./check-package.ts";
import { fillManifest, type InstanceValues, type Texts } from "./fill-manifest.ts";

export type BuiltPackage =
  | { readonly ok: true; readonly version: string; readonly zip: Uint8Array }
  /** One sentence for each fault. */
  | { readonly ok: false; readonly faults: readonly string[] };

const root = join(import.meta.dirname, "../../..");
const defaultFolder = join(root, "manifest");
/** The texts in manifest.json itself; the others lie beside it. */
const defaultLanguage = "sv";
const otherLanguages = ["fi", "en"] as const;
const icons = ["color.png", "outline.png"] as const;
/** The same content gives the same bytes, whenever it is built. The zip format knows no earlier year. */
const builtAt = new Date(1980, 0, 1);

/** `folder`: where the template, the languages and the icons are, if not in the house's own manifest/. */
export async function buildPackage(
  values: Omit<InstanceValues, "version">,
  folder = defaultFolder,
): Promise<BuiltPackage> {
  const version = await houseVersion();
  let files: PackageFiles;
  try {
    files = await collect(folder, { ...values, version });
  } catch (error) {
    return { ok: false, faults: [error instanceof Error ? error.message : String(error)] };
  }
  const faults = await checkPackage(files);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, version, zip: zipSync(Object.fromEntries(files), { mtime: builtAt }) };
}

async function collect(folder: string, values: InstanceValues): Promise<PackageFiles> {
  const languageFile = (language: string) => join(folder, "languages", `${language}.json`);
  const [template, texts] = await Promise.all([
    readJson(join(folder, "manifest.json")),
    readJson(languageFile(defaultLanguage)),
  ]);
  const manifest = fillManifest(template, texts as Texts, values);
  const files = new Map<string, Uint8Array>();
  files.set("manifest.json", Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`));
  for (const language of otherLanguages) {
    files.set(`${language}.json`, await readFile(languageFile(language)));
  }
  for (const icon of icons) files.set(icon, await readFile(join(folder, "icons", icon)));
  return files;
}

async function readJson(file: string): Promise<object> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as object;
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

async function houseVersion(): Promise<string> {
  const { version } = (await readJson(join(root, "package.json"))) as { readonly version: string };
  return version;
}

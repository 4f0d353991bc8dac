/**
 * Writes content/collections/*.jsonl, in the import format for terms, from the EU's published terms and labels.
 * Run: node scripts/make-collections.ts [FOLDER with eforms-business-terms.jsonl and cpv.jsonl]
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

type Names = { readonly sv: string; readonly fi: string; readonly en: string };
type BusinessTerm = { readonly id: string; readonly name: Names; readonly description: Names };
type Label = Names & { readonly code: string };

const from = resolve(process.argv[2] ?? join(import.meta.dirname, "../../shared/data/terms"));
const to = join(import.meta.dirname, "../content/collections");
/** Goes with every term, also into a network that imports the file. */
const licence = "© European Union, CC BY 4.0";

function readLines<T>(name: string): readonly T[] {
  const text = readFileSync(join(from, name), "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

function write(name: string, rows: readonly object[]): void {
  writeFileSync(join(to, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  console.log(`${name}: ${rows.length} terms`);
}

mkdirSync(to, { recursive: true });
write(
  "eforms.jsonl",
  readLines<BusinessTerm>("eforms-business-terms.jsonl").map(({ id, name, description }) => ({
    id: `eforms-${id}`,
    domain: "eForms",
    sv: name.sv,
    fi: name.fi,
    en: name.en,
    definitionSv: description.sv,
    definitionFi: description.fi,
    definitionEn: description.en,
    source: `eForms ${id}, ${licence}`,
  })),
);
write(
  "cpv.jsonl",
  readLines<Label>("cpv.jsonl").map(({ code, sv, fi, en }) => ({
    id: `cpv-${code}`,
    domain: "CPV",
    sv,
    fi,
    en,
    source: `CPV ${code}, ${licence}`,
  })),
);

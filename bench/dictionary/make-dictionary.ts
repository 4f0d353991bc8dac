/**
 * `npm run fit -- dictionary`: learns the dictionary that ships in content/dictionary from what ships beside it, the term
 * collections, the sample terms and practices, and from words.txt. A test says when it is to be run again.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  dictionaryFolder,
  directions,
  writeNames,
  writeTable,
} from "../../src/platform/search/translate/dictionary-file.ts";
import { headOf, readSources } from "./dictionary-sources.ts";
import { learnTables, withWords } from "./learn-dictionary.ts";

export function makeDictionary(): void {
  const sources = readSources();
  const { texts, words, names } = sources;
  const tables = withWords(learnTables(texts), words);
  mkdirSync(dictionaryFolder, { recursive: true });
  const head = headOf(sources);
  const write = (name: string, text: string) =>
    writeFileSync(join(dictionaryFolder, `${name}.txt`), `${head}${text}\n`);
  for (const direction of directions) {
    const table = tables[direction] ?? new Map();
    write(direction, writeTable(table));
    console.log(`${direction}: ${table.size} words`);
  }
  write("names", writeNames(names));
  console.log(`${names.length} names of several words`);
}

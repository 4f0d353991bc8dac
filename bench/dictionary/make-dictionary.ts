/**
 * `npm run fit -- dictionary`: learns the dictionary that ships in content/dictionary from what ships beside it, the term
 * collections, the sample terms and practices, and from words.txt. Run it again when they change.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  dictionaryFolder,
  directions,
  writeNames,
  writeTable,
} from "../../src/platform/search/translate/dictionary-file.ts";
import { learnTables, withWords } from "./learn-dictionary.ts";
import {
  namesOfSeveralWords,
  readCpv,
  readEforms,
  readParallelPractices,
  readSampleTerms,
  readWords,
  textsOfTerm,
} from "./parallel-texts.ts";

const head = `# Made by "npm run fit -- dictionary"; do not edit. Learnt from the term collections of content/collections
# (© European Union, CC BY 4.0, Publications Office of the EU), the samples of content/ and bench/dictionary/words.txt.
`;

export function makeDictionary(): void {
  const words = readWords();
  const sampleTerms = readSampleTerms();
  const terms = [...readEforms(), ...readCpv(), ...sampleTerms];
  const texts = [...terms.flatMap(textsOfTerm), ...readParallelPractices()];
  const tables = withWords(learnTables(texts), words);
  mkdirSync(dictionaryFolder, { recursive: true });
  const write = (name: string, text: string) =>
    writeFileSync(join(dictionaryFolder, `${name}.txt`), `${head}${text}\n`);
  for (const direction of directions) {
    const table = tables[direction] ?? new Map();
    write(direction, writeTable(table));
    console.log(`${direction}: ${table.size} words`);
  }
  const names = namesOfSeveralWords(words, readEforms());
  write("names", writeNames(names));
  console.log(`${names.length} names of several words`);
}

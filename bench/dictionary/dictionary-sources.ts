/** What the dictionary is learnt from, and how each of its files says from what it was. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { directions, type Names } from "../../src/platform/search/translate/dictionary-file.ts";
import { digest } from "../../src/platform/system/digest.ts";
import type { WordEntry } from "./learn-dictionary.ts";
import {
  namesOfSeveralWords,
  readCpv,
  readEforms,
  readParallelPractices,
  readSampleTerms,
  readWords,
  textsOfTerm,
} from "./parallel-texts.ts";

export type DictionarySources = {
  readonly texts: readonly Names[];
  /** Given by hand. */
  readonly words: readonly WordEntry[];
  readonly names: readonly Names[];
};

export function readSources(): DictionarySources {
  const words = readWords();
  const eforms = readEforms();
  const terms = [...eforms, ...readCpv(), ...readSampleTerms()];
  return {
    texts: [...terms.flatMap(textsOfTerm), ...readParallelPractices()],
    words,
    names: namesOfSeveralWords(words, eforms),
  };
}

/** Changes with each word that is learnt from, and with nothing else that stands in the samples. */
export const digestOf = (sources: DictionarySources): string => digest(JSON.stringify(sources));

/** The files of the dictionary, without their ending. */
export const dictionaryNames: readonly string[] = [...directions, "names"];

/** What each file begins with. */
export const headOf = (sources: DictionarySources): string =>
  `# Made by "npm run fit -- dictionary"; do not edit. Learnt from the term collections of content/collections
# (© European Union, CC BY 4.0, Publications Office of the EU), the samples of content/ and bench/dictionary/words.txt.
# Digest of these: ${digestOf(sources)}
`;

/** The files of a dictionary that are missing or were learnt from something else. */
export const learntFromOther = (folder: string, sources: DictionarySources): readonly string[] =>
  dictionaryNames.filter((name) => {
    const file = join(folder, `${name}.txt`);
    return !existsSync(file) || !readFileSync(file, "utf8").startsWith(headOf(sources));
  });

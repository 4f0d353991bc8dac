/**
 * The dictionary that ships: one file for each direction, a line for each stem with what it becomes and the percents of
 * it (`upphandl hankinta 70 osto 30`), and one of names of several words, `Swedish|Finnish|English`. Lines that begin
 * with `#` say where it comes from.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Language, languages } from "../../../core/language.ts";
import type { TermItem } from "../../../core/ports.ts";
import {
  createDictionaries,
  type Dictionaries,
  type DictionaryTables,
  type Direction,
  type Rendering,
  type WordTable,
} from "./dictionary.ts";

/** What the house knows of words by itself. */
export type HouseWords = {
  readonly dictionaries: Dictionaries;
  readonly names: readonly TermItem[];
};

export const dictionaryFolder = path.resolve(import.meta.dirname, "../../../../content/dictionary");

export const directions: readonly Direction[] = languages.flatMap((from) =>
  languages.filter((to) => to !== from).map((to): Direction => `${from}-${to}`),
);

let shipped: HouseWords | undefined;

/** The dictionary that ships, read once: some tens of milliseconds. */
export function shippedWords(): HouseWords {
  shipped ??= readWords(dictionaryFolder);
  return shipped;
}

function readWords(folder: string): HouseWords {
  const linesOf = (name: string) =>
    readFileSync(path.join(folder, `${name}.txt`), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
  const tables: DictionaryTables<string> = Object.fromEntries(
    directions.map((direction) => [direction, readTable(linesOf(direction))]),
  );
  const names = linesOf("names").map((line, at) => nameItem(`house:${at}`, namesIn(line)));
  return { dictionaries: createDictionaries(tables, readRenderings), names };
}

/** What a stem becomes stays a string until somebody asks for it. */
const readTable = (lines: readonly string[]): WordTable<string> =>
  new Map(
    lines.map((line) => {
      const space = line.indexOf(" ");
      return [line.slice(0, space), line.slice(space + 1)];
    }),
  );

function readRenderings(text: string): readonly Rendering[] {
  const parts = text.split(" ");
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, at) => ({
    word: parts[2 * at] ?? "",
    share: Number(parts[2 * at + 1]) / 100,
  }));
}

/** One direction's file, without its head. */
export const writeTable = (table: WordTable): string =>
  [...table]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, renderings]) =>
      [
        stem,
        ...renderings.flatMap(({ word, share }) => [word, String(Math.round(share * 100))]),
      ].join(" "),
    )
    .join("\n");

/** The same in each language, where it has a name. */
export type Names = Readonly<Partial<Record<Language, string>>>;

export const writeNames = (names: readonly Names[]): string =>
  names.map((one) => languages.map((language) => one[language] ?? "").join("|")).join("\n");

function namesIn(line: string): Names {
  const parts = line.split("|");
  return Object.fromEntries(
    languages.flatMap((language, at) => (parts[at] ? [[language, parts[at]]] : [])),
  );
}

/** A name of the house as a term of no network; single words are the dictionary's. */
export const nameItem = (key: string, names: Names): TermItem => ({
  key,
  collection: "house",
  term: {
    id: key,
    svAlso: [],
    fiAlso: [],
    enAlso: [],
    svAvoid: [],
    fiAvoid: [],
    enAvoid: [],
    usedBy: [],
    ...names,
  },
});

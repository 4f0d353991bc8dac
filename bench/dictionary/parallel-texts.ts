/** What ships and says the same in several languages: what a dictionary can be learnt from. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Practice, Term } from "../../src/core/content.ts";
import { type Language, languages } from "../../src/core/language.ts";
import { definitionIn, namesIn } from "../../src/core/term-names.ts";
import type { Names } from "../../src/platform/search/translate/dictionary-file.ts";
import { contentFolder, readJsonl } from "../search/collections.ts";
import type { WordEntry } from "./learn-dictionary.ts";

const emptyTerm = {
  svAlso: [],
  fiAlso: [],
  enAlso: [],
  svAvoid: [],
  fiAvoid: [],
  enAvoid: [],
  usedBy: [],
};

const readTerms = (file: string): readonly Term[] =>
  readJsonl<Partial<Term> & { id: string }>(join(contentFolder, file)).map((row) => ({
    ...emptyTerm,
    ...row,
  }));

export const readEforms = (): readonly Term[] => readTerms("collections/eforms.jsonl");
export const readCpv = (): readonly Term[] => readTerms("collections/cpv.jsonl");
export const readSampleTerms = (): readonly Term[] => readTerms("terms.jsonl");

const inEach = (of: (language: Language) => string | undefined): Names =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const text = of(language);
      return text ? [[language, text]] : [];
    }),
  );

/** Its name in each language. */
const namesOfTerm = (term: Term): Names => inEach((language) => term[language]);

/** Its names and its definition. */
export const textsOfTerm = (term: Term): readonly Names[] => [
  namesOfTerm(term),
  inEach((language) => definitionIn(term, language)),
  ...[0, 1].map((at) =>
    inEach(
      (language) =>
        namesIn(term, language).filter(({ status }) => status === "accepted")[at]?.text ??
        term[language],
    ),
  ),
];

/** The sample practices, paragraph by paragraph where they have as many in each language. */
export function readParallelPractices(): readonly Names[] {
  const rows = readJsonl<Practice>(join(contentFolder, "practices.jsonl"));
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((versions) => {
    const inLanguage = (of: (practice: Practice) => string | undefined) =>
      inEach((language) => {
        const version = versions.find((one) => one.language === language);
        return version && of(version);
      });
    const paragraphs = versions.map(({ body }) => body.split("\n\n").length);
    const areAligned = paragraphs.every((count) => count === paragraphs[0]);
    return [
      inLanguage(({ title }) => title),
      inLanguage(({ summary }) => summary),
      ...(areAligned
        ? Array.from({ length: paragraphs[0] ?? 0 }, (_, at) =>
            inLanguage(({ body }) => body.split("\n\n")[at]),
          )
        : [inLanguage(({ body }) => body)]),
    ];
  });
}

/** The words given by hand (words.txt). */
export const readWords = (): readonly WordEntry[] =>
  readFileSync(join(import.meta.dirname, "words.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [sv = "", fi = "", en = ""] = line.split("|");
      return { sv: sv.split(","), fi: fi.split(","), en: en.split(",") };
    });

/** Of entries those that are said by several words in some language. */
export const namesOfSeveralWords = (
  words: readonly WordEntry[],
  terms: readonly Term[],
): readonly Names[] =>
  [
    ...words.flatMap(({ sv, fi, en }) =>
      Array.from({ length: Math.max(sv.length, fi.length, en.length) }, (_, at): Names => {
        const ofEach = { sv, fi, en };
        return inEach((language) => ofEach[language][at] ?? ofEach[language][0]);
      }),
    ),
    ...terms.map(namesOfTerm),
  ].filter((names) => Object.values(names).some((name) => name?.trim().includes(" ")));

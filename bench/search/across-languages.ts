/** Questions asked in one language of texts in another: what each part of the translation brings. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Term } from "../../src/core/content.ts";
import type { Language } from "../../src/core/language.ts";
import type { SearchHit, SearchItem } from "../../src/core/ports.ts";
import { definitionIn } from "../../src/core/term-names.ts";
import { createSearchIndex } from "../../src/platform/search/create-search-index.ts";
import { createDictionaries } from "../../src/platform/search/translate/dictionary.ts";
import {
  type HouseWords,
  nameItem,
  shippedWords,
} from "../../src/platform/search/translate/dictionary-file.ts";
import { learnTables, withWords } from "../dictionary/learn-dictionary.ts";
import {
  namesOfSeveralWords,
  readCpv,
  readEforms,
  readParallelPractices,
  readSampleTerms,
  readWords,
  textsOfTerm,
} from "../dictionary/parallel-texts.ts";
import type { Asked } from "./ask-collection.ts";
import { plainItem, readJsonl } from "./collections.ts";

/** A way to search across languages; undefined: the question is asked in the texts' own language. */
export type Way = { readonly name: string; readonly words: HouseWords | undefined };

export type CrossQuestion = {
  readonly text: string;
  /** The same question in the texts' language. */
  readonly inTexts: string;
  readonly relevant: readonly string[];
};

type CrossTask = {
  readonly from: Language;
  readonly to: Language;
  readonly items: readonly SearchItem[];
  readonly questions: readonly CrossQuestion[];
};

/** What a way finds for a task. */
function askAcross({ from, to, items, questions }: CrossTask, { words }: Way): Asked {
  const index = createSearchIndex(words);
  index.putTexts(items);
  const find = ({ text, inTexts }: CrossQuestion): readonly SearchHit[] => {
    const query = { networks: [], limit: 10, language: to };
    return words === undefined
      ? index.searchTexts({ ...query, text: inTexts })
      : index.searchTexts({ ...query, text, from });
  };
  return {
    answerable: questions.map((question) => {
      const hits = find(question);
      const place = hits.findIndex(({ key }) => question.relevant.includes(key));
      return {
        scores: hits.map(({ score }) => score),
        rank: place < 0 ? Number.POSITIVE_INFINITY : place + 1,
      };
    }),
    unrelated: [],
  };
}

const noWords: HouseWords = { dictionaries: createDictionaries({}, () => []), names: [] };
const folds = 5;

/** The same for each term whatever the order of the file. Terms of one name stay together. */
function foldOf({ sv = "" }: Term): number {
  let sum = 7;
  for (const letter of sv.toLowerCase()) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return sum % folds;
}

/**
 * The eForms terms in five parts, each asked while the dictionary was learnt from the other four, the CPV labels and the
 * samples: a name in one language, among the definitions of the same part in another.
 */
export function askHeldOutTerms(
  from: Language,
  to: Language,
  options: { readonly withNames: boolean },
): readonly (readonly [string, Asked])[] {
  const found = Array.from({ length: folds }, (_, fold) => {
    const task = termTask(
      readEforms().filter((term) => foldOf(term) === fold),
      from,
      to,
      options,
    );
    return waysWithout(fold).map((way) => [way.name, askAcross(task, way)] as const);
  });
  return (found[0] ?? []).map(([name], at) => [
    name,
    {
      answerable: found.flatMap((ways) => ways[at]?.[1].answerable ?? []),
      unrelated: [],
    },
  ]);
}

function termTask(
  terms: readonly Term[],
  from: Language,
  to: Language,
  { withNames }: { readonly withNames: boolean },
): CrossTask {
  const nameOf = (term: Term, language: Language) => term[language] ?? "";
  return {
    from,
    to,
    items: terms.map((term) =>
      plainItem(term.id, to, withNames ? nameOf(term, to) : "", definitionIn(term, to) ?? ""),
    ),
    questions: terms.map((term) => ({
      text: nameOf(term, from),
      inTexts: nameOf(term, to),
      relevant: terms
        .filter((other) => nameOf(other, from) === nameOf(term, from))
        .map(({ id }) => id),
    })),
  };
}

const ways = new Map<number, readonly Way[]>();

function waysWithout(fold: number): readonly Way[] {
  const known = ways.get(fold);
  if (known) return known;
  const rest = readEforms().filter((term) => foldOf(term) !== fold);
  const words = readWords();
  const terms = [...rest, ...readCpv(), ...readSampleTerms()];
  const learnt = learnTables(
    [...terms.flatMap(textsOfTerm), ...readParallelPractices()],
    [["sv", "fi"]],
  );
  const lexicon = createDictionaries(learnt, (renderings) => renderings);
  const more = createDictionaries(withWords(learnt, words), (renderings) => renderings);
  const names = namesOfSeveralWords(words, rest).map((one, at) => nameItem(`house:${at}`, one));
  // A network's own terms count whole, single words too.
  const itself = readEforms().map((term) => ({ key: `term:${term.id}`, term }));
  const made: readonly Way[] = [
    { name: "nothing", words: noWords },
    { name: "learnt lexicon, compounds", words: { dictionaries: lexicon, names: [] } },
    { name: "… + words by hand", words: { dictionaries: more, names: [] } },
    { name: "… + phrases: as shipped", words: { dictionaries: more, names } },
    { name: "the term itself in the bank", words: { dictionaries: more, names: itself } },
    { name: "same language", words: undefined },
  ];
  ways.set(fold, made);
  return made;
}

/** One authority's questions in Swedish and English; undefined where the data is not there. */
export function askAuthority(
  folder: string,
  from: "sv" | "en",
  to: "sv" | "en",
  { withTitles }: { readonly withTitles: boolean },
): readonly (readonly [string, Asked])[] | undefined {
  const task = authorityTask(folder, from, to, withTitles);
  if (!task) return undefined;
  const { dictionaries, names } = shippedWords();
  return [
    { name: "nothing", words: noWords },
    { name: "lexicon and words by hand", words: { dictionaries, names: [] } },
    { name: "… + phrases: as shipped", words: { dictionaries, names } },
    { name: "same language", words: undefined },
  ].map((way) => [way.name, askAcross(task, way)]);
}

type Doc = { readonly id: string; readonly title: string; readonly text: string };

function authorityTask(
  folder: string,
  from: "sv" | "en",
  to: "sv" | "en",
  withTitles: boolean,
): CrossTask | undefined {
  const place = join(folder, "fhm-sv-en");
  if (!existsSync(place)) return undefined;
  const docs = (language: Language) => readJsonl<Doc>(join(place, `docs.${language}.jsonl`));
  const texts = docs(to);
  const asked = new Map(docs(from).map((doc) => [doc.id, doc.title]));
  const titles = new Map(texts.map((doc) => [doc.id, doc.title]));
  return {
    from,
    to,
    items: texts.map(({ id, title, text }) => plainItem(id, to, withTitles ? title : "", text)),
    questions: readJsonl<Record<"sv" | "en", string>>(join(place, "alignment.jsonl")).map(
      (pair) => ({
        text: asked.get(pair[from]) ?? "",
        inTexts: titles.get(pair[to]) ?? "",
        relevant: [pair[to]],
      }),
    ),
  };
}

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Language } from "../../src/core/language.ts";
import type { SearchItem } from "../../src/core/ports.ts";

/** A question with the keys of the texts that answer it. */
export type BenchQuestion = { readonly text: string; readonly relevant: readonly string[] };

/** Texts of one language with questions on them, and questions that none of them answers. */
export type Collection = {
  readonly name: string;
  readonly language: Language;
  readonly items: readonly SearchItem[];
  readonly questions: readonly BenchQuestion[];
  readonly unrelated: readonly string[];
};

/** The folder that `--data` names, else the one beside the project. */
export function dataFolder(args: readonly string[]): string {
  const at = args.indexOf("--data");
  const named = at < 0 ? undefined : args[at + 1];
  return resolve(named ?? join(import.meta.dirname, "../../../shared/data/retrieval-dev"));
}

export function readJsonl<T>(file: string): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

/** The sample content that comes with Kollega. */
export const contentFolder = join(import.meta.dirname, "../../content");

/** A text without anything but a title and a body. */
export const plainItem = (
  key: string,
  language: Language,
  title: string,
  text: string,
): SearchItem => ({
  key,
  language,
  title,
  questions: [],
  text,
  tags: [],
  names: [],
});

type Doc = {
  readonly id: string;
  readonly lang: Language;
  readonly title: string;
  readonly text: string;
};
type Ask = {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  readonly relevant: readonly string[];
};

/** Questions that none of the sets answers, by language; none where there is no such file. */
export function readUnrelated(folder: string): (language: Language) => readonly string[] {
  const file = join(folder, "unrelated.jsonl");
  const unrelated = existsSync(file) ? readJsonl<{ lang: Language; text: string }>(file) : [];
  return (language) => unrelated.filter(({ lang }) => lang === language).map(({ text }) => text);
}

/** The sets with human questions, then those whose titles serve as questions on the untitled texts. */
export function readCollections(folder: string): readonly Collection[] {
  const unrelatedIn = readUnrelated(folder);
  const asked = ["swefaq-sv", "law-fi", "covid-qa-en"].map((name): Collection => {
    const docs = readJsonl<Doc>(join(folder, name, "docs.jsonl"));
    const language = docs[0]?.lang ?? "sv";
    return {
      name,
      language,
      items: docs.map((doc) => plainItem(doc.id, doc.lang, doc.title, doc.text)),
      questions: readJsonl<Ask>(join(folder, name, "queries.jsonl")),
      unrelated: unrelatedIn(language),
    };
  });
  const titled = (["sv", "en"] as const).map((language): Collection => {
    const docs = readJsonl<Doc>(join(folder, "fhm-sv-en", `docs.${language}.jsonl`));
    return {
      name: `fhm-${language} (titles)`,
      language,
      items: docs.map((doc) => plainItem(doc.id, doc.lang, "", doc.text)),
      questions: docs.map((doc) => ({ text: doc.title, relevant: [doc.id] })),
      unrelated: unrelatedIn(language),
    };
  });
  return [...asked, ...titled];
}

type Practice = {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly summary?: string;
  readonly body: string;
  readonly questions?: readonly string[];
  readonly tags?: readonly string[];
};

/** The sample content without its alternative questions, which are asked instead. */
export function readSampleContent(contentFolder: string): readonly Collection[] {
  const file = join(contentFolder, "practices.jsonl");
  if (!existsSync(file)) return [];
  const rows = readJsonl<Practice>(file);
  return (["sv", "fi", "en"] as const).flatMap((language): Collection[] => {
    const own = rows.filter((row) => row.language === language);
    if (own.length === 0) return [];
    return [
      {
        name: `content-${language}`,
        language,
        items: own.map(({ id, title, summary, body, tags }) => ({
          ...plainItem(id, language, title, [summary ?? "", body].join("\n")),
          tags: tags ?? [],
        })),
        questions: own.flatMap(({ id, questions }) =>
          (questions ?? []).map((text) => ({ text, relevant: [id] })),
        ),
        unrelated: [],
      },
    ];
  });
}

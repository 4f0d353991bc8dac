/** The sample content, asked what it was not told: what the thresholds do on content like that of the networks. */
import { join } from "node:path";
import type { Practice } from "../../src/core/content.ts";
import { type Language, languages } from "../../src/core/language.ts";
import type { SearchIndex, SearchItem } from "../../src/core/ports.ts";
import { practiceContent } from "../../src/features/practices/practices-feature.ts";
import { createSearchIndex } from "../../src/platform/search/create-search-index.ts";
import type { Asked } from "./ask-collection.ts";
import { readJsonl } from "./collections.ts";

export type Sample = { readonly name: string; readonly texts: number; readonly asked: Asked };

/** A practice's version as it is indexed, and which practice it is. */
export type Indexed = { readonly practice: string; readonly item: SearchItem };

export type MemberQuestion = {
  readonly language: Language;
  readonly text: string;
  /** Ids of practices. */
  readonly relevant: readonly string[];
};

type Unrelated = (language: Language) => readonly string[];

export const memberQuestions = (): readonly MemberQuestion[] =>
  readJsonl<MemberQuestion>(join(import.meta.dirname, "member-questions.jsonl"));

/** The published practices as the bot indexes them. */
export function readPractices(contentFolder: string): readonly Indexed[] {
  const rows = readJsonl<Partial<Practice>>(join(contentFolder, "practices.jsonl"));
  return rows.flatMap((row) => {
    const value = { questions: [], tags: [], contacts: [], status: "published", ...row };
    const doc = { id: `${row.id}`, type: "practice", v: 1, value };
    return practiceContent.flatMap(({ texts }) =>
      (texts?.(doc) ?? []).map((item) => ({ practice: `${row.id}`, item })),
    );
  });
}

/** All that is asked of the sample content; a question is never asked of an index that holds it. */
export function askSampleContent(
  contentFolder: string,
  unrelated: Unrelated,
  members: readonly MemberQuestion[] = memberQuestions(),
): readonly Sample[] {
  const practices = readPractices(contentFolder);
  const leftOut = languages.flatMap((language): Sample[] => {
    const own = practices.filter(({ item }) => item.language === language);
    if (own.length === 0) return [];
    const asked = askLeftOut(own, unrelated(language));
    return [{ name: `content-${language}, left out`, texts: own.length, asked }];
  });
  const asked = askAsMembers(practices, members, unrelated);
  return [...leftOut, { name: "content, members ask", texts: practices.length, asked }];
}

/** Each alternative question is asked while it alone is not in the index. */
export function askLeftOut(practices: readonly Indexed[], unrelated: readonly string[]): Asked {
  const index = createSearchIndex();
  index.putTexts(practices.map(({ item }) => item));
  const search = searchIn(index, practices);
  const answerable = practices.flatMap(({ item }) => {
    const asked = item.questions.map((text) => {
      const questions = item.questions.filter((other) => other !== text);
      index.putTexts([{ ...item, questions }]);
      return ranked(search(text, item.language), ({ key }) => key === item.key);
    });
    index.putTexts([item]);
    return asked;
  });
  const language = practices[0]?.item.language ?? "sv";
  return { answerable, unrelated: unrelated.map((text) => scoresOf(search(text, language))) };
}

/** Members' questions of an index without any alternative questions: some of those are the same in nearly as many words. */
function askAsMembers(
  practices: readonly Indexed[],
  members: readonly MemberQuestion[],
  unrelated: Unrelated,
): Asked {
  const index = createSearchIndex();
  index.putTexts(practices.map(({ item }) => ({ ...item, questions: [] })));
  const search = searchIn(index, practices);
  const practiceOf = new Map(practices.map(({ item, practice }) => [item.key, practice]));
  return {
    answerable: members.map(({ text, language, relevant }) =>
      ranked(search(text, language), ({ key }) => relevant.includes(practiceOf.get(key) ?? "")),
    ),
    unrelated: languages.flatMap((language) =>
      unrelated(language).map((text) => scoresOf(search(text, language))),
    ),
  };
}

type Hits = ReturnType<SearchIndex["searchTexts"]>;

function searchIn(index: SearchIndex, practices: readonly Indexed[]) {
  const networks = [...new Set(practices.flatMap(({ item }) => item.network ?? []))];
  return (text: string, language: Language): Hits =>
    index.searchTexts({ text, language, networks, limit: 10 });
}

const scoresOf = (hits: Hits) => hits.map(({ score }) => score);

function ranked(hits: Hits, isRight: (hit: Hits[number]) => boolean): Asked["answerable"][number] {
  const place = hits.findIndex(isRight);
  return { scores: scoresOf(hits), rank: place < 0 ? Number.POSITIVE_INFINITY : place + 1 };
}

/** From a question to what was found for it and how sure that is. The bot and the command line both ask here. */
import type { Language } from "../../core/language.ts";
import { languages } from "../../core/language.ts";
import type { Finding, Library } from "../../core/library.ts";
import { chooseAnswer, type Decision } from "./choose-answer.ts";
import { readPeopleQuestion, type Wanted } from "./read-people-question.ts";

export type Question = {
  readonly text: string;
  /** The language it is written in. */
  readonly language: Language;
  readonly networks: readonly string[];
};

export type Answers = {
  readonly wanted: Wanted;
  readonly decision: Decision;
  /** Best first by one comparable score, each thing once; at most ten. */
  readonly results: readonly Finding[];
};

export const mostResults = 10;
const longestQuestion = 1_000;
/** How much a finding counts that is not of the kind asked for. */
const unasked: Readonly<Record<Wanted, { readonly practice: number; readonly contact: number }>> = {
  practices: { practice: 1, contact: 0.6 },
  "perhaps-people": { practice: 1, contact: 0.8 },
  people: { practice: 0.6, contact: 1 },
  both: { practice: 1, contact: 1 },
};
/** What exists only in another language than the question's was matched on fewer words. */
const otherLanguage = 0.8;
/** In a question for both, a person this well matched is shown beside the practices. */
const worthAsking = 0.3;

export function findAnswers(library: Library, question: Question): Answers {
  const text = question.text.slice(0, longestQuestion);
  const wanted = readPeopleQuestion(text);
  const weights = unasked[wanted];
  const search = { text, networks: question.networks, limit: mostResults };

  const practices = weigh(
    practicesInAnyLanguage(library, { ...search, language: question.language }),
    weights.practice,
  );
  const people = library
    .findContacts(search)
    .map((found) =>
      found.kind === "contact" && namesPerson(text, found.contact.name)
        ? found
        : reduce(found, weights.contact),
    );
  const results = [...practices, ...people].sort((a, b) => b.score - a.score).slice(0, mostResults);
  const decision = chooseAnswer(results.map(({ score }) => score));
  return { wanted, decision, results: wanted === "both" ? withBothKinds(results) : results };
}

/** Best practices of the question's language, and of the others those that have no version in it. */
function practicesInAnyLanguage(
  library: Library,
  query: { text: string; networks: readonly string[]; limit: number; language: Language },
): readonly Finding[] {
  const own = library.findPractices(query);
  const others = languages
    .filter((language) => language !== query.language)
    .flatMap((language) => library.findPractices({ ...query, language }))
    .filter(
      (found) =>
        found.kind === "practice" &&
        !library
          .practiceVersions(found.practice.id, query.networks)
          .some(({ language }) => language === query.language),
    );
  return [...own, ...weigh(others, otherLanguage)];
}

/** When both are asked for, the best person stands among the first three. */
function withBothKinds(results: readonly Finding[]): readonly Finding[] {
  const person = results.findIndex(({ kind, score }) => kind === "contact" && score >= worthAsking);
  const practice = results.findIndex(({ kind }) => kind === "practice");
  const late = Math.max(person, practice);
  const found = results[late];
  if (person < 0 || practice < 0 || late < 3 || !found) return results;
  return [...results.slice(0, 2), found, ...results.slice(2).filter((one) => one !== found)];
}

const reduce = (found: Finding, by: number): Finding => ({ ...found, score: found.score * by });
const weigh = (findings: readonly Finding[], by: number) =>
  findings.map((found) => reduce(found, by));

/** A question that says a person's name asks for that person, whatever else it says. */
function namesPerson(text: string, name: string): boolean {
  const asked = words(text);
  return words(name).some(
    (part) => part.length > 2 && asked.some((one) => one.startsWith(part.slice(0, 5))),
  );
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .match(/\p{L}+/gu) ?? [];

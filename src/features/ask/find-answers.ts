/** From a question to what was found for it and how sure that is. The bot and the command line both ask here. */
import type { Contact } from "../../core/content.ts";
import type { Language } from "../../core/language.ts";
import type { Finding, Library } from "../../core/library.ts";
import { chooseAnswer, type Decision, type Thresholds } from "./choose-answer.ts";
import { findInLanguages, type TextSource, type TranslatedWeights } from "./find-in-languages.ts";
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

const mostResults = 10;
const longestQuestion = 1_000;
/** How much a finding counts that is not of the kind asked for. */
const unasked: Readonly<Record<Wanted, { readonly practice: number; readonly contact: number }>> = {
  practices: { practice: 1, contact: 0.6 },
  "perhaps-people": { practice: 1, contact: 0.8 },
  people: { practice: 0.6, contact: 1 },
  both: { practice: 1, contact: 1 },
};
/** A person's record is short: a topic and a place are all a question can match, and two people seldom share both. */
const peopleThresholds: Thresholds = { answer: 0.5, lead: 0.6, choices: 0.35 };
const mostWordsOfUnsureLanguage = 2;
/** In a question for both, a person this well matched is shown beside the practices. */
const worthAsking = 0.3;

export function findAnswers(
  library: TextSource & Pick<Library, "findContacts">,
  question: Question,
  translated?: TranslatedWeights,
): Answers {
  const text = question.text.slice(0, longestQuestion);
  const wanted = readPeopleQuestion(text);
  const asked = words(text);
  const weights = unasked[wanted];
  const search = { text, networks: question.networks, limit: mostResults };

  const isShort = asked.length <= mostWordsOfUnsureLanguage;
  const texts = findInLanguages(
    library,
    { ...search, language: question.language, isShort },
    translated,
  ).map((found) => reduce(found, weights.practice));
  const people = library
    .findContacts(search)
    .map((found) =>
      found.kind === "contact" && namesPerson(asked, found.contact)
        ? found
        : reduce(found, weights.contact),
    );
  const results = [...texts, ...people].sort((a, b) => b.score - a.score).slice(0, mostResults);
  const decision = decide(results, wanted, asked);
  return { wanted, decision, results: wanted === "both" ? withBothKinds(results) : results };
}

/**
 * Who asks for people and is best answered by one, needs that one to lead the other people; how near a practice comes
 * is beside the point.
 */
function decide(results: readonly Finding[], wanted: Wanted, asked: readonly string[]): Decision {
  const [first] = results;
  const isPerson = first?.kind === "contact";
  if (isPerson && (wanted === "people" || namesPerson(asked, first.contact))) {
    const people = results.filter(({ kind }) => kind === "contact").map(({ score }) => score);
    return chooseAnswer(people, peopleThresholds);
  }
  // Nobody was found for it, but a practice with its contacts was: as sure as if it had been asked for.
  const scale = isPerson ? 1 : unasked[wanted].practice;
  const decision = chooseAnswer(results.map(({ score }) => score / scale));
  // A thread that nobody has answered is something to look at, however well its question fits.
  const isUnanswered = first?.kind === "discussion" && first.discussion.answer === undefined;
  return decision === "answer" && isUnanswered ? "choices" : decision;
}

/** When both are asked for, the best person stands among the first three. */
function withBothKinds(results: readonly Finding[]): readonly Finding[] {
  const person = results.findIndex(({ kind, score }) => kind === "contact" && score >= worthAsking);
  const text = results.findIndex(({ kind }) => kind !== "contact");
  const late = Math.max(person, text);
  const found = results[late];
  if (person < 0 || text < 0 || late < 3 || !found) return results;
  return [...results.slice(0, 2), found, ...results.slice(2).filter((one) => one !== found)];
}

/** A text may score above 1; what was not asked for counts as a full match at most before it is reduced. */
const reduce = (found: Finding, by: number): Finding =>
  by === 1 ? found : { ...found, score: Math.min(found.score, 1) * by };

/** A question that says a person's name asks for that person, whatever else it says. */
function namesPerson(asked: readonly string[], contact: Contact): boolean {
  return beginningsOf(contact).some((beginning) => asked.some((one) => one.startsWith(beginning)));
}

/** The same few people are found again and again. */
function beginningsOf(contact: Contact): readonly string[] {
  const known = beginnings.get(contact);
  if (known) return known;
  const made = words(contact.name)
    .filter((part) => part.length > 2)
    .map((part) => part.slice(0, 5));
  beginnings.set(contact, made);
  return made;
}

const beginnings = new WeakMap<Contact, readonly string[]>();

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .match(/\p{L}+/gu) ?? [];

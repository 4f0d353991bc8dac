import {
  type Contact,
  contactLine,
  type Discussion,
  type Practice,
  type Term,
} from "../../core/content.ts";
import type { Language } from "../../core/language.ts";
import { namesOf } from "../../core/term-names.ts";

/** One thing that was found, ready to be read: with what the library knows of it. */
export type Shown =
  | { readonly kind: "practice"; readonly practice: Practice }
  | { readonly kind: "contact"; readonly contact: Contact }
  | { readonly kind: "discussion"; readonly discussion: Discussion }
  | { readonly kind: "term"; readonly title: string; readonly term: Term };

export type AnswerWords = {
  readonly nothingHeading: string;
  readonly nothingText: string;
  readonly choicesHeading: string;
  readonly moreHeading: string;
  readonly factOrganisation: string;
  readonly factDate: string;
  readonly factSource: string;
  readonly email: string;
  readonly phone: string;
};

const mostOthers = 4;

/** The best answer as text for a terminal; if it is not clear which is best, the titles to choose from. */
export function showAnswer(
  decision: "answer" | "choices" | "none",
  found: readonly Shown[],
  words: AnswerWords,
  language: Language,
): string {
  const [best, ...others] = found;
  if (decision === "none" || !best) return `${words.nothingHeading}\n${words.nothingText}`;
  if (decision === "choices") return listed(words.choicesHeading, found, language);
  const answer = wholeText(best, words, language);
  const related = others.length > 0 ? [listed(words.moreHeading, others, language)] : [];
  return [answer, ...related].join("\n\n");
}

const listed = (heading: string, found: readonly Shown[], language: Language): string =>
  [heading, ...found.slice(0, mostOthers).map((one) => `- ${titleOf(one, language)}`)].join("\n");

function titleOf(one: Shown, language: Language): string {
  switch (one.kind) {
    case "practice":
      return one.practice.title;
    case "contact":
      return contactTitle(one.contact, language);
    case "discussion":
      return one.discussion.question.text;
    case "term":
      return one.title;
  }
}

function wholeText(one: Shown, words: AnswerWords, language: Language): string {
  switch (one.kind) {
    case "practice":
      return practiceText(one.practice, words);
    case "contact":
      return contactText(one.contact, words, language);
    case "discussion":
      return [one.discussion.question, ...answersOf(one.discussion)]
        .map(({ text }) => text)
        .join("\n\n");
    case "term":
      return termText(one.title, one.term);
  }
}

const answersOf = ({ answer, replies }: Discussion) => replies.filter(({ id }) => id === answer);

/** The names to be used, each with its language. */
const termText = (title: string, term: Term): string =>
  [
    title,
    "",
    ...namesOf(term)
      .filter(({ status }) => status !== "avoid")
      .map(({ language, text }) => `${language}: ${text}`),
  ].join("\n");

const contactTitle = (contact: Contact, language: Language): string =>
  [contact.name, contactLine(contact, language)].filter(Boolean).join(", ");

function practiceText(practice: Practice, words: AnswerWords): string {
  const source = [practice.source, practice.sourceUrl].filter(Boolean).join(", ");
  const facts = lines([
    [words.factOrganisation, practice.organisation],
    [words.factDate, practice.date],
    [words.factSource, source],
  ]);
  return [practice.title, practice.summary, practice.body, facts].filter(Boolean).join("\n\n");
}

function contactText(contact: Contact, words: AnswerWords, language: Language): string {
  const facts = lines([
    [words.email, contact.email],
    [words.phone, contact.phone],
  ]);
  return [contactTitle(contact, language), facts].filter(Boolean).join("\n");
}

const lines = (facts: readonly (readonly [string, string | undefined])[]): string =>
  facts
    .filter(([, value]) => value)
    .map(([label, value]) => `${label}: ${value}`)
    .join("\n");

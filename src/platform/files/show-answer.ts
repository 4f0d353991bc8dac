import { type Contact, contactLine, type Practice } from "../../core/content.ts";
import type { Language } from "../../core/language.ts";

/** One thing that was found, ready to be read: with what the library knows of it. */
export type Shown =
  | { readonly kind: "practice"; readonly practice: Practice }
  | { readonly kind: "contact"; readonly contact: Contact };

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
  const answer =
    best.kind === "practice"
      ? practiceText(best.practice, words)
      : contactText(best.contact, words, language);
  const related = others.length > 0 ? [listed(words.moreHeading, others, language)] : [];
  return [answer, ...related].join("\n\n");
}

const listed = (heading: string, found: readonly Shown[], language: Language): string =>
  [
    heading,
    ...found
      .slice(0, mostOthers)
      .map(
        (one) =>
          `- ${one.kind === "practice" ? one.practice.title : contactTitle(one.contact, language)}`,
      ),
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

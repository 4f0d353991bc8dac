/** What may answer a question already: terms that it names, practices, and earlier questions of the forum. */
import type { Network, Term } from "../../core/content.ts";
import type { Language } from "../../core/language.ts";
import type { Finding } from "../../core/library.ts";
import { namesOf } from "../../core/term-names.ts";
import type { AskedText, DiscussionsDeps } from "./discussions-deps.ts";

/** Something that may answer a question already. */
export type Related = {
  readonly kind: "practice" | "term" | "discussion";
  readonly id: string;
  readonly network?: string;
  readonly language: Language;
  readonly title: string;
};

const mostTerms = 1;
const mostFound = 3;
/** Where the ask feature, too, begins to offer something (choose-answer.ts). */
const worthShowing = 0.39;

/** Best first; a term that the question names goes before. */
export function findRelated(
  { findAnswers, terms }: Pick<DiscussionsDeps, "findAnswers" | "terms">,
  question: AskedText,
): readonly Related[] {
  const { text, networks } = question;
  // Of the shipped collections nearly every question names something.
  const named = terms
    .inText({ text, networks, collections: [], limit: mostTerms })
    .flatMap(({ hits }) => hits.slice(0, 1))
    .map(
      ({ item: { term }, name }): Related => ({
        kind: "term",
        id: term.id,
        ...(term.network !== undefined && { network: term.network }),
        language: name.language,
        title: titleOf(term),
      }),
    );
  const found = findAnswers(question)
    .results.filter(({ score }) => score >= worthShowing)
    .flatMap(relatedOf);
  return [...named.slice(0, mostTerms), ...found.slice(0, mostFound)];
}

function relatedOf(found: Finding): readonly Related[] {
  if (found.kind === "practice") {
    const { id, network, language, title } = found.practice;
    return [{ kind: "practice", id, language, title, ...(network !== undefined && { network }) }];
  }
  if (found.kind === "discussion") {
    const { id, network, language, question } = found.discussion;
    return [{ kind: "discussion", id, network, language, title: question.text }];
  }
  return [];
}

/** All its recommended names: "hankintayksikkö – upphandlingsenhet". */
const titleOf = (term: Term): string =>
  namesOf(term)
    .filter(({ status }) => status === "recommended")
    .map(({ text }) => text)
    .join(" – ");

export type NewTerm = { readonly id: string; readonly title: string };

/** Terms that somebody added to a network between two moments (ISO), the newest first. */
export function newTerms(
  { library }: Pick<DiscussionsDeps, "library">,
  network: Pick<Network, "id">,
  since: string,
  until: string,
): readonly NewTerm[] {
  return library
    .contentOf<Term>("term")
    .filter(
      ({ value, addedAt = "" }) =>
        value.network === network.id && addedAt >= since && addedAt < until,
    )
    .sort((a, b) => (b.addedAt ?? "").localeCompare(a.addedAt ?? ""))
    .map(({ value }) => ({ id: value.id, title: titleOf(value) }));
}

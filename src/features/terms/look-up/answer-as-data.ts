/** What a question about a term would be answered with, as data: for the command line. */
import type { Language } from "../../../core/language.ts";
import type { TermHit } from "../../../core/ports.ts";
import { decideTerm } from "./decide-term.ts";
import { readSubject, readTermQuestion } from "./read-term-question.ts";
import type { Readers, TermBook } from "./term-book.ts";
import { titleOf } from "./term-words.ts";

export type TermAnswer = {
  readonly decision: "answer" | "choices";
  readonly results: readonly {
    readonly kind: "term";
    readonly id: string;
    readonly language: Language;
    readonly title: string;
    readonly score: number;
  }[];
};

/** Undefined: it asks for no term, or for none that is there. */
export function termAnswer(book: TermBook, reader: Readers, text: string): TermAnswer | undefined {
  const asked = readTermQuestion(text);
  if (!asked) return undefined;
  const mayGuess = asked.surety !== "perhaps";
  const find = mayGuess ? book.find : book.findSure;
  const decision = decideTerm(find(reader, asked.text), () =>
    mayGuess ? book.partsOf(reader, asked.text) : [],
  );
  const results = (found: readonly TermHit[]) => found.map((hit) => asData(hit, asked.to));
  switch (decision.kind) {
    case "one":
      return { decision: "answer", results: results([decision.hit, ...decision.others]) };
    case "slip":
      return { decision: "answer", results: results([decision.hit]) };
    case "missing":
      return undefined;
    default:
      return { decision: "choices", results: results(decision.hits) };
  }
}

/** What a question that nothing else answers is about, if it is a term. */
export function subjectAnswer(
  book: TermBook,
  reader: Readers,
  text: string,
): TermAnswer | undefined {
  const subject = readSubject(text);
  const [first] = subject === undefined ? [] : book.findSure(reader, subject);
  return first && { decision: "answer", results: [asData(first, undefined)] };
}

function asData({ item, name, score }: TermHit, to: Language | undefined) {
  const language = to ?? name.language;
  const title = titleOf(item.term, [language, name.language]);
  return { kind: "term" as const, id: item.term.id, language, title, score };
}

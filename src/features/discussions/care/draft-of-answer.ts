/** What an answer that may be kept would become: a term if a term was asked for and given, else a practice. Pure. */
import type { AskedTerm, Discussion, Draft, ThreadMessage } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";

/** A name has few words; anything longer explains something. */
const mostWordsOfTerm = 5;
const longestTitle = 200;

export function draftOfAnswer(
  discussion: Discussion,
  answer: ThreadMessage,
  id: string,
  at: string,
): Draft {
  const { network, link, question } = discussion;
  const term = termRow(discussion, answer);
  return {
    id,
    network,
    kind: term ? "terms" : "practices",
    row: { id, network, ...(term ?? practiceRow(discussion, answer)) },
    proposedBy: answer.author ?? question.author ?? "",
    proposedAt: at,
    discussion: discussion.id,
    ...(link !== undefined && { link }),
    consent: discussion.consent === "given" ? "given" : "asked",
    state: "waiting",
  };
}

function termRow(
  { term, language, link }: Discussion,
  answer: ThreadMessage,
): Draft["row"] | undefined {
  if (!term) return undefined;
  const { from, to } = languagesOf(term, language);
  const name = nameIn(answer.text);
  if (from === to || name === undefined) return { [from]: term.text, note: answer.text };
  return { [from]: term.text, [to]: name, ...(link !== undefined && { source: link }) };
}

/** Of the word and of its answer; `language` is the question's. Who asks for their own language has another one's word. */
function languagesOf(
  { from, to }: Pick<AskedTerm, "from" | "to">,
  language: Language,
): { readonly from: Language; readonly to: Language } {
  const word = from ?? (to === language ? otherOf(to) : language);
  return { from: word, to: to ?? (word === language ? otherOf(word) : language) };
}

/** Names go between Swedish and Finnish unless somebody said otherwise. */
const otherOf = (from: Language): Language => (from === "sv" ? "fi" : "sv");

const quotes = /^["'”“»«’]+|["'”“»«’.,;:!]+$/gu;

function nameIn(text: string): string | undefined {
  const name = text.trim().replace(quotes, "").trim();
  const isShort = name !== "" && name.split(/\s+/u).length <= mostWordsOfTerm;
  return isShort && !/[\n?.:;]/u.test(name) ? name : undefined;
}

const practiceRow = (
  { language, question, topics, link }: Discussion,
  answer: ThreadMessage,
): Draft["row"] => ({
  language,
  title: firstLine(question.text),
  body: answer.text,
  questions: [firstLine(question.text)],
  tags: topics,
  date: answer.at.slice(0, 10),
  ...(link !== undefined && { sourceUrl: link }),
});

const firstLine = (text: string): string => {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1)}…`;
};

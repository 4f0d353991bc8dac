/** A message that asks for a term, and what it is answered with. */
import type { AskedTerm } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import type { Finding } from "../../../core/library.ts";
import type { MessageTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { say } from "../say.ts";
import type { TermsDeps } from "../terms-deps.ts";
import { meantByEither, namedTogether } from "./alternatives.ts";
import { decideTerm, type TermDecision } from "./decide-term.ts";
import { inLanguageOfAsking } from "./language-of-asking.ts";
import {
  isStatement,
  readLanguageWish,
  readSubject,
  readTermQuestion,
} from "./read-term-question.ts";
import { noTermCard } from "./show-terms.ts";
import { questionOf, subjectFor, tellTerm } from "./tell-term.ts";
import type { TermBook } from "./term-book.ts";
import type { TermCards } from "./term-cards.ts";
import { titleOf } from "./term-words.ts";

type Deps = Pick<TermsDeps, "answersTo" | "telemetry" | "index"> & {
  readonly book: TermBook;
  readonly cards: TermCards;
};

/** Undefined: it is about something else. */
export function lookUpTerm(deps: Deps, given: MessageTurn): Outcome | undefined {
  const turn = inLanguageOfAsking(given);
  const { book } = deps;
  if (turn.conversation.kind === "channel" && isStatement(turn.text)) return undefined;
  if (wordless.has(turn.text.trim().toLowerCase())) {
    const texts = textsIn(turn.language).terms;
    return say(noTermCard(turn.language, texts.wordlessHeading, texts.wordlessText), "term-none");
  }
  const asked = readTermQuestion(turn.text);
  if (asked && asked.surety !== "perhaps") return answer(deps, turn, asked);
  if (asked) {
    const decision = decideTerm(book.findSure(turn, asked.text), () => []);
    if (isFound(decision)) return tellTerm(deps, turn, asked, decision);
  }
  return followUp(deps, turn) ?? between(deps, turn) ?? subjectOf(deps, turn);
}

function answer(deps: Deps, turn: MessageTurn, asked: AskedTerm): Outcome {
  const decision = decideTerm(deps.book.find(turn, asked.text), () =>
    deps.book.partsOf(turn, asked.text),
  );
  return tellTerm(deps, turn, asked, decision);
}

const wordless = new Set(["term", "termi", "termer", "termit", "terms", "termbank", "termipankki"]);

const isFound = ({ kind }: TermDecision): boolean => kind === "one" || kind === "several";

/** "in English?" after a term. */
function followUp(deps: Deps, turn: MessageTurn): Outcome | undefined {
  const { book, cards } = deps;
  const { subject, questions } = turn.memory;
  const to = readLanguageWish(turn.text);
  if (to === undefined) return undefined;
  const earlier = questions.find(({ term }) => term !== undefined);
  if (subject?.kind !== "term") {
    const latest = subject === undefined ? questions[0]?.term : undefined;
    return latest && answer(deps, turn, { ...latest, to });
  }
  const item = book.referred(turn, subject);
  if (!item) return undefined;
  const text = titleOf(item.term, [earlier?.term?.from ?? turn.language]);
  const question = questionOf(deps.index, turn, { text, to });
  const card = cards.one(turn, item, { to, asked: text, question: turn.id });
  return say(card, "term", { language: turn.language, question, subject: subjectFor(item) });
}

/** "ersättare eller suppleant?": two names of one concept. */
function between(deps: Deps, turn: MessageTurn): Outcome | undefined {
  const hit = namedTogether(turn.text, (text) => deps.book.inText(turn, text));
  if (hit) return tellTerm(deps, turn, { text: hit.name.text }, { kind: "one", hit, others: [] });
  const either = meantByEither(turn.text, (text) => deps.book.find(turn, text));
  return either && tellTerm(deps, turn, { text: either.text }, { kind: "slip", hit: either.hit });
}

/** "vad är X?", "X": if practices and people say nothing of it, the term does. */
function subjectOf(deps: Deps, turn: MessageTurn): Outcome | undefined {
  const text = readSubject(turn.text);
  if (text === undefined) return undefined;
  const decision = decideTerm(deps.book.findSure(turn, text), () => []);
  if (!isFound(decision) || deps.answersTo(turn).some(isAbout(text))) return undefined;
  return tellTerm(deps, turn, { text }, decision);
}

/** What was found by chance does not even have the word. Its end may be another one: inflected, or in a compound. */
const isAbout = (text: string) => {
  const beginning = text
    .toLowerCase()
    .slice(0, Math.max(shortestBeginning, text.length - longestEnd));
  return (found: Finding): boolean =>
    found.kind === "practice" &&
    [found.practice.title, ...found.practice.questions, found.practice.body].some((one) =>
      one.toLowerCase().includes(beginning),
    );
};

const shortestBeginning = 3;
const longestEnd = 2;

/** What is said about a term that was looked up, and what of it is remembered. */
import type { AskedTerm } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import type { RememberedQuestion } from "../../../core/memory.ts";
import { askerOf } from "../../../core/person-key.ts";
import type { TermItem } from "../../../core/ports.ts";
import type { MessageTurn } from "../../../core/turn.ts";
import { say } from "../say.ts";
import type { TermsDeps } from "../terms-deps.ts";
import type { TermDecision } from "./decide-term.ts";
import { languageOfWord } from "./language-of-word.ts";
import { referenceOf } from "./term-book.ts";
import type { TermCards } from "./term-cards.ts";

export function tellTerm(
  {
    cards,
    telemetry,
    index,
  }: Pick<TermsDeps, "telemetry" | "index"> & {
    readonly cards: TermCards;
  },
  turn: MessageTurn,
  asked: AskedTerm,
  decision: TermDecision,
): Outcome {
  telemetry.answer(answers[decision.kind]);
  const question = questionOf(index, turn, asked);
  const item = decision.kind === "one" || decision.kind === "slip" ? decision.hit.item : undefined;
  return say(cards.decided(turn, asked, decision, turn.id), labels[decision.kind], {
    language: turn.language,
    question,
    ...(item && { subject: subjectFor(item) }),
  });
}

/** Remembered, so that the network can be asked, and another language asked for. */
export function questionOf(
  index: TermsDeps["index"],
  turn: MessageTurn,
  asked: AskedTerm,
): RememberedQuestion {
  const { text, to } = asked;
  const from = languageOfWord(asked, turn.language, index.detectLanguage(text));
  return {
    ref: turn.id,
    text: turn.text.slice(0, longestRemembered),
    language: turn.language,
    results: [],
    shown: 0,
    ...askerOf(turn),
    term: { text, ...(from && { from }), ...(to && { to }) },
  };
}

const longestRemembered = 300;

const labels: Readonly<Record<TermDecision["kind"], string>> = {
  one: "term",
  slip: "term",
  several: "terms",
  guesses: "terms",
  parts: "term-parts",
  missing: "term-none",
};

const answers: Readonly<Record<TermDecision["kind"], "answer" | "choices" | "none">> = {
  one: "answer",
  slip: "answer",
  several: "choices",
  guesses: "choices",
  parts: "choices",
  missing: "none",
};

/** What "it" means from now on. */
export const subjectFor = (item: TermItem) => {
  const { id, network } = referenceOf(item);
  return { kind: "term" as const, id, ...(network !== undefined && { network }) };
};

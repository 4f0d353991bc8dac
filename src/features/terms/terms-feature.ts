/** Terms: looked up in chat, shown side by side, shared, and asked for where the bank has none. */
import type { Feature } from "../../core/feature.ts";
import { subjectAnswer, type TermAnswer, termAnswer } from "./look-up/answer-as-data.ts";
import { lookUpTerm } from "./look-up/look-up-term.ts";
import { createTermBook, type Readers } from "./look-up/term-book.ts";
import { createTermCards } from "./look-up/term-cards.ts";
import { pressTerm } from "./press-term.ts";
import { searchWhileWriting } from "./search-while-writing.ts";
import { termsTarget } from "./term-content.ts";
import { termData } from "./term-data.ts";
import type { TermsDeps } from "./terms-deps.ts";
import { termsInMessage } from "./terms-in-message.ts";

export { termContent } from "./term-content.ts";
export { historyOf } from "./term-history.ts";
export { changeTerm, readTerm, removeTerm, undoTerm } from "./term-store.ts";

/** New terms are indexed by the next look-up anyway; this only saves it the wait. */
const prepareEveryMs = 1_000;

type Answer = (reader: Readers, text: string) => TermAnswer | undefined;

export function createTermsFeature(deps: TermsDeps): Feature & {
  /** What a question that asks for a term is answered with. */
  readonly answer: Answer;
  /** What one is answered with that nothing else answers, if it is about a term. */
  readonly answerInstead: Answer;
} {
  const book = createTermBook(deps);
  const cards = createTermCards(deps);
  const own = { ...deps, book, cards };

  return {
    name: "terms",
    take(turn) {
      switch (turn.type) {
        case "message":
          return lookUpTerm(own, turn);
        case "action":
          return pressTerm(own, turn);
        case "search":
          return turn.command === "search" ? searchWhileWriting(own, turn) : undefined;
        case "message-action":
          return turn.command === "lookUpTerms" ? termsInMessage(own, turn) : undefined;
        default:
          return undefined;
      }
    },
    importTargets: [termsTarget],
    personalData: [
      termData({ ...deps, turnDocuments: deps.documents, documents: deps.jobDocuments }),
    ],
    answer: (reader, text) => termAnswer(book, reader, text),
    answerInstead: (reader, text) => subjectAnswer(book, reader, text),
    jobs: [{ name: "terms", everyMs: prepareEveryMs, run: () => book.prepare() }],
  };
}

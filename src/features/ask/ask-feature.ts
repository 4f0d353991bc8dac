/**
 * Questions about practices and people, follow-ups in context, topics. The catch-all: it takes every message that no
 * other feature took.
 */
import { readCommand } from "../../core/commands.ts";
import type { Feature, Outcome } from "../../core/feature.ts";
import type { MessageTurn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import { answerPress } from "./answer-press.ts";
import { answerQuestion } from "./answer-question.ts";
import type { AskDeps } from "./ask-deps.ts";
import { createComposer } from "./compose-cards.ts";
import { followUp } from "./go-on.ts";
import { networkIds } from "./look-up.ts";
import { say } from "./say.ts";
import { plainCard } from "./show-choices.ts";
import { topicsCard } from "./show-topics.ts";

export type { Decision } from "./choose-answer.ts";
export { feedbackData } from "./feedback-data.ts";
export { createFeedback } from "./feedback-store.ts";
export { findAnswers } from "./find-answers.ts";
export { type TranslatedWeights, translated } from "./find-in-languages.ts";
export { createFindWhileWriting } from "./find-while-writing.ts";
export { readFollowUp } from "./read-follow-up.ts";

export function createAskFeature(deps: AskDeps): Feature {
  const compose = createComposer(deps);

  return {
    name: "ask",
    take(turn) {
      if (turn.type === "message") return takeMessage(turn);
      if (turn.type === "action" && turn.verb.startsWith("ask.")) {
        return answerPress(deps, compose, turn);
      }
      return undefined;
    },
  };

  function takeMessage(turn: MessageTurn): Outcome {
    const { language } = turn;
    const texts = textsIn(language).ask;
    if (!/[\p{L}\d]/u.test(turn.text)) {
      return say(plainCard(language, texts.emptyHeading, texts.emptyText), "empty");
    }
    if (readCommand(turn.text)?.name === "topics") {
      return say(topicsCard(deps.library.practices(networkIds(turn)), language), "topics");
    }
    return followUp(deps, compose, turn) ?? answerQuestion(deps, compose, turn);
  }
}

/** A question: one answer when sure, three to choose from when not, an honest "nothing" otherwise. */
import type { Contact } from "../../core/content.ts";
import type { Outcome } from "../../core/feature.ts";
import type { Finding } from "../../core/library.ts";
import type { RememberedQuestion } from "../../core/memory.ts";
import { askerOf } from "../../core/person-key.ts";
import type { MessageTurn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import type { AskDeps } from "./ask-deps.ts";
import { type Composer, referenceOf } from "./compose-cards.ts";
import { type Answers, findAnswers } from "./find-answers.ts";
import { inReadersLanguage, networkIds } from "./look-up.ts";
import { afterNone, say } from "./say.ts";
import { mostChoices, noneButton, nothingCard } from "./show-choices.ts";

const longestRemembered = 300;
const mostPeople = 5;
/** A person matched less well than this is not named beside an answer. */
const worthNaming = 0.3;
/** A result may be shown on a later page if it scores this share of the best. */
const nearBest = 0.35;

export function answerQuestion(deps: AskDeps, compose: Composer, turn: MessageTurn): Outcome {
  const answers = findAnswers(deps.library, {
    text: turn.text,
    language: turn.writtenIn,
    networks: networkIds(turn),
  });
  deps.telemetry.answer(answers.decision);
  const question = questionOf(turn, answers);
  const [first] = answers.results;
  if (answers.decision === "none" || !first) {
    const isInChannel = turn.conversation.kind === "channel";
    return say(nothingCard(turn.language, turn.id, isInChannel), "none", { question });
  }
  return answers.decision === "answer"
    ? showAnswer(deps, compose, turn, first, answers, question)
    : showChoices(deps, compose, turn, answers, question);
}

function showAnswer(
  deps: AskDeps,
  compose: Composer,
  turn: MessageTurn,
  first: Finding,
  { wanted, results }: Answers,
  question: RememberedQuestion,
): Outcome {
  const subject = referenceOf(first);
  if (first.kind !== "practice" || wanted === "practices" || wanted === "perhaps-people") {
    return say(compose.one(turn, first, question), "answer", { question, subject });
  }
  const practice = inReadersLanguage(deps.library, turn, first.practice);
  const card = compose.practice(turn, practice, question, {
    contacts: peopleAmong(results.filter(({ score }) => score >= worthNaming)),
  });
  return say(card, "answer", { question, subject });
}

function showChoices(
  deps: AskDeps,
  compose: Composer,
  turn: MessageTurn,
  { results }: Answers,
  question: RememberedQuestion,
): Outcome {
  const texts = textsIn(turn.language).ask;
  const found = results.slice(0, mostChoices);
  if (found.every(({ kind }) => kind === "contact")) {
    const none = noneButton(turn.language, question.ref, afterNone(turn));
    const people = peopleAmong(worthShowing(results)).slice(0, mostPeople);
    return say(deps.people.several(people, turn.language, { buttons: [none] }), "people", {
      question: { ...question, shown: people.length },
    });
  }
  const card = compose.choices(turn, found, question, {
    heading: texts.choicesHeading,
    intro: texts.choicesIntro,
    hasMore: question.results.length > mostChoices,
    offersNone: afterNone(turn),
  });
  return say(card, "choices", { question });
}

function questionOf(turn: MessageTurn, { decision, results }: Answers): RememberedQuestion {
  const shown = { answer: 1, choices: Math.min(mostChoices, results.length), none: 0 };
  return {
    ref: turn.id,
    text: turn.text.slice(0, longestRemembered),
    language: turn.writtenIn,
    results: worthShowing(results).map(referenceOf),
    shown: shown[decision],
    ...askerOf(turn),
  };
}

/** Pages of what hardly matches are noise: the first three are always kept, others only if they come near the best. */
const worthShowing = (results: readonly Finding[]): readonly Finding[] =>
  results.filter(
    ({ score }, at) => at < mostChoices || score >= nearBest * (results[0]?.score ?? 0),
  );

const peopleAmong = (results: readonly Finding[]): readonly Contact[] =>
  results.flatMap((found) => (found.kind === "contact" ? [found.contact] : []));

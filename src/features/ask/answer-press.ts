/** The buttons of the ask cards. Whatever they carry is looked up anew for the person who presses. */
import type { Outcome } from "../../core/feature.ts";
import type { RememberedQuestion } from "../../core/memory.ts";
import type { ActionTurn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import type { AskDeps } from "./ask-deps.ts";
import { type Composer, voteKey } from "./compose-cards.ts";
import { showMore, showPeople } from "./go-on.ts";
import { type Found, lookUp, networkIds } from "./look-up.ts";
import { type Press, readPress } from "./read-press.ts";
import { recall, refuse, say, stale } from "./say.ts";
import { practiceReference } from "./show-answer.ts";
import { askNetworkButton, mostChoices, plainCard } from "./show-choices.ts";
import { eachOnce } from "./show-topics.ts";

const longestTopic = 100;

export async function answerPress(
  deps: AskDeps,
  compose: Composer,
  turn: ActionTurn,
): Promise<Outcome> {
  const pressed = readPress(turn);
  const question = recall(turn, pressed.question);
  switch (turn.verb) {
    case "ask.choose":
      return pressed.topic === undefined
        ? choose(compose, turn, pressed)
        : showTopic(deps, compose, turn, pressed.topic);
    case "ask.more":
      return question ? showMore(deps, compose, turn, question) : stale(turn);
    case "ask.person":
      return showPeople(deps, compose, turn, pressed.reference, question);
    case "ask.none":
      return question ? noteGap(deps, turn, question) : stale(turn);
    case "ask.helpful":
      return vote(deps, compose, turn, pressed);
    default:
      return stale(turn);
  }
}

function choose(compose: Composer, turn: ActionTurn, { reference, question }: Press): Outcome {
  if (!reference) return stale(turn);
  const card = compose.referred(turn, reference, recall(turn, question));
  return card
    ? say(card, "chosen", { subject: reference })
    : refuse(turn, textsIn(turn.language).ask.gone);
}

async function noteGap(
  deps: AskDeps,
  turn: ActionTurn,
  question: RememberedQuestion,
): Promise<Outcome> {
  await deps.feedback.noteGap({
    person: turn.actor,
    question: question.ref,
    conversation: turn.conversation.id,
    text: question.text,
    language: question.language,
    networks: turn.networks.map(({ id }) => id),
  });
  const texts = textsIn(turn.language).ask;
  const ask = { title: texts.whoToAsk, verb: "ask.person", data: { question: question.ref } };
  const card = plainCard(turn.language, texts.gapHeading, texts.gapText, {
    hints: texts.nothingHints,
    buttons: [ask, askNetworkButton(turn.language, question.ref)],
  });
  return say(card, "gap");
}

async function vote(
  deps: AskDeps,
  compose: Composer,
  turn: ActionTurn,
  { reference, question, value }: Press,
): Promise<Outcome> {
  const found = reference && lookUp(deps.library, turn, reference);
  if (!value || found?.kind !== "practice") return stale(turn);
  const { practice } = found;
  await deps.feedback.vote(turn.actor, practiceReference(practice), value);
  const card = compose.practice(turn, practice, recall(turn, question), { vote: value });
  // What one person thinks is theirs alone, so a shared conversation does not keep it.
  const isPersonal = turn.conversation.kind === "personal";
  return say(card, "vote", isPersonal ? { vote: { on: voteKey(practice), value } } : undefined);
}

function showTopic(deps: AskDeps, compose: Composer, turn: ActionTurn, topic: string): Outcome {
  const texts = textsIn(turn.language).ask;
  const tagged = deps.library
    .practices(networkIds(turn))
    .filter(({ tags }) => tags.includes(topic));
  const all = eachOnce(tagged, turn.language);
  if (all.length === 0) return refuse(turn, texts.gone);
  const question: RememberedQuestion = {
    ref: turn.id,
    text: topic.slice(0, longestTopic),
    language: turn.language,
    results: all.map(practiceReference),
    shown: Math.min(mostChoices, all.length),
  };
  const shown = all
    .slice(0, mostChoices)
    .map((practice): Found => ({ kind: "practice", practice }));
  const card = compose.choices(turn, shown, question, {
    heading: texts.topicHeading(topic),
    intro: texts.topicIntro(shown.length, all.length),
    hasMore: all.length > shown.length,
    offersNone: false,
  });
  return say(card, "topic", { question });
}

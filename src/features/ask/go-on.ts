/** What can be done with what was found: more of it, whom to ask about it, the same in another language. */
import type { Reference } from "../../core/content.ts";
import { BotError } from "../../core/errors.ts";
import type { Outcome } from "../../core/feature.ts";
import type { RememberedQuestion } from "../../core/memory.ts";
import type { MessageTurn, Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import type { AskDeps } from "./ask-deps.ts";
import type { Composer } from "./compose-cards.ts";
import { contactsOf, type Found, lookUp, networkIds } from "./look-up.ts";
import { readFollowUp } from "./read-follow-up.ts";
import { afterNone, say, stale } from "./say.ts";
import { mostChoices, plainCard } from "./show-choices.ts";
import { questionLine } from "./show-discussion.ts";

const mostPeople = 5;
/** Below this a person has too little to do with a question to be named for it. */
const worthAsking = 0.25;
/** Others are named beside the best only if they come this near. */
const nearBest = 0.6;

/** Undefined if the message is no follow-up, or there is nothing to follow up. */
export function followUp(deps: AskDeps, compose: Composer, turn: MessageTurn): Outcome | undefined {
  const latest = turn.memory.questions[0];
  const { subject } = turn.memory;
  const wish = readFollowUp(turn.text);
  if (wish && turn.memoryIsOutOfReach) throw new BotError("store-unavailable");
  if (!wish || (!latest && !subject)) return undefined;
  if (wish.kind === "more") return latest && showMore(deps, compose, turn, latest);
  if (wish.kind === "people") return showPeople(deps, compose, turn, subject, latest);

  const reader = { ...turn, language: wish.language };
  const again = subject
    ? compose.referred(reader, { ...subject, language: wish.language }, latest)
    : undefined;
  if (again) return say(again, "language", { language: wish.language });
  if (!latest) return undefined;
  const outcome = showMore(deps, compose, reader, {
    ...latest,
    shown: Math.max(latest.shown - mostChoices, 0),
  });
  return { ...outcome, remember: { ...outcome.remember, language: wish.language } };
}

export function showMore(
  deps: AskDeps,
  compose: Composer,
  turn: Turn,
  question: RememberedQuestion,
): Outcome {
  const texts = textsIn(turn.language).ask;
  const rest = question.results
    .slice(question.shown)
    .map((reference, at) => ({ found: lookUp(deps.library, turn, reference), at }))
    .flatMap(({ found, at }) => (found ? [{ found, upTo: question.shown + at + 1 }] : []));
  const next = rest.slice(0, mostChoices);
  const last = next.at(-1);
  if (!last) {
    const ask = { title: texts.whoToAsk, verb: "ask.person", data: { question: question.ref } };
    return say(plainCard(turn.language, texts.noMore, "", { buttons: [ask] }), "no-more");
  }
  const found = next.map((one) => one.found);
  const { shown } = question;
  const card = compose.choices(turn, found, question, {
    heading: texts.moreHeading,
    intro: texts.moreIntro(shown + 1, shown + found.length, shown + rest.length),
    after: shown,
    hasMore: rest.length > found.length,
    offersNone: afterNone(turn),
  });
  return say(card, "more", { question: { ...question, shown: last.upTo } });
}

/** Whom to ask about a thing that was shown, or else about a question. */
export function showPeople(
  deps: AskDeps,
  compose: Composer,
  turn: Turn,
  subject: Reference | undefined,
  question: RememberedQuestion | undefined,
): Outcome {
  const { library, people } = deps;
  const found = subject && lookUp(library, turn, subject);
  if (found?.kind === "contact") {
    return say(compose.person(turn, found.contact), "person", { subject });
  }
  const practice = found?.kind === "practice" ? found.practice : undefined;
  const text = found ? topicOf(found) : question?.text;
  if (text === undefined) return stale(turn);

  const named = practice ? contactsOf(library, practice) : [];
  const suggested = library
    .findContacts({ text, networks: networkIds(turn), limit: mostPeople })
    .filter(
      ({ score }, _at, [best]) => score >= Math.max(worthAsking, nearBest * (best?.score ?? 0)),
    )
    .flatMap((one) => (one.kind === "contact" ? [one.contact] : []));
  const persons = named.length > 0 ? named : suggested;
  const [first] = persons;
  if (!first) return say(people.nobody(turn.language), "person-none");
  const card =
    persons.length === 1
      ? compose.person(turn, first)
      : people.several(persons, turn.language, { about: practice?.title ?? text });
  return say(card, "person");
}

const topicOf = (found: Exclude<Found, { readonly kind: "contact" }>): string =>
  found.kind === "practice"
    ? [found.practice.title, ...found.practice.tags].join(" ")
    : [questionLine(found.discussion), ...found.discussion.topics].join(" ");

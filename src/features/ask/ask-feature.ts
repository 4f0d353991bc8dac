/**
 * Questions about practices and people: one answer when sure, three to choose from when not, an honest "nothing"
 * otherwise; follow-ups in context; topics. The catch-all: it takes every message that no other feature took.
 */
import { readCommand } from "../../core/commands.ts";
import { bestVersion, type Contact, type Practice, type Reference } from "../../core/content.ts";
import { dayAt } from "../../core/dates.ts";
import type { Feature, Outcome } from "../../core/feature.ts";
import { isLanguage, type Language } from "../../core/language.ts";
import type { Finding, Library } from "../../core/library.ts";
import type { RememberedQuestion, Vote } from "../../core/memory.ts";
import type { SearchIndex, Telemetry } from "../../core/ports.ts";
import type { Card } from "../../core/reply.ts";
import type { ActionTurn, MessageTurn, Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import type { Feedback } from "./feedback-store.ts";
import { findAnswers } from "./find-answers.ts";
import { readFollowUp } from "./read-follow-up.ts";
import { answerCard, practiceReference } from "./show-answer.ts";
import { type Choice, choicesCard, mostChoices, nothingCard, plainCard } from "./show-choices.ts";
import { inReadersLanguage, topicsCard } from "./show-topics.ts";

export { findAnswers } from "./find-answers.ts";
export type { Decision } from "./choose-answer.ts";
export { createFeedback } from "./feedback-store.ts";

export type AskDeps = {
  readonly library: Library;
  readonly index: Pick<SearchIndex, "passage">;
  readonly feedback: Feedback;
  readonly telemetry: Telemetry;
  readonly timeZone: string;
  /** How people are shown: the contacts feature's cards. */
  readonly people: {
    readonly one: (contact: Contact, language: Language, practices: readonly Practice[]) => Card;
    readonly several: (people: readonly Contact[], language: Language, about?: string) => Card;
    readonly nobody: (language: Language) => Card;
    readonly practicesOf: (
      contact: Contact,
      library: Library,
      networks: readonly string[],
      language: Language,
    ) => readonly Practice[];
  };
};

const longestPassage = 600;
const longestSnippet = 160;
const longestRemembered = 300;
const mostRelated = 2;
const mostPeople = 5;
const mostContactsOfAnswer = 2;
/** Below this a person has too little to do with a question to be named for it. */
const worthAsking = 0.25;

export function createAskFeature(deps: AskDeps): Feature {
  const { library, people } = deps;

  return {
    name: "ask",
    take(turn) {
      if (turn.type === "message") return takeMessage(turn);
      if (turn.type === "action" && turn.verb.startsWith("ask.")) return takePress(turn);
      return undefined;
    },
  };

  function takeMessage(turn: MessageTurn): Outcome {
    const texts = textsIn(turn.language).ask;
    if (!/[\p{L}\d]/u.test(turn.text)) {
      return say(plainCard(turn.language, texts.emptyHeading, texts.emptyText), "empty");
    }
    if (readCommand(turn.text)?.name === "topics") return showTopics(turn);
    return followUp(turn) ?? answerQuestion(turn);
  }

  async function takePress(turn: ActionTurn): Promise<Outcome> {
    const pressed = readPress(turn);
    switch (turn.verb) {
      case "ask.choose":
        return pressed.topic ? showTopic(turn, pressed.topic) : choose(turn, pressed);
      case "ask.more": {
        const question = recall(turn, pressed.question);
        return question ? showMore(turn, question) : stale(turn);
      }
      case "ask.person":
        return showPeople(turn, pressed.reference, recall(turn, pressed.question));
      case "ask.none":
        return noteGap(turn, recall(turn, pressed.question));
      case "ask.helpful":
        return vote(turn, pressed);
      default:
        return stale(turn);
    }
  }

  // Questions

  function answerQuestion(turn: MessageTurn): Outcome {
    const networks = idsOf(turn);
    const { decision, results, wanted } = findAnswers(library, {
      text: turn.text,
      language: turn.writtenIn,
      networks,
    });
    deps.telemetry.answer(decision);
    const question: RememberedQuestion = {
      ref: turn.id,
      text: turn.text.slice(0, longestRemembered),
      language: turn.writtenIn,
      results: results.map((found) => ({ ...referenceTo(found), score: rounded(found.score) })),
      shown: decision === "answer" ? 1 : decision === "choices" ? Math.min(mostChoices, results.length) : 0,
    };
    const first = results[0];
    if (decision === "none" || !first) return say(nothingCard(turn.language, turn.id), "none", { question });

    const found = results.slice(0, mostChoices);
    if (decision === "answer") {
      const shown = show(turn, first, question);
      const contacts = wanted === "both" ? results.flatMap((one) => (one.kind === "contact" ? [one.contact] : [])) : [];
      const card = contacts.length > 0 && shown.practice ? answer(turn, shown.practice, question, contacts) : shown.card;
      return say(card, "answer", { question, subject: referenceTo(first) });
    }
    if (found.every(({ kind }) => kind === "contact")) {
      const persons = results.flatMap((one) => (one.kind === "contact" ? [one.contact] : [])).slice(0, mostPeople);
      return say(people.several(persons, turn.language), "people", { question });
    }
    const texts = textsIn(turn.language).ask;
    const card = choicesCard(found.map((one) => choiceOf(turn, one, question)), turn.language, {
      heading: texts.choicesHeading,
      intro: texts.choicesIntro,
      question: question.ref,
      hasMore: results.length > mostChoices,
      offersNone: true,
    });
    return say(card, "choices", { question });
  }

  function followUp(turn: MessageTurn): Outcome | undefined {
    const latest = turn.memory.questions[0];
    const { subject } = turn.memory;
    const wish = readFollowUp(turn.text);
    if (!wish || (!latest && !subject)) return undefined;
    if (wish.kind === "more") return latest ? showMore(turn, latest) : undefined;
    if (wish.kind === "people") return showPeople(turn, subject, latest);
    const reader = { ...turn, language: wish.language };
    if (!subject) return latest ? showAgain(reader, latest) : undefined;
    const shown = open(reader, subject, latest);
    return shown ? { ...say(shown, "language", { language: wish.language }) } : undefined;
  }

  // What can be done with what was found

  function showMore(turn: Turn, question: RememberedQuestion): Outcome {
    const texts = textsIn(turn.language).ask;
    const next = question.results
      .slice(question.shown, question.shown + mostChoices)
      .flatMap((reference) => look(turn, reference) ?? []);
    if (next.length === 0) {
      const card = plainCard(turn.language, texts.noMore, "", {
        buttons: [{ title: texts.whoToAsk, verb: "ask.person", data: { question: question.ref } }],
      });
      return say(card, "no-more");
    }
    const shown = Math.min(question.shown + mostChoices, question.results.length);
    const card = choicesCard(next.map((one) => choiceOf(turn, one, question)), turn.language, {
      heading: texts.moreHeading,
      intro: texts.moreIntro(question.shown + 1, shown, question.results.length),
      question: question.ref,
      hasMore: shown < question.results.length,
      offersNone: true,
    });
    return say(card, "more", { question: { ...question, shown } });
  }

  /** The choices of a question once more, in another language. */
  function showAgain(turn: Turn, question: RememberedQuestion): Outcome {
    return { ...showMore(turn, { ...question, shown: 0 }), label: "language" };
  }

  function choose(turn: ActionTurn, pressed: Press): Outcome {
    if (!pressed.reference) return stale(turn);
    const card = open(turn, pressed.reference, recall(turn, pressed.question));
    if (!card) return refuse(turn, textsIn(turn.language).ask.gone);
    return say(card, "chosen", { subject: pressed.reference });
  }

  /** Whom to ask about a thing that was shown, or else about a question. */
  function showPeople(
    turn: Turn,
    subject: Reference | undefined,
    question: RememberedQuestion | undefined,
  ): Outcome {
    const networks = idsOf(turn);
    const found = subject && look(turn, subject);
    if (found?.kind === "contact") return say(oneContact(turn, found.contact), "person", { subject });
    if (!found && !question) return stale(turn);
    const practice = found?.practice;
    const named = practice ? contactsOf(practice, networks) : [];
    const text = practice ? [practice.title, ...practice.tags].join(" ") : (question?.text ?? "");
    const others =
      named.length > 0
        ? []
        : library
            .findContacts({ text, networks, limit: mostPeople })
            .flatMap((one) => (one.kind === "contact" && one.score >= worthAsking ? [one.contact] : []));
    const persons = [...named, ...others];
    const [only] = persons;
    if (!only) return say(people.nobody(turn.language), "person-none");
    const card =
      persons.length === 1
        ? oneContact(turn, only)
        : people.several(persons, turn.language, practice?.title ?? question?.text);
    return say(card, "person");
  }

  async function noteGap(turn: ActionTurn, question: RememberedQuestion | undefined): Promise<Outcome> {
    if (!question) return stale(turn);
    await deps.feedback.noteGap({
      question: question.ref,
      conversation: turn.conversation.id,
      text: question.text,
      language: question.language,
      network: turn.networks.length === 1 ? turn.networks[0]?.id : undefined,
    });
    const texts = textsIn(turn.language).ask;
    const card = plainCard(turn.language, texts.gapHeading, texts.gapText, {
      hints: texts.nothingHints,
      buttons: [{ title: texts.whoToAsk, verb: "ask.person", data: { question: question.ref } }],
    });
    return say(card, "gap");
  }

  async function vote(turn: ActionTurn, pressed: Press): Promise<Outcome> {
    const { reference, value } = pressed;
    const found = reference && look(turn, reference);
    if (!value || found?.kind !== "practice") return stale(turn);
    const { practice } = found;
    await deps.feedback.vote(turn.actor, practiceReference(practice), value);
    const card = answer(turn, practice, recall(turn, pressed.question), [], value);
    const on = voteKey(practice);
    return say(card, "vote", { ...(turn.conversation.kind === "personal" && { vote: { on, value } }) });
  }

  function showTopics(turn: Turn): Outcome {
    return say(topicsCard(library.practices(idsOf(turn)), turn.language), "topics");
  }

  function showTopic(turn: ActionTurn, topic: string): Outcome {
    const texts = textsIn(turn.language).ask;
    const tagged = library.practices(idsOf(turn)).filter(({ tags }) => tags.includes(topic));
    const all = inReadersLanguage(tagged, turn.language);
    if (all.length === 0) return refuse(turn, texts.gone);
    const question: RememberedQuestion = {
      ref: turn.id,
      text: topic.slice(0, longestRemembered),
      language: turn.language,
      results: all.map((practice) => ({ ...practiceReference(practice), score: 0 })),
      shown: Math.min(mostChoices, all.length),
    };
    const shown = all.slice(0, mostChoices).map((practice): Found => ({ kind: "practice", practice }));
    const card = choicesCard(shown.map((one) => choiceOf(turn, one, question)), turn.language, {
      heading: texts.topicHeading(topic),
      intro: texts.topicIntro(shown.length, all.length),
      question: question.ref,
      hasMore: all.length > shown.length,
      offersNone: false,
    });
    return say(card, "topic", { question });
  }

  // Cards

  function show(turn: Turn, found: Found, question: RememberedQuestion): { card: Card; practice?: Practice } {
    if (found.kind === "contact") return { card: oneContact(turn, found.contact) };
    const practice = inLanguage(turn, found.practice);
    return { card: answer(turn, practice, question), practice };
  }

  function open(turn: Turn, reference: Reference, question: RememberedQuestion | undefined): Card | undefined {
    const found = look(turn, reference);
    if (!found) return undefined;
    return found.kind === "contact"
      ? oneContact(turn, found.contact)
      : answer(turn, inLanguage(turn, found.practice), question);
  }

  function oneContact(turn: Turn, contact: Contact): Card {
    const practices = people.practicesOf(contact, library, idsOf(turn), turn.language);
    return people.one(contact, turn.language, practices);
  }

  function answer(
    turn: Turn,
    practice: Practice,
    question: RememberedQuestion | undefined,
    others: readonly Contact[] = [],
    voted?: Vote,
  ): Card {
    const networks = idsOf(turn);
    const own = contactsOf(practice, networks);
    const contacts = [...own, ...others.filter((other) => !own.some(({ id }) => id === other.id))];
    const vote = voted ?? turn.memory.votes[voteKey(practice)];
    const { results = [], shown = 0 } = question ?? {};
    return answerCard(
      {
        practice,
        passage: deps.index.passage(question?.text ?? practice.title, practice.body, practice.language, longestPassage),
        contacts: contacts.slice(0, mostContactsOfAnswer + Math.min(others.length, 1)),
        related: related(turn, practice),
        hasMore: results.length > Math.max(shown, 1),
        today: dayAt(turn.at, turn.networks[0]?.timeZone ?? deps.timeZone),
        ...(question && { question: question.ref }),
        ...(vote && { vote }),
      },
      turn.language,
    );
  }

  function related(turn: Turn, practice: Practice): readonly Practice[] {
    const others = library
      .practices(idsOf(turn))
      .filter((other) => other.language === practice.language && other.id !== practice.id)
      .map((other) => ({ other, shared: other.tags.filter((tag) => practice.tags.includes(tag)).length }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared);
    return others.slice(0, mostRelated).map(({ other }) => other);
  }

  function choiceOf(turn: Turn, found: Found, question: RememberedQuestion): Choice {
    if (found.kind === "contact") return { kind: "contact", contact: found.contact };
    const practice = inLanguage(turn, found.practice);
    const snippet = practice.summary ?? deps.index.passage(question.text, practice.body, practice.language, longestSnippet);
    return { kind: "practice", practice, snippet };
  }

  // Looking things up: whatever a button carries, only what the actor may find is found

  function look(turn: Turn, reference: Reference): Found | undefined {
    const networks = idsOf(turn).filter((id) => reference.network === undefined || id === reference.network);
    if (reference.kind === "contact") {
      const contact = library.contact(reference.id, networks);
      return contact && { kind: "contact", contact };
    }
    const versions = library.practiceVersions(reference.id, networks);
    const practice = bestVersion(versions, reference.language ?? turn.language);
    return practice && { kind: "practice", practice };
  }

  function inLanguage(turn: Turn, practice: Practice): Practice {
    const versions = library
      .practiceVersions(practice.id, idsOf(turn))
      .filter(({ network }) => network === practice.network);
    return versions.find(({ language }) => language === turn.language) ?? practice;
  }

  function contactsOf(practice: Practice, networks: readonly string[]): readonly Contact[] {
    return practice.contacts.flatMap((id) => library.contact(id, networks) ?? []);
  }
}

type Found =
  | { readonly kind: "practice"; readonly practice: Practice }
  | { readonly kind: "contact"; readonly contact: Contact };

type Press = {
  readonly reference?: Reference;
  readonly question?: string;
  readonly value?: Vote;
  readonly topic?: string;
};

/** What a button carried, as far as it makes sense: anyone can send anything. */
function readPress({ data }: ActionTurn): Press {
  const { kind, id, network, language, question, value, tags } = data;
  const isReference = (kind === "practice" || kind === "contact") && typeof id === "string";
  return {
    ...(isReference && {
      reference: {
        kind,
        id,
        ...(typeof network === "string" && { network }),
        ...(isLanguage(language) && { language }),
      },
    }),
    ...(typeof question === "string" && { question }),
    ...((value === "up" || value === "down") && { value }),
    ...(typeof tags === "string" && tags !== "" && { topic: tags }),
  };
}

const recall = (turn: Turn, ref: string | undefined): RememberedQuestion | undefined =>
  turn.memory.questions.find((question) => question.ref === ref);

const idsOf = (turn: Turn): readonly string[] => turn.networks.map(({ id }) => id);

const referenceTo = (found: Finding): Reference =>
  found.kind === "practice"
    ? practiceReference(found.practice)
    : {
        kind: "contact",
        id: found.contact.id,
        ...(found.contact.network !== undefined && { network: found.contact.network }),
      };

const voteKey = ({ network, id }: Practice): string => `${network ?? ""}/${id}`;

const rounded = (score: number): number => Math.round(score * 1000) / 1000;

const say = (card: Card, label: string, remember?: Outcome["remember"]): Outcome => ({
  replies: [{ type: "card", card }],
  ...(remember && { remember }),
  label,
});

const stale = (turn: Turn): Outcome => refuse(turn, textsIn(turn.language).ask.stale);

const refuse = (turn: Turn, text: string): Outcome => ({
  replies: [{ type: "sentence", language: turn.language, text }],
  label: "refused",
});

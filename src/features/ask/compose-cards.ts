/** Cards of what was found, for one reader: puts together what the show-* files need from library, index and memory. */
import {
  answerOf,
  type Contact,
  type Discussion,
  type Practice,
  type Reference,
} from "../../core/content.ts";
import { dayAt } from "../../core/dates.ts";
import type { Finding } from "../../core/library.ts";
import type { RememberedQuestion, Vote } from "../../core/memory.ts";
import type { Card } from "../../core/reply.ts";
import type { Turn } from "../../core/turn.ts";
import type { AskDeps } from "./ask-deps.ts";
import { contactsOf, type Found, inReadersLanguage, lookUp, networkIds } from "./look-up.ts";
import { answerCard, practiceReference } from "./show-answer.ts";
import { type Choice, choicesCard } from "./show-choices.ts";
import { discussionCard, discussionReference } from "./show-discussion.ts";

const longestPassage = 600;
const longestSnippet = 160;
const mostContacts = 2;
const mostRelated = 2;

export type Composer = ReturnType<typeof createComposer>;

export function createComposer(deps: AskDeps) {
  const { library, people } = deps;
  const zoneOf = (turn: Turn) => turn.networks[0]?.timeZone ?? deps.timeZone;

  function practice(
    turn: Turn,
    found: Practice,
    question: RememberedQuestion | undefined,
    /** People to name besides the practice's own contacts, and what the reader just said of it. */
    besides: { readonly contacts?: readonly Contact[]; readonly vote?: Vote } = {},
  ): Card {
    const own = contactsOf(library, found);
    const others = (besides.contacts ?? []).filter((one) => !own.some(({ id }) => id === one.id));
    const vote = besides.vote ?? turn.memory.votes[voteKey(found)];
    const { results = [], shown = 0 } = question ?? {};
    return answerCard(
      {
        practice: found,
        passage: deps.index.passage(
          // Words of another language would only be found by accident.
          question?.language === found.language ? question.text : "",
          found.body,
          found.language,
          longestPassage,
        ),
        contacts: [...own.slice(0, mostContacts), ...others.slice(0, mostContacts)],
        related: library.relatedTo(found, networkIds(turn)).slice(0, mostRelated),
        hasMore: results.length > Math.max(shown, 1),
        today: dayAt(turn.at, zoneOf(turn)),
        ...(question && { question: question.ref }),
        ...(vote && { vote }),
      },
      turn.language,
    );
  }

  function person(turn: Turn, contact: Contact): Card {
    return people.one(contact, turn.language, networkIds(turn));
  }

  function discussion(
    turn: Turn,
    found: Discussion,
    question: RememberedQuestion | undefined,
  ): Card {
    const { results = [], shown = 0 } = question ?? {};
    return discussionCard(
      {
        discussion: found,
        passage: deps.index.passage(
          question?.language === found.language ? question.text : "",
          answerOf(found)?.text ?? "",
          found.language,
          longestPassage,
        ),
        hasMore: results.length > Math.max(shown, 1),
        timeZone: zoneOf(turn),
        ...(question && { question: question.ref }),
      },
      turn.language,
    );
  }

  /** One thing, a practice in the reader's language where it has that version. */
  function one(turn: Turn, found: Found, question: RememberedQuestion | undefined): Card {
    if (found.kind === "contact") return person(turn, found.contact);
    return found.kind === "discussion"
      ? discussion(turn, found.discussion, question)
      : practice(turn, inReadersLanguage(library, turn, found.practice), question);
  }

  return {
    practice,
    person,
    one,

    /** What a button or the memory refers to; undefined if it is gone or not for this reader. */
    referred(turn: Turn, reference: Reference, question?: RememberedQuestion): Card | undefined {
      const found = lookUp(library, turn, reference);
      return found && one(turn, found, question);
    },

    choices(
      turn: Turn,
      found: readonly Found[],
      question: RememberedQuestion,
      options: Omit<Parameters<typeof choicesCard>[2], "question">,
    ): Card {
      const choiceOf = (each: Found): Choice => {
        if (each.kind === "contact") return each;
        if (each.kind === "discussion") {
          const { discussion: thread } = each;
          const text = answerOf(thread)?.text ?? "";
          const snippet = deps.index.passage("", text, thread.language, longestSnippet);
          return { ...each, snippet, timeZone: zoneOf(turn) };
        }
        const version = inReadersLanguage(library, turn, each.practice);
        const snippet =
          version.summary ?? deps.index.passage("", version.body, version.language, longestSnippet);
        return { kind: "practice", practice: version, snippet };
      };
      return choicesCard(found.map(choiceOf), turn.language, {
        ...options,
        question: question.ref,
      });
    },
  };
}

/** Names a practice in a person's memory of votes. */
export const voteKey = ({ network, id }: Practice): string => `${network ?? ""}/${id}`;

export function referenceOf(found: Finding): Reference {
  if (found.kind === "practice") return practiceReference(found.practice);
  if (found.kind === "discussion") return discussionReference(found.discussion);
  const { id, network } = found.contact;
  return { kind: "contact", id, ...(network !== undefined && { network }) };
}

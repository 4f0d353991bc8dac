/** Cards of what was found, for one reader: puts together what the show-* files need from library, index and memory. */
import type { Contact, Practice, Reference } from "../../core/content.ts";
import { dayAt } from "../../core/dates.ts";
import type { Finding } from "../../core/library.ts";
import type { RememberedQuestion, Vote } from "../../core/memory.ts";
import type { Card } from "../../core/reply.ts";
import type { Turn } from "../../core/turn.ts";
import type { AskDeps } from "./ask-deps.ts";
import { contactsOf, type Found, inReadersLanguage, lookUp, networkIds } from "./look-up.ts";
import { answerCard, practiceReference } from "./show-answer.ts";
import { type Choice, choicesCard } from "./show-choices.ts";

const longestPassage = 600;
const longestSnippet = 160;
const mostContacts = 2;
const mostRelated = 2;

export type Composer = ReturnType<typeof createComposer>;

export function createComposer(deps: AskDeps) {
  const { library, people } = deps;

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
        today: dayAt(turn.at, turn.networks[0]?.timeZone ?? deps.timeZone),
        ...(question && { question: question.ref }),
        ...(vote && { vote }),
      },
      turn.language,
    );
  }

  function person(turn: Turn, contact: Contact): Card {
    return people.one(contact, turn.language, networkIds(turn));
  }

  /** One thing, a practice in the reader's language where it has that version. */
  function one(turn: Turn, found: Found, question: RememberedQuestion | undefined): Card {
    return found.kind === "contact"
      ? person(turn, found.contact)
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
        if (each.kind === "contact") return { kind: "contact", contact: each.contact };
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

export const referenceOf = (found: Finding): Reference =>
  found.kind === "practice"
    ? practiceReference(found.practice)
    : {
        kind: "contact",
        id: found.contact.id,
        ...(found.contact.network !== undefined && { network: found.contact.network }),
      };

/** What a conversation remembers from one turn to the next. Kept in the state document (see handle-turn.ts). */
import type { AskedTerm, Reference } from "./content.ts";
import type { Language } from "./language.ts";

/** A question with what was found for it, so that "more", "none of these" and follow-ups work, also after a restart. */
export type RememberedQuestion = {
  /** The id of the activity that asked: buttons carry it. */
  readonly ref: string;
  readonly text: string;
  /** The language it was written in. */
  readonly language: Language;
  /** Best first. */
  readonly results: readonly Reference[];
  /** How many of the results have been shown. */
  readonly shown: number;
  /** `tenant:person`, where others see the question too. */
  readonly asker?: string;
  /** It asks what this is called. */
  readonly term?: AskedTerm;
};

export type Vote = "up" | "down";

export type ChatMemory = {
  /** Newest first. */
  readonly questions: readonly RememberedQuestion[];
  /** What was shown last: what "it" means in "who can I call about it?". */
  readonly subject?: Reference;
  /** The language of the last answer. */
  readonly language?: Language;
  /** In a personal chat: what the person said of a practice, by its key. */
  readonly votes: Readonly<Record<string, Vote>>;
  readonly welcomed?: boolean;
};

/** What a turn adds to the memory. Plain data, so that it can be merged over a state someone else wrote meanwhile. */
export type MemoryChange = {
  /** A new question, or a known one (same `ref`) with another page. */
  readonly question?: RememberedQuestion;
  readonly subject?: Reference;
  readonly language?: Language;
  readonly vote?: { readonly on: string; readonly value: Vote };
  readonly welcomed?: true;
};

export const emptyMemory: ChatMemory = { questions: [], votes: {} };

const keptQuestions = 5;
const keptVotes = 100;

/** The memory after a turn. A new question that shows no one thing leaves nothing for "it" to mean but itself. */
export function remember(memory: ChatMemory, change: MemoryChange): ChatMemory {
  const { question, vote } = change;
  const { subject: earlier, ...rest } = memory;
  const isNew = question && !memory.questions.some(({ ref }) => ref === question.ref);
  const subject = change.subject ?? (isNew ? undefined : earlier);
  return {
    ...rest,
    ...(question && {
      questions: [question, ...memory.questions.filter((one) => one.ref !== question.ref)].slice(
        0,
        keptQuestions,
      ),
    }),
    ...(subject && { subject }),
    ...(change.language && { language: change.language }),
    ...(vote && { votes: latestVotes(memory.votes, vote) }),
    ...(change.welcomed && { welcomed: true }),
  };
}

function latestVotes(
  votes: ChatMemory["votes"],
  vote: { on: string; value: Vote },
): ChatMemory["votes"] {
  const others = Object.entries(votes).filter(([on]) => on !== vote.on);
  return Object.fromEntries([...others.slice(1 - keptVotes), [vote.on, vote.value]]);
}

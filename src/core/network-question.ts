import type { AskedTerm } from "./content.ts";
import type { Outcome } from "./feature.ts";
import type { Language } from "./language.ts";
import type { Turn } from "./turn.ts";

/** A question that somebody wants to ask their network. */
export type NetworkQuestion = {
  /** The id of the message that asked: the same one is taken up once. */
  readonly ref: string;
  /** As it is asked in the forum. */
  readonly text: string;
  readonly language: Language;
  /** `tenant:person` of who asked; undefined: whoever did the turn; empty: nobody knows. */
  readonly asker?: string;
  /** Set where the answer is to become a term. */
  readonly term?: AskedTerm;
};

/**
 * In a forum thread the question is open from now on; anywhere else, or where several networks may be meant, a card
 * comes first that says what will be posted where. The outcome remembers the question.
 */
export type AskNetwork = (turn: Turn, question: NetworkQuestion) => Promise<Outcome>;

/** What stays of a discussion when somebody who took part in it is forgotten. Pure. */
import type { Discussion, ThreadMessage } from "../../core/content.ts";
import { answerOf } from "../../core/content.ts";
import { type DataSubject, formerMember } from "../../core/personal-data.ts";
import { sameJson } from "../../core/put-content.ts";
import type { JsonObject } from "../../core/reply.ts";
import { withoutTrace } from "../../core/traces.ts";

/**
 * An accepted answer, and the question it answers, keep their words under `formerMember`. Their other replies go; a
 * question of theirs that nobody answered is closed without its words and with all that was said under it. What others
 * wrote names them no more (`instead`). The same discussion comes back if nobody is to be taken out of it. `at`: ISO.
 */
export function forgetIn(
  discussion: Discussion,
  of: DataSubject,
  { at, instead }: { readonly at: string; readonly instead: string },
): Discussion {
  const after = withoutNames(withoutActs(discussion, of), of, instead);
  const isSame = sameJson(
    discussion as unknown as JsonObject,
    JSON.parse(JSON.stringify(after)) as JsonObject,
  );
  return isSame ? discussion : { ...after, changedAt: at };
}

function withoutActs(discussion: Discussion, { key }: DataSubject): Discussion {
  const { question, answer, answeredBy, consent, replies } = discussion;
  const isTheirs = ({ author }: ThreadMessage): boolean => author === key;
  const accepted = answerOf(discussion);
  const isLeft = (reply: ThreadMessage): boolean => reply === accepted || !isTheirs(reply);
  const anonymous = (message: ThreadMessage): ThreadMessage =>
    isTheirs(message) ? { ...message, author: formerMember } : message;
  const rest: Discussion = {
    ...discussion,
    question: anonymous(question),
    replies: replies.filter(isLeft).map(anonymous),
    ...(answeredBy === key && { answeredBy: formerMember }),
    // Nobody is left to be asked whether more may be made of it.
    ...(accepted && isTheirs(accepted) && consent !== "given" && { consent: "refused" }),
  };
  if (!isTheirs(question) || answer !== undefined) return rest;
  const { term: _, ...closed } = rest;
  return {
    ...closed,
    status: "closed",
    closedBecause: "deleted",
    question: { ...rest.question, text: "" },
    replies: [],
    topics: [],
  };
}

function withoutNames(discussion: Discussion, of: DataSubject, instead: string): Discussion {
  const { question, replies, topics, term, decision } = discussion;
  const clean = <T>(value: T): T => withoutTrace(value, of, instead);
  const cleanText = (message: ThreadMessage) => ({ ...message, text: clean(message.text) });
  return {
    ...discussion,
    question: cleanText(question),
    replies: replies.map(cleanText),
    topics: clean(topics),
    ...(term && { term: { ...term, text: clean(term.text) } }),
    ...(decision && { decision: clean(decision) }),
  };
}

/** What becomes of a discussion by what is done to it. Pure: every change is a new version of all of it. */
import type { Discussion, ThreadMessage } from "../../../core/content.ts";

/** More of a thread is not kept: the latest are. */
const mostReplies = 50;
const longestReply = 4_000;

const shortened = (message: ThreadMessage): ThreadMessage => ({
  ...message,
  text: message.text.slice(0, longestReply),
});

/**
 * Its author said that it shall not be kept (press-consent.ts): only that it was there is known. No later version of it,
 * and nobody who marks it, brings its words back.
 */
const isTakenOut = ({ text }: ThreadMessage): boolean => text === "";

/** The same message again takes the place of what was known of it. The marked answer is always kept. */
export function withReply(discussion: Discussion, reply: ThreadMessage, at: string): Discussion {
  const before = discussion.replies.find(({ id }) => id === reply.id);
  const words = before && isTakenOut(before) ? { text: "" } : {};
  const merged = shortened({ ...before, ...reply, ...words });
  const all = before
    ? discussion.replies.map((one) => (one === before ? merged : one))
    : [...discussion.replies, merged];
  const latest = new Set(all.slice(-mostReplies));
  const replies = all.filter((one) => latest.has(one) || one.id === discussion.answer);
  return { ...discussion, replies, changedAt: at };
}

export function withAnswer(
  discussion: Discussion,
  reply: ThreadMessage,
  by: string,
  at: string,
): Discussion {
  const { closedBecause: _, ...rest } = unanswered(withReply(discussion, reply, at));
  return {
    ...rest,
    status: "answered",
    answer: reply.id,
    answeredBy: by,
    answeredAt: at,
  };
}

export const closed = (
  discussion: Discussion,
  closedBecause: NonNullable<Discussion["closedBecause"]>,
  at: string,
): Discussion => ({ ...discussion, status: "closed", closedBecause, changedAt: at });

/** Open again, without an answer; whoever may know is asked anew. */
export function reopened(discussion: Discussion, at: string): Discussion {
  const { closedBecause: _, ...rest } = unanswered(discussion);
  return { ...rest, status: "open", changedAt: at, reopenedAt: at, nudgedAt: [] };
}

/** Everything that was said of an answer goes with it. */
function unanswered(discussion: Discussion): Discussion {
  const {
    answer: _answer,
    answeredBy: _by,
    answeredAt: _at,
    consent: _consent,
    draft: _draft,
    decision: _decision,
    lostAnswer: _lost,
    ...rest
  } = discussion;
  return rest;
}

/** Somebody's message was edited, deleted or taken back from deletion. Undefined: nothing of it is kept here. */
export function afterChange(
  discussion: Discussion,
  of: {
    readonly change: "edited" | "restored" | "deleted";
    readonly id: string;
    readonly text: string | undefined;
    /** It begins the thread. */
    readonly isRoot: boolean;
    /** ISO: the later change counts. */
    readonly at: string;
  },
): Discussion | undefined {
  const { change, id, isRoot, text, at } = of;
  const { question } = discussion;
  const isQuestion = question.id === id;
  if (change === "deleted") {
    if (isQuestion || isRoot) return emptied(discussion, at);
    return withoutReply(discussion, id, at);
  }
  if (text === undefined || text === "") return undefined;
  if (isQuestion) return withQuestion(discussion, text, change, at);
  const reply = discussion.replies.find((one) => one.id === id);
  if (!reply || isTakenOut(reply) || isOlder(reply, at) || reply.text === text) return undefined;
  return withReply(discussion, { ...reply, text, editedAt: at }, at);
}

const isOlder = ({ editedAt }: ThreadMessage, at: string): boolean =>
  editedAt !== undefined && editedAt >= at;

function withQuestion(
  discussion: Discussion,
  text: string,
  change: "edited" | "restored",
  at: string,
): Discussion | undefined {
  const { question } = discussion;
  const isBack = change === "restored" && discussion.closedBecause === "deleted";
  if (isOlder(question, at) || (question.text === text && !isBack)) return undefined;
  // What was deleted stays so until it is restored.
  if (discussion.closedBecause === "deleted" && !isBack) return undefined;
  const edited = { ...discussion, question: { ...question, text, editedAt: at }, changedAt: at };
  return isBack ? reopened(edited, at) : edited;
}

/** Of a thread that was deleted no words are kept. */
const emptied = (discussion: Discussion, at: string): Discussion | undefined =>
  discussion.closedBecause === "deleted"
    ? undefined
    : {
        ...closed(unanswered(discussion), "deleted", at),
        question: { ...discussion.question, text: "", editedAt: at },
        replies: [],
      };

function withoutReply(discussion: Discussion, id: string, at: string): Discussion | undefined {
  if (!discussion.replies.some((one) => one.id === id)) return undefined;
  const rest = { ...discussion, replies: discussion.replies.filter((one) => one.id !== id) };
  return discussion.answer === id
    ? { ...reopened(rest, at), lostAnswer: id }
    : { ...rest, changedAt: at };
}

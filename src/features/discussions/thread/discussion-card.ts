/** A question with what became of it: in the thread for all, or in somebody's own chat. Pure. */

import { ageInWords } from "../../../core/age-in-words.ts";
import type { Button, Link } from "../../../core/buttons.ts";
import { type Discussion, type Network, networkName } from "../../../core/content.ts";
import { dayAt, dayInWords } from "../../../core/dates.ts";
import type { Language } from "../../../core/language.ts";
import { formerMember } from "../../../core/personal-data.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import { answerOf, discussionData } from "../discussion.ts";
import type { Related } from "../find-related.ts";
import { relatedItems } from "../related-items.ts";

export type CardOptions = {
  readonly network: Network;
  /** Undefined: the card stands in the forum's thread, where it is everybody's and says no more than what stays true. */
  readonly reader?: { readonly now: Date; readonly mayDecide: boolean };
  /** The question's own unless told. */
  readonly language?: Language;
  /** Undefined: nobody knows. */
  readonly nameOf: (key: string) => string | undefined;
  readonly related?: readonly Related[];
  readonly notices?: readonly string[];
  /** In place of the usual ones. */
  readonly buttons?: readonly Button[];
};

/** With "close" they are within the six buttons of a card. */
const mostReplies = 3;
const longestReply = 300;

export function discussionCard(discussion: Discussion, options: CardOptions): Card {
  const language = options.language ?? discussion.language;
  const texts = textsIn(language).discussions;
  const { question, status } = discussion;
  const heading = texts.headings[status];
  const text = question.text || texts.questionDeleted;
  const answer = answerOf(discussion);
  const replies = status === "open" ? latestReplies(discussion) : [];
  const items = status === "open" ? relatedItems(options.related ?? [], language) : [];
  return {
    kind: "discussion",
    language,
    summary: options.notices?.[0] ? `${options.notices[0]} ${text}` : `${heading}: ${text}`,
    view: {
      heading,
      notices: options.notices ?? [],
      elementId: `discussion:${discussion.id}`,
      question: text,
      facts: factsOf(discussion, options, language),
      answerHeading: status === "answered" ? texts.answerHeading : "",
      answer: status === "answered" ? answer?.text || texts.answerInThread : "",
      answerBy: status === "answered" ? by(answer?.author, options, language) : "",
      repliesHeading: replies.length > 0 ? texts.repliesHeading : "",
      replies: replies.map((reply, index) => ({
        number: String(index + 1),
        text: reply.text.slice(0, longestReply),
        detail: by(reply.author, options, language),
      })),
      relatedHeading: items.length > 0 ? texts.perhaps : "",
      related: items,
      hint: status === "open" && isBare(options) ? texts.howToAnswer : "",
      buttons: [...(options.buttons ?? buttonsFor(discussion, options, language))],
      links: linksOf(discussion, options, texts.openThread),
    },
  };
}

/** Nothing else is said on it. */
const isBare = ({ buttons, notices = [] }: CardOptions): boolean =>
  buttons === undefined && notices.length === 0;

/** In a chat only what its reader may do is offered; in a thread nobody knows who reads. */
const buttonsFor = (
  discussion: Discussion,
  { reader }: CardOptions,
  language: Language,
): readonly Button[] => (reader?.mayDecide === false ? [] : buttonsOf(discussion, language));

/** The latest that can be marked, in their order. */
const latestReplies = ({ replies }: Discussion) =>
  replies.filter(({ text }) => text !== "").slice(-mostReplies);

function factsOf(
  { question, openedAt, closedBecause, status, network: _ }: Discussion,
  { reader, network, nameOf }: CardOptions,
  language: Language,
): readonly JsonObject[] {
  const texts = textsIn(language).discussions;
  const asker = by(question.author, { nameOf }, language);
  const opened = new Date(openedAt);
  const asked = reader
    ? ageInWords(opened, reader.now, network.timeZone, language)
    : dayInWords(dayAt(opened, network.timeZone), language);
  return [
    // Who asked is told where they asked, and nowhere else.
    { label: texts.askedBy, value: reader ? "" : asker },
    { label: texts.asked, value: asked },
    { label: texts.network, value: reader ? networkName(network, language) : "" },
    {
      label: texts.closedBecauseLabel,
      value: status === "closed" ? texts.closedBecause[closedBecause ?? "closed"] : "",
    },
  ].filter(({ value }) => value !== "");
}

function by(
  author: string | undefined,
  { nameOf }: Pick<CardOptions, "nameOf">,
  language: Language,
): string {
  if (author === formerMember) return textsIn(language).privacy.formerMember;
  return (author === undefined ? undefined : nameOf(author)) ?? "";
}

function buttonsOf(discussion: Discussion, language: Language): readonly Button[] {
  const texts = textsIn(language).discussions;
  const data = discussionData(discussion);
  const close = { title: texts.close, verb: "discussion.close", data };
  const reopen = {
    title: texts.reopen,
    verb: "discussion.close",
    data: { ...data, value: "reopen" },
  };
  switch (discussion.status) {
    case "open":
      return [
        ...latestReplies(discussion).map(({ id }, index, { length }) => ({
          title: length === 1 ? texts.isAnswer : texts.isAnswerNumber(index + 1),
          verb: "discussion.answer",
          data: { ...data, reply: id },
        })),
        close,
      ];
    case "answered":
      return [...claimOf(discussion, language), reopen];
    case "closed":
      return discussion.closedBecause === "closed" ? [reopen] : [];
  }
}

/** Where nobody knows who wrote the answer, its author can say so, and that it may be kept. */
function claimOf(discussion: Discussion, language: Language): readonly Button[] {
  const answer = answerOf(discussion);
  const isUnknown = answer !== undefined && answer.author === undefined;
  if (!isUnknown || discussion.consent === "given") return [];
  const data = { ...discussionData(discussion), reply: answer.id, value: "mine" };
  return [{ title: textsIn(language).discussions.isMine, verb: "discussion.answer", data }];
}

const linksOf = ({ link }: Discussion, { reader }: CardOptions, title: string): readonly Link[] =>
  reader && link !== undefined ? [{ title, url: link }] : [];

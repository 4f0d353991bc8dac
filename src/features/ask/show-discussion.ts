/** A thread of the forum as the answer to a question, or as one of several to choose from. */
import { type Button, elementId, type Link, referenceData } from "../../core/buttons.ts";
import { answerOf, type Discussion } from "../../core/content.ts";
import { dayAt, dayInWords } from "../../core/dates.ts";
import type { Language } from "../../core/language.ts";
import type { Card } from "../../core/reply.ts";
import { textsIn } from "../../texts/texts.ts";

const longestTitle = 200;

export type ThreadAnswer = {
  readonly discussion: Discussion;
  /** The part of the answer that fits the question. */
  readonly passage: string;
  /** The remembered question it answers, if there is one. */
  readonly question?: string;
  readonly hasMore: boolean;
  readonly timeZone: string;
};

export const discussionReference = ({ id, network, language }: Discussion) => ({
  kind: "discussion" as const,
  id,
  network,
  language,
});

/** The question on one line, cut at a word. */
export function questionLine({ question }: Discussion): string {
  const line = question.text.replace(/\s+/gu, " ").trim();
  return line.length <= longestTitle
    ? line
    : `${line.slice(0, longestTitle).replace(/\s+\S*$/u, "")} …`;
}

/** Status, date and, if it is not the reader's, language in one line. */
export const discussionLine = (
  discussion: Discussion,
  language: Language,
  timeZone: string,
): string =>
  [
    textsIn(language).ask.discussionStatus[discussion.status],
    dateOf(discussion, language, timeZone),
    discussion.language === language ? "" : textsIn(language).inLanguage[discussion.language],
  ]
    .filter(Boolean)
    .join(" · ");

const dateOf = (discussion: Discussion, language: Language, timeZone: string): string =>
  dayInWords(dayAt(new Date(answerOf(discussion)?.at ?? discussion.openedAt), timeZone), language);

export function discussionCard(shown: ThreadAnswer, language: Language): Card {
  const { discussion } = shown;
  const texts = textsIn(language).ask;
  const title = questionLine(discussion);
  return {
    kind: "answer",
    language,
    summary: texts.answerSummary(title),
    view: {
      title,
      elementId: elementId(discussionReference(discussion)),
      notice: discussion.language === language ? "" : texts.onlyIn(discussion.language),
      passage: shown.passage || texts.noAnswerYet,
      facts: [
        { label: texts.factStatus, value: texts.discussionStatus[discussion.status] },
        { label: texts.factDate, value: dateOf(discussion, language, shown.timeZone) },
      ],
      due: "",
      contactsHeading: "",
      contacts: [],
      relatedHeading: "",
      related: [],
      askHelpful: "",
      voted: "",
      buttons: buttonsOf(shown, language),
      links: threadLinks(discussion, texts.openThread),
    },
  };
}

function buttonsOf({ discussion, question, hasMore }: ThreadAnswer, language: Language): Button[] {
  const texts = textsIn(language).ask;
  const data = referenceData(discussionReference(discussion), question);
  return [
    { title: texts.whoToAsk, verb: "ask.person", data },
    ...(hasMore && question !== undefined
      ? [{ title: texts.more, verb: "ask.more", data: { question } }]
      : []),
  ];
}

const threadLinks = ({ link }: Discussion, title: string): readonly Link[] =>
  link === undefined ? [] : [{ title, url: link }];

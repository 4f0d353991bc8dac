/** A practice as the answer to a question. */
import { type Button, elementId, type Link, referenceData } from "../../core/buttons.ts";
import { type Contact, contactLine, type Practice } from "../../core/content.ts";
import { dayInWords } from "../../core/dates.ts";
import type { Language } from "../../core/language.ts";
import type { Vote } from "../../core/memory.ts";
import type { Card } from "../../core/reply.ts";
import { textsIn } from "../../texts/texts.ts";

export type Answer = {
  readonly practice: Practice;
  /** The part of the text that answers. */
  readonly passage: string;
  readonly contacts: readonly Contact[];
  readonly related: readonly Practice[];
  /** The remembered question it answers, if there is one. */
  readonly question?: string;
  readonly hasMore: boolean;
  readonly vote?: Vote;
  /** Today, YYYY-MM-DD in the network's zone. */
  readonly today: string;
};

export const practiceReference = (practice: Practice) => ({
  kind: "practice" as const,
  id: practice.id,
  language: practice.language,
  ...(practice.network !== undefined && { network: practice.network }),
});

export function answerCard(answer: Answer, language: Language): Card {
  const { practice, question } = answer;
  const texts = textsIn(language).ask;
  const isOverdue = practice.reviewBy !== undefined && practice.reviewBy < answer.today;
  return {
    kind: "answer",
    language,
    summary: texts.answerSummary(practice.title),
    view: {
      title: practice.title,
      elementId: elementId(practiceReference(practice)),
      notice: practice.language === language ? "" : texts.onlyIn(practice.language),
      passage: answer.passage,
      facts: [
        { label: texts.factOrganisation, value: practice.organisation ?? "" },
        { label: texts.factDate, value: practice.date ? dayInWords(practice.date, language) : "" },
        { label: texts.factSource, value: practice.source ?? "" },
      ].filter(({ value }) => value !== ""),
      due:
        isOverdue && practice.reviewBy
          ? texts.reviewDue(dayInWords(practice.reviewBy, language))
          : "",
      contactsHeading: answer.contacts.length > 0 ? texts.contactsHeading : "",
      contacts: answer.contacts.map((contact) => ({
        elementId: elementId({ kind: "contact", id: contact.id }),
        name: contact.name,
        detail: contactLine(contact, language),
      })),
      relatedHeading: answer.related.length > 0 ? texts.relatedHeading : "",
      related: answer.related.map((one) => ({
        elementId: elementId(practiceReference(one)),
        title: one.title,
        data: referenceData(practiceReference(one), question),
        altText: texts.open(one.title),
      })),
      askHelpful: texts.helpful,
      voted: answer.vote === "up" ? texts.votedUp : answer.vote === "down" ? texts.votedDown : "",
      buttons: buttonsOf(answer, language),
      links: sourceLinks(practice, texts.readSource),
    },
  };
}

function buttonsOf({ practice, question, hasMore }: Answer, language: Language): readonly Button[] {
  const texts = textsIn(language).ask;
  const data = referenceData(practiceReference(practice), question);
  return [
    { title: texts.up, verb: "ask.helpful", data: { ...data, value: "up" } },
    { title: texts.down, verb: "ask.helpful", data: { ...data, value: "down" } },
    { title: texts.whoToAsk, verb: "ask.person", data },
    ...(hasMore && question !== undefined
      ? [{ title: texts.more, verb: "ask.more", data: { question } }]
      : []),
  ];
}

const sourceLinks = (practice: Practice, title: string): readonly Link[] =>
  practice.sourceUrl ? [{ title, url: practice.sourceUrl }] : [];

/**
 * The cards of a batch: one for each language and zone that its readers have, one for channels, and on those that are
 * edited also one for each answer of their own. A variant's name says all of it.
 */
import type { Network } from "../../../core/content.ts";
import { isLanguage, type Language } from "../../../core/language.ts";
import type { Card } from "../../../core/reply.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import { reminderCard, type Status } from "./reminder-card.ts";
import { type AnswerCounts, isAnswer } from "./rsvp.ts";

export const channelVariant = "channel";

export const variantOf = (language: Language, timeZone: string): string =>
  `${language}|${timeZone}`;

export const answeredVariant = (variant: string, own: string | undefined): string =>
  own === undefined || variant === channelVariant ? variant : `${variant}|${own}`;

/** What all cards of a batch show alike. */
export type Shown = {
  readonly network: Network;
  readonly meeting: Meeting;
  readonly occurrence: Occurrence;
  /** Of the meeting's wall clock. */
  readonly zone: string;
  readonly calendarUrl: string;
  readonly counts: AnswerCounts;
  readonly status?: Status;
  readonly isNotice?: boolean;
  readonly now: Date;
};

export function cardsOf(shown: Shown, variants: Iterable<string>): Readonly<Record<string, Card>> {
  return Object.fromEntries([...variants].map((variant) => [variant, cardOf(shown, variant)]));
}

export function cardOf(shown: Shown, variant: string): Card {
  const { network, ...rest } = shown;
  const [language, readerZone, own] = variant.split("|");
  const [first = "sv", ...others] = network.languages;
  return reminderCard({
    ...rest,
    languages: isLanguage(language) ? [language] : [first, ...others],
    ...(readerZone !== undefined && { readerZone }),
    ...(isAnswer(own) && { own }),
  });
}

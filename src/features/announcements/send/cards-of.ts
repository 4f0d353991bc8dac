/**
 * The cards of a batch: one for each language that its readers have, and one for channels. A correction does not ask
 * again: who has confirmed gets a card of their language that says so.
 */
import type { Network } from "../../../core/content.ts";
import { type Language, languages } from "../../../core/language.ts";
import type { Card } from "../../../core/reply.ts";
import type { Announcement } from "../announcement.ts";
import { announcementCard, type CardOptions } from "./announcement-card.ts";
import { channelVariant } from "./decide-delivery.ts";

export const cardsOf = (
  announcement: Announcement,
  network: Network,
  options: CardOptions,
): Readonly<Record<string, Card>> =>
  Object.fromEntries(
    [...languages, channelVariant].map((variant) => [
      variant,
      announcementCard(announcement, network, variant, options),
    ]),
  );

export const confirmedVariant = (language: Language): string => `${language}-confirmed`;

/** None if nobody is asked to confirm it. */
export const confirmedCardsOf = (
  announcement: Announcement,
  network: Network,
  options: CardOptions,
): Readonly<Record<string, Card>> =>
  announcement.confirm
    ? Object.fromEntries(
        languages.map((language) => [
          confirmedVariant(language),
          announcementCard(announcement, network, language, { ...options, hasConfirmed: true }),
        ]),
      )
    : {};

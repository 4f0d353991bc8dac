/** The announcement as its readers see it. Pure. */
import type { Button, Link } from "../../../core/buttons.ts";
import { type Network, networkName } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Card } from "../../../core/reply.ts";
import type { AfterTexts } from "../../../texts/announcements/after-type.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type Announcement, announcementData, wordsIn } from "../announcement.ts";
import { type Topic, topicName } from "../topics.ts";
import {
  type CardLanguage,
  languagesOf,
  type Say,
  sayIn,
  switchesOf,
  versionsOf,
} from "./card-versions.ts";
import { withdrawnCard } from "./withdrawn-card.ts";
import { shortMoment } from "./words.ts";

export type CardOptions = {
  /** The author's name; undefined: nobody knows it. */
  readonly author?: string | undefined;
  /** Lines over the card: that it is a preview, that somebody shall approve it. */
  readonly notes?: readonly string[];
  /** In place of the readers' buttons. */
  readonly buttons?: readonly Button[];
  /** What it is about; unless told, as its audience names it. */
  readonly topics?: readonly Topic[];
  /** It is sent once more to those who have not confirmed it. */
  readonly isNudge?: boolean;
  /** When its reader confirmed it. */
  readonly confirmedAt?: Date;
  /** Its reader confirmed it before it was corrected. */
  readonly hasConfirmed?: boolean;
};

export function announcementCard(
  announcement: Announcement,
  network: Network,
  wanted: CardLanguage,
  options: CardOptions = {},
): Card {
  const [language, ...others] = languagesOf(announcement, network, wanted);
  if (announcement.status === "withdrawn")
    return withdrawnCard(announcement, [language, ...others]);
  const said = sayIn([language, ...others]);
  const texts = textsIn(language).announcements.after;
  const { title } = wordsIn(announcement, language);
  const isAsked = announcement.confirm && !options.confirmedAt && !options.hasConfirmed;
  const { importance, imageUrl } = announcement;
  const versions = versionsOf(announcement, [language, ...others], wanted);
  return {
    kind: "announcement",
    language,
    summary: summaryOf(announcement, title, texts),
    view: {
      notices: options.notes ?? [],
      heading: importance === "normal" ? said(({ heading }) => heading.normal) : "",
      important: importance === "important" ? said(({ heading }) => heading.important) : "",
      urgent: importance === "urgent" ? said(({ heading }) => heading.urgent) : "",
      corrected: correctedIn(announcement, network, [language, ...others]),
      elementId: `announcement:${announcement.id}`,
      switches: switchesOf(versions),
      versions: versions.map(({ language: _, ...version }) => version),
      images: imageUrl === undefined ? [] : [{ url: imageUrl, altText: texts.imageAlt(title) }],
      sender: senderOf(network, [language, ...others], options.author),
      confirm: isAsked ? said((one) => (options.isNudge ? one.confirmNudge : one.confirmAsk)) : "",
      own: ownIn(network, language, options),
      buttons: [
        ...(options.buttons ??
          readersButtons(announcement, wanted, said, { isAsked, topics: options.topics })),
      ],
      links: announcement.links.map(({ title, url }): Link => ({ title, url })),
    },
  };
}

function readersButtons(
  announcement: Announcement,
  wanted: CardLanguage,
  said: Say,
  of: { readonly isAsked: boolean; readonly topics: readonly Topic[] | undefined },
): readonly Button[] {
  const topics =
    of.topics && wanted !== "all"
      ? of.topics.map((topic) => topicName(topic, wanted))
      : announcement.audience.topics;
  const read: Button = {
    title: said((texts) => texts.read),
    verb: "announcement.read",
    data: announcementData(announcement),
  };
  const mute: Button = {
    title: said((texts) => texts.mute(topics.join(", "))),
    verb: "member.save",
    data: { act: "mute", topics },
  };
  // What somebody mutes is theirs alone, so it is not offered where all see the card.
  const isOwn = wanted !== "all" && topics.length > 0;
  return [...(of.isAsked ? [read] : []), ...(isOwn ? [mute] : [])];
}

function senderOf(
  network: Network,
  languages: readonly [Language, ...Language[]],
  author: string | undefined,
): string {
  const names = [...new Set(languages.map((one) => networkName(network, one)))].join(" / ");
  const label = sayIn(languages)(({ sender }) => sender);
  return `${label}: ${author ? `${author}, ${names}` : names}`;
}

/** What its reader alone has done with it. */
function ownIn(
  { timeZone }: Network,
  language: Language,
  { confirmedAt, hasConfirmed }: CardOptions,
): string {
  const texts = textsIn(language).announcements.after;
  if (confirmedAt)
    return texts.confirmedAt(shortMoment(confirmedAt, timeZone, language, new Date(0)));
  return hasConfirmed ? texts.confirmedBefore : "";
}

function correctedIn(
  { correctedAt, sentAt }: Announcement,
  { timeZone }: Network,
  languages: readonly Language[],
): string {
  if (correctedAt === undefined) return "";
  const at = new Date(correctedAt);
  const near = new Date(sentAt ?? correctedAt);
  return languages
    .map((one) => textsIn(one).announcements.after.corrected(shortMoment(at, timeZone, one, near)))
    .join(" / ");
}

function summaryOf(announcement: Announcement, title: string, texts: AfterTexts): string {
  if (announcement.correctedAt !== undefined) return texts.summaryCorrected(title);
  return announcement.importance === "normal"
    ? title
    : `${texts.heading[announcement.importance]}: ${title}`;
}

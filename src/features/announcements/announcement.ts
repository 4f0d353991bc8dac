/** What an announcement is: what coordinators write, to whom it goes, and how far it has come. */
import type { ContentDocument } from "../../core/content.ts";
import { type Language, languages } from "../../core/language.ts";
import type { JsonObject } from "../../core/reply.ts";

export type AnnouncementLink = { readonly title: string; readonly url: string };

/** Whom it reaches. Empty lists leave nobody out. */
export type Audience = {
  /** False: only channels. */
  readonly members: boolean;
  /** Networks that the author coordinates; the announcement's own among them. */
  readonly networks: readonly string[];
  readonly languages: readonly Language[];
  /** Only members who want to hear of one of these, or of everything. */
  readonly topics: readonly string[];
  /** `forum`, `announcements`, or ids of channels. */
  readonly channels: readonly string[];
};

export type AnnouncementStatus =
  | "draft"
  | "awaiting-approval"
  | "scheduled"
  /** The author may no longer send it: it waits for another coordinator. */
  | "held"
  | "sending"
  | "sent"
  | "stopped"
  | "withdrawn";

export type Announcement = {
  readonly id: string;
  /** Whose coordinators see it and act on it. */
  readonly network: string;
  readonly titleSv?: string;
  readonly titleFi?: string;
  readonly titleEn?: string;
  readonly textSv?: string;
  readonly textFi?: string;
  readonly textEn?: string;
  /** At most three, https. */
  readonly links: readonly AnnouncementLink[];
  /** https. */
  readonly imageUrl?: string;
  readonly importance: "normal" | "important" | "urgent";
  /** Readers are asked to confirm that they have read it. */
  readonly confirm: boolean;
  readonly audience: Audience;
  /** Wall clock in the network's zone, `2026-11-26T13:00`; undefined: as soon as it is sent. */
  readonly sendAt?: string;
  readonly status: AnnouncementStatus;
  /** Of its words: 1, and one more with each correction. */
  readonly version: number;
  /** `tenant:person` */
  readonly author: string;
  readonly approvedBy?: string;
  /** A word such as "author-lost-role". */
  readonly heldBecause?: string;
  /** ISO moments. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly sentAt?: string;
  readonly correctedAt?: string;
  readonly withdrawnAt?: string;
  /** New words that wait for another coordinator. */
  readonly correction?: Correction;
  /**
   * What was sent once more, one batch each: to whom it was refused (and to members of teams that could not be read
   * before), or to whom nobody knows if it came.
   */
  readonly retries?: readonly ("refused" | "unknown")[];
  /** ISO: when those who had not confirmed were asked once more. */
  readonly nudgedAt?: string;
  /** What was to be sent once more up to here (so many retries, of versions up to this) was stopped. */
  readonly halted?: { readonly retries: number; readonly nudge: boolean; readonly version: number };
  /** What was done to it last: who did it may have died before it stood in the audit. */
  readonly lastAct?: LastAct;
  /** Kept to begin others from; never sent itself. */
  readonly template?: true;
};

/** What a correction changes: only what is said, not to whom, when, or how important it is. */
export type CorrectedWords = Pick<
  Announcement,
  "titleSv" | "titleFi" | "titleEn" | "textSv" | "textFi" | "textEn" | "links" | "imageUrl"
>;

export type Correction = {
  readonly words: CorrectedWords;
  /** `tenant:person` */
  readonly by: string;
  /** ISO. */
  readonly at: string;
};

export type LastAct = {
  readonly act: string;
  /** As in the audit. */
  readonly actor: string;
  /** ISO. */
  readonly at: string;
  readonly details: JsonObject;
};

export type AnnouncementDocument = ContentDocument<Announcement>;

/** Document ids in `content`, partition = network. */
export const announcementDocId = (id: string): string => `announcement:${id}`;

const titleFields = { sv: "titleSv", fi: "titleFi", en: "titleEn" } as const;
const textFields = { sv: "textSv", fi: "textFi", en: "textEn" } as const;

/** The languages it is written in: those in which it has a title. */
export const writtenIn = (announcement: Announcement): readonly Language[] =>
  languages.filter((language) => announcement[titleFields[language]]);

/** Its words in `wanted` if it is written in that, else in Swedish, Finnish, English in that order. */
export function wordsIn(
  announcement: Announcement,
  wanted: Language,
): { readonly language: Language; readonly title: string; readonly text: string } {
  const there = writtenIn(announcement);
  const language = there.includes(wanted) ? wanted : (there[0] ?? wanted);
  return {
    language,
    title: announcement[titleFields[language]] ?? "",
    text: announcement[textFields[language]] ?? "",
  };
}

export const titleIn = (announcement: Announcement, language: Language): string =>
  wordsIn(announcement, language).title;

/** What a button about an announcement carries. */
export const announcementData = ({
  id,
  network,
}: Pick<Announcement, "id" | "network">): JsonObject => ({ kind: "announcement", id, network });

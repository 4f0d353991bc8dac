/** An announcement's languages on a card: a reader's own, or all of them with switches. Pure. */
import type { Network } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { AfterTexts } from "../../../texts/announcements/after-type.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type Announcement, wordsIn, writtenIn } from "../announcement.ts";

/** In a language of the reader's, or, for a channel, in all of the network's. */
export type CardLanguage = Language | "all";

/** A reader's own language, or the network's, of which one it is written in comes first. */
export function languagesOf(
  announcement: Announcement,
  network: Network,
  wanted: CardLanguage,
): readonly [Language, ...Language[]] {
  if (wanted !== "all") return [wanted];
  const written = writtenIn(announcement);
  const all = [...new Set([...network.languages, ...written])];
  const [first = "sv", ...others] = all.filter((one) => written.includes(one));
  return [first, ...others, ...all.filter((one) => !written.includes(one))];
}

type Version = {
  readonly language: Language;
  readonly elementId: string;
  readonly isVisible: boolean;
  readonly note: string;
  readonly title: string;
  readonly text: string;
};

/** Each language it is written in; what is missing is told over the first one. */
export function versionsOf(
  announcement: Announcement,
  languages: readonly Language[],
  wanted: CardLanguage,
): readonly Version[] {
  const written = writtenIn(announcement);
  const missing = languages.filter((one) => !written.includes(one));
  const note = missing.map((one) => textsIn(one).announcements.after.notInThis).join(" ");
  const shown = wanted === "all" ? languages.filter((one) => written.includes(one)) : languages;
  return shown.map((one, at) => {
    const { language, title, text } = wordsIn(announcement, one);
    const elementId = versionId(language);
    return { language, elementId, isVisible: at === 0, note: at === 0 ? note : "", title, text };
  });
}

export const versionId = (language: Language): string => `words-${language}`;

/** What a reader in a channel presses to see another language: a card of one's own stops at sixty people. */
export function switchesOf(versions: readonly Version[]): readonly JsonObject[] {
  if (versions.length < 2) return [];
  return versions.map((version) => ({
    title: textsIn(version.language).languageName[version.language],
    targets: versions.map(({ elementId }) => ({
      elementId,
      isVisible: elementId === version.elementId,
    })),
  }));
}

export type Say = (text: (texts: AfterTexts) => string) => string;

/** The same in each language. */
export const sayIn =
  (languages: readonly Language[]): Say =>
  (text) =>
    [...new Set(languages.map((one) => text(textsIn(one).announcements.after)))].join(" / ");

/** What is said about announcements; part of `Texts` (all-texts.ts): writing them, and what comes after. */
import type { AfterTexts } from "./after-type.ts";
import type { WritingTexts } from "./writing-type.ts";

export type AnnouncementsTexts = {
  readonly writing: WritingTexts;
  readonly after: AfterTexts;
};

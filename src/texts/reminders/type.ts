/** What is said about reminders; part of `Texts` (all-texts.ts). */
export type RemindersTexts = {
  readonly heading: string;
};

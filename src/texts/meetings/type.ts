/** What is said about meetings; part of `Texts` (all-texts.ts). */
export type MeetingsTexts = {
  readonly heading: string;
};

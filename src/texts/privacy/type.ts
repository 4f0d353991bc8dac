/** What is said about what Kollega knows of people; part of `Texts` (all-texts.ts). */
export type PrivacyTexts = {
  /** In place of the name of somebody who is forgotten. */
  readonly formerMember: string;
};

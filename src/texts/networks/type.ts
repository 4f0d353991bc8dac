/** What is said about networks; part of `Texts` (all-texts.ts). */
export type NetworksTexts = {
  readonly heading: string;
};

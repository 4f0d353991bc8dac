/** How the parts of a text's score weigh. Chosen by measurement: see bench/search/TRIED.md. */
export type Weights = {
  readonly stem: number;
  readonly gram: number;
  readonly title: number;
  /** All words of the title, stop words too: "how long" and "how much" are different questions. */
  readonly titleWords: number;
  readonly body: number;
  /** How often the title counts in the body. */
  readonly titleInBody: number;
  /** Other words for the same: how much they count when the question's own words find enough, and when little. */
  readonly synonym: {
    readonly least: number;
    readonly most: number;
    /** From this best score by its own words downwards they count more … */
    readonly from: number;
    /** … and at this or below it the most. */
    readonly to: number;
  };
  /** What an untitled text's body counts for its title. */
  readonly untitled: number;
  /** What a text gains that names a time, if the question asks for one. */
  readonly time: number;
};

export const defaultWeights: Weights = {
  stem: 0.35,
  gram: 0.65,
  title: 0.4,
  titleWords: 0.1,
  body: 0.6,
  titleInBody: 2,
  synonym: { least: 0.5, most: 2, from: 0.7, to: 0.3 },
  untitled: 0.9,
  time: 0.07,
};

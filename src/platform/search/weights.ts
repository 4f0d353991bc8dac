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
  /** Other words for the same. */
  readonly synonym: number;
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
  synonym: 1,
  untitled: 0.9,
  time: 0.07,
};
